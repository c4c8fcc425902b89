"""The period to send what was asked for, and how somebody made it longer. Awb 4:5(1), 4:15(1)(a), 6:6, 7:10(2)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain import acts
from domain.acts import (
    PeriodExtended,
    RepairRequested,
    SupplementLapsed,
    SupplementReceived,
    SupplementRequested,
)
from domain.sending import since_told

if TYPE_CHECKING:
    from domain.case import Case, Entry
    from domain.term import Term

ASKED = (SupplementRequested, RepairRequested)
ENDS_A_SUPPLEMENT = (
    *(SupplementReceived, SupplementLapsed, acts.CompletenessChecked),
    *(acts.ApplicationSetAside, acts.PermissionGranted, acts.PermissionRefused, acts.ApplicationWithdrawn),
)


def awaited_supplement(case: Case) -> tuple[Entry, SupplementRequested] | None:
    """The request of which nothing came yet and whose period is not over. Awb 4:5(1)."""
    asked = case.last(SupplementRequested)
    return None if asked is None or case.last(*ENDS_A_SUPPLEMENT, after=asked[0].version) else asked


def last_day(case: Case, asked: Entry) -> date:
    """The last day to send it: as the request says, or as it was made longer since. Awb 4:5(1), 6:6."""
    longer = _extensions(case, asked)
    return longer[-1][1].until if longer else _as_asked(asked)


def stands_still_until(case: Case, asked: Entry) -> date:
    """Until when the term to decide stands still for it at the most. Awb 4:15(1)(a), 7:10(2).

    More time that was told only after the period was over adds nothing: the term ran again by then.
    """
    until = _as_asked(asked)
    for entry, act in _extensions(case, asked):
        if since_told(case, entry) <= until:
            until = act.until
    return until


def extended(case: Case, asked: Entry, term: Term, article: str) -> Term:
    """That term as it was made longer, a step for each time."""
    for _, act in _extensions(case, asked):
        term = term.moved_to(act.until, "meer tijd gegeven", "more time was given", article)
    return term


def _as_asked(asked: Entry) -> date:
    assert isinstance(asked.act, ASKED)
    return asked.act.until


def _extensions(case: Case, asked: Entry) -> list[tuple[Entry, PeriodExtended]]:
    """Those of this request, and not of one that came after it."""
    later = (e.version for e in case.entries[asked.version :] if isinstance(e.act, type(asked.act)))
    end = next(later, case.version + 1)
    return [each for each in case.every(PeriodExtended) if asked.version < each[0].version < end]
