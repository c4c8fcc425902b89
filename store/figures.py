"""What dashboards count: a handful of grouped queries, however many rows there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, func, literal_column, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import end_of_week
from domain.figures import SPANS
from domain.status import CLOSED, PHASES, Phase, Status
from store.queries import selected
from store.tables import ActRow, CaseRow, TaskRow

AT_RISK = timedelta(weeks=2)
"""Before a term ends."""

OPEN = sorted(status.value for status in Status if status not in CLOSED)

OUTCOMES = (
    *("application_withdrawn", "application_set_aside", "permission_granted", "permission_refused"),
    *("objection_decided", "objection_withdrawn", "objection_forwarded"),
)
"""By which what came in is done."""
ENDINGS = ("participation_stopped", "permission_expired", "permission_revoked")

MONTH_OF_ACT: ColumnElement[str] = literal_column(
    "to_char(acts.at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM')"
)
MONTH_OF_CASE: ColumnElement[str] = literal_column("to_char(cases.received_on, 'YYYY-MM')")


async def open_cases(connection: AsyncConnection, municipality: str, today: date) -> Sequence[Row[Any]]:
    """Open cases by status, with when a decision is due on how many of them, and a reassessment, by span."""
    decision, reassessment = CaseRow.decision_due_on, CaseRow.reassessment_on
    query = (
        selected(
            CaseRow.status,
            func.count().label("cases"),
            func.count().filter(decision < today).label("overdue"),
            func.count().filter(decision.between(today, today + AT_RISK)).label("at_risk"),
            func.count().filter(decision > today + AT_RISK).label("later"),
            *(
                func.count().filter(reassessment.between(today + first, today + last)).label(span.value)
                for span, (first, last) in SPANS.items()
            ),
        )
        .where(CaseRow.municipality == municipality, CaseRow.status.in_(OPEN))
        .group_by(CaseRow.status)
    )
    return (await connection.execute(query)).all()


async def participants(connection: AsyncConnection, municipality: str) -> dict[str, int]:
    """How many people take part, by cooperative."""
    statuses = sorted(status.value for status in PHASES[Phase.PARTICIPATION])
    query = (
        selected(CaseRow.cooperative, func.count().label("cases"))
        .where(CaseRow.municipality == municipality, CaseRow.status.in_(statuses))
        .group_by(CaseRow.cooperative)
        .order_by(CaseRow.cooperative)
    )
    return {row.cooperative: row.cases for row in await connection.execute(query)}


async def defaults(connection: AsyncConnection, municipality: str) -> Sequence[Row[Any]]:
    """The defaults that are not settled, together where they are owed alike."""
    query = (
        selected(CaseRow.defaults, func.count().label("cases"))
        .where(CaseRow.municipality == municipality, CaseRow.in_default_since.is_not(None))
        .group_by(CaseRow.defaults)
    )
    return (await connection.execute(query)).all()


async def workload(connection: AsyncConnection, municipality: str, today: date) -> Sequence[Row[Any]]:
    """Open tasks by role and holder, with how many of them are overdue, due this week or at rest."""
    name = func.max(TaskRow.document["assignee"]["name"].astext)
    query = (
        selected(
            TaskRow.role,
            TaskRow.assignee_id,
            name.label("name"),
            func.count().label("tasks"),
            func.count().filter(TaskRow.due_on < today).label("overdue"),
            func.count().filter(TaskRow.due_on.between(today, end_of_week(today))).label("due_this_week"),
            func.count().filter(TaskRow.held_until > today).label("resting"),
        )
        .where(TaskRow.municipality == municipality, TaskRow.closed_at.is_(None))
        .group_by(TaskRow.role, TaskRow.assignee_id)
        .order_by(TaskRow.role, name.nulls_first())
    )
    return (await connection.execute(query)).all()


async def inflow(connection: AsyncConnection, municipality: str, since: date) -> Sequence[Row[Any]]:
    """Applications and objections that came, by month."""
    objections = func.count().filter(CaseRow.about.is_not(None))
    query = (
        selected(MONTH_OF_CASE.label("month"), func.count().label("cases"), objections.label("objections"))
        .where(CaseRow.municipality == municipality, CaseRow.received_on >= since)
        .group_by(text("month"))
    )
    return (await connection.execute(query)).all()


async def outflow(connection: AsyncConnection, municipality: str, since: datetime) -> Sequence[Row[Any]]:
    """What was done with it, by month and kind, with how much of that was too late."""
    late = func.count().filter(ActRow.exceptions.contains(["decided_late"]))
    query = (
        selected(MONTH_OF_ACT.label("month"), ActRow.kind, func.count().label("acts"), late.label("late"))
        .where(ActRow.municipality == municipality, ActRow.kind.in_((*OUTCOMES, *ENDINGS)))
        .where(ActRow.at >= since)
        .group_by(text("month"), ActRow.kind)
    )
    return (await connection.execute(query)).all()
