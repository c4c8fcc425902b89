"""From which day a decision takes something away, as its letter says it: after that of the letter. Awb 3:40, 3:41."""

from __future__ import annotations

from datetime import date, timedelta

from domain import acts
from domain.calendar import written
from domain.case import Case, Entry
from domain.letters.kind import Said
from domain.meantime import RENEWS_A_PERMISSION
from domain.permission import undoes


def taken_from(case: Case, entry: Entry) -> dict[str, date]:
    """That day, by the name under which the letter says it; nothing where nothing is taken away."""
    match getattr(entry.act, "decision", entry.act):
        case acts.PermissionRevoked(revoked_from=day):
            return {"revoked_from": day}
        case acts.PermissionSuspended(suspended_from=day) if entry.act.kind == "permission_suspended":
            return {"suspended_from": day}
        case acts.PermissionRefused() if entry.act.kind == "permission_refused":
            return {"not_from": day} if (day := not_from(case, entry.on)) else {}
        case acts.PermissionGranted() if entry.act.kind == "permission_granted":
            less = {"changes_on": entry.on + timedelta(days=1)} if _is_less(case) else {}
            return less | _shorter(case, entry)
        case acts.ConditionsChanged() | acts.ConditionsAdjusted() | acts.PermissionGranted() if _is_less(
            case
        ):
            return {"changes_on": entry.on + timedelta(days=1)}
        case _:
            undone_from = {"undone_from": entry.on + timedelta(days=1)}
            return undone_from | _shorter(case, entry) if undoes(case, entry) else {}


def _shorter(case: Case, entry: Entry) -> dict[str, date]:
    """The first day without permission, where it was given anew for a shorter time than it counted until then."""
    act, had, has = entry.act, case.up_to(entry.version - 1).permission, case.permission
    if not isinstance(act, (acts.PermissionGranted, *RENEWS_A_PERMISSION)) or had is None or has is None:
        return {}
    is_less = max(act.valid_until, has.valid_until) < had.valid_until
    return {"shorter_from": act.valid_until + timedelta(days=1)} if is_less else {}


def undone(case: Case, entry: Entry) -> dict[str, Said]:
    """From when that decision takes away what counted until it was taken, and whether nobody takes part from then."""
    permission, since = case.permission, taken_from(case, entry).get("undone_from")
    if permission is None or since is None:
        return {"undone_from": "", "ends_then": ""}
    return {"undone_from": written(since), "ends_then": "yes" if permission.valid_until == entry.on else ""}


def not_from(case: Case, refused_on: date) -> date | None:
    """The first day on which nobody takes part by a permission that was refused after all. Awb 3:40."""
    is_taken = case.permission and held_until(case, refused_on) is None
    return case.permission.valid_until + timedelta(days=1) if case.permission and is_taken else None


def held_until(case: Case, refused_on: date) -> date | None:
    """The last day of a permission that was over before it was refused after all, which stays as it was. Awb 3:40."""
    last = case.permission and case.permission.valid_until
    return last if last and last < refused_on else None


def _is_less(case: Case) -> bool:
    return case.permission is not None and case.permission.changed_from is not None
