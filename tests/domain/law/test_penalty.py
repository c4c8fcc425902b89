"""The penalty payment for deciding too late, by worked examples. Awb 4:17, 4:18."""

from __future__ import annotations

from datetime import date

import pytest

from domain.law.penalty import penalty


def day(text: str) -> date:
    """A date as people write it."""
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "days", "euros"),
    [
        ("2026-01-16", 0, 0),
        ("2026-01-17", 1, 23),
        ("2026-01-30", 14, 322),
        ("2026-01-31", 15, 357),
        ("2026-02-13", 28, 812),
        ("2026-02-14", 29, 857),
        ("2026-02-26", 41, 1397),
        ("2026-02-27", 42, 1442),
        ("2026-02-28", 42, 1442),
        ("2030-01-01", 42, 1442),
    ],
)
def test_a_late_decision_costs_more_each_fortnight_and_at_most_1442_euros(
    on: str, days: int, euros: int
) -> None:
    """A notice received on 2 January 2026, a day put on a par with a holiday: that moves nothing. Awb 4:17."""
    owed = penalty(day("2026-01-02"), day(on))

    assert day("2026-01-17") == owed.first_day_on
    assert day("2026-02-27") == owed.last_day_on
    assert (days, 100 * euros) == (owed.days, owed.owed_cents)


@pytest.mark.parametrize(
    ("due", "first"),
    [("2026-01-01", "2026-01-17"), ("2026-01-02", None), ("2026-01-03", None), (None, "2026-01-17")],
)
def test_a_notice_has_no_effect_unless_received_after_the_date_passed(
    due: str | None, first: str | None
) -> None:
    """On the last day itself the municipality is not late yet. Awb 4:17(3)."""
    owed = penalty(day("2026-01-02"), day("2026-03-01"), decision_due_on=day(due) if due else None)

    assert (day(first) if first else None) == owed.first_day_on
    assert (144200 if first else 0) == owed.owed_cents


@pytest.mark.parametrize(
    ("stopped", "days", "fix_by"),
    [
        ("2025-12-31", 0, None),
        ("2026-01-16", 0, None),
        ("2026-01-17", 0, None),
        ("2026-01-18", 1, "2026-02-02"),
        ("2026-01-31", 14, "2026-02-13"),
        ("2026-02-27", 41, "2026-03-12"),
        ("2026-02-28", 42, "2026-03-13"),
        ("2026-06-01", 42, "2026-03-13"),
    ],
)
def test_the_day_on_which_the_decision_is_sent_is_not_owed(
    stopped: str, days: int, fix_by: str | None
) -> None:
    """On that day the municipality is no longer in default. The amount is fixed within two weeks. Awb 4:17, 4:18."""
    owed = penalty(day("2026-01-02"), day("2026-07-01"), stopped_on=day(stopped))

    assert days == owed.days
    assert (day(fix_by) if fix_by else None) == owed.fix_by_on


def test_on_the_last_paid_day_it_grows_no_more() -> None:
    """So from that day on there is a day to fix it."""
    assert penalty(day("2026-01-02"), day("2026-02-26")).fix_by_on is None
    assert day("2026-03-13") == penalty(day("2026-01-02"), day("2026-02-27")).fix_by_on


@pytest.mark.parametrize(
    ("stopped", "told"), [("2026-02-20", True), ("2026-02-28", True), ("2026-03-01", False)]
)
def test_a_decision_after_the_42_days_plays_no_part(stopped: str, told: bool) -> None:
    """They had ended by themselves."""
    steps = penalty(day("2026-01-02"), day("2026-07-01"), stopped_on=day(stopped)).steps

    assert told == (day(stopped) in [step.on for step in steps])


def test_as_long_as_it_grows_there_is_no_day_to_fix_it() -> None:
    """A decision to be sent later does not count yet."""
    owed = penalty(day("2026-01-02"), day("2026-01-20"), stopped_on=day("2026-01-22"))

    assert (4, day("2026-01-21"), None) == (owed.days, owed.last_day_on, owed.fix_by_on)
