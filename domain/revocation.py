"""The revocation by which a permission ended, and what annuls it. Awb 7:11(2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import DecisionReversed, ObjectionClosed, PermissionGranted, PermissionRevoked
from domain.permission import ENDS_A_PERMISSION, RENEWS_A_PERMISSION

if TYPE_CHECKING:
    from domain.case import Case, Entry


def revocation(case: Case) -> Entry | None:
    """The revocation by which the permission came to its end, as long as nothing annulled it."""
    newest = case.standing(PermissionGranted, *RENEWS_A_PERMISSION, *ENDS_A_PERMISSION)
    return newest[0] if newest and isinstance(newest[1], PermissionRevoked) else None


def restores(case: Case, entry: Entry) -> bool:
    """Whether that act did away with the revocation that ended the permission, so that it holds again. Awb 7:11(2).

    While the decision on the application is taken again, that comes first.
    """
    if (
        not isinstance(entry.act, ObjectionClosed | DecisionReversed)
        or revocation(case.up_to(entry.version - 1)) is None
    ):
        return False
    after = case.up_to(entry.version)
    return after.is_participating and after.overturned is None
