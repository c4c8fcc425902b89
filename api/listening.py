"""Who listens to what changes: the recorder rings in PostgreSQL, and everybody who may know hears of it.

One connection listens for all who look on in this process. It is told that a case changed and by what kinds of act,
never about whom: whoever wants to know more reads the case.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any
from uuid import uuid4

import structlog
from fastapi import Depends, Request
from pydantic import Field
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from api.wire import Wire
from domain.acts import ACTS
from domain.authority import Scope
from domain.disclosure import INTERNAL, is_outsider
from domain.people import Actor
from store.tables import CHANGES

log = structlog.get_logger("api.listening")

HEARTBEAT = 15.0
"""Seconds of silence after which a line tells that the connection is still there."""
LONGEST = 15 * 60.0
"""Seconds after which a listener has to come back, with a token that still counts."""
MOST_WAITING = 200
"""Changes that wait for a slow listener; then it is told to look at everything anew."""
PAUSE = 2.0
"""Seconds until a database that was away is tried again."""
LINGER = 60.0
"""Seconds for which we go on listening when nobody looks on, as between two pages of one person."""
MOST_KEPT = 1000
"""Changes that are told again to who comes back."""
MOST_OF_ONE = 4
"""Streams of one session: a browser has six connections, and needs some for its pages."""


class Word(StrEnum):
    """What a listener is told beside changes."""

    LOOK_ANEW = "reset"
    """More happened than can be told."""
    SIGNED_OUT = "signed-out"
    """Nothing more comes: his session is over."""
    ELSEWHERE = "elsewhere"
    """Nothing more comes: he looks on in other windows, as many as he may."""
    THE_END = "end"
    """Nothing more comes: this process stops, or it was long enough. Come back."""


LAST = frozenset({Word.SIGNED_OUT, Word.ELSEWHERE, Word.THE_END})


class Changed(Wire):
    """A case that changed."""

    case: str
    version: int
    kinds: list[str]
    """Of the acts that were done."""
    mark: str = Field(exclude=True)
    """How far whoever heard this has heard."""


@dataclass(eq=False)
class Listener:
    """Somebody who looks on; what he is told is what he may see."""

    actor: Actor
    scope: Scope
    session: str | None = None
    """The id of the browser's session, when it is a page that listens."""
    waiting: asyncio.Queue[Changed | Word] = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))

    def hear(self, rung: dict[str, Any]) -> None:
        """Take in what rang, when it is for him."""
        if not self.scope.holds(rung["municipality"], rung["cooperative"]):
            return
        if not rung["case"] and self.session is None:
            return  # no case changed, and a program has no list on its screen
        kinds = [kind for kind in rung["kinds"] if self._may_know(kind)]
        if not kinds:
            return
        changed = Changed(case=rung["case"], version=rung["version"], kinds=kinds, mark=rung.get("mark", ""))
        try:
            self.waiting.put_nowait(changed)
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
    """Listens to the database as long as anybody looks on, and a little longer."""

    def __init__(self) -> None:
        self._listeners: dict[Listener, None] = {}
        self._listening: asyncio.Task[None] | None = None
        self._leaving: asyncio.TimerHandle | None = None
        self._ends = False
        self._fall_deaf()

    def mark(self) -> str:
        """How far was heard by now: who comes back with it is told what came after. Empty while nothing is heard."""
        return "" if self._is_deaf else f"{self._name}.{self._heard}"

    @contextmanager
    def heard_by(
        self, listener: Listener, database: AsyncEngine, since: str | None = None
    ) -> Generator[None]:
        """As long as this lasts, the listener hears what changes; first what came after that mark."""
        self._make_room(listener)
        self._listeners[listener] = None
        if self._leaving:
            self._leaving.cancel()
        if self._listening is None:
            self._listening = asyncio.create_task(self._listen(database))
        elif not self._is_deaf:
            self._catch_up(listener, since)
        try:
            yield
        finally:
            self._listeners.pop(listener, None)
            if not self._listeners:
                linger = 0 if self._ends else LINGER
                self._leaving = asyncio.get_running_loop().call_later(linger, self._leave)

    def end(self) -> None:
        """Tell everybody that this process stops, so that it need not wait for them."""
        self._ends = True
        for listener in self._listeners:
            listener.tell(Word.THE_END)
        self._leave()

    def sign_out(self, session: str) -> None:
        """Tell who looks on in a session that it is over."""
        for listener in self._of(session):
            self._dismiss(listener, Word.SIGNED_OUT)

    def _of(self, session: str | None) -> list[Listener]:
        return [each for each in self._listeners if session and each.session == session]

    def _make_room(self, listener: Listener) -> None:
        """The newest is what somebody looks at; the oldest may be gone without a word."""
        others = self._of(listener.session)
        for oldest in others[: max(0, len(others) + 1 - MOST_OF_ONE)]:
            self._dismiss(oldest, Word.ELSEWHERE)

    def _dismiss(self, listener: Listener, word: Word) -> None:
        """Nothing that rings after the last word may take its place."""
        listener.tell(word)
        del self._listeners[listener]

    def _catch_up(self, listener: Listener, since: str | None) -> None:
        name, _, count = (since or "").partition(".")
        missed = self._heard - int(count) if count.isdecimal() and len(count) < 18 else -1
        if name != self._name or not 0 <= missed <= len(self._latest):
            listener.tell(Word.LOOK_ANEW)
            return
        for rung in list(self._latest)[len(self._latest) - missed :]:
            listener.hear(rung)

    def _fall_deaf(self) -> None:
        """What was heard is no longer all that there was, so marks of before say nothing."""
        self._is_deaf = True
        self._name = uuid4().hex[:8]
        self._heard = 0
        self._latest: deque[dict[str, Any]] = deque(maxlen=MOST_KEPT)

    def _leave(self) -> None:
        """Listen no longer, unless somebody came."""
        if self._listening and not self._listeners:
            self._listening.cancel()
            self._listening = None
            self._fall_deaf()

    async def _listen(self, database: AsyncEngine) -> None:
        while True:
            try:
                await self._hear(database)
            except Exception as error:  # noqa: BLE001 - whatever it is, nobody hears anything until it is over
                self._fall_deaf()
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
                self._heard += 1
                rung = json.loads(notification.payload) | {"mark": self.mark()}
                self._latest.append(rung)
                for listener in self._listeners:
                    listener.hear(rung)


def _out_of_the_pool(connection: Connection) -> None:
    """It listens for as long as somebody looks on, and is closed behind us."""
    connection.detach()


async def _shared(request: Request) -> Changes:
    return request.app.state.changes


SharedChanges = Annotated[Changes, Depends(_shared)]


async def _lasts() -> bool:
    return True


async def heard(
    changes: Changes,
    listener: Listener,
    database: AsyncEngine,
    since: str | None = None,
    holds: Callable[[], Awaitable[bool]] = _lasts,
) -> AsyncGenerator[Changed | Word | None]:
    """What somebody hears, and None now and then, as a sign of life. It ends with one of the last words.

    Whether he may still look on is asked as often.
    """
    loop = asyncio.get_running_loop()
    asked = loop.time()
    end = asked + LONGEST
    with changes.heard_by(listener, database, since):
        while (now := loop.time()) < end:
            if now >= asked + HEARTBEAT:
                asked = now
                told = None if await holds() else Word.SIGNED_OUT
            else:
                try:
                    async with asyncio.timeout(min(asked + HEARTBEAT, end) - now):
                        told = await listener.waiting.get()
                except TimeoutError:
                    continue
            yield told
            if isinstance(told, Word) and told in LAST:
                return
    yield Word.THE_END
