"""A decision that is corrected, or taken again: never edited."""

from __future__ import annotations

from datetime import date

import pytest

from api.languages import Language, translate
from domain import acceptance, news, objections, terms
from domain.acts import (
    Act,
    ApplicationSetAside,
    DecisionCorrected,
    Form,
    ObjectionTermLapsed,
    ObjectionUpheld,
    ParticipationStopped,
    ViewInvited,
    ViewReceived,
    ViewWaiver,
)
from domain.case import Case, Status
from domain.duties import decision_in
from domain.errors import NotAcceptable, NotNow
from domain.mandates import Decision
from domain.people import Actor
from domain.remedy import remedy
from tests.domain.permitted import may
from tests.examples import (
    WHY,
    a_case,
    a_change,
    a_grant,
    a_refusal,
    a_review,
    an_act,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    done,
)
from tests.mandates import a_mandate
from tests.superseding import a_correction, a_reversal

TODAY, TOMORROW = date(2026, 3, 2), date(2026, 3, 3)
SATURDAY = date(2026, 3, 7)
IN_EIGHT_WEEKS, TOO_LATE = date(2026, 4, 28), date(2026, 4, 29)
"""The day after King's Day, on which they end, and the one after that."""
FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)
REVIEWED = (TODAY, caseworker1, a_review())
GRANT = a_grant(FROM, UNTIL)
SHORTER = a_grant(FROM, date(2026, 11, 30))
OTHERWISE = a_grant(FROM, UNTIL, conditions=("No work on Sundays",))
LONGER = a_grant(FROM, date(2027, 6, 30))
CONDITIONED = (REVIEWED, (TODAY, decider1, OTHERWISE))
REWORDED = a_grant(FROM, UNTIL, conditions=("No work on a Sunday",))
GRANTED = (REVIEWED, (TODAY, decider1, GRANT))
CHANGED = (TODAY, caseworker1, a_change(12, "By day."))
REFUSED = (REVIEWED, (TODAY, decider1, a_refusal()))
GRANT_REVERSED = (*GRANTED, (TODAY, decider2, a_reversal(3, TOMORROW)))


def on(*happened: tuple[date, Actor, Act]) -> Case:
    """A case in which an application came, and then this."""
    return a_case(*happened)


UNACCEPTABLE: list[tuple[str, Act, Case]] = [
    ("version", a_correction(2, GRANT), on(*GRANTED)),
    ("version", a_correction(99, GRANT), on(*GRANTED)),
    ("decision/kind", a_correction(3, a_refusal()), on(*GRANTED)),
    ("decision", a_correction(3, GRANT), on(*GRANTED)),
    ("decision", a_correction(3, SHORTER), on(*GRANTED, (TODAY, decider1, a_correction(3, SHORTER)))),
    ("decision", a_correction(3, SHORTER), on(*GRANTED)),
    ("decision", a_correction(3, a_grant(FROM, UNTIL, 8)), on(*GRANTED)),
    ("decision", a_correction(3, a_grant(FROM, UNTIL, form=Form.TRIAL)), on(*GRANTED)),
    ("decision", a_correction(3, OTHERWISE), on(*GRANTED)),
    ("decision", a_correction(3, a_grant(FROM, UNTIL, hours_a_year=400)), on(*GRANTED)),
    ("decision", a_correction(3, a_grant(FROM, UNTIL, income="set_off")), on(*GRANTED)),
    ("decision", a_correction(4, a_change(4)), on(*GRANTED, CHANGED)),
    ("decision", a_correction(4, a_change(12, "By day.", "Not alone.")), on(*GRANTED, CHANGED)),
    ("decision/hoursAWeek", a_correction(3, a_grant(FROM, UNTIL, 25)), on(*GRANTED)),
    ("decision/grounds/0", a_correction(3, a_refusal("weather")), on(*REFUSED)),
    ("version", a_reversal(2, TOMORROW), on(*GRANTED)),
    ("version", a_reversal(4, TOMORROW), on(*GRANTED, CHANGED)),
    ("decideBy", a_reversal(3, TODAY), on(*GRANTED)),
    ("decideBy", a_reversal(3, SATURDAY), on(*GRANTED)),
    ("decideBy", a_reversal(3, TOO_LATE), on(*GRANTED)),
    ("viewWaived", SHORTER, on(*GRANT_REVERSED)),
    (
        "viewWaived",
        GRANT,
        on(REVIEWED, (TODAY, decider1, a_grant(FROM, UNTIL, 18)), (TODAY, decider2, a_reversal(3, TOMORROW))),
    ),
    ("viewWaived", a_refusal(view_waived=None), on(*GRANT_REVERSED)),
    ("viewWaived", OTHERWISE, on(*GRANT_REVERSED)),
    (
        "viewWaived",
        OTHERWISE,
        on(*GRANTED, (TODAY, clock, ObjectionUpheld(objection="x", version=3, decide_by=UNTIL))),
    ),
]


