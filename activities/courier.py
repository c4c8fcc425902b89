"""The courier: tells a case that a letter on which a term hangs went out to everybody. Awb 3:40, 3:41, 4:14(3), 4:15.

That a letter was sent is noted by the mailroom or by whoever posted it, with the word that the case is to be told. The
word is taken away once the case has it, so whatever dies between the two, it is told; and a case takes it in once.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import Row, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities import bell
from domain.acts import Addressee, Channel, LetterSent, Sent
from store.tables import ActRow, CaseRow, LetterRow, SendingRow

log = structlog.get_logger("courier")

AT_A_TIME = 50
LETTER_SENT = str(LetterSent.model_fields["kind"].default)
PAUSE = timedelta(seconds=30)
"""Until a case that could not be reached is tried again."""

Deliver = Callable[[str, str, LetterSent, bool], Awaitable[None]]
"""Tells the case of that number and municipality; whether it is an objection comes last."""

DUE = (
    select(LetterRow.__table__, CaseRow.about)
    .join(CaseRow, CaseRow.number == LetterRow.number)
    .where(LetterRow.tell_at <= func.now())
    .order_by(LetterRow.tell_at)
    .limit(AT_A_TIME)
    .with_for_update(skip_locked=True, of=LetterRow)
)


class Courier:
    """Takes the word of what was sent to its case; several couriers never take the same one."""

    def __init__(self, engine: AsyncEngine, deliver: Deliver) -> None:
        self._engine = engine
        self._deliver = deliver

    def work(self) -> bell.Work:
        """What it sees to, as soon as there is something to tell."""
        return bell.Work(bell.SENDINGS, self.tell_some, self._next_at)

    async def tell_some(self) -> int:
        """Tell what is due, a few at a time; how many were taken in hand."""
        async with self._engine.begin() as connection:
            rows = {(row.number, row.version): row for row in await connection.execute(DUE)}
            for row in rows.values():
                await self._tell(connection, row)
        return len(rows)

    async def _tell(self, connection: AsyncConnection, row: Row[Any]) -> None:
        """A letter that somebody still has to get is not told: its next sending gives the word again."""
        of_it = (SendingRow.number == row.number, SendingRow.version == row.version)
        sendings = (
            await connection.execute(
                select(SendingRow.__table__).where(*of_it).order_by(SendingRow.addressee)
            )
        ).all()
        tell_at: datetime | None = None
        if sendings and all(each.sent_on for each in sendings) and not await self._is_noted(connection, row):
            sent = LetterSent(version=row.version, sendings=tuple(map(_sent, sendings)))
            tell_at = datetime.now(UTC) + PAUSE  # until it is noted: after a crash the decision may come anew
            try:
                await self._deliver(row.number, row.municipality, sent, row.about is not None)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is tried again later
                log.warning("case not told", case=row.number, error=type(error).__name__)
        await connection.execute(
            update(LetterRow)
            .where(LetterRow.number == row.number, LetterRow.version == row.version)
            .where(LetterRow.tell_at.is_not(None))
            .values(tell_at=tell_at)
        )

    async def _is_noted(self, connection: AsyncConnection, row: Row[Any]) -> bool:
        """Whether the case has taken the word in."""
        of_it = (ActRow.number == row.number, ActRow.kind == LETTER_SENT)
        about = ActRow.document["act"]["version"].astext == str(row.version)
        return await connection.scalar(select(ActRow.version).where(*of_it, about).limit(1)) is not None

    async def _next_at(self) -> datetime | None:
        async with self._engine.connect() as connection:
            return await connection.scalar(
                select(func.min(LetterRow.tell_at)).where(LetterRow.tell_at.is_not(None))
            )


def _sent(row: Row[Any]) -> Sent:
    return Sent(addressee=Addressee(row.addressee), channel=Channel(row.channel), sent_on=row.sent_on)
