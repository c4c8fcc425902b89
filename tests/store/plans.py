"""By which plan PostgreSQL answers a query of ours."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Query = Callable[[AsyncConnection], Awaitable[Any]]
Sent = list[tuple[str, Any]]


async def sent_by(engine: AsyncEngine, query: Query) -> Sent:
    """Every statement that a query sends."""
    sent: Sent = []

    def keep(_c: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        sent.append((statement, parameters))

    async with engine.connect() as connection:
        event.listen(engine.sync_engine, "before_cursor_execute", keep)
        try:
            await query(connection)
        finally:
            event.remove(engine.sync_engine, "before_cursor_execute", keep)
    return sent


async def plan_of(engine: AsyncEngine, query: Query) -> list[dict[str, Any]]:
    """Every step of the plan for the last statement that a query sends."""
    statement, parameters = (await sent_by(engine, query))[-1]
    async with engine.connect() as connection:
        plan = await connection.exec_driver_sql(f"explain (format json) {statement}", parameters)
        found = plan.scalar_one()
    steps: list[dict[str, Any]] = []

    def walk(step: dict[str, Any]) -> None:
        steps.append(step)
        for inner in step.get("Plans", ()):
            walk(inner)

    walk((json.loads(found) if isinstance(found, str) else found)[0]["Plan"])
    return steps
