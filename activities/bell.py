"""What works beside the procedure, such as the mailroom: woken by a bell that the recorder rings, and now and then."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import psycopg
import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

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

AWAY = (SQLAlchemyError, psycopg.Error, OSError)
"""What the database raises when it is away; the bells are psycopg's own."""


class Work(NamedTuple):
    """What somebody beside the procedure sees to."""

    bell: str
    """The channel on which it is told that there is something to do."""
    do_some: Callable[[], Awaitable[int]]
    """Takes a few things in hand, and tells how many."""
    next_at: Callable[[], Awaitable[datetime | None]]
    """When the next one is due that waits for its time."""


async def keep_working(engine: AsyncEngine, *works: Work) -> None:
    """Work until cancelled, each as soon as there is something to do. One connection listens for all of them."""
    rung = {work.bell: asyncio.Event() for work in works}
    async with asyncio.TaskGroup() as together:
        together.create_task(_keep_listening(engine, rung))
        for work in works:
            together.create_task(_keep_at(work, rung[work.bell]))


async def _keep_listening(engine: AsyncEngine, rung: dict[str, asyncio.Event]) -> None:
    while True:
        try:
            await _listen(engine, rung)
        except AWAY as error:
            log.warning("cannot hear the bells", error=type(error).__name__)
            await asyncio.sleep(2)


async def _listen(engine: AsyncEngine, rung: dict[str, asyncio.Event]) -> None:
    async with engine.connect() as connection:
        for bell in rung:
            await connection.exec_driver_sql(f"listen {bell}")
        await connection.commit()
        for event in rung.values():
            event.set()  # they may have rung while nobody listened
        raw = await connection.get_raw_connection()
        listener: Any = raw.driver_connection
        async for ring in listener.notifies():
            rung[ring.channel].set()


async def _keep_at(work: Work, rung: asyncio.Event) -> None:
    while True:
        try:
            while await work.do_some():
                pass
            seconds = _seconds_until(await work.next_at())
        except AWAY as error:
            log.warning("waits for the database", channel=work.bell, error=type(error).__name__)
            seconds = 2.0
        except Exception as error:  # noqa: BLE001 - a worker that ended for it would keep people waiting
            log.error("does not get on", channel=work.bell, error=type(error).__name__)  # noqa: TRY400
            seconds = LOOK_AGAIN
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await rung.wait()
        await _until_it_is_quiet(rung)


async def _until_it_is_quiet(rung: asyncio.Event) -> None:
    for _ in range(int(PATIENCE / QUIET)):
        rung.clear()
        await asyncio.sleep(QUIET)
        if not rung.is_set():
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
