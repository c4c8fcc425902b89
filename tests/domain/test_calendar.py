"""Working days, and the roll of a term that ends on a day off. Atw 1 and 3."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from domain.calendar import (
    LAST_YEAR_LOADED,
    PUT_ON_A_PAR,
    RECOGNISED,
    end_of_week,
    is_day_off,
    months_after,
    next_working_day,
)
from tests.domain.easter import easter, recognised_holidays

days = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2020, "2020-04-12"), (2024, "2024-03-31"), (2026, "2026-04-05"), (2038, "2038-04-25")],
)
def test_the_second_opinion_knows_easter(year: int, sunday: str) -> None:
    """Dates of Easter that an almanac gives, the latest possible one among them."""
    assert date.fromisoformat(sunday) == easter(year)


@pytest.mark.parametrize("year", range(2020, 2041))
def test_the_recognised_holidays_are_those_that_follow_from_easter(year: int) -> None:
    """Leaving out Sundays, which are days off anyhow."""
    ours = {day for day in RECOGNISED if day.year == year and day.weekday() != 6}
    theirs = {day for day in recognised_holidays(year) if day.weekday() != 6}

    assert theirs == ours


@given(days)
def test_a_day_off_is_one_by_either_reckoning(day: date) -> None:
    """A Saturday, a Sunday, a recognised holiday or a day put on a par with one."""
    by_the_other = day.weekday() >= 5 or day in recognised_holidays(day.year) or day in PUT_ON_A_PAR

    assert by_the_other == is_day_off(day)


@given(days)
def test_a_term_rolls_to_the_first_day_that_is_none_of_these(day: date) -> None:
    """Never back, never on a day off, and never past a working day."""
    rolled = next_working_day(day)

    assert day <= rolled
    assert not is_day_off(rolled)
    assert all(is_day_off(day + timedelta(days=n)) for n in range((rolled - day).days))


@pytest.mark.parametrize(
    ("ends", "rolls_to", "why"),
    [
        ("2026-05-14", "2026-05-18", "Ascension Day, the Friday put on a par, and the weekend"),
        ("2026-05-15", "2026-05-18", "a Friday put on a par with a holiday"),
        ("2026-12-25", "2026-12-28", "Christmas, and its second day on a Saturday"),
        ("2026-04-03", "2026-04-07", "Good Friday up to Easter Monday"),
        ("2025-04-26", "2025-04-28", "King's Day a day early, on Saturday"),
        ("2026-01-01", "2026-01-05", "New Year's Day and the Friday put on a par"),
        ("2026-05-05", "2026-05-06", "Liberation Day, each year"),
        ("2026-11-24", "2026-11-24", "an ordinary Tuesday"),
    ],
)
def test_days_off_that_a_lawyer_would_look_up(ends: str, rolls_to: str, why: str) -> None:
    """One example for each reason."""
    assert date.fromisoformat(rolls_to) == next_working_day(date.fromisoformat(ends)), why


def test_days_put_on_a_par_are_known_up_to_a_year() -> None:
    """Later decrees can't be known."""
    assert 2028 == LAST_YEAR_LOADED


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-03-01", 12, "2027-03-01"),
        ("2026-03-01", 36, "2029-03-01"),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_end_of_a_shorter_month(
    start: str, months: int, end: str
) -> None:
    """As people count them."""
    assert date.fromisoformat(end) == months_after(date.fromisoformat(start), months)


@given(days, st.integers(0, 120), st.integers(0, 120))
def test_more_months_are_never_less_time(day: date, fewer: int, more: int) -> None:
    """Monotone in the number of months."""
    fewer, more = sorted((fewer, more))

    assert months_after(day, fewer) <= months_after(day, more)


def test_a_week_ends_on_sunday() -> None:
    monday = date(2026, 11, 2)

    assert {date(2026, 11, 8)} == {end_of_week(monday + timedelta(days=days)) for days in range(7)}
