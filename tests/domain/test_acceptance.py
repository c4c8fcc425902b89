"""What an act may say, held against its case and its policy: each refusal names the field."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain import acceptance
from domain.acts import (
    Act,
    AdviceRequested,
    ApplicationSetAside,
    ConditionsChanged,
    DecisionAdjourned,
    Finding,
    NoteAdded,
    ParticipationContinued,
    SupplementRequested,
    SuspensionEnded,
    SuspensionGround,
    TaskHeld,
    ViewInvited,
    ViewReceived,
    ViewWaiver,
)
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from domain.people import Actor
from tests.examples import (
    WHY,
    a_case,
    a_check,
    a_grant,
    a_proposal,
    a_refusal,
    a_report,
    a_review,
    a_supplement,
    a_suspension,
    an_application_received,
    an_empty_case,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
    done,
)

TODAY = date(2026, 3, 2)
YESTERDAY, TOMORROW = date(2026, 3, 1), date(2026, 3, 3)
FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)


def a_finding(criterion: str, answer: str = "met") -> Finding:
    """A criterion that is met, or not."""
    return Finding(criterion=criterion, answer=answer, reason=WHY)  # type: ignore[arg-type]


def items(*codes: str) -> list[dict[str, str]]:
    """Documents of these kinds."""
    return [{"code": code, "title": code} for code in codes]


def a_participation() -> Case:
    """Granted on 2 March from 1 June."""
    return a_case((TODAY, decider1, a_grant(FROM, UNTIL)))


def a_running_participation() -> Case:
    """Granted in January from that month on, and so in course on 2 March."""
    january = date(2026, 1, 5)
    return a_case((january, coop_a, an_application_received()), (january, decider1, a_grant(january, UNTIL)))


def an_asking(until: date) -> Case:
    """The mandate was missing, and asked for until that day."""
    february = date(2026, 2, 2)
    return a_case(
        (february, coop_a, an_application_received()),
        (february, caseworker1, a_check("mandate")),
        (february, clock, SupplementRequested(missing=("mandate",), until=until)),
    )


def a_suspended_case() -> Case:
    """With the applicant's consent, from today on."""
    return a_case((TODAY, caseworker1, a_suspension(UNTIL)))


UNASKED = (TODAY, coop_a, ViewReceived(view=WHY))
HEARD = ((TODAY, decider1, ViewInvited(intention=WHY)), UNASKED)
UNMET = a_review(findings=[a_finding("benefit", "not_met"), a_finding("market")], deviation=WHY)
AGAINST = UNMET.model_copy(update={"recommendation": "refuse", "deviation": None})
NOT_APPLICABLE = a_review(findings=[a_finding("benefit", "not_applicable"), a_finding("market")])
HEARD_BEFORE = a_case(*HEARD, (TODAY, caseworker1, a_review()))


def changed(next_on: date | None = None, hours: int = 16) -> ConditionsChanged:
    """Conditions changed at a reassessment."""
    return ConditionsChanged(hours_a_week=hours, conditions=(), reasoning=WHY, next_reassessment_on=next_on)


