"""The way of a case as people draw it: which parts lie behind it, where it stands, and which may come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.case import Case, Status
from domain.status import STATUS_AFTER


class Stop(StrEnum):
    """A part of the way of an application or an objection."""

    APPLICATION = "application"
    COMPLETENESS = "completeness"
    REVIEW = "review"
    DECISION = "decision"
    PARTICIPATION = "participation"
    END = "end"
    OBJECTION = "objection"
    EXAMINATION = "examination"
    HEARING = "hearing"
    OBJECTION_DECISION = "objection_decision"
    APPEAL = "appeal"
    SETTLED = "settled"


OF_AN_APPLICATION: dict[Stop, frozenset[Status]] = {
    Stop.APPLICATION: frozenset(),
    Stop.COMPLETENESS: frozenset(
        {Status.COMPLETENESS_CHECK, Status.SUPPLEMENT_AWAITED, Status.SETTING_ASIDE}
    ),
    Stop.REVIEW: frozenset({Status.REVIEW}),
    Stop.DECISION: frozenset({Status.DECISION, Status.VIEW_AWAITED}),
    Stop.PARTICIPATION: frozenset({Status.PARTICIPATION, Status.REPORT_AWAITED, Status.REASSESSMENT}),
    Stop.END: frozenset(
        {
            *(Status.WITHDRAWN, Status.SET_ASIDE, Status.REFUSED),
            *(Status.ENDED, Status.EXPIRED, Status.REVOKED),
        }
    ),
}
OF_AN_OBJECTION: dict[Stop, frozenset[Status]] = {
    Stop.OBJECTION: frozenset(),
    Stop.EXAMINATION: frozenset({Status.ADMISSIBILITY, Status.REPAIR_AWAITED}),
    Stop.HEARING: frozenset({Status.HEARING}),
    Stop.OBJECTION_DECISION: frozenset({Status.OBJECTION_DECISION}),
    Stop.APPEAL: frozenset({Status.OBJECTION_DECIDED}),
    Stop.SETTLED: frozenset({Status.SETTLED, Status.FORWARDED, Status.WITHDRAWN}),
}
"""The statuses in which a case is at each part; the first part is behind it from its beginning."""


@dataclass(frozen=True)
class Passed:
    """A part of the way, and whether it lies behind the case or the case is there now."""

    stop: Stop
    is_done: bool
    is_current: bool


def journey(case: Case) -> tuple[Passed, ...]:
    """The way of a case; parts that it skipped are not on it."""
    way = OF_AN_OBJECTION if case.is_objection else OF_AN_APPLICATION
    stops = list(way)
    here = next(place for place, stop in enumerate(stops) if case.status in way[stop])
    been = {STATUS_AFTER[type(e.act)] for e in case.entries if type(e.act) in STATUS_AFTER}
    return tuple(
        Passed(stop, is_done=place < here, is_current=place == here)
        for place, stop in enumerate(stops)
        if place in (0, here) or place > here or been & way[stop]
    )
