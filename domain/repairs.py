"""The time in which an objector mends what was wrong with an objection. Awb 6:6, 7:10(2)."""

from __future__ import annotations

from datetime import date

from domain import acts
from domain.case import Case, Entry
from domain.fact import Text
from domain.law import objection as law
from domain.law.suspension import Suspension

AWAITING_REPAIR = Text(nl="wachtend op herstel van een verzuim", en="awaiting the repair of a defect")


def repairs(case: Case) -> tuple[Suspension, ...]:
    """From each request to mend a defect until it was mended or its period had passed. Awb 7:10(2)."""
    return tuple(
        Suspension(
            asked_on=request.on,
            ended_on=_mended_on(case, request, act.until) or act.until,
            why=AWAITING_REPAIR,
            article=law.REPAIR,
        )
        for request, act in case.every(acts.RepairRequested)
    )


def _mended_on(case: Case, request: Entry, until: date) -> date | None:
    came = (
        act.received_on or entry.on
        for entry, act in case.every(acts.RepairReceived)
        if entry.version > request.version
    )
    return next((day for day in came if day <= until), None)
