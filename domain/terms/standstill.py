"""Until when a permission stands still, and whether it holds again after that. Awb 3:40."""

from __future__ import annotations

from domain.acts import PermissionReinstated, PermissionResumed, PermissionSuspended
from domain.case import Case
from domain.term import Term, starting
from domain.terms.participation import expiry


def standstill(case: Case) -> Term | None:
    """The last day on which the permission stands still; none once that is over, or was lifted. Awb 3:40."""
    permission = case.permission
    newest = case.standing(PermissionSuspended, PermissionReinstated, PermissionResumed)
    is_over = newest is None or not isinstance(newest[1], PermissionSuspended)
    if is_over or permission is None or permission.suspended_until is None:
        return None
    return starting(permission.suspended_until, "opgeschort", "suspended", "Awb 3:40")


def resumption(case: Case) -> Term | None:
    """The last day on which the permission stands still, when there is a day left on which it holds. Awb 3:40."""
    last = standstill(case)
    return last if last and last.due_on < expiry(case).due_on else None
