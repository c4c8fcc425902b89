"""The deadlines of a case, by the worked examples of the law's own arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import terms
from domain.acts import (
    Act,
    ApplicationTakenUp,
    ReviewReturned,
    SetAsideLapsed,
    SupplementLapsed,
    SupplementRequested,
)
from domain.calendar import next_working_day
from domain.case import Case
from domain.people import Actor
from tests.examples import (
    WHY,
    a_case,
    a_check,
    a_policy,
    a_supplement,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
)


def day(text: str) -> date:
    """A date as people write it."""
    return date.fromisoformat(text)


def a_suspended_case(
    received: str, asked: str, completed: str | None = None, until: str | None = None
) -> Case:
    """A case that waited for its applicant."""
    asked_on = day(asked)
    until_on = day(until) if until else asked_on + timedelta(days=14)
    happened: list[tuple[date, Actor, Act]] = [
        (day(received), coop_a, an_application_received()),
        (asked_on, caseworker1, a_check("mandate")),
        (asked_on, clock, SupplementRequested(missing=("mandate",), until=until_on)),
    ]
    if completed:
        happened.append((day(completed), coop_a, a_supplement()))
    return a_case(*happened)


@pytest.mark.parametrize(
    ("received", "due", "why"),
    [
        ("2026-03-20", "2026-05-18", "15 May is put on a par with a holiday, and then it is weekend"),
        ("2026-10-30", "2026-12-28", "Christmas, its second day and a Sunday"),
        ("2026-03-02", "2026-04-28", "King's Day"),
        ("2026-09-01", "2026-10-27", "an ordinary Tuesday, eight weeks after another"),
    ],
)
def test_eight_weeks_after_receipt_the_decision_is_due(received: str, due: str, why: str) -> None:
    """Awb 4:13, and the roll of Atw 1."""
    case = a_case((day(received), coop_a, an_application_received()))

    assert day(due) == terms.decision(case).due_on, why


def test_waiting_for_the_applicant_does_not_use_up_our_time() -> None:
    """From 9 up to 21 September is 13 days; 27 October and 13 days is 9 November. Awb 4:15(1)(a)."""
    case = a_suspended_case("2026-09-01", "2026-09-08", "2026-09-22")

    assert 13 == terms.suspended_days(case)
    assert day("2026-11-09") == terms.decision(case).due_on


def test_suspension_is_added_before_the_one_roll() -> None:
    """2 March, 8 weeks and 13 days is Sunday 10 May, so Monday 11 May; the holiday on 27 April plays no part."""
    case = a_suspended_case("2026-03-02", "2026-03-09", "2026-03-23")

    assert day("2026-05-11") == terms.decision(case).due_on


@pytest.mark.parametrize(
    ("asked", "completed", "days"),
    [("2026-09-08", "2026-09-08", 0), ("2026-09-08", "2026-09-09", 0), ("2026-09-08", "2026-09-10", 1)],
)
def test_the_days_of_asking_and_of_completion_both_count(asked: str, completed: str, days: int) -> None:
    """From the day after the asking until, not through, the day of completion; never less than none."""
    case = a_suspended_case("2026-09-01", asked, completed)

    assert days == terms.suspended_days(case)


def test_while_the_supplement_is_awaited_its_whole_period_counts() -> None:
    """The date shown assumes that the applicant uses his time."""
    case = a_suspended_case("2026-09-01", "2026-09-08", until="2026-09-22")

    assert 13 == terms.suspended_days(case)


def test_a_period_that_passes_unused_suspends_up_to_its_last_day() -> None:
    """Both days excluded: counted against the municipality."""
    waiting = a_suspended_case("2026-09-01", "2026-09-08", until="2026-09-22")
    case = a_case(
        *((e.on, e.actor, e.act) for e in waiting.entries), (day("2026-09-23"), clock, SupplementLapsed())
    )

    assert 13 == terms.suspended_days(case)


def test_a_supplement_that_staff_register_counts_from_the_day_it_came() -> None:
    """It lay in the post room for two days."""
    waiting = a_suspended_case("2026-09-01", "2026-09-08")
    supplement = a_supplement(received_on=day("2026-09-16"))
    case = a_case(
        *((e.on, e.actor, e.act) for e in waiting.entries), (day("2026-09-18"), caseworker1, supplement)
    )

    assert 7 == terms.suspended_days(case)


def test_two_requests_suspend_twice_and_days_in_both_count_once() -> None:
    """Four days and two days."""
    case = a_case(
        (day("2026-09-01"), coop_a, an_application_received()),
        (day("2026-09-08"), clock, SupplementRequested(missing=("mandate",), until=day("2026-09-22"))),
        (day("2026-09-13"), coop_a, a_supplement()),
        (day("2026-09-14"), clock, SupplementRequested(missing=("mandate",), until=day("2026-09-28"))),
        (day("2026-09-17"), coop_a, a_supplement()),
    )

    assert 6 == terms.suspended_days(case)


def test_a_paper_application_counts_from_the_day_it_came() -> None:
    """Not from the day on which it was registered."""
    received = an_application_received(received_on=day("2026-08-31"))
    case = a_case((day("2026-09-02"), caseworker1, received))

    assert day("2026-10-26") == terms.decision(case).due_on


def test_local_rules_may_set_another_decision_term() -> None:
    """Thirteen weeks, say."""
    policy = a_policy(periods={"decision_weeks": 13})
    case = a_case((day("2026-03-02"), coop_a, an_application_received()), policy=policy)

    assert day("2026-06-01") == terms.decision(case).due_on


def test_a_term_of_more_than_twelve_weeks_does_not_roll() -> None:
    """Thirteen weeks after 25 September 2026 is Christmas Day, and stays so. Atw 4."""
    policy = a_policy(periods={"decision_weeks": 13})
    case = a_case((day("2026-09-25"), coop_a, an_application_received()), policy=policy)

    assert day("2026-12-25") == terms.decision(case).due_on


def test_setting_aside_must_be_done_within_four_weeks_after_the_period_passed() -> None:
    """28 days after Tuesday 22 September; Awb 4:5(4)."""
    case = a_suspended_case("2026-09-01", "2026-09-08", until="2026-09-22")

    assert day("2026-10-20") == terms.set_aside(case).due_on


def test_the_four_weeks_to_set_aside_leave_a_day_after_a_long_period() -> None:
    """Six weeks to supply it, and something on the second day: the four weeks run from their end. Awb 4:5(4)."""
    case = a_suspended_case("2026-09-01", "2026-09-08", "2026-09-10", until="2026-10-20")

    assert day("2026-11-17") == terms.set_aside(case).due_on


def test_the_four_weeks_to_set_aside_roll_past_a_holiday() -> None:
    """27 November and 28 days is Christmas."""
    case = a_suspended_case("2026-11-02", "2026-11-13", until="2026-11-27")

    assert day("2026-12-28") == terms.set_aside(case).due_on


def test_the_period_for_missing_items_ends_on_a_working_day() -> None:
    """Fourteen days after 1 May is the Friday after Ascension Day; the municipality chooses a day it works."""
    assert day("2026-05-18") == terms.supplement_period(a_case(), day("2026-05-01")).due_on


def test_the_reminder_goes_some_days_before_the_period_ends() -> None:
    """Four, by this policy."""
    case = a_suspended_case("2026-09-01", "2026-09-08", until="2026-09-22")

    assert day("2026-09-22") == terms.supplement(case).due_on
    assert day("2026-09-18") == terms.supplement_reminder(case).due_on


def test_the_check_is_due_a_week_after_what_came_last() -> None:
    """The application, and then the supplement that was asked for."""
    waiting = a_suspended_case("2026-09-01", "2026-09-08")
    supplied = a_suspended_case("2026-09-01", "2026-09-08", "2026-09-15")

    assert (
        day("2026-09-08")
        == terms.intake(a_case((day("2026-09-01"), coop_a, an_application_received()))).due_on
    )
    assert day("2026-09-22") == terms.intake(supplied).due_on
    assert waiting.received_on == supplied.received_on


def test_the_review_is_due_three_weeks_after_the_application_was_complete() -> None:
    """By this policy."""
    case = a_case(
        (day("2026-09-01"), coop_a, an_application_received()), (day("2026-09-03"), caseworker1, a_check())
    )

    assert day("2026-09-24") == terms.review(case).due_on


@pytest.mark.parametrize(
    "act", [ApplicationTakenUp(reasoning=WHY), SetAsideLapsed(), ReviewReturned(reason=WHY)]
)
def test_the_review_has_its_time_from_when_it_could_start(act: ApplicationTakenUp | SetAsideLapsed) -> None:
    """Also when the application is reviewed after all, or once more."""
    case = a_case(
        (day("2026-09-01"), coop_a, an_application_received()),
        (day("2026-09-03"), caseworker1, a_check("mandate")),
        (day("2026-09-30"), decider1, act),
    )

    assert day("2026-10-21") == terms.review(case).due_on


def test_the_review_is_never_due_after_the_decision() -> None:
    """However late it was sent back."""
    case = a_case(
        (day("2026-09-01"), coop_a, an_application_received()),
        (day("2026-09-03"), caseworker1, a_check()),
        (day("2026-10-20"), decider1, ReviewReturned(reason=WHY)),
    )

    assert terms.decision(case).due_on == terms.review(case).due_on


@pytest.mark.parametrize(
    ("sent", "until"),
    [("2026-04-03", "2026-05-18"), ("2026-11-13", "2026-12-28"), ("2026-08-21", "2026-10-02")],
)
def test_six_weeks_after_a_notification_roll_too(sent: str, until: str) -> None:
    """Awb 6:7, 6:8: the day of sending is not counted."""
    assert day(until) == next_working_day(day(sent) + timedelta(weeks=6))