@pytest.mark.parametrize(("field", "act", "case"), UNACCEPTABLE)
def test_what_does_not_fit_is_refused_by_its_field(field: str, act: Act, case: Case) -> None:
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(decider1, act), case, TODAY)

    assert field == refusal.value.field


ACCEPTABLE: list[tuple[Act, Case]] = [
    (a_correction(3, LONGER), on(*GRANTED)),
    (a_correction(3, REWORDED, ViewWaiver.NOT_ON_HIS_FACTS), on(*CONDITIONED)),
    (a_correction(3, GRANT), on(*GRANTED, (TODAY, decider1, a_correction(3, SHORTER)))),
    (a_correction(3, LONGER), on(*GRANTED, CHANGED)),
    (a_correction(4, a_change(16)), on(*GRANTED, CHANGED)),
    (a_correction(3, a_refusal("unfair_competition")), on(*REFUSED)),
    (a_reversal(3, TOMORROW), on(*GRANTED, CHANGED)),
    (a_reversal(3, TOMORROW), on(*REFUSED)),
    (a_reversal(3, IN_EIGHT_WEEKS), on(*REFUSED)),
    (
        SHORTER,
        on(
            *GRANT_REVERSED,
            (TODAY, decider1, ViewInvited(intention=WHY)),
            (TODAY, coop_a, ViewReceived(view=WHY)),
        ),
    ),
    (a_grant(FROM, UNTIL, 18), on(*GRANT_REVERSED)),
    (a_grant(FROM, UNTIL), on(*REFUSED, (TODAY, decider2, a_reversal(3, TOMORROW)))),
]


@pytest.mark.parametrize(("act", "case"), ACCEPTABLE)
def test_what_just_fits_is_accepted(act: Act, case: Case) -> None:
    """A view is needed to take from a permission, and not to give after a refusal. Awb 4:8."""
    acceptance.check(done(decider1, act), case, TODAY)


def test_a_view_on_the_first_decision_is_none_on_the_second() -> None:
    """It was about something else. Awb 4:8."""
    heard_before = on(
        REVIEWED,
        (TODAY, coop_a, ViewReceived(view=WHY)),
        (TODAY, decider1, a_grant(FROM, UNTIL, 12)),
        (TODAY, decider2, a_reversal(4, TOMORROW)),
    )

    with pytest.raises(NotAcceptable, match="view first"):
        acceptance.check(done(decider1, a_refusal(view_waived=None)), heard_before, TODAY)


@pytest.mark.parametrize("act", [a_correction(3, GRANT), a_reversal(3, TOMORROW)])
def test_what_has_ended_is_not_taken_again(act: Act) -> None:
    ended = on(*GRANTED, (TODAY, coop_a, an_ending(TODAY)), (TODAY, clock, ParticipationStopped()))

    for case in (ended, on()):
        with pytest.raises(NotNow):
            acceptance.check(done(decider1, act), case, TODAY)


def test_a_permission_is_what_the_corrected_decision_says() -> None:
    """With the changes since, which are corrected in their turn."""
    corrected = on(*GRANTED, (TODAY, decider1, a_correction(3, SHORTER)))
    changed = on(*GRANTED, CHANGED, (TODAY, decider1, a_correction(4, a_change(14, "By night."))))

    assert corrected.permission is not None
    assert (date(2026, 11, 30), 16) == (corrected.permission.valid_until, corrected.permission.hours_a_week)
    assert date(2026, 11, 30) == terms.expiry(corrected).due_on
    assert changed.permission is not None
    assert (UNTIL, 14, ("By night.",)) == (
        changed.permission.valid_until,
        changed.permission.hours_a_week,
        changed.permission.conditions,
    )
    assert Status.PARTICIPATION == corrected.status == changed.status


def test_a_change_that_is_corrected_has_its_next_reassessment() -> None:
    first, then = date(2026, 9, 1), date(2026, 8, 1)
    right = a_change(12, next_reassessment_on=then)
    case = on(
        *GRANTED,
        (TODAY, caseworker1, a_change(12, next_reassessment_on=first)),
        (TODAY, decider1, a_correction(4, right)),
    )
    reassessment = terms.reassessment(case)

    assert reassessment is not None
    assert then == reassessment.due_on


