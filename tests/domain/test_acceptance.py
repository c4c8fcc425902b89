"""What an act may say, held against its case and its policy: each refusal names the field."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import acceptance
from domain.acts import (
    Act,
    ConditionsChanged,
    Finding,
    NoteAdded,
    ParticipationContinued,
    TaskHeld,
)
from domain.case import Case
from domain.errors import NotAcceptable
from domain.people import Actor
from tests.examples import (
    WHY,
    a_case,
    a_check,
    a_grant,
    a_refusal,
    a_report,
    a_review,
    a_supplement,
    an_application_received,
    an_empty_case,
    an_ending,
    caseworker1,
    coop_a,
    decider1,
    done,
)

TODAY = date(2026, 3, 2)
YESTERDAY, TOMORROW = date(2026, 3, 1), date(2026, 3, 3)
FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)


def a_finding(criterion: str) -> Finding:
    """A criterion that is met."""
    return Finding(criterion=criterion, answer="met", reason=WHY)  # type: ignore[arg-type]


def items(*codes: str) -> list[dict[str, str]]:
    """Documents of these kinds."""
    return [{"code": code, "title": code} for code in codes]


def a_participation() -> Case:
    """Granted on 2 March from 1 June."""
    return a_case((TODAY, decider1, a_grant(FROM, UNTIL)))


def changed(next_on: date | None = None, hours: int = 8) -> ConditionsChanged:
    """Conditions changed at a reassessment."""
    return ConditionsChanged(hours_a_week=hours, conditions=(), reasoning=WHY, next_reassessment_on=next_on)


UNACCEPTABLE: list[tuple[str, Actor, Act, Case]] = [
    ("application/items/1", coop_a, an_application_received(items=items("plan", "diploma")), an_empty_case()),
    ("application/hoursAWeek", coop_a, an_application_received(hours_a_week=25), an_empty_case()),
    ("receivedOn", caseworker1, an_application_received(TOMORROW), an_empty_case()),
    ("receivedOn", coop_a, an_application_received(YESTERDAY), an_empty_case()),
    ("receivedOn", caseworker1, an_application_received(date(2025, 2, 28)), an_empty_case()),
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
    ("validUntil", decider1, a_grant(FROM, date(2029, 6, 2)), a_case()),
    ("validUntil", decider1, a_grant(date(2020, 1, 1), TODAY - timedelta(days=1)), a_case()),
    ("grounds/0", decider1, a_refusal("weather"), a_case()),
    ("hoursAWeek", caseworker1, changed(hours=25), a_participation()),
    ("nextReassessmentOn", caseworker1, changed(TODAY), a_participation()),
    (
        "nextReassessmentOn",
        caseworker1,
        ParticipationContinued(reasoning=WHY, next_reassessment_on=YESTERDAY),
        a_participation(),
    ),
    ("periodUntil", coop_a, a_report(YESTERDAY, TOMORROW), a_participation()),
    ("endsOn", coop_a, an_ending(YESTERDAY), a_participation()),
    ("endsOn", coop_a, an_ending(date(2027, 6, 1)), a_participation()),
    ("until", caseworker1, TaskHeld(until=TODAY, reason=WHY), a_case()),
]


@pytest.mark.parametrize(("field", "actor", "act", "case"), UNACCEPTABLE)
def test_what_does_not_fit_is_refused_by_its_field(field: str, actor: Actor, act: Act, case: Case) -> None:
    """So that a form can show it in its place."""
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(actor, act), case, TODAY)

    assert field == refusal.value.field
    assert str(refusal.value) == refusal.value.template.format(**refusal.value.facts)


ACCEPTABLE: list[tuple[Actor, Act, Case]] = [
    (coop_a, an_application_received(), an_empty_case()),
    (coop_a, an_application_received(TODAY), an_empty_case()),
    (coop_a, an_application_received(items=[], hours_a_week=24), an_empty_case()),
    (caseworker1, an_application_received(YESTERDAY), an_empty_case()),
    (caseworker1, an_application_received(date(2025, 3, 1)), an_empty_case()),
    (caseworker1, a_check(), a_case()),
    (caseworker1, a_check("plan", "mandate"), a_case()),
    (caseworker1, a_supplement(received_on=YESTERDAY), a_case()),
    (caseworker1, a_review(), a_case()),
    (decider1, a_grant(FROM, date(2029, 6, 1), 24), a_case()),
    (decider1, a_refusal("no_benefit", "unfair_competition"), a_case()),
    (caseworker1, changed(TOMORROW, 24), a_participation()),
    (caseworker1, ParticipationContinued(reasoning=WHY), a_participation()),
    (coop_a, a_report(YESTERDAY, TODAY, hours=0), a_participation()),
    (coop_a, an_ending(TODAY), a_participation()),
    (coop_a, an_ending(UNTIL), a_participation()),
    (caseworker1, TaskHeld(until=TOMORROW, reason=WHY), a_case()),
    (caseworker1, NoteAdded(text="x"), a_case()),
]


@pytest.mark.parametrize(("actor", "act", "case"), ACCEPTABLE)
def test_what_just_fits_is_accepted(actor: Actor, act: Act, case: Case) -> None:
    """Up to and with each limit."""
    acceptance.check(done(actor, act), case, TODAY)


def test_the_whole_list_is_told_to_whoever_names_something_else() -> None:
    """And the codes that are left, to whoever answers too few."""
    with pytest.raises(NotAcceptable, match="diploma is not in the policy's list: plan, mandate"):
        acceptance.check(done(caseworker1, a_check("diploma")), a_case(), TODAY)
    with pytest.raises(NotAcceptable, match="not answered yet: market"):
        acceptance.check(done(caseworker1, a_review(findings=[a_finding("benefit")])), a_case(), TODAY)
