"""By which plan PostgreSQL answers a query of ours."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from typing import Any, NamedTuple

import psycopg
import pytest
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

Query = Callable[[AsyncConnection], Awaitable[Any]]


class Sent(NamedTuple):
    """A statement as the driver was given it, with the kind of cursor, which says how its parameters are written."""

    cursor: type[psycopg.AsyncCursor[Any]]
    statement: str
    parameters: Any


@contextmanager
def everything_sent() -> Generator[list[Sent]]:
    """Every statement that goes to a database meanwhile, whoever put it together."""
    sent: list[Sent] = []
    execute = psycopg.AsyncCursor.execute

    def keep(self: psycopg.AsyncCursor[Any], query: Any, params: Any = None, **how: Any) -> Any:
        statement = query.decode() if isinstance(query, bytes) else query
        sent.append(Sent(type(self), statement, params))
        return execute(self, query, params, **how)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(psycopg.AsyncCursor, "execute", keep)
        yield sent


async def sent_by(engine: AsyncEngine, query: Query) -> list[Sent]:
    """Every statement that a query sends."""
    async with engine.connect() as connection:
        with everything_sent() as sent:
            await query(connection)
    return sent


async def plan_of(engine: AsyncEngine, query: Query) -> list[dict[str, Any]]:
    """Every step of the plan for the last statement that a query sends."""
    last = (await sent_by(engine, query))[-1]
    async with engine.connect() as connection:
        driver: Any = (await connection.get_raw_connection()).driver_connection
        cursor = (
            psycopg.AsyncRawCursor if issubclass(last.cursor, psycopg.AsyncRawCursor) else psycopg.AsyncCursor
        )
        asked = cursor(driver)
        await asked.execute(f"explain (format json) {last.statement}".encode(), last.parameters)
        found: Any = await asked.fetchone()
    steps: list[dict[str, Any]] = []

    def walk(step: dict[str, Any]) -> None:
        steps.append(step)
        for inner in step.get("Plans", ()):
            walk(inner)

    walk(found[0][0]["Plan"])
    return steps
