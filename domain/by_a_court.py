"""What a court decided itself, so that nobody here has to: its judgement takes the place of it. Awb 8:72(3)(b)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import (
    CourtDecided,
    CourtsDecision,
    ObjectionClosed,
    ObjectionDecided,
    ObjectionLodged,
    ObjectionUpheld,
    PermissionGranted,
    PermissionRefused,
    PermissionRenewed,
    PermissionRevoked,
    RenewalRefused,
    RevocationDropped,
)
from domain.extent import Extent, is_less
from domain.permission import permission_in

if TYPE_CHECKING:
    from datetime import date

    from domain.case import Case, Entry


def is_by_a_court(case: Case, entry: Entry) -> bool:
    """Whether a court took that decision: no mandate, no letter and no objection belong to it. Awb 8:72(3)(b)."""
    before = case.entries[entry.version - 2] if entry.version > 1 else None
    return before is not None and told_with(before) == entry.act


def answers_a_request(case: Case, entry: Entry) -> bool:
    """Whether a court decided on a request to renew: on what else the case rests that changes nothing."""
    return isinstance(entry.act, PermissionRenewed | RenewalRefused) and is_by_a_court(case, entry)


def told_with(entry: Entry) -> CourtsDecision | None:
    """What the court decided itself, as the case of the decision is told; none when it is decided on again there."""
    return entry.act.decision if isinstance(entry.act, ObjectionUpheld | ObjectionClosed) else None


def judged_on(case: Case, entry: Entry) -> date | None:
    """The day of the judgement by which a court took that decision itself; none of a decision that is ours."""
    if not is_by_a_court(case, entry):
        return None
    told = case.entries[entry.version - 2].act
    assert isinstance(told, ObjectionUpheld | ObjectionClosed)
    return told.ruling and told.ruling.ruled_on


def matter_of(case: Case, entry: Entry) -> int | None:
    """The matter of the decision that was annulled by that news, of which the court's own is too."""
    told = entry.act
    assert isinstance(told, ObjectionUpheld | ObjectionClosed)
    lodged = (act for _, act in case.every(ObjectionLodged) if act.objection == told.objection)
    return next((case.entries[case.first_version(act.version) - 1].about for act in lodged), None)


def judgement_sent_on(case: Case) -> date | None:
    """When a court sent its own decision, where that is the last one in an objection; else none. Awb 8:104."""
    newest = case.last(CourtDecided, ObjectionDecided)
    judged = newest[1] if newest else None
    return judged.sent_on or judged.decided_on if isinstance(judged, CourtDecided) else None


def left_by(case: Case, entry: Entry) -> Extent | None:
    """What is allowed once that decision is taken; nothing is left by one that refuses. Awb 8:69."""
    decided = case.entries[case.first_version(entry.version) - 1].act
    is_left = isinstance(decided, PermissionGranted | PermissionRenewed | PermissionRevoked)
    permission = permission_in(case.up_to(entry.version)) if is_left else None
    return (
        Extent.model_validate(permission.model_dump(include=set(Extent.model_fields))) if permission else None
    )


def leaves_less(decision: CourtsDecision, left: Extent | None) -> bool:
    """Whether somebody may do less, or less long, than what the decision left him that he went against. Awb 8:69."""
    if left is None:
        return False
    match decision:
        case PermissionGranted():
            return is_less(decision, left)
        case PermissionRenewed(valid_until=day):
            return day < left.valid_until
        case PermissionRevoked(revoked_from=day):
            return day <= left.valid_until
        case PermissionRefused() | RenewalRefused():
            return True
        case RevocationDropped():
            return False
