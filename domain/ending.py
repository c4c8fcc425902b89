"""The word of who stops before the term is over: he takes part until the day that he named. Pw 44a."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.acts import (
    EndingWithdrawn,
    ParticipationEnded,
    ParticipationStopped,
    PermissionExpired,
    PermissionGranted,
    PermissionRefused,
    PermissionRevoked,
    ReportRequested,
)

if TYPE_CHECKING:
    from domain.case import Case, Entry

ENDS_BEFORE_ITS_LAST_DAY = (PermissionRefused, PermissionRevoked, ParticipationStopped)
ENDS_A_PERMISSION = (*ENDS_BEFORE_ITS_LAST_DAY, PermissionExpired)


def told_ending(case: Case) -> tuple[Entry, ParticipationEnded] | None:
    """The ending by which somebody takes part until a day; none once that is over, or it was taken back."""
    newest = case.last(ParticipationEnded, EndingWithdrawn, ParticipationStopped, PermissionRefused)
    return (newest[0], newest[1]) if newest and isinstance(newest[1], ParticipationEnded) else None


def stop(case: Case) -> Entry | None:
    """That his day was over, as long as nobody knows that he had taken it back by then."""
    newest = case.last(ParticipationEnded, EndingWithdrawn, ParticipationStopped, PermissionGranted)
    return newest[0] if newest and isinstance(newest[1], ParticipationStopped) else None


def stopped_by(case: Case) -> tuple[Entry, ParticipationEnded] | None:
    """The ending by which it is over, while that may still prove to have been taken back before its day. Pw 44a."""
    over = stop(case)
    return told_ending(case.up_to(over.version - 1)) if over else None


def ends_on(case: Case, granted: int) -> date | None:
    """The last day that was named for the permission granted by that act, before it or since; none when none was."""
    stopped = case.standing(ParticipationStopped, after=granted)
    until_then = case.up_to(stopped[0].version - 1) if stopped else case
    if told := told_ending(until_then):
        return told[1].ends_on
    newest = case.last(ParticipationEnded, EndingWithdrawn, after=granted)
    return newest[1].ends_on if newest and isinstance(newest[1], ParticipationEnded) else None


def stands(case: Case, version: int) -> bool:
    """Whether that ending is the one by which somebody takes part until a day."""
    told = told_ending(case)
    return told is not None and told[0].version == version


def comes_first(case: Case) -> bool:
    """Whether somebody stops before the day of what the report was asked for: then nobody looks at it."""
    told, asked = told_ending(case), case.last(ReportRequested)
    return told is not None and asked is not None and asked[1].reassessment_on > told[1].ends_on