A_LONG_TRIAL = a_grant(FROM, date(2026, 9, 30), form="trial", deviation=WHY, view_waived="not_on_his_facts")
TOO_LATE = datetime.combine(TODAY, time(23, 30), UTC)
"""The clocks of the Netherlands are at the day after."""
TODAY_AT_ONE = datetime.combine(TODAY, time(0, 0), UTC)
UNACCEPTABLE: list[tuple[str, Actor, Act, Case]] = [
    ("application/items/1", coop_a, an_application_received(items=items("plan", "diploma")), an_empty_case()),
    ("application/hoursAWeek", coop_a, an_application_received(hours_a_week=25), an_empty_case()),
    ("receivedOn", caseworker1, an_application_received(TOMORROW), an_empty_case()),
    ("receivedOn", coop_a, an_application_received(YESTERDAY), an_empty_case()),
    ("receivedOn", caseworker1, an_application_received(date(2025, 2, 28)), an_empty_case()),
    ("application/signedAt", coop_a, an_application_received(signed_at=TOO_LATE), an_empty_case()),
    (
        "application/signedAt",
        caseworker1,
        an_application_received(YESTERDAY, signed_at=TODAY_AT_ONE),
        an_empty_case(),
    ),
    ("missing/0", caseworker1, a_check("diploma"), a_case()),
    ("items/1", coop_a, a_supplement("plan", "diploma"), a_case()),
    ("receivedOn", caseworker1, a_supplement(received_on=TOMORROW), a_case()),
    ("receivedOn", coop_a, a_supplement(received_on=YESTERDAY), a_case()),
    ("findings/0", caseworker1, a_review(findings=[a_finding("weather")]), a_case()),
    (
        "findings/2",
        caseworker1,
        a_review(findings=[a_finding("benefit"), a_finding("market"), a_finding("benefit")]),
        a_case(),
    ),
    ("findings", caseworker1, a_review(findings=[a_finding("benefit")]), a_case()),
    ("findings", caseworker1, a_review(findings=[]), a_case()),
    ("hoursAWeek", decider1, a_grant(FROM, UNTIL, 25), a_case()),
    ("validUntil", decider1, a_grant(FROM, date(2029, 6, 1)), a_case()),
    ("validUntil", decider1, a_grant(date(2020, 1, 1), TODAY - timedelta(days=1)), a_case()),
    ("validFrom", decider1, a_grant(YESTERDAY, UNTIL), a_case()),
    ("missing/1", caseworker1, a_proposal("mandate", "plan"), an_asking(YESTERDAY)),
    ("grounds/0", decider1, a_refusal("weather"), a_case()),
    ("viewWaived", decider1, a_refusal(view_waived=None), a_case()),
    ("viewWaived", decider1, a_refusal(view_waived=ViewWaiver.DATA_NOT_GIVEN), a_case()),
    ("viewWaived", decider1, a_grant(FROM, UNTIL, 15), a_case()),
    ("viewWaived", decider1, a_grant(FROM, UNTIL - timedelta(days=1)), a_case()),
    ("viewWaived", decider1, a_grant(FROM + timedelta(days=1), UNTIL), a_case()),
    ("viewWaived", decider1, a_grant(FROM, UNTIL, hours_a_year=800), a_case()),
    ("viewWaived", decider1, a_grant(FROM, date(2026, 8, 31), form="trial"), a_case()),
    ("viewWaived", decider1, a_grant(FROM, UNTIL, 15, view_waived="heard_before"), a_case()),
    ("viewWaived", decider1, a_refusal(view_waived=None), a_case(UNASKED)),
    ("reasons/0", decider1, a_grant(FROM, UNTIL, reasons=["weather"]), a_case()),
    ("validUntil", decider1, a_grant(FROM, date(2026, 9, 1), form="trial"), a_case()),
    ("until", decider1, ViewInvited(intention=WHY, until=TODAY + timedelta(days=6)), a_case()),
    ("until", decider1, ViewInvited(intention=WHY, until=TODAY + timedelta(days=13)), a_case()),  # a Sunday
    ("deviation", decider1, a_grant(FROM, UNTIL), a_case((TODAY, caseworker1, UNMET))),
    ("deviation", decider1, a_refusal(deviation=None), a_case((TODAY, caseworker1, a_review()))),
    ("deviation", decider1, a_refusal(deviation=None), a_case((TODAY, caseworker1, NOT_APPLICABLE))),
    ("deviation", caseworker1, a_review("refuse", deviation=None), a_case()),
    ("deviation", caseworker1, UNMET.model_copy(update={"deviation": None}), a_case()),
    ("receivedOn", coop_a, ViewReceived(view=WHY, received_on=YESTERDAY), a_case()),
    ("document", caseworker1, a_suspension(UNTIL, document=None), a_case()),
    ("until", caseworker1, a_suspension(TODAY), a_case()),
    ("askedOn", caseworker1, a_suspension(UNTIL, asked_on=TOMORROW), a_case()),
    (
        "askedOn",
        caseworker1,
        a_suspension(UNTIL, SuspensionGround.INFORMATION_FROM_ABROAD, asked_on=YESTERDAY),
        a_case((YESTERDAY, coop_a, an_application_received())),
    ),
    ("askedOn", caseworker1, a_suspension(UNTIL, asked_on=YESTERDAY), a_case()),
    ("endedOn", caseworker1, SuspensionEnded(ended_on=YESTERDAY, reason=WHY), a_suspended_case()),
    ("until", caseworker1, DecisionAdjourned(until=date(2026, 4, 28), reasoning=WHY), a_case()),
    ("until", caseworker1, DecisionAdjourned(until=date(2026, 5, 2), reasoning=WHY), a_case()),  # a Saturday
    ("until", caseworker1, DecisionAdjourned(until=date(2026, 6, 24), reasoning=WHY), a_case()),
    ("hoursAWeek", caseworker1, changed(hours=25), a_participation()),
    ("nextReassessmentOn", caseworker1, changed(TODAY), a_participation()),
    ("nextReassessmentOn", caseworker1, changed(TODAY + timedelta(days=20)), a_participation()),
    (
        "nextReassessmentOn",
        caseworker1,
        ParticipationContinued(reasoning=WHY, next_reassessment_on=YESTERDAY),
        a_participation(),
    ),
    ("periodUntil", coop_a, a_report(YESTERDAY, TOMORROW), a_participation()),
    ("periodUntil", coop_a, a_report(date(2025, 1, 1), date(2026, 1, 4)), a_running_participation()),
    ("endsOn", coop_a, an_ending(YESTERDAY), a_participation()),
    ("endsOn", coop_a, an_ending(date(2027, 6, 1)), a_participation()),
    ("message", caseworker1, an_ending(TODAY, message=None), a_running_participation()),
    ("nextReassessmentOn", caseworker1, changed(date(2026, 9, 3)), a_participation()),
    ("until", caseworker1, TaskHeld(until=TODAY, reason=WHY), a_case()),
]


