"""The dates of a permission: calendar dates, which do not roll. Pw 44a, 53a."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import Act, ConditionsChanged, EndingWithdrawn, ParticipationContinued, ReportRequested
from domain.case import Case, Status
from domain.people import Actor
from tests.domain.annulled import upheld
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
from tests.permitting import a_proposed_revocation, a_renewal, a_revocation, an_extension
from tests.superseding import a_correction


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


SHORT = "2026-11-30"
"""A permission that ends on the day before its first reassessment."""
LONGER = day("2027-12-31")
LENGTHENED = a_correction(4, a_grant(day("2026-06-01"), day("2027-05-31")))
SPELT = a_correction(4, a_grant(day("2026-06-01"), day(SHORT), reasoning="It fits well."))


@pytest.mark.parametrize(
    ("known_on", "act", "reassessment"),
    [
        ("2026-11-10", a_renewal(LONGER), "2026-12-01"),
        ("2026-11-11", a_renewal(LONGER), "2027-05-11"),
        ("2027-01-15", a_renewal(LONGER), "2027-07-15"),
        ("2027-01-15", a_renewal(day("2027-07-15")), None),
        ("2026-11-20", an_extension(LONGER), "2027-05-20"),
        ("2026-11-20", LENGTHENED, "2027-05-20"),
        ("2026-11-20", SPELT, None),
        ("2027-01-15", a_grant(day("2026-06-01"), LONGER), "2027-07-15"),
    ],
)
def test_a_reassessment_never_comes_sooner_than_a_report_can_come_for_it(
    known_on: str, act: Act, reassessment: str | None
) -> None:
    """Three weeks; where it was not known in time that the permission lasts so long, it counts from that day."""
    case = a_participation((day(known_on), decider1, act), until=SHORT)

    assert (day(reassessment) if reassessment else None) == reassessed_on(case)


def test_a_reassessment_that_was_put_off_says_why() -> None:
    """In the steps that lead to it."""
    term = terms.reassessment(a_participation((day("2027-01-15"), decider1, a_renewal(LONGER)), until=SHORT))

    assert term is not None
    assert [day("2026-06-01"), day("2026-12-01"), day("2027-01-15"), day("2027-07-15")] == [
        step.on for step in term.steps
    ]
    assert "too soon after the decision how long the permission lasts: from that decision" == (
        term.steps[2].reason.en
    )


@pytest.mark.parametrize(
    ("stopped_on", "again_on", "reassessment"),
    [
        ("2026-09-01", "2026-11-10", "2026-12-01"),
        ("2026-09-01", "2026-11-11", "2026-12-02"),
        ("2026-09-01", "2027-02-01", "2027-02-22"),
        ("2026-09-01", "2027-05-09", "2027-05-30"),
        ("2026-09-01", "2027-05-10", None),
    ],
)
@pytest.mark.parametrize("has_revocation", [False, True])
def test_a_reassessment_that_fell_while_it_was_over_is_due_as_soon_as_a_report_can_come(
    stopped_on: str, again_on: str, reassessment: str | None, has_revocation: bool
) -> None:
    """It waits no whole period and does not vanish, as long as a report can come before the last day."""
    stopped, again = day(stopped_on), day(again_on)
    if has_revocation:
        proposed = (stopped, caseworker1, a_proposed_revocation())
        case = a_participation(proposed, (stopped, decider1, a_revocation(stopped)))
        case = upheld(case, case.version, on=again)
    else:
        case = a_participation((stopped, coop_a, an_ending(stopped)), (again, coop_a, EndingWithdrawn()))

    assert (day(reassessment) if reassessment else None) == reassessed_on(case)


def test_a_reassessment_that_is_in_hand_goes_on_when_the_permission_is_renewed() -> None:
    """The report for it was asked; but not when the permission ran out first."""
    in_hand = (day("2026-11-05"), clock, ReportRequested(reassessment_on=day("2026-12-01")))
    in_time = a_participation(in_hand, (day("2026-12-03"), decider1, a_renewal(LONGER)), until="2026-12-03")
    late = a_participation(in_hand, (day("2026-12-04"), decider1, a_renewal(LONGER)), until="2026-12-03")

    assert (day("2026-12-01"), Status.REPORT_AWAITED) == (reassessed_on(in_time), in_time.status)
    assert (day("2027-06-04"), Status.PARTICIPATION) == (reassessed_on(late), late.status)


def test_one_in_hand_that_was_put_off_before_goes_on_when_the_permission_is_renewed_again() -> None:
    """It moved by the renewal before, and once its report is asked no other one moves it."""
    put_off = day("2027-05-11")
    renewed = (day("2026-11-11"), decider1, a_renewal(LONGER))
    in_hand = (day("2027-04-13"), clock, ReportRequested(reassessment_on=put_off))
    again = (day("2027-05-01"), decider1, a_renewal(day("2028-12-31")))
    case = a_participation(renewed, in_hand, again, until=SHORT)

    assert (put_off, Status.REPORT_AWAITED) == (reassessed_on(case), case.status)
    assert put_off == reassessed_on(case.up_to(case.version - 1))


def test_one_in_hand_after_an_ending_was_taken_back_goes_on_when_the_permission_is_renewed() -> None:
    """That a report can come by then, it was asked in time for."""
    stopped = (day("2026-09-01"), coop_a, an_ending(day("2027-01-31")))
    again = (day("2027-01-20"), coop_a, EndingWithdrawn())
    in_hand = (day("2027-01-20"), clock, ReportRequested(reassessment_on=day("2027-02-10")))
    renewed = (day("2027-02-01"), decider1, a_renewal(LONGER))
    case = a_participation(stopped, again, in_hand, renewed)

    assert (day("2027-02-10"), Status.REPORT_AWAITED) == (reassessed_on(case), case.status)


def test_a_trial_that_is_made_full_in_its_reassessment_is_reassessed_anew() -> None:
    """It was looked at by that, so nobody waits for the report any more."""
    in_hand = (day("2026-11-03"), clock, ReportRequested(reassessment_on=day("2026-12-01")))
    case = a_participation(in_hand, (day("2026-11-20"), decider1, an_extension(LONGER)))

    assert (day("2027-05-20"), Status.PARTICIPATION) == (reassessed_on(case), case.status)


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
