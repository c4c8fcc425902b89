"""The terms of the law by worked examples, as a lawyer would reckon them by hand."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law import application, objection
from domain.law.application import Adjournment
from domain.law.suspension import Suspension, days_suspended


def day(text: str) -> date:
    """A date as people write it."""
    return date.fromisoformat(text)


def still(*spans: str) -> list[Suspension]:
    """Suspensions, written as request and end."""
    return [
        Suspension(asked_on=day(asked), ended_on=day(ended))
        for asked, ended in (span.split("/") for span in spans)
    ]


@pytest.mark.parametrize(
    ("received", "due", "why"),
    [
        ("2026-03-20", "2026-05-18", "15 May is put on a par with a holiday, and then it is weekend"),
        ("2026-10-30", "2026-12-28", "Christmas, its second day and a Sunday"),
        ("2026-03-02", "2026-04-28", "King's Day"),
        ("2025-03-01", "2025-04-28", "a Saturday on which King's Day is kept, and the Sunday of it"),
        ("2026-09-01", "2026-10-27", "an ordinary Tuesday, eight weeks after another"),
        ("2027-11-06", "2028-01-03", "New Year's Day on a Saturday"),
        ("2024-01-03", "2024-02-28", "a leap year plays no part before its day"),
        ("2024-01-04", "2024-02-29", "the day itself"),
    ],
)
def test_an_application_is_decided_on_within_eight_weeks(received: str, due: str, why: str) -> None:
    """Awb 4:13(2), Atw 1 and 3."""
    assert day(due) == application.decision(day(received)).due_on, why


@pytest.mark.parametrize(
    ("spans", "due", "why"),
    [
        (["2026-09-08/2026-09-22"], "2026-11-09", "13 days"),
        (["2026-09-08/2026-09-08"], "2026-10-27", "completed at once"),
        (["2026-09-08/2026-09-09"], "2026-10-27", "completed the day after: no day lies between"),
        (["2026-09-08/2026-09-10"], "2026-10-28", "one day lies between"),
        (["2026-09-08/2026-09-22", "2026-09-10/2026-09-25"], "2026-11-12", "overlap: 13 and 3 more"),
        (["2026-09-08/2026-09-22", "2026-09-10/2026-09-15"], "2026-11-09", "one within the other"),
        (["2026-09-08/2026-09-22", "2026-09-22/2026-09-24"], "2026-11-10", "one after the other"),
        (["2026-09-22/2026-09-24", "2026-09-08/2026-09-22"], "2026-11-10", "in any order"),
        (["2026-09-08/2026-09-22"] * 3, "2026-11-09", "told three times"),
        (["2026-09-08/2026-12-08"], "2027-01-25", "90 days"),
    ],
)
def test_the_days_suspended_are_added_before_the_one_roll(spans: list[str], due: str, why: str) -> None:
    """Awb 4:15: days = end - request - 1, and a day in several counts once."""
    assert day(due) == application.decision(day("2026-09-01"), suspensions=still(*spans)).due_on, why


def test_a_roll_in_between_plays_no_part() -> None:
    """2 March and 8 weeks is King's Day; 13 days more is Sunday 10 May, so Monday: not 28 April and 13 days."""
    term = application.decision(day("2026-03-02"), suspensions=still("2026-03-09/2026-03-23"))

    assert day("2026-05-11") == term.due_on


@pytest.mark.parametrize(
    ("weeks", "due"),
    [(12, "2026-12-28"), (13, "2026-12-25"), (1, "2026-10-02")],
)
def test_local_rules_may_set_another_term_and_only_up_to_twelve_weeks_it_rolls(weeks: int, due: str) -> None:
    """Atw 4: one of twelve weeks rolls past Christmas, one of thirteen ends on it."""
    received = {12: "2026-10-02", 13: "2026-09-25", 1: "2026-09-25"}[weeks]

    assert day(due) == application.decision(day(received), weeks).due_on


def test_a_long_term_on_a_day_off_says_why_it_stays_there() -> None:
    """Else it looks like a mistake."""
    assert "Atw 4" == application.decision(day("2026-09-25"), 13).steps[-1].article
    assert "Atw 4" not in [step.article for step in application.decision(day("2026-09-24"), 13).steps]


