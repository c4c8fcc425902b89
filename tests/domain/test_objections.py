"""What follows from an objection: its dates, and what the contested case makes of it."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, hearings, news, objections, telling, terms
from domain.acts import NoHearing, Outcome
from domain.case import Case, Status
from domain.errors import NotAcceptable
from store.rows import case_row
from tests.domain.objected import DECIDED, DECLINED, HEARD, JUDGED, LATE, TODAY, TOMORROW, a_case_with
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    a_policy,
    a_refusal,
    a_review,
    an_act,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
    decider2,
    decider3,
    objections1,
)
from tests.objecting import (
    a_decision,
    a_judgement,
    a_refused_case,
    a_repair_request,
    a_waiver,
    an_invitation,
    an_objection,
    an_objection_case,
)
from tests.superseding import a_correction, a_sending


def test_a_hearing_that_is_reopened_is_asked_anew() -> None:
    """What was waived before counts no more, and a hearing that was held does."""
    reopened = (TODAY, decider2, acts.HearingReopened(reason=WHY))
    waived = (TODAY, objections1, a_waiver(NoHearing.MANIFESTLY_UNFOUNDED))

    assert NoHearing.MANIFESTLY_UNFOUNDED == hearings.no_hearing(a_case_with(JUDGED, waived))
    assert hearings.no_hearing(a_case_with(JUDGED, waived, reopened)) is None
    assert NoHearing.DECLINED == hearings.no_hearing(a_case_with(JUDGED, waived, reopened, DECLINED))
    assert hearings.no_hearing(a_case_with(JUDGED, HEARD, reopened, DECLINED)) is None


def test_a_committee_by_policy_or_by_choice_has_twelve_weeks() -> None:
    """From the end of the objection term: 13 April and 84 days. Awb 7:10(1)."""
    received = an_objection(a_refused_case(DECIDED))
    by_policy = a_case((TODAY, coop_a, received), policy=a_policy(objection_committee=True))
    by_choice = a_case_with((TODAY, objections1, a_judgement(committee=True)))

    for case in (by_policy, by_choice):
        assert date(2026, 7, 6) == objections.objection_decision(case).due_on


def test_time_to_mend_counts_as_far_as_the_term_had_begun() -> None:
    """Asked on 10 April and mended on 20 April: 14 up to 19 April is six days. Awb 7:10(2)."""
    asked = (date(2026, 4, 10), objections1, a_repair_request(date(2026, 4, 24)))
    mended = (date(2026, 4, 20), coop_a, acts.RepairReceived(text=WHY))
    too_soon = (date(2026, 4, 20), clock, acts.RepairLapsed())

    assert date(2026, 6, 1) == objections.objection_decision(a_case_with(asked, mended)).due_on
    assert date(2026, 6, 4) == objections.objection_decision(a_case_with(asked)).due_on
    assert date(2026, 6, 4) == objections.objection_decision(a_case_with(asked, too_soon)).due_on


def test_an_objection_is_listed_with_the_case_that_it_is_about() -> None:
    """As its cooperative's, under the resident's name, with the term to decide on it."""
    row = case_row(a_case_with(JUDGED))

    assert ("ZON-2026-0001", "werkplaats", "S. de Wit") == (
        row["about"],
        row["cooperative"],
        row["resident_name"],
    )
    assert ("hearing", date(2026, 5, 26)) == (row["status"], row["decision_due_on"])
    assert case_row(a_refused_case())["about"] is None


def sent(case: Case) -> Case:
    """The case whose last decision went out on its day."""
    newest = case.entries[-1]
    return case.after(an_act(case, newest.on, clock, a_sending(newest.version, newest.on)))


@pytest.mark.parametrize(
    ("case", "names"),
    [
        (a_refused_case(), set()),
        (sent(a_refused_case()), {"objection"}),
        (a_case_with(), {"examination", "objection_decision"}),
        (a_case_with((TODAY, objections1, a_repair_request(TOMORROW))), {"repair", "objection_decision"}),
        (a_case_with(JUDGED), {"objection_decision"}),
        (
            a_case_with(JUDGED, (TODAY, objections1, an_invitation(TOMORROW))),
            {"hearing", "objection_decision"},
        ),
        (a_case_with(JUDGED, HEARD), {"objection_decision"}),
        (a_case_with(JUDGED, HEARD, (TODAY, decider2, a_decision(Outcome.UNFOUNDED))), set()),
        (sent(a_case_with(JUDGED, HEARD, (TODAY, decider2, a_decision(Outcome.UNFOUNDED)))), {"appeal"}),
    ],
)
def test_these_dates_count_for_a_case_as_it_stands(case: Case, names: set[str]) -> None:
    assert names == terms.of(case).keys()


def test_there_is_no_objection_where_nothing_was_decided() -> None:
    """And none to a decision on an objection: that is for the court."""
    decided = a_case_with(JUDGED, HEARD, (TODAY, decider2, a_decision(Outcome.UNFOUNDED)))
    for case in (a_case(), a_case((TODAY, decider1, acts.ApplicationTakenUp(reasoning=WHY))), decided):
        with pytest.raises(NotAcceptable, match="no decision to object to"):
            objections.contested(case)
    with pytest.raises(NotAcceptable, match="these versions: 4"):
        objections.contested(a_refused_case(), 2)


LATER = date(2026, 5, 1)
LODGED = acts.ObjectionLodged(objection="one", version=4, received_on=TODAY)
UPHELD = acts.ObjectionUpheld(objection="one", version=4, decide_by=LATE)
CLOSED = acts.ObjectionClosed(objection="one", outcome=Outcome.UNFOUNDED)


def told(*heard: acts.News) -> Case:
    """A refused case that heard these, in this order."""
    case = a_refused_case(DECIDED)
    for each in heard:
        if (act := news.taken_in(case, each)) is not None:
            case = case.after(an_act(case, TODAY, clock, act))
    return case


def test_news_counts_once_and_in_any_order() -> None:
    """A crash may bring it twice, and a slow line may turn it round."""
    assert told(LODGED, CLOSED).entries == told(LODGED, LODGED, CLOSED, CLOSED, UPHELD, LODGED).entries
    assert () == told(CLOSED, LODGED).open_objections
    assert ("one",) == told(LODGED).open_objections
    assert told(LODGED, UPHELD).overturned is not None


RULING = acts.Ruling(ruled_on=TODAY, is_term_set=True, decided_by="decider2")
RULED = UPHELD.model_copy(update={"objection": "two", "ruling": RULING, "decide_by": TOMORROW})


@pytest.mark.parametrize("another", [RULED, RULED.model_copy(update={"ruling": None})])
def test_what_is_being_decided_again_is_overturned_once_more_by_one_act(
    another: acts.ObjectionUpheld,
) -> None:
    """With its day: one new decision is due to both, on the day of the one that gives least time."""
    both = told(LODGED, UPHELD, another, another)

    assert another == both.entries[-1].act
    assert told(LODGED, UPHELD).version + 1 == both.version
    assert TOMORROW == terms.decision(both).due_on
    assert (
        LATE == terms.decision(told(LODGED, UPHELD, another.model_copy(update={"decide_by": LATER}))).due_on
    )


def test_a_second_objection_that_is_upheld_leaves_the_case_where_it_is() -> None:
    """Sent back to be reviewed, it is still being reviewed."""
    case = told(LODGED, UPHELD)
    returned = case.after(an_act(case, TODAY, decider2, acts.ReviewReturned(reason=WHY)))

    assert Status.REVIEW == returned.after(an_act(returned, TODAY, clock, RULED)).status


CORRECTED = acts.ContestedDecisionReplaced(
    version=5, decision="decision_corrected", decided_on=TODAY, involved=("decider3",)
)


def test_a_correction_is_told_to_every_objection_that_runs_against_that_decision() -> None:
    """Once for each; and to one that was lodged just before, as soon as it is known. Awb 6:19."""
    refused = a_refused_case(DECIDED)
    correction = (TODAY, decider3, a_correction(4, a_refusal("unfair_competition")))
    lodged, closed = (TODAY, clock, LODGED), (TODAY, clock, CLOSED)

    for happened, expected in (
        ([lodged, correction], [("one", CORRECTED.model_copy(update={"version": 6}))]),
        ([correction, lodged], [("one", CORRECTED)]),
        ([lodged, closed, correction], []),
        ([correction], []),
    ):
        case = refused
        for on, actor, act in happened:
            case = case.after(an_act(case, on, actor, act))

        assert expected == list(telling.for_objections(case, case.entries[-1]))


def test_a_decision_that_is_taken_again_is_told_to_the_objection_that_still_runs() -> None:
    """With everybody who had a part in it; an objection to an amount is about another decision. Awb 6:19, 7:5."""
    upheld = acts.ObjectionUpheld(objection="two", version=4, decide_by=LATE)
    until = date(2026, 12, 31)
    case = a_refused_case(DECIDED)
    for actor, act in ((clock, LODGED), (clock, upheld), (decider3, a_grant(TODAY, until))):
        case = case.after(an_act(case, TODAY, actor, act))
    ((objection, told),) = telling.for_objections(case, case.entries[-1])

    assert isinstance(told, acts.ContestedDecisionReplaced)
    assert ("one", case.version, "permission_granted") == (objection, told.version, told.decision)
    assert ("caseworker1", "decider1", "decider3") == told.involved


def test_a_correction_is_no_news_to_an_objection_to_it_or_to_what_came_later() -> None:
    """It was lodged against the fourth act."""
    case = a_case_with()
    heard_of = case.after(an_act(case, TODAY, clock, CORRECTED))

    assert CORRECTED == news.taken_in(case, CORRECTED)
    assert news.taken_in(heard_of, CORRECTED) is None
    assert news.taken_in(case, CORRECTED.model_copy(update={"version": 4})) is None


def test_a_court_may_uphold_what_was_closed_before() -> None:
    """Once, however often that is told."""
    again = RULED.model_copy(update={"objection": "one"})

    assert told(LODGED, CLOSED, again).entries == told(LODGED, CLOSED, again, again, CLOSED).entries
    assert again == told(LODGED, CLOSED, again).overturned


def test_a_case_is_closed_when_the_term_is_over_and_no_objection_runs() -> None:
    """Refused or set aside; what ended otherwise is closed unless an objection runs."""
    lapsed = acts.ObjectionTermLapsed()
    refused = a_refused_case(DECIDED)
    over = refused.after(an_act(refused, LATE, clock, lapsed))
    reopened = over.after(an_act(over, LATE, clock, LODGED))

    assert [False, True, False] == [case.is_closed for case in (refused, over, reopened)]
    assert reopened.after(an_act(reopened, LATE, clock, CLOSED)).is_closed


def test_a_new_decision_takes_the_place_of_the_overturned_one() -> None:
    """A permission is what was granted last; a refusal after it leaves it as it was until it had ended."""
    until = date(2026, 12, 31)
    case = a_case(
        (DECIDED, caseworker1, a_review()),
        (DECIDED, decider1, a_grant(DECIDED, until)),
        (DECIDED, coop_a, an_ending(TODAY)),
        (TODAY, clock, acts.ParticipationStopped()),
        (TODAY, clock, UPHELD),
    )
    again = case.after(an_act(case, TODAY, decider2, a_grant(TODAY, until, 8)))
    refused = case.after(an_act(case, TODAY, decider2, acts.PermissionRefused(grounds=("x",), reasoning=WHY)))

    assert (LATE, Status.DECISION) == (terms.decision(case).due_on, case.status)
    assert not case.is_participating
    assert again.permission is not None
    assert (TODAY, until, 8) == (
        again.permission.valid_from,
        again.permission.valid_until,
        again.permission.hours_a_week,
    )
    assert again.is_participating
    assert refused.permission is not None
    assert (DECIDED, TODAY) == (refused.permission.valid_from, refused.permission.valid_until)
    assert not refused.is_participating


def test_an_example_has_everybody_that_it_needs() -> None:
    """The examples of these tests are what the procedure lets happen."""
    assert Status.ADMISSIBILITY == an_objection_case().status
