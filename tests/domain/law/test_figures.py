"""The numbers of the law, each from a day on."""

from __future__ import annotations

from datetime import date

import pytest

from domain.calendar import DECREES, PUT_ON_A_PAR, written
from domain.law import figures
from domain.law.figures import Version, in_force, is_loaded
from domain.money import euros
from domain.policy import Periods

VERSIONS = (Version(date(2019, 1, 1), 23, "one"), Version(date(2027, 1, 1), 25, "two"))
ALL = {name: value for name, value in vars(figures).items() if isinstance(value, tuple)}


@pytest.mark.parametrize(
    ("day", "value"), [("2018-12-31", 23), ("2019-01-01", 23), ("2026-12-31", 23), ("2027-01-01", 25)]
)
def test_a_number_counts_from_its_day_until_the_next_one(day: str, value: int) -> None:
    """Of what came before the first one nothing is known, so that one is taken."""
    assert value == in_force(VERSIONS, date.fromisoformat(day))


def test_it_is_known_what_counted_since_the_first_version() -> None:
    """And not before."""
    assert is_loaded(VERSIONS, date(2019, 1, 1))
    assert not is_loaded(VERSIONS, date(2018, 12, 31))


@pytest.mark.parametrize("name", ALL)
def test_every_number_has_its_days_in_order_and_its_source(name: str) -> None:
    """So that a lawyer finds it back."""
    days = [version.since for version in ALL[name]]

    assert days == sorted(set(days))
    assert all(version.source.startswith("Awb ") for version in ALL[name])


def test_every_decree_names_its_days_in_its_title() -> None:
    """As it was published."""
    assert [] == [day for decree in DECREES for day in decree.days if written(day).nl not in decree.source]


def test_a_day_put_on_a_par_is_a_weekday() -> None:
    """A Saturday or Sunday needs no decree."""
    assert {True} == {day.weekday() < 5 for day in PUT_ON_A_PAR}


def test_a_policy_that_says_nothing_has_the_weeks_of_the_law() -> None:
    """Awb 4:13(2)."""
    assert in_force(figures.DECISION_WEEKS, date(2026, 1, 1)) == Periods().decision_weeks


@pytest.mark.parametrize(
    ("cents", "nl", "en"),
    [
        (2300, "23,00", "23.00"),
        (144200, "1.442,00", "1,442.00"),
        (2350, "23,50", "23.50"),
        (5, "0,05", "0.05"),
    ],
)
def test_an_amount_is_told_as_people_write_it(cents: int, nl: str, en: str) -> None:
    """With a point or a comma, by the language, and never broken behind the sign."""
    assert (f"€\N{NO-BREAK SPACE}{nl}", f"€{en}") == (euros(cents).nl, euros(cents).en)
