"""Which notices of default are not settled, from the acts alone. Awb 4:17, 4:18, 4:87."""

from __future__ import annotations

from collections.abc import Sequence

from domain.acts import (
    WELL_FOUNDED,
    Act,
    NoticeEffect,
    NoticeOfDefaultWeighed,
    ObjectionClosed,
    ObjectionLodged,
    PenaltyAvoided,
    PenaltyDetermined,
    PenaltyPaid,
)


def unsettled(acts: Sequence[Act]) -> tuple[int, ...]:
    """The notices that count and led to nothing owed or to no payment yet, by their versions, oldest first."""
    found: dict[int, None] = {}
    for act in acts:
        match act:
            case NoticeOfDefaultWeighed(effect=NoticeEffect.COUNTS):
                found[act.about] = None
            case NoticeOfDefaultWeighed() | PenaltyDetermined(cents=0) | PenaltyAvoided() | PenaltyPaid():
                found.pop(act.about, None)
            case ObjectionClosed():
                if (overturned := overturned_by(acts, act)) is not None:
                    found[overturned.about] = None
            case _:
                pass
    return tuple(sorted(found))


def overturned_by(acts: Sequence[Act], closed: ObjectionClosed) -> PenaltyDetermined | None:
    """The decision on an amount that an objection overturned, so that it is taken again. Awb 7:11(2)."""
    versions = [
        act.version for act in acts if isinstance(act, ObjectionLodged) and act.objection == closed.objection
    ]
    if not versions or closed.outcome not in WELL_FOUNDED:
        return None
    contested = acts[versions[0] - 1]
    return contested if isinstance(contested, PenaltyDetermined) else None