def test_a_correction_needs_the_mandate_of_the_decision_in_it() -> None:
    """For as long and as many hours as it must read. Awb 10:3."""
    granted = on(*GRANTED)
    narrow = [a_mandate("decider1", max_months=3)]

    assert Decision.GRANT is decision_in(a_correction(3, SHORTER))
    assert Decision.SET_ASIDE is decision_in(a_correction(3, ApplicationSetAside(reasoning=WHY)))
    assert may(decider1, a_correction(3, SHORTER), granted)
    assert not may(decider1, a_correction(3, SHORTER), granted, mandates=narrow)
    assert not may(decider1, a_correction(3, SHORTER), granted, mandates=[])


def test_nobody_reverses_his_own_decision_or_takes_it_again() -> None:
    """Nor who corrected it, nor who prepared it. Awb 10:3(3)."""
    both = decider1.model_copy(update={"id": "both", "roles": decider1.roles | caseworker1.roles})
    prepared = on((TODAY, both, a_review()), (TODAY, decider1, GRANT))
    by_another = on(*GRANTED, (TODAY, decider2, a_correction(3, SHORTER)))
    overturned = on(*GRANT_REVERSED)

    assert not may(decider1, a_reversal(3, TOMORROW), on(*GRANTED))
    assert may(decider2, a_reversal(3, TOMORROW), on(*GRANTED))
    assert not may(both, a_reversal(3, TOMORROW), prepared)
    assert not may(both, a_correction(3, SHORTER), prepared, mandates=[a_mandate("both")])
    assert not may(decider2, a_reversal(3, TOMORROW), by_another)
    assert not may(decider1, a_refusal(), overturned)
    assert frozenset({"decider1", "decider2"}) == by_another.deciders(3) == by_another.deciders(4)
    assert frozenset() == by_another.deciders(99)


def test_a_new_decision_is_due_on_the_day_that_was_told() -> None:
    reversed_case = on(*GRANT_REVERSED)

    assert TOMORROW == terms.decision(reversed_case).due_on
    assert Status.DECISION == reversed_case.status
    assert terms.review(reversed_case).due_on <= TOMORROW


def test_a_refusal_names_a_decision_as_people_call_it() -> None:
    """In the reader's language."""
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(decider1, a_correction(3, a_refusal())), on(*GRANTED), TODAY)

    assert "A correction leaves the decision what it is: granting the permission" == str(refusal.value)
    assert "Een herstel verandert de soort van het besluit niet: toestemming geven." == translate(
        refusal.value.template, Language.NL, **refusal.value.facts
    )


def test_one_can_object_to_a_correction_and_not_to_a_reversal() -> None:
    """It is a new decision, and what is announced decides nothing yet. Awb 1:3, 6:3."""
    corrected = on(*GRANTED, CHANGED, (TOMORROW, decider2, a_correction(4, a_change(16))))
    decision = objections.contested(corrected)

    assert ("decision_corrected", TOMORROW, "decider2") == (
        decision.kind,
        decision.decided_on,
        decision.decided_by,
    )
    assert ("caseworker1", "decider2") == decision.involved
    assert ("caseworker1", "decider1", "decider2") == objections.contested(
        on(*GRANTED, (TOMORROW, decider2, a_correction(3, SHORTER)))
    ).involved
    reversed_ = on(*GRANTED, (TOMORROW, decider2, a_reversal(3, TOMORROW)))

    assert remedy(reversed_, reversed_.entries[-1]) is None


def test_an_objection_that_is_upheld_meanwhile_asks_for_no_second_decision() -> None:
    """The one that is coming is due to it too, and to whoever was told of the reversal."""
    reversed_ = on(*GRANT_REVERSED)
    told = ObjectionUpheld(objection="x", version=3, decide_by=UNTIL)
    taken = news.taken_in(reversed_, told)
    both = reversed_.after(an_act(reversed_, TOMORROW, clock, told))

    assert told == taken
    assert terms.decision(reversed_) == terms.decision(both)
    assert not both.opens_anew(both.entries[-1])


def test_a_corrected_refusal_can_be_objected_to_again() -> None:
    """So the case closes only after the term of the correction."""
    lapsed = on(*REFUSED, (UNTIL, clock, ObjectionTermLapsed()))
    corrected = on(*REFUSED, (TOMORROW, decider1, a_correction(3, a_refusal("unfair_competition"))))

    assert lapsed.is_closed
    assert not corrected.is_closed
    assert isinstance(corrected.entries[-1].act, DecisionCorrected)
