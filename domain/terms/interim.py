"""When a report is asked that the policy wants between the reassessments, and by when it comes. Pw 53a; policy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from domain.acts import (
    ConditionsChanged,
    Form,
    InterimReportReminded,
    InterimReportRequested,
    ParticipationContinued,
    PermissionExtendedToFull,
    PermissionRenewed,
    ReportRequested,
)
from domain.calendar import months_after
from domain.case import Case, Entry, Status
from domain.ending import told_ending
from domain.matters import interim
from domain.permission import Permission, is_announced
from domain.term import Term, starting
from domain.terms.participation import announcement, report_request
from domain.terms.reassessing import known_on, reassessment

REASSESSED = (Status.REPORT_AWAITED, Status.REASSESSMENT)


def interim_request(case: Case) -> Term | None:
    """When the next report is asked: each time so many months of the permission are over.

    None as long as the policy wants none, nobody takes part, or the reassessment asks for one in the same weeks.
    """
    every, permission = case.policy.periods.report_every_months, case.permission
    if every is None or permission is None or not case.is_participating or case.status in REASSESSED:
        return None
    since, number = _asked_or_told(case), 1
    while (day := months_after(permission.valid_from, every * number)) <= since or _is_overtaken(
        case, months_after(permission.valid_from, every * (number + 1))
    ):
        number += 1
    if day > permission.valid_until or _comes_anyway(case, permission, day):
        return None
    return starting(permission.valid_from, "toestemming gaat in", "permission starts", "Pw 53a").moved_to(
        day,
        f"voorbij: {number} keer {every} maanden",
        f"over: {number} times {every} months",
        "policy",
    )


def _asked_or_told(case: Case) -> date:
    """Until which day nothing more needs to be asked: what was told, and what was asked or decided since."""
    days = case.policy.periods.report_escalation_days
    between, other = case.last(InterimReportRequested), case.last(ReportRequested)
    told = interim.told_until(case)
    found = [
        known_on(case),
        *([between[0].on] if between else []),
        *([other[0].on + timedelta(days=days)] if other else []),
        *([told + timedelta(days=1)] if told else []),
    ]
    return max(found)


def _is_overtaken(case: Case, next_day: date) -> bool:
    """Whether one that had to wait for a decision would be asked so late that the next is asked before it came."""
    decided = case.last(
        ParticipationContinued, ConditionsChanged, PermissionExtendedToFull, PermissionRenewed
    )
    days = case.policy.periods.report_escalation_days
    return decided is not None and next_day <= decided[0].on + timedelta(days=days)


def _comes_anyway(case: Case, permission: Permission, day: date) -> bool:
    """Whether a report is asked for a reassessment, or for the end of a trial, before this one would have come.

    Nobody evaluates the trial of who says himself when he stops.
    """
    if reassessment(case):
        other = report_request(case)
    elif permission.form is Form.TRIAL and not (is_announced(case) or told_ending(case)):
        other = announcement(case)
    else:
        return False
    return other.due_on <= day + timedelta(days=case.policy.periods.report_escalation_days)


def interim_eve(case: Case) -> Term | None:
    """The day before the next report is asked."""
    asked = interim_request(case)
    return asked and asked.eve()


def interim_report(case: Case) -> Term | None:
    """By when the report comes that is awaited; none when there is none."""
    newest = case.last(InterimReportRequested)
    is_awaited = newest is not None and interim.is_awaited(case, newest[0].version)
    return interim_report_of(newest[0])(case) if newest and is_awaited else None


def interim_report_of(asked: Entry) -> Callable[[Case], Term]:
    """By when that report comes; after it a caseworker is told."""
    return lambda case: _after(asked, case.policy.periods.report_escalation_days)


def interim_reminder_of(asked: Entry) -> Callable[[Case], Term | None]:
    """When the cooperative is reminded of that report; none once it was."""

    def term(case: Case) -> Term | None:
        is_reminded = any(act.about == asked.version for _, act in case.every(InterimReportReminded))
        return None if is_reminded else _after(asked, case.policy.periods.report_reminder_days)

    return term


def _after(asked: Entry, days: int) -> Term:
    term = starting(asked.on, "verslag gevraagd", "report asked", "Pw 53a")
    return term.plus(days, f"{days} dagen", f"{days} days", "policy")