def test_the_new_date_that_the_applicant_was_told_becomes_the_date_and_does_not_roll() -> None:
    """Awb 4:14(3): the municipality chose it, here a Sunday."""
    term = application.decision(day("2026-09-01"), adjournment=Adjournment(to=day("2026-11-29")))

    assert day("2026-11-29") == term.due_on
    assert "Awb 4:14(3)" == term.steps[-1].article


def test_a_new_date_reckons_with_what_was_suspended_before_and_moves_with_what_is_suspended_after() -> None:
    """13 days before the telling change nothing any more; four days after it move the new date, without a roll."""
    adjournment = Adjournment(to=day("2026-12-01"), told_on=day("2026-10-20"))
    spans = still("2026-09-08/2026-09-22", "2026-11-02/2026-11-07")
    term = application.decision(day("2026-09-01"), suspensions=spans, adjournment=adjournment)

    assert day("2026-12-05") == term.due_on
    assert ["2026-09-01", "2026-10-27", "2026-11-09", "2026-12-01", "2026-12-05"] == [
        step.on.isoformat() for step in term.steps
    ]


def test_a_day_that_was_suspended_before_the_telling_does_not_count_again_after_it() -> None:
    """The first reaches to 9 November; of the other only 10 and 11 November are new."""
    adjournment = Adjournment(to=day("2026-12-01"), told_on=day("2026-10-20"))
    spans = still("2026-10-19/2026-11-10", "2026-10-21/2026-11-12")
    term = application.decision(day("2026-09-01"), suspensions=spans, adjournment=adjournment)

    assert day("2026-12-03") == term.due_on


def test_what_a_new_date_reckons_with_can_be_named_instead_of_told_by_its_day() -> None:
    """The consent of 13 days was there, whatever day counts for it; the other of four days was not."""
    known, since = still("2026-10-20/2026-11-03", "2026-10-19/2026-10-24")
    adjournment = Adjournment(to=day("2026-12-01"), told_on=day("2026-10-20"), known=(known,))
    term = application.decision(day("2026-09-01"), suspensions=(known, since), adjournment=adjournment)

    assert day("2026-12-02") == term.due_on
    assert ["2026-09-01", "2026-10-27", "2026-11-09", "2026-12-01", "2026-12-02"] == [
        step.on.isoformat() for step in term.steps
    ]


@pytest.mark.parametrize(
    ("ended", "due"),
    [("2026-09-22", "2026-10-20"), ("2026-11-27", "2026-12-28"), ("2026-04-07", "2026-05-06")],
)
def test_an_application_is_set_aside_within_four_weeks(ended: str, due: str) -> None:
    """Awb 4:5(4); the second would end at Christmas, the third on 5 May."""
    assert day(due) == application.set_aside(day(ended)).due_on


def test_the_period_for_missing_items_is_put_on_a_working_day() -> None:
    """Friday 15 May is put on a par with a holiday."""
    assert day("2026-05-18") == application.supplement_period(day("2026-05-01"), 14).due_on


@pytest.mark.parametrize(
    ("sent", "until"),
    [("2026-04-03", "2026-05-18"), ("2026-11-13", "2026-12-28"), ("2026-08-21", "2026-10-02")],
)
def test_somebody_can_object_for_six_weeks_from_the_day_after_sending(sent: str, until: str) -> None:
    """Awb 6:7, 6:8: from a Tuesday to a Tuesday."""
    assert day(until) == objection.objection(day(sent)).due_on
    assert day(until) == objection.higher_appeal(day(sent)).due_on


@pytest.mark.parametrize(
    ("received", "posted", "in_time", "why"),
    [
        ("2026-10-02", None, True, "on the last day"),
        ("2026-10-05", None, False, "after it, brought by hand"),
        ("2026-10-03", "2026-10-02", True, "posted on the last day"),
        ("2026-10-09", "2026-10-02", True, "and a week later in the letterbox"),
        ("2026-10-10", "2026-10-02", False, "and more than a week later"),
        ("2026-10-06", "2026-10-03", False, "posted too late"),
        ("2026-09-01", "2026-08-31", True, "well within"),
        ("2026-08-21", None, True, "on the day of sending itself"),
        ("2026-08-01", None, True, "before there was a decision"),
    ],
)
def test_an_objection_is_in_time(received: str, posted: str | None, in_time: bool, why: str) -> None:
    """Sent on 21 August 2026, so until Friday 2 October. Awb 6:9, 6:10."""
    came = objection.lodging(day("2026-08-21"), day(received), day(posted) if posted else None)

    assert in_time == came.in_time, why
    assert day(received) == came.steps[-1].on


