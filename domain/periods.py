"""The period to send what was asked for, and how somebody made it longer. Awb 4:5(1), 4:15(1)(a), 6:6, 7:10(2)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain import completeness
from domain.acts import PeriodExtended, RepairRequested, SupplementRequested
from domain.sending import since_told
from domain.status import Status

if TYPE_CHECKING:
    from domain.case import Case, Entry
    from domain.term import Term

ASKED = (SupplementRequested, RepairRequested)


def awaited_supplement(case: Case, request: int | None = None) -> tuple[Entry, SupplementRequested] | None:
    """What was asked for of the application, or of that request, and is still awaited. Awb 4:5(1)."""
    is_awaited = completeness.step(case, request) is Status.SUPPLEMENT_AWAITED
    return case.last_in(request, SupplementRequested) if is_awaited else None


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
    """Those of what was asked for then, in the same matter, and not of what was asked for after it."""
    later = (e for e in case.entries[asked.version :] if isinstance(e.act, type(asked.act)))
    end = next((e.version for e in later if e.about == asked.about), case.version + 1)
    extensions = ((e, act) for e, act in case.every(PeriodExtended) if act.about == asked.about)
    return [(entry, act) for entry, act in extensions if asked.version < entry.version < end]
