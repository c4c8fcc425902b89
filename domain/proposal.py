"""What the municipality means to do with a permission: to revoke it, or to suspend it. Awb 3:2, 4:8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import (
    PermissionSuspended,
    RevocationDropped,
    RevocationProposed,
    StandstillDropped,
    StandstillProposed,
)
from domain.ending import ENDS_A_PERMISSION
from domain.permission import is_settled

if TYPE_CHECKING:
    from domain.case import Case, Entry


def proposed_revocation(case: Case) -> Entry | None:
    """The proposal to revoke on which nobody decided yet."""
    newest = case.standing(RevocationProposed, RevocationDropped, *ENDS_A_PERMISSION)
    return newest[0] if newest and isinstance(newest[1], RevocationProposed) else None


def proposed_standstill(case: Case) -> Entry | None:
    """The proposal to suspend on which nobody decided yet; once that decision is annulled it is proposed anew."""
    proposal = case.last(StandstillProposed)
    if proposal is None or case.standing(*ENDS_A_PERMISSION, after=proposal[0].version):
        return None
    decided = case.last_in(proposal[0].version, PermissionSuspended, StandstillDropped)
    return None if decided else proposal[0]


def is_proposed(case: Case, version: int) -> bool:
    """Whether nobody decided yet on that proposal, though it may wait for the permission itself."""
    proposals = (proposed_revocation(case), proposed_standstill(case))
    return any(each is not None and each.version == version for each in proposals)


def awaits_decision(case: Case, version: int) -> bool:
    """Whether somebody can decide on that proposal now: not while the permission itself is decided on again."""
    return is_proposed(case, version) and is_settled(case)