@pytest.mark.parametrize(
    ("received", "in_time"), [("2026-05-25", True), ("2026-05-26", True), ("2026-05-27", False)]
)
def test_the_week_for_the_post_rolls_too(received: str, in_time: bool) -> None:
    """Until 18 May; a week later is Whit Monday, on which nobody brings the post. Awb 6:9(2), Atw 1."""
    assert in_time == objection.lodging(day("2026-04-03"), day(received), day("2026-05-18")).in_time
    assert in_time == (day(received) <= objection.with_the_post(day("2026-04-03")).due_on)


def test_an_objection_on_the_day_of_sending_is_early() -> None:
    """The term begins the day after. Awb 6:8, 6:10."""
    sent = day("2026-08-21")

    assert "Awb 6:10" == objection.lodging(sent, sent).steps[-1].article
    assert "Awb 6:9(1)" == objection.lodging(sent, day("2026-08-22")).steps[-1].article


def test_too_late_is_for_a_person_to_judge() -> None:
    """Awb 6:11."""
    step = objection.lodging(day("2026-08-21"), day("2026-12-01")).steps[-1]

    assert "Awb 6:9, 6:11" == step.article
    assert "person" in step.reason.en


@pytest.mark.parametrize(
    ("committee", "adjourned", "due"),
    [(False, 0, "2026-11-13"), (True, 0, "2026-12-28"), (False, 6, "2026-12-25"), (True, 6, "2027-02-08")],
)
def test_an_objection_is_decided_on_counting_from_the_end_of_the_objection_term(
    committee: bool, adjourned: int, due: str
) -> None:
    """Sent on 21 August 2026; adjourned it ends where the municipality put it, on Christmas Day too. Awb 7:10."""
    term = objection.objection_decision(day("2026-08-21"), committee=committee, adjourned_days=7 * adjourned)

    assert day(due) == term.due_on


def test_the_decision_on_an_objection_counts_from_the_rolled_end_of_its_term() -> None:
    """Sent on 3 April: until Monday 18 May, and six weeks from there is Monday 29 June."""
    assert day("2026-06-29") == objection.objection_decision(day("2026-04-03")).due_on


@pytest.mark.parametrize(
    ("span", "due", "why"),
    [
        ("2026-10-05/2026-10-19", "2026-11-26", "13 days"),
        ("2026-10-02/2026-10-04", "2026-11-16", "one day, a Saturday, and then it is weekend"),
        ("2026-09-08/2026-09-22", "2026-11-13", "the term had not begun, so nothing stands still"),
        ("2026-09-25/2026-10-09", "2026-11-19", "6 of the 13 days lie after 2 October"),
    ],
)
def test_the_time_to_repair_an_objection_stands_still_as_far_as_the_term_runs(
    span: str, due: str, why: str
) -> None:
    """Awb 6:6, 7:10(2)."""
    assert day(due) == objection.objection_decision(day("2026-08-21"), repairs=still(span)).due_on, why


def test_a_step_says_which_days_counted_already() -> None:
    """16 days, of which the second suspension adds three."""
    spans = still("2026-09-08/2026-09-22", "2026-09-10/2026-09-25")
    step = application.decision(day("2026-09-01"), suspensions=spans).steps[-1]

    assert (
        "3 dagen opgeschort: 22 september 2026 tot en met 24 september 2026; al meegeteld: 11 dagen"
        == step.reason.nl
    )


def test_a_suspension_asked_for_on_the_day_of_telling_moves_the_new_date() -> None:
    """The new date could not reckon with it."""
    adjournment = Adjournment(to=day("2026-12-01"), told_on=day("2026-10-20"))
    spans = still("2026-10-20/2026-10-23")

    assert day("2026-12-03") == application.decision(day("2026-09-01"), None, spans, adjournment).due_on


def test_a_case_and_the_calculator_count_suspended_days_alike() -> None:
    """Both by this function."""
    assert 16 == days_suspended(still("2026-09-08/2026-09-22", "2026-09-10/2026-09-25"))
