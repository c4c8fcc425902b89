"""What must always hold of a permission, whatever people do."""

from __future__ import annotations

from domain.acts import (
    PermissionRenewed,
    PermissionRevoked,
    RenewalAdvised,
    RenewalRefused,
    RenewalRequested,
    RevocationDropped,
    RevocationProposed,
    ViewInvited,
    ViewReceived,
)
from domain.case import Case


def check_permission(case: Case) -> None:
    """Nobody decides on what he proposed, asked or advised, and whom it concerns could say something about it."""
    proposed: set[str] = set()
    heard = False
    for entry in case.entries:
        match entry.act:
            case RevocationProposed() | RenewalRequested() | RenewalAdvised():
                proposed.add(entry.actor.id)
                heard = heard and isinstance(entry.act, RenewalAdvised)
            case ViewInvited() | ViewReceived():
                heard = True
            case PermissionRevoked() | RevocationDropped() | PermissionRenewed() | RenewalRefused():
                assert entry.actor.id not in proposed
                assert heard or not isinstance(entry.act, PermissionRevoked | RenewalRefused)
            case _:
                pass
