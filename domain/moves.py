"""Which acts move where a case stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import (
    AdmissibilityJudged,
    ApplicationSetAside,
    ApplicationWithdrawn,
    DecisionReversed,
    ObjectionUpheld,
    ParticipationEnded,
    PermissionGranted,
    PermissionRefused,
    PermissionRenewed,
    PermissionRevoked,
    ViewInvited,
    ViewLapsed,
    ViewReceived,
)
from domain.permission import took_up_again
from domain.status import SENT_UNASKED, STATUS_AFTER

if TYPE_CHECKING:
    from domain.case import Case, Entry

DECIDED = (
    ApplicationSetAside,
    ApplicationWithdrawn,
    PermissionGranted,
    PermissionRefused,
    PermissionRevoked,
    ParticipationEnded,
)
"""After which nothing is left to decide."""

OVERTURNS = (ObjectionUpheld, DecisionReversed)

ABOUT_A_VIEW = (ViewInvited, ViewReceived, ViewLapsed)


def moves(case: Case, entry: Entry) -> bool:
    """Not what was sent unasked, nor a view on what stands beside the participation.

    Nor a renewal in time, nor an objection that is upheld while the decision is being taken again already, nor judging
    again whether one can be dealt with.
    """
    kind = type(entry.act)
    if kind not in STATUS_AFTER or (entry.task is None and kind in SENT_UNASKED):
        return False
    if kind in OVERTURNS:
        return case.opens_anew(entry)
    if kind is AdmissibilityJudged:
        return entry.version == next(case.every(AdmissibilityJudged))[0].version
    if kind is PermissionRenewed:
        return took_up_again(case, entry)
    return kind not in ABOUT_A_VIEW or not _took_part_at(case, entry.version)


def _took_part_at(case: Case, version: int) -> bool:
    newest = case.up_to(version).last(*DECIDED, *OVERTURNS)
    return newest is not None and isinstance(newest[1], PermissionGranted)
