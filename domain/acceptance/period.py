"""Whether the period to send what was asked for can be made longer. Awb 4:5(1), 6:6."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from domain import acts, completeness, periods, repairs
from domain.calendar import is_day_off
from domain.case import Case, Entry
from domain.circumstances import Circumstances
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact
from domain.terms import penalty
from domain.terms.awaited import awaited_by


def awaited(case: Case, request: int | None) -> Entry | None:
    """What is awaited: a supplement to that request or to the application, or in an objection a repair."""
    is_repair = case.is_objection and request is None
    found = repairs.awaited_repair(case) if is_repair else periods.awaited_supplement(case, request)
    return found and found[0]


def is_extendable(case: Case) -> bool:
    """Whether a period runs that can be made longer, of whatever was asked."""
    return awaited(case, None) is not None or bool(completeness.awaited(case))


A_YEAR = timedelta(days=366)


def check_standstill(act: acts.TermSuspended, asked_on: date, now: Circumstances) -> None:
    """By consent until the day to which the applicant agreed, which one letter does for a year at most. Awb 4:15(2)(a).

    On the other grounds as long as their reason lasts and waiting is reasonable, which the policy bounds: after that
    somebody looks again whether it still stands, and may suspend the term anew. Awb 4:15(1)(b), 4:15(2)(b) and (c).
    The applicant is told of these as soon as possible (4:15(3)), and not once a notice of default counts.
    """
    if act.ground is acts.SuspensionGround.CONSENT:
        if act.until > (latest := asked_on + A_YEAR):
            raise NotAcceptable("until", "One consent is for a year at most: until {day}", day=latest)
        return
    _check_length(act.until, asked_on, now)
    if asked_on < now.on and _is_in_default(act.request, now.case):
        raise NotNow(
            "A notice of default counts already: this had to be told as soon as possible; Awb 4:15(3)"
        )


def _is_in_default(request: int | None, case: Case) -> bool:
    counting = set(penalty.counting(case)) & set(case.open_defaults)
    return any(awaited_by(case, notice).request == request for notice in counting)


def _check_length(until: date, since: date, now: Circumstances) -> None:
    weeks = now.policy.periods.standstill_weeks
    if until > (latest := since + timedelta(weeks=weeks)):
        raise NotAcceptable(
            "until",
            "By the policy the term stands still for {weeks} weeks at most: until {day}",
            weeks=weeks,
            day=latest,
        )


def _extended(act: acts.PeriodExtended, now: Circumstances) -> None:
    """Before it is over, and to a working day after it: a period that the municipality sets itself does not roll."""
    asked = awaited(now.case, act.about)
    if asked is None and (known := completeness.awaited(now.case)):
        raise NotAcceptable(
            "about",
            "The requests of which something is awaited have these numbers: {numbers}",
            numbers=", ".join(str(version) for version in known),
        )
    if asked is None:
        raise NotNow("Nothing that was asked for is awaited")
    last_day = periods.last_day(now.case, asked)
    if now.on > last_day:
        raise NotNow("The period was over on {day}: more time cannot be given any more", day=last_day)
    if act.until <= last_day:
        raise NotAcceptable("until", "The new last day lies after the present one, {day}", day=last_day)
    if is_day_off(act.until):
        raise NotAcceptable("until", "This is a day off: choose a working day")
    _check_length(act.until, asked.on, now)


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {acts.PeriodExtended: _extended}
"""What each act's content must be."""
