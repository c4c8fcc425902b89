"""From which day a decision takes something away, as its letter says it: after that of the letter. Awb 3:40, 3:41."""

from __future__ import annotations

from datetime import date, timedelta

from domain import acts
from domain.case import Case, Entry


def taken_from(case: Case, entry: Entry) -> dict[str, date]:
    """That day, by the name under which the letter says it; nothing where nothing is taken away."""
    match getattr(entry.act, "decision", entry.act):
        case acts.PermissionRevoked(revoked_from=day):
            return {"revoked_from": day}
        case acts.PermissionSuspended(suspended_from=day) if entry.act.kind == "permission_suspended":
            return {"suspended_from": day}
        case acts.PermissionRefused() if entry.act.kind == "permission_refused" and case.permission:
            return {"not_from": case.permission.valid_until + timedelta(days=1)}
        case acts.ConditionsChanged() | acts.ConditionsAdjusted() | acts.PermissionGranted() if _is_less(
            case
        ):
            return {"changes_on": entry.on + timedelta(days=1)}
        case _:
            return {}


def _is_less(case: Case) -> bool:
    return case.permission is not None and case.permission.changed_from is not None
