"""What works beside the procedure, such as the mailroom: woken by a bell that the recorder rings, and now and then."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

log = structlog.get_logger("bell")

FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=1)
"""Between two tries of one thing."""
LOOK_AGAIN = 30.0
"""Seconds until somebody looks by himself, should he have missed the bell."""
QUIET = 1.0
"""Seconds without a ring after which it begins: people come first, and what is written together goes together."""
PATIENCE = 30.0
"""Seconds after which it begins all the same, however busy people are."""

MAIL, LETTERS, SENDINGS = "notices", "letters", "sendings"
"""The PostgreSQL channels on which it is told that something is ready."""


async def keep_working(
    engine: AsyncEngine,
    bell: str,
    work: Callable[[], Awaitable[int]],
    next_at: Callable[[], Awaitable[datetime | None]],
) -> None:
    """Work until cancelled, as soon as there is something to do.

    `work` takes a few things in hand and tells how many; `next_at` tells when the next one is due.
    """
    while True:
        try:
            async with engine.connect() as connection:
                await connection.exec_driver_sql(f"listen {bell}")
                await connection.commit()
                await _work_at_each_ring(connection, work, next_at)
        except (SQLAlchemyError, psycopg.Error, OSError) as error:  # the bell is psycopg's own
            log.warning("waits for the database", channel=bell, error=type(error).__name__)
            await asyncio.sleep(2)


async def _work_at_each_ring(
    connection: AsyncConnection,
    work: Callable[[], Awaitable[int]],
    next_at: Callable[[], Awaitable[datetime | None]],
) -> None:
    raw = await connection.get_raw_connection()
    listener: Any = raw.driver_connection
    while True:
        while await work():
            pass
        async for _ in listener.notifies(timeout=_seconds_until(await next_at()), stop_after=1):
            pass
        await _until_it_is_quiet(listener)


async def _until_it_is_quiet(listener: Any) -> None:
    for _ in range(int(PATIENCE / QUIET)):
        await asyncio.sleep(QUIET)
        if not [ring async for ring in listener.notifies(timeout=0)]:
            return


def _seconds_until(moment: datetime | None) -> float:
    if moment is None:
        return LOOK_AGAIN
    return min(max((moment - datetime.now(UTC)).total_seconds(), 0.1), LOOK_AGAIN)


def tried_in_vain(tries: int, error: Exception) -> dict[str, Any]:
    """What is noted of something that did not work after so many tries before: when it is tried again, and why."""
    pause = min(FIRST_PAUSE * 2 ** min(tries, 20), LONGEST_PAUSE)
    return {
        "tries": tries + 1,
        "next_try_at": datetime.now(UTC) + pause,
        "problem": f"{type(error).__name__}: {error}"[:500],
    }