@pytest.mark.parametrize(("field", "actor", "act", "case"), UNACCEPTABLE)
def test_what_does_not_fit_is_refused_by_its_field(field: str, actor: Actor, act: Act, case: Case) -> None:
    """So that a form can show it in its place."""
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(actor, act), case, TODAY)

    facts = refusal.value.facts.items()
    in_english = {name: told if isinstance(told, str) else told["en"] for name, told in facts}

    assert field == refusal.value.field
    assert str(refusal.value) == refusal.value.template.format(**in_english)


LONG_AGO = date(2025, 3, 1)
ACCEPTABLE: list[tuple[Actor, Act, Case]] = [
    (coop_a, an_application_received(), an_empty_case()),
    (coop_a, an_application_received(TODAY), an_empty_case()),
    (coop_a, an_application_received(items=[], hours_a_week=24), an_empty_case()),
    (caseworker1, an_application_received(YESTERDAY), an_empty_case()),
    (caseworker1, an_application_received(LONG_AGO, signed_at="2025-03-01T09:00:00+01:00"), an_empty_case()),
    (coop_a, an_application_received(signed_at=TODAY_AT_ONE), an_empty_case()),
    (caseworker1, a_check(), a_case()),
    (caseworker1, a_check("plan", "mandate"), a_case()),
    (caseworker1, a_supplement(received_on=YESTERDAY), a_case()),
    (caseworker1, a_review(), a_case()),
    (decider1, a_grant(FROM, date(2029, 5, 31), 24), a_case()),
    (decider1, a_grant(TODAY, UNTIL), a_case()),
    (caseworker1, a_proposal("mandate"), an_asking(YESTERDAY)),
    (decider1, ApplicationSetAside(reasoning=WHY), an_asking(YESTERDAY)),
    (coop_a, an_ending(YESTERDAY), a_running_participation()),
    (decider1, a_refusal("no_benefit", "unfair_competition"), a_case()),
    (decider1, a_grant(FROM, UNTIL, 15, view_waived="not_on_his_facts"), a_case()),
    (decider1, a_grant(FROM, UNTIL, 15, view_waived="heard_before"), HEARD_BEFORE),
    (decider1, a_grant(FROM, UNTIL, 15), a_case(*HEARD)),
    (decider1, a_refusal(view_waived=None), a_case((TODAY, caseworker1, a_review()), *HEARD)),
    (decider1, a_grant(FROM, date(2026, 8, 31), 8, form="trial", view_waived="not_on_his_facts"), a_case()),
    (decider1, A_LONG_TRIAL, a_case()),
    (decider1, a_grant(FROM, date(2029, 6, 30), 30, deviation=WHY), a_case()),
    (decider1, ViewInvited(intention=WHY, until=TODAY + timedelta(days=7)), a_case()),
    (decider1, a_grant(FROM, UNTIL, deviation=WHY), a_case((TODAY, caseworker1, UNMET))),
    (decider1, a_refusal(deviation=None), a_case((TODAY, caseworker1, AGAINST))),
    (decider1, a_refusal(deviation=WHY), a_case((TODAY, caseworker1, a_review()))),
    (caseworker1, AGAINST, a_case()),
    (caseworker1, UNMET, a_case()),
    (caseworker1, a_suspension(TOMORROW), a_case()),
    (caseworker1, a_suspension(TOMORROW, SuspensionGround.FORCE_MAJEURE, document=None), a_case()),
    (caseworker1, SuspensionEnded(reason=WHY), a_suspended_case()),
    (caseworker1, DecisionAdjourned(until=date(2026, 4, 29), reasoning=WHY), a_case()),
    (caseworker1, DecisionAdjourned(until=date(2026, 6, 23), reasoning=WHY), a_case()),
    (caseworker1, an_ending(YESTERDAY), a_running_participation()),
    (caseworker1, changed(date(2026, 9, 2)), a_participation()),
    (caseworker1, changed(TODAY + timedelta(days=21), 24), a_participation()),
    (caseworker1, ParticipationContinued(reasoning=WHY), a_participation()),
    (coop_a, a_report(YESTERDAY, TODAY, hours=0), a_participation()),
    (coop_a, an_ending(TODAY), a_participation()),
    (coop_a, an_ending(UNTIL), a_participation()),
    (caseworker1, TaskHeld(until=TOMORROW, reason=WHY), a_case()),
    (caseworker1, NoteAdded(text="x"), a_case()),
]


