"""The days on which a permission stands still, and whether it still may. Pw 44a; Awb 3:40, 7:11(2)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain.acts import PermissionReinstated, PermissionResumed, PermissionSuspended
from domain.ending import ENDS_A_PERMISSION
from domain.sending import counts_from

if TYPE_CHECKING:
    from domain.case import Case

ONE_DAY = timedelta(days=1)


def days_of(case: Case, after: int) -> tuple[date | None, date | None]:
    """The days on which it stands still, the last time that it did; none when it was lifted before it began.

    One that begins before another is over, or on the day after, makes that one longer. It outlives a new decision on
    the permission, as long as that stayed in force. None begins before the day after it was sent. Awb 3:40.
    """
    first, last, annulled = date.max, date.min, case.annulled
    for entry in (each for each in case.entries[after:] if each.version not in annulled):
        if isinstance(entry.act, PermissionSuspended):
            act = case.as_it_reads(entry, entry.act)
            begins = counts_from(case, entry.version, act.suspended_from)
            goes_on = first <= last and begins <= last + ONE_DAY
            first, last = first if goes_on else begins, act.suspended_until
        elif isinstance(entry.act, PermissionReinstated):
            last = min(last, entry.act.holds_from - ONE_DAY)
    return (first, last) if first <= last else (None, None)


def may_stand_still(case: Case, version: int) -> bool:
    """Whether the suspension by that act is not over; that it was lifted may yet be annulled. Awb 7:11(2)."""
    ended = case.standing(PermissionResumed, *ENDS_A_PERMISSION, after=version)
    return ended is None and version not in case.annulled


def ends_a_suspension(case: Case, version: int) -> bool:
    """Whether it is the last suspension that was not lifted, with which all end that it made longer."""
    newer = case.standing(PermissionSuspended, PermissionReinstated, after=version)
    return newer is None and may_stand_still(case, version)
