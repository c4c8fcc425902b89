"""The dates of a permission: calendar dates, which do not roll. Pw 44a, 53a."""

from __future__ import annotations

from datetime import date

from domain import terms
from domain.acts import Act, ConditionsChanged, ParticipationContinued, ReportRequested
from domain.case import Case
from domain.people import Actor
from tests.examples import (
    WHY,
    a_case,
    a_check,
    a_grant,
    a_review,
    an_application_received,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
)


def day(text: str) -> date:
    """A date as people write it."""
    return date.fromisoformat(text)


def a_participation(*happened: tuple[date, Actor, Act], until: str = "2027-05-31") -> Case:
    """A permission from 1 June 2026."""
    return a_case(
        (day("2026-04-01"), coop_a, an_application_received()),
        (day("2026-04-02"), caseworker1, a_check()),
        (day("2026-04-03"), caseworker1, a_review()),
        (day("2026-04-08"), decider1, a_grant(day("2026-06-01"), day(until))),
        *happened,
    )


def reassessed_on(case: Case) -> date | None:
    """The next reassessment."""
    term = terms.reassessment(case)
    return term.due_on if term else None


def test_the_first_reassessment_counts_from_the_start_of_the_permission() -> None:
    """Six months, on the day itself although it is a holiday or not."""
    assert day("2026-12-01") == reassessed_on(a_participation())


def test_the_next_reassessment_counts_from_the_previous_one() -> None:
    """Whenever that was done."""
    case = a_participation((day("2026-11-20"), caseworker1, ParticipationContinued(reasoning=WHY)))

    assert day("2027-05-20") == reassessed_on(case)


def test_a_caseworker_may_set_the_next_reassessment() -> None:
    """Sooner, when there is reason to."""
    act = ConditionsChanged(
        hours_a_week=8, conditions=(), reasoning=WHY, next_reassessment_on=day("2027-02-01")
    )

    assert day("2027-02-01") == reassessed_on(a_participation((day("2026-11-20"), caseworker1, act)))


def test_there_is_no_reassessment_on_or_after_the_last_day() -> None:
    """Neither by the policy's interval nor by choice."""
    chosen = ParticipationContinued(reasoning=WHY, next_reassessment_on=day("2027-05-31"))

    assert reassessed_on(a_participation(until="2026-12-01")) is None
    assert day("2026-12-01") == reassessed_on(a_participation(until="2026-12-02"))
    assert reassessed_on(a_participation((day("2026-12-01"), caseworker1, chosen))) is None


def test_there_is_no_reassessment_before_a_permission() -> None:
    """Nothing to reassess."""
    assert reassessed_on(a_case()) is None


def test_the_report_is_asked_some_weeks_before_the_reassessment() -> None:
    """Four, by this policy."""
    assert day("2026-11-03") == terms.report_request(a_participation()).due_on


def test_the_report_is_reminded_and_escalated_counting_from_the_asking() -> None:
    """Two and three weeks, by this policy."""
    asked = ReportRequested(reassessment_on=day("2026-12-01"))
    case = a_participation((day("2026-11-03"), clock, asked))

    assert day("2026-11-17") == terms.report_reminder(case).due_on
    assert day("2026-11-24") == terms.report(case).due_on
    assert day("2026-12-01") == terms.reassessment_in_hand(case).due_on


def test_the_permission_lasts_until_the_day_decided_or_ended() -> None:
    """An ending before its term takes the place of the decided day."""
    case = a_participation()
    ended = a_participation((day("2026-09-01"), coop_a, an_ending(day("2026-09-30"))))

    assert day("2027-05-31") == terms.expiry(case).due_on
    assert day("2026-09-30") == terms.expiry(ended).due_on
