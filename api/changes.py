"""What changes while somebody looks: the recorder rings in PostgreSQL, and everybody who may know hears of it.

One connection listens for all who look on in this process. It is told that a case changed and by what kinds of act,
never about whom: whoever wants to know more reads the case.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any

import structlog
from fastapi import APIRouter, Depends, Header, Request
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import StreamingResponse

from api.identity import CurrentActor
from api.parts import Database
from api.scope import ReadingScope
from api.wire import Wire
from domain.acts import ACTS
from domain.authority import Scope
from domain.disclosure import INTERNAL, is_outsider
from domain.people import Actor
from store.tables import CHANGES

router = APIRouter(tags=["cases"])

log = structlog.get_logger("api.changes")

HEARTBEAT = 15.0
"""Seconds of silence after which a line tells that the connection is still there."""
LONGEST = 15 * 60.0
"""Seconds after which a listener has to come back, with a token that still counts."""
MOST_WAITING = 200
"""Changes that wait for a slow listener; then it is told to look at everything anew."""
PAUSE = 2.0
"""Seconds until a database that was away is tried again."""


class Word(StrEnum):
    """What a listener is told beside changes."""

    LOOK_ANEW = "look anew"
    """More happened than can be told."""
    THE_END = "the end"
    """Nothing more comes: this process stops."""


class Changed(Wire):
    """A case that changed."""

    case: str
    version: int
    kinds: list[str]
    """Of the acts that were done."""


@dataclass(eq=False)
class Listener:
    """Somebody who looks on; what he is told is what he may see."""

    actor: Actor
    scope: Scope
    waiting: asyncio.Queue[Changed | Word] = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))

    def hear(self, rung: dict[str, Any]) -> None:
        """Take in what rang, when it is for him."""
        if not self.scope.holds(rung["municipality"], rung["cooperative"]):
            return
        kinds = [kind for kind in rung["kinds"] if self._may_know(kind)]
        if not kinds:
            return
        try:
            self.waiting.put_nowait(Changed(case=rung["case"], version=rung["version"], kinds=kinds))
        except asyncio.QueueFull:
            self.tell(Word.LOOK_ANEW)

    def _may_know(self, kind: str) -> bool:
        """A cooperative hears nothing of how the municipality works, nor of acts that this program does not know."""
        return not is_outsider(self.actor) or (kind in ACTS and ACTS[kind] not in INTERNAL)

    def tell(self, word: Word) -> None:
        """Say this and nothing else: what waits is of no use any more."""
        while not self.waiting.empty():
            self.waiting.get_nowait()
        self.waiting.put_nowait(word)


class Changes:
    """Listens to the database as long as anybody looks on."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()
        self._listening: asyncio.Task[None] | None = None
        self._is_deaf = True

    @contextmanager
    def heard_by(self, listener: Listener, database: AsyncEngine) -> Generator[None]:
        """As long as this lasts, the listener hears what changes."""
        self._listeners.add(listener)
        if self._listening is None:
            self._is_deaf = True
            self._listening = asyncio.create_task(self._listen(database))
        if not self._is_deaf:
            listener.tell(Word.LOOK_ANEW)
        try:
            yield
        finally:
            self._listeners.discard(listener)
            if not self._listeners and self._listening:
                self._listening.cancel()
                self._listening = None

    def end(self) -> None:
        """Tell everybody that this process stops, so that it need not wait for them."""
        for listener in self._listeners:
            listener.tell(Word.THE_END)

    async def _listen(self, database: AsyncEngine) -> None:
        while True:
            try:
                await self._hear(database)
            except Exception as error:  # noqa: BLE001 - whatever it is, nobody hears anything until it is over
                self._is_deaf = True
                log.warning("waits for the database", error=type(error).__name__)
                await asyncio.sleep(PAUSE)

    async def _hear(self, database: AsyncEngine) -> None:
        async with database.connect() as connection:
            raw = await connection.get_raw_connection()
            driver: Any = raw.driver_connection
            await connection.run_sync(_out_of_the_pool)
            await driver.set_autocommit(True)
            await driver.execute(f"LISTEN {CHANGES}")
            self._is_deaf = False
            for listener in self._listeners:
                listener.tell(Word.LOOK_ANEW)  # who knows what came before we listened
            async for notification in driver.notifies():
                rung = json.loads(notification.payload)
                for listener in self._listeners:
                    listener.hear(rung)


def _out_of_the_pool(connection: Connection) -> None:
    """It listens for as long as somebody looks on, and is closed behind us."""
    connection.detach()


async def _changes(request: Request) -> Changes:
    return request.app.state.changes


@router.get("/changes", response_class=StreamingResponse)
async def stream_changes(
    actor: CurrentActor,
    scope: ReadingScope,
    database: Database,
    changes: Annotated[Changes, Depends(_changes)],
    last_event_id: Annotated[str | None, Header(max_length=200)] = None,  # noqa: ARG001 - taken in: it changes nothing
) -> StreamingResponse:
    """Server-sent events: `change` for each case that changes, `reset` when some may have been missed.

    A stream begins with a `reset`, whatever its listener heard last, and ends after a quarter of an hour: come back.
    """
    listener = Listener(actor, scope)
    return StreamingResponse(_events(changes, listener, database), media_type="text/event-stream")


async def _events(changes: Changes, listener: Listener, database: AsyncEngine) -> AsyncGenerator[str]:
    loop = asyncio.get_running_loop()
    end = loop.time() + LONGEST
    with changes.heard_by(listener, database):
        yield "retry: 2000\n\n"
        while (left := end - loop.time()) > 0:
            try:
                async with asyncio.timeout(min(HEARTBEAT, left)):
                    changed = await listener.waiting.get()
            except TimeoutError:
                yield ": still here\n\n"
                continue
            if changed is Word.THE_END:
                return
            if changed is Word.LOOK_ANEW:
                yield "event: reset\ndata: {}\n\n"
            else:
                told = changed.model_dump_json(by_alias=True)
                yield f"id: {changed.case}.{changed.version}\nevent: change\ndata: {told}\n\n"
