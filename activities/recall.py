"""Hands in again what was written down just before a crash, and what Temporal never heard of.

Between the recorder's transaction and Temporal's own lie a few milliseconds. When both the worker and Temporal die in
them, the copy has an act that the case has not, and its task is gone from the lists. Nobody may ever ask again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import WorkflowUpdateFailedError
from temporalio.service import RPCError, RPCStatusCode

from domain.case import Case, Entry, Performed
from store import lately

log = structlog.get_logger("recall")

INTERVAL = timedelta(minutes=5)
"""Between two looks."""
SETTLED = timedelta(seconds=30)
"""After which an act is in its case, or was lost."""
BEFORE_THE_END = timedelta(minutes=1)
"""So much of what was written last is looked at after a start, however long ago that was."""
AT_MOST = 200
"""Cases in one look, lest it cost more than what people do."""
AT_ONCE = 10
"""Of those: one that does not answer for a while keeps a line, and leaves the others."""

State = Callable[[str], Awaitable[Case | None]]
"""Asks the case of a number how it stands; nothing when Temporal keeps it no longer."""
HandIn = Callable[[str, Performed, str], Awaitable[object]]
"""Hands in an act to the case of a number, under the request by which it came before."""


class Recall:
    """Compares what people did lately with what their cases know of it."""

    def __init__(
        self, engine: AsyncEngine, state: State, hand_in: HandIn, settled: timedelta = SETTLED
    ) -> None:
        self._engine = engine
        self._state = state
        self._hand_in = hand_in
        self._settled = settled

    async def keep_recalling(self) -> None:
        """Look until cancelled: at the last minute before the start, and then at each time since the last look."""
        since: datetime | None = None
        pause = self._settled
        while True:
            try:
                since = since or await self._before_the_end()
                await asyncio.sleep(pause.total_seconds())
                before = datetime.now(UTC) - self._settled
                await self.recall(since, before)
                since, pause = before, INTERVAL
            except Exception as error:  # noqa: BLE001 - the same time is looked at again, and the worker goes on
                log.warning("cannot compare the acts with their cases", error=type(error).__name__)
                pause = SETTLED

    async def recall(self, since: datetime, before: datetime) -> int:
        """Hand in again what people did in that time and their cases do not know; how much that was."""
        async with self._engine.connect() as connection:
            done = await lately.done_by_people(connection, since, before, AT_MOST)
        lines = asyncio.Semaphore(AT_ONCE)
        async with asyncio.TaskGroup() as looks:  # when Temporal is away none of them looks on
            looked = [looks.create_task(self._looked_at(*case, lines)) for case in done.items()]
        return sum(each.result() for each in looked)

    async def _looked_at(self, number: str, entries: list[Entry], lines: asyncio.Semaphore) -> int:
        """A case that does not answer, though Temporal is there, keeps nobody from the others."""
        try:
            async with lines:
                return await self._hand_in_again(number, entries)
        except Exception as error:
            if isinstance(error, RPCError) and error.status is RPCStatusCode.UNAVAILABLE:
                raise
            log.warning("a case does not tell how it stands", case=number, error=str(error))
            return 0

    async def _hand_in_again(self, number: str, entries: list[Entry]) -> int:
        case = await self._state(number)
        if case is None:
            return 0
        lost = [entry for entry in entries if entry.key and case.receipt(entry.key) is None]
        for entry in lost:
            assert entry.key is not None
            said = {name: getattr(entry, name) for name in Performed.model_fields}
            try:
                await self._hand_in(number, Performed(**said), entry.key)
                log.warning("an act was handed in again after a crash", case=number, version=entry.version)
            except WorkflowUpdateFailedError as refused:  # the next act takes it out of the copy
                log.warning("a case refuses an act of the copy", case=number, why=str(refused.cause))
        return len(lost)

    async def _before_the_end(self) -> datetime:
        now = datetime.now(UTC)
        async with self._engine.connect() as connection:
            return (await lately.last_act_at(connection, now) or now) - BEFORE_THE_END
