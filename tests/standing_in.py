"""Absences that tests start from."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from domain.absences import Absence
from domain.calendar import NETHERLANDS
from tests.examples import coordinator1


def an_absence(
    first_on: date,
    last_on: date,
    absent: str = "caseworker1",
    substitute: str = "caseworker2",
    **changed: Any,
) -> Absence:
    """Somebody is absent, and another stands in; recorded by the coordinator on the first morning of 2026."""
    said: dict[str, Any] = {"absent_name": absent.title(), "substitute_name": substitute.title()} | changed
    return Absence(
        id=f"{absent}-{first_on}",
        absent=absent,
        substitute=substitute,
        first_on=first_on,
        last_on=last_on,
        recorded_by=coordinator1.id,
        recorded_by_name=coordinator1.name,
        recorded_at=datetime(2026, 1, 1, 9, tzinfo=NETHERLANDS),
        **said,
    )
