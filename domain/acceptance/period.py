"""Whether the period to send what was asked for can be made longer. Awb 4:5(1), 6:6."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain import acts, periods, repairs
from domain.calendar import is_day_off
from domain.case import Case, Entry
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact


def awaited(case: Case) -> Entry | None:
    """The request of which the period runs: for a supplement, or in an objection to mend something."""
    found = repairs.awaited_repair(case) if case.is_objection else periods.awaited_supplement(case)
    return found and found[0]


def _extended(act: acts.PeriodExtended, now: Circumstances) -> None:
    """Before it is over, and to a working day after it: a period that the municipality sets itself does not roll."""
    asked = awaited(now.case)
    if asked is None:
        raise NotNow("Nothing that was asked for is awaited")
    last_day = periods.last_day(now.case, asked)
    if now.on > last_day:
        raise NotNow("The period was over on {day}: more time cannot be given any more", day=last_day)
    if act.until <= last_day:
        raise NotAcceptable("until", "The new last day lies after the present one, {day}", day=last_day)
    if is_day_off(act.until):
        raise NotAcceptable("until", "This is a day off: choose a working day")


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {acts.PeriodExtended: _extended}
"""What each act's content must be."""
