"""The press: makes the letters that the recorder laid ready, once each, and lays them ready to be sent.

It works beside the procedure, so that making a letter never holds up an act.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import structlog
from sqlalchemy import Row, and_, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities import bell
from activities.typesetting import typeset
from domain.letters import Letter, for_the_press
from domain.policy import Office
from store.tables import CHANGES, CooperativeRow, DocumentRow, LetterRow, OfficeRow, SendingRow

log = structlog.get_logger("press")

AT_A_TIME = 5

Typeset = Callable[[str, date, Mapping[str, Any]], Awaitable[bytes]]

DUE = (
    select(
        LetterRow.__table__,
        OfficeRow.document.label("office"),
        CooperativeRow.document["name"].astext.label("cooperative_name"),
    )
    .outerjoin(OfficeRow, OfficeRow.municipality == LetterRow.municipality)
    .outerjoin(
        CooperativeRow,
        and_(
            CooperativeRow.municipality == LetterRow.municipality,
            CooperativeRow.code == LetterRow.document["cooperative"].astext,
        ),
    )
    .where(LetterRow.made_at.is_(None), LetterRow.next_try_at <= func.now())
    .order_by(LetterRow.next_try_at)
    .limit(AT_A_TIME)
    .with_for_update(skip_locked=True, of=LetterRow)
)
"""What is to be made now, each with the names and the address that the reference data has at this moment."""

RING = text(f"""
SELECT pg_notify('{CHANGES}', json_build_object(
    'case', number, 'version', version, 'municipality', municipality, 'cooperative', cooperative,
    'kinds', json_build_array('letter_made')
)::text) FROM cases WHERE number = :number
""")  # noqa: S608
"""Nothing is done in the case by that, but whoever posts letters has one more."""


class Press:
    """Takes letters from the outbox; several presses never take the same one."""

    def __init__(self, engine: AsyncEngine, typeset: Typeset | None = None) -> None:
        """`typeset` makes a letter; in a thread when not given."""
        self._engine = engine
        self._typeset = typeset or _in_a_thread

    def work(self) -> bell.Work:
        """What it sees to, as soon as there is something to make."""
        return bell.Work(bell.LETTERS, self.make_some, self._next_at)

    async def make_some(self) -> int:
        """Make what is due, a few at a time; how many were taken in hand.

        A letter and its document are noted in one transaction, so a crash leaves neither, and it is made again.
        """
        async with self._engine.begin() as connection:
            rows = (await connection.execute(DUE)).all()
            for row in rows:
                await self._tried(connection, row)
            if rows:
                await connection.execute(text(f"SELECT pg_notify('{bell.MAIL}', '')"))
        return len(rows)

    async def _tried(self, connection: AsyncConnection, row: Row[Any]) -> None:
        try:  # one that cannot even be read, such as a newer version's, keeps nobody from the others
            letter, given = _read(row)
            made = await self._typeset(letter.kind, letter.template_version, given)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is tried again later
            log.warning("letter not made", kind=row.document.get("kind"), error=type(error).__name__)
            await connection.execute(_of(row).values(bell.tried_in_vain(row.tries, error)))
            return
        made_at, sha256 = datetime.now(UTC), hashlib.sha256(made).hexdigest()
        document = {
            "sha256": sha256,
            "municipality": row.municipality,
            "number": letter.number,
            "content": made,
            "made_at": made_at,
        }
        await connection.execute(insert(DocumentRow).values(document).on_conflict_do_nothing())
        await connection.execute(
            _of(row).values(made_at=made_at, sha256=sha256, input=dict(given), problem=None)
        )
        if letter.edition == 1:  # a later one takes over what the one before it had still to send
            await self._lay_ready(connection, letter, row.municipality)
        await connection.execute(RING, {"number": letter.number})

    async def _lay_ready(self, connection: AsyncConnection, letter: Letter, municipality: str) -> None:
        """One sending for each addressee; anew, when another letter of this number never was."""
        for addressee in letter.addressees:
            anew = {
                "edition": letter.edition,
                "dated": letter.dated,
                "channel": letter.channel(addressee).value,
                "consent": letter.electronic.get(addressee),
                **dict.fromkeys(("recipient", "sent_on", "sent_at", "confirmed_by", "key")),
            }
            await connection.execute(
                insert(SendingRow)
                .values(
                    number=letter.number,
                    version=letter.version,
                    addressee=addressee.value,
                    municipality=municipality,
                    **anew,
                )
                .on_conflict_do_update(index_elements=["number", "version", "addressee"], set_=anew)
            )

    async def _next_at(self) -> datetime | None:
        async with self._engine.connect() as connection:
            return await connection.scalar(
                select(func.min(LetterRow.next_try_at)).where(LetterRow.made_at.is_(None))
            )


def _read(row: Row[Any]) -> tuple[Letter, Mapping[str, Any]]:
    """The letter, and what is given to its template."""
    letter = Letter.model_validate(row.document)
    office = Office.model_validate(row.office) if row.office else None
    return letter, for_the_press(letter, office, row.cooperative_name or letter.cooperative)


def _of(row: Row[Any]) -> Any:
    return update(LetterRow).where(
        LetterRow.number == row.number,
        LetterRow.version == row.version,
        LetterRow.edition == row.edition,
    )


async def _in_a_thread(template: str, version: date, given: Mapping[str, Any]) -> bytes:
    return await asyncio.to_thread(typeset, template, version, given)
