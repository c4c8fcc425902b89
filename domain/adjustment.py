"""Requests and proposals to adjust a permission between two reassessments: which are open, and what opens one again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import (
    Act,
    AdjustmentDropped,
    AdjustmentProposed,
    AdjustmentRefused,
    AdjustmentRequested,
    ConditionsAdjusted,
    RequestSetAside,
)
from domain.ending import ENDS_A_PERMISSION, ENDS_BEFORE_ITS_LAST_DAY
from domain.renewal import annulment

if TYPE_CHECKING:
    from domain.case import Case, Entry

OPENS = (AdjustmentRequested, AdjustmentProposed)
ENDS = (ConditionsAdjusted, AdjustmentRefused, AdjustmentDropped, RequestSetAside)


def is_open(case: Case, version: int) -> bool:
    """Whether nobody decided yet on that request or proposal, and the permission that it is about did not end since.

    By its last day only what was proposed ends: who asked gets his answer all the same. Awb 4:13. A request is open
    again once the decision on it was annulled; what was proposed is proposed anew. Awb 7:11(2).
    """
    is_asked = case.act(version, AdjustmentRequested) is not None
    opens = isinstance(case.entries[version - 1].act, OPENS)
    ends_it = ENDS_BEFORE_ITS_LAST_DAY if is_asked else ENDS_A_PERMISSION
    if not opens or case.standing(*ends_it, after=version):
        return False
    undone = case.annulled if is_asked else frozenset[int]()
    return not any(ends(e.act, version) and e.version not in undone for e in case.entries[version:])


def ends(act: Act, version: int) -> bool:
    """Whether that act ended the matter of that request or proposal."""
    return isinstance(act, ENDS) and act.about == version


def awaits_decision(case: Case, version: int) -> bool:
    """Whether somebody can decide on it now: not while the permission itself is decided on again."""
    return is_open(case, version) and case.overturned is None


def open_ones(case: Case) -> tuple[Entry, ...]:
    """The requests and proposals on which nobody decided yet, oldest first."""
    return tuple(e for e in case.entries if isinstance(e.act, OPENS) and is_open(case, e.version))


def open_requests(case: Case) -> tuple[Entry, ...]:
    """Those of them that somebody asked for, so that he is to be answered. Awb 4:13."""
    return tuple(e for e in open_ones(case) if isinstance(e.act, AdjustmentRequested))


def asked_again(case: Case, closed: int) -> Entry | None:
    """The request that is open again since that objection was upheld: the decision on it is annulled."""
    found = (e for e in open_requests(case) if (by := annulment(case, e.version)) and by.version == closed)
    return next(found, None)
