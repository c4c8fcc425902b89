"""What `meedoen case` tells of a permission."""

from __future__ import annotations

from datetime import date

import pytest

from cli.case import days_of
from domain.case import Permission
from domain.words import Language

FEBRUARY = date(2027, 2, 1)


@pytest.mark.parametrize(
    ("last", "language", "told"),
    [
        (
            date(2027, 7, 31),
            "en",
            "Permission from 1 February 2027 up to and including 31 July 2027, 12 hours a week",
        ),
        (date(2027, 7, 31), "nl", "Toestemming van 1 februari 2027 tot en met 31 juli 2027, 12 uur per week"),
        (date(2026, 11, 29), "en", "The permission ended before its first day, 1 February 2027"),
        (date(2026, 11, 29), "nl", "De toestemming is geëindigd voor de eerste dag, 1 februari 2027"),
    ],
)
def test_a_permission_tells_its_days_or_that_it_never_began(
    last: date, language: Language, told: str
) -> None:
    """It may end before its first day, when who asked for it stops in time."""
    permission = Permission(valid_from=FEBRUARY, valid_until=last, hours_a_week=12)

    assert told == days_of(permission, language)
