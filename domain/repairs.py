"""The time in which an objector mends what was wrong with an objection. Awb 6:6, 7:10(2)."""

from __future__ import annotations

from datetime import date

from domain import acts, periods, rulings
from domain.case import Case, Entry
from domain.fact import Text
from domain.law import objection as law
from domain.law.suspension import Suspension
from domain.sending import since_told

AWAITING_REPAIR = Text(nl="wachtend op herstel van een verzuim", en="awaiting the repair of a defect")


def repairs(case: Case) -> tuple[Suspension, ...]:
    """From each request to mend a defect until it was mended or its period had passed. Awb 7:10(2).

    Of the decision that is awaited: what was mended before another was annulled did not hold up this one.
    """
    since = rulings.taken_up(case)
    return tuple(
        Suspension(
            asked_on=since_told(case, request),
            ended_on=min(
                _mended_on(case, request, periods.last_day(case, request)) or date.max,
                periods.stands_still_until(case, request),
            ),
            why=AWAITING_REPAIR,
            article=law.REPAIR,
        )
        for request, _ in case.every(acts.RepairRequested)
        if request.version > since
    )


def awaited_repair(case: Case) -> tuple[Entry, acts.RepairRequested] | None:
    """What was asked to be mended and neither came nor lapsed yet, as long as nothing ended the objection. Awb 6:6."""
    asked = case.last(acts.RepairRequested)
    ended = (acts.RepairReceived, acts.RepairLapsed, *rulings.ENDS_AN_OBJECTION)
    return None if asked is None or case.last(*ended, after=asked[0].version) else asked


def awaits_another_look(case: Case, request: int) -> bool:
    """Whether nobody judged yet what was mended, or was not, since that request; nor asked for more. Awb 6:6.

    Or somebody judged that it was not, before it was known here that it had been.
    """
    seen = (acts.AdmissibilityJudged, acts.RepairRequested, *rulings.ENDS_AN_OBJECTION)
    return case.last(*seen, after=request) is None or mended_after_all(case) is not None


def mended_after_all(case: Case) -> Entry | None:
    """What came in time and is known since it was judged that nothing came; none once that is seen. Awb 6:6."""
    asked = case.last(acts.RepairRequested)
    looked = (acts.AdmissibilityJudged, *rulings.ENDS_AN_OBJECTION)
    seen = case.last(*looked, after=asked[0].version) if asked else None
    if asked is None or seen is None or getattr(seen[1], "obstacle", None) is not acts.Obstacle.NOT_MENDED:
        return None
    last_day = periods.last_day(case, asked[0])
    came = (e for e, act in case.every(acts.RepairReceived) if (act.received_on or e.on) <= last_day)
    return next((entry for entry in came if entry.version > seen[0].version), None)


def _mended_on(case: Case, request: Entry, until: date) -> date | None:
    came = (
        act.received_on or entry.on
        for entry, act in case.every(acts.RepairReceived)
        if entry.version > request.version
    )
    return next((day for day in came if day <= until), None)