@pytest.mark.parametrize(("actor", "act", "case"), ACCEPTABLE)
def test_what_just_fits_is_accepted(actor: Actor, act: Act, case: Case) -> None:
    """Up to and including each limit."""
    acceptance.check(done(actor, act), case, TODAY)


def test_an_adviser_is_called_as_people_call_him() -> None:
    """And not by his code."""
    asked = (TODAY, caseworker1, AdviceRequested(adviser="work_coach", question=WHY))

    with pytest.raises(NotNow, match="The advice of Work coach is awaited until 2026-03-16"):
        acceptance.check(done(caseworker1, a_review()), a_case(asked), TODAY)


def test_the_applicants_period_is_his_to_the_end() -> None:
    """Before it is over nothing is set aside, whatever came. Awb 4:5(1)."""
    with pytest.raises(NotNow, match="until 2026-03-02"):
        acceptance.check(done(decider1, ApplicationSetAside(reasoning=WHY)), an_asking(TODAY), TODAY)


@pytest.mark.parametrize(
    "act", [a_suspension(FROM), DecisionAdjourned(until=UNTIL, reasoning=WHY), SuspensionEnded(reason=WHY)]
)
def test_a_term_that_is_over_moves_no_more(act: Act) -> None:
    """Adjournment and suspension come in time or not at all. Awb 4:14(3), 4:15."""
    with pytest.raises(NotNow):
        acceptance.check(done(caseworker1, act), a_case(), date(2026, 4, 29))


def test_the_whole_list_is_told_to_whoever_names_something_else() -> None:
    """And what is left, to whoever answers too few."""
    with pytest.raises(NotAcceptable, match=r"diploma is not in the policy's list: plan \(plan\); mandate"):
        acceptance.check(done(caseworker1, a_check("diploma")), a_case(), TODAY)
    with pytest.raises(NotAcceptable, match="not answered yet: market"):
        acceptance.check(done(caseworker1, a_review(findings=[a_finding("benefit")])), a_case(), TODAY)
