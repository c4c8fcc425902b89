"""Points and stretches of time as requests name them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated

from fastapi import Depends, Query

from api.invalid import Mistake
from api.problems import INVALID, NOT_FOUND, Problem
from domain.calendar import NETHERLANDS
from domain.case import Case, Entry
from domain.fact import Day

LONGEST = 40
"""Signs in the name of a point."""


@dataclass(frozen=True)
class Period:
    """From one day up to and including another, in the Netherlands; open where none is given."""

    first: date | None = None
    last: date | None = None

    @property
    def since(self) -> datetime | None:
        """The moment with which it begins."""
        return _midnight(self.first) if self.first else None

    @property
    def before(self) -> datetime | None:
        """The moment just behind it."""
        return _midnight(self.last + timedelta(days=1)) if self.last else None

    def holds(self, on: date) -> bool:
        """Whether a day lies in it."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


async def _period(
    first: Annotated[Day | None, Query(alias="from", description="From this day on.")] = None,
    last: Annotated[Day | None, Query(alias="to", description="Up to and including this day.")] = None,
) -> Period:
    return Period(first, last)


InPeriod = Annotated[Period, Depends(_period)]


def as_it_was(case: Case, point: str | None, name: str) -> tuple[Case, date]:
    """The case as it stood at a point, and the day of that; `name` is what the request calls the point.

    A point is a version, a day (at its end) or a moment. The open tasks are not among it: no act says all of them.

    Raises:
        Problem: it is no such point, or there was no case yet.
    """
    today = datetime.now(NETHERLANDS).date()
    if point is None:
        return case, today
    stood, on = _reading(point, name)
    entries = tuple(entry for entry in case.entries if stood(entry))
    if not entries:
        raise Problem(NOT_FOUND, "The case was not there yet.")
    return case.model_copy(update={"entries": entries, "tasks": ()}), on or entries[-1].on


def _reading(point: str, name: str) -> tuple[Callable[[Entry], bool], date | None]:
    if point.isascii() and point.isdigit():
        return lambda entry: entry.version <= int(point), None
    try:
        if len(point) == len("2026-11-24"):
            day = date.fromisoformat(point)
            return lambda entry: entry.on <= day, day
        moment = datetime.fromisoformat(point)
        if moment.tzinfo:
            return lambda entry: entry.at <= moment, moment.astimezone(NETHERLANDS).date()
    except (ValueError, OverflowError):
        pass
    mistake = Mistake(place="query", location=name, detail="", code="point")
    raise Problem(INVALID, "Give a version, a day, or a moment with its offset.", errors=[mistake])


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), NETHERLANDS)
