"""Reports that the policy asks for between the reassessments: which is awaited, and of which period. Pw 53a."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from domain.acts import (
    InterimReportEscalated,
    InterimReportRequested,
    PermissionGranted,
    ProgressReported,
    ReportRequested,
)

if TYPE_CHECKING:
    from domain.case import Case


def are_asked(case: Case, granted: int) -> bool:
    """Whether the policy wants them, and no other grant took the place of that one."""
    newest = case.last(PermissionGranted)
    is_newest = newest is not None and newest[0].version == granted
    return case.policy.periods.report_every_months is not None and is_newest


def told_until(case: Case) -> date | None:
    """The last day of which somebody told how it went."""
    newest = case.last(ProgressReported)
    return newest[1].period_until if newest else None


def first_untold(case: Case) -> date | None:
    """The first day of the permission of which nobody told anything; none when there is no permission."""
    told, permission = told_until(case), case.permission
    if permission is None:
        return None
    return permission.valid_from if told is None else max(permission.valid_from, told + timedelta(days=1))


def is_awaited(case: Case, version: int) -> bool:
    """Whether somebody takes part of whom that report is still to come."""
    return case.is_participating and is_open(case, version)


def is_open(case: Case, version: int) -> bool:
    """Whether that report neither came nor was given up, and nothing took its place."""
    asked = case.act(version, InterimReportRequested)
    told = told_until(case)
    has_come = told is not None and asked is not None and told >= asked.period_until
    later = case.last(ReportRequested, InterimReportRequested, after=version)
    return not has_come and later is None and not is_given_up(case, version)


def is_given_up(case: Case, version: int) -> bool:
    """Whether it was passed to a caseworker."""
    return any(act.about == version for _, act in case.every(InterimReportEscalated))


def awaited(case: Case) -> InterimReportRequested | None:
    """The one that is awaited now."""
    newest = case.last(InterimReportRequested)
    return newest[1] if newest and is_awaited(case, newest[0].version) else None


def is_missing(case: Case, escalated: int) -> bool:
    """Whether the report that was passed to a caseworker by that act did not come since."""
    given_up = case.act(escalated, InterimReportEscalated)
    asked = case.act(given_up.about, InterimReportRequested) if given_up else None
    told = told_until(case)
    return asked is not None and (told is None or told < asked.period_until)
