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
    """The decision on an amount that an objection overturned, so that it is taken again. Awb 7:11(2).

    What took its place since is what the objection was about by then. Awb 6:19.
    """
    versions = [
        act.version for act in acts if isinstance(act, ObjectionLodged) and act.objection == closed.objection
    ]
    if not versions or closed.outcome not in WELL_FOUNDED:
        return None
    return _as_it_stood(acts[: acts.index(closed)], versions[0])


def _as_it_stood(acts: Sequence[Act], version: int) -> PenaltyDetermined | None:
    """That decision, or the one after which its notice counted no more, since another had come before it."""
    decided = acts[version - 1]
    if not isinstance(decided, PenaltyDetermined):
        return None
    for place, act in enumerate(acts[version:], version):
        match act:
            case NoticeOfDefaultWeighed(effect=NoticeEffect.REPEATED) if act.about == decided.about:
                later = (n for n in range(place, version, -1) if isinstance(acts[n - 1], PenaltyDetermined))
                return next((_as_it_stood(acts, n) for n in later), None)
            case _:
                pass
    return decided
