"""The letters of a case: what readers get of them, and what people say of their sending."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, insert, or_, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.acts import Objector
from domain.errors import NotNow
from domain.letters import Addressee, Channel, Letter, check_posted, dated_anew
from domain.sending import MOVES_BY_BEING_TOLD
from store.queries import Page
from store.tables import CaseRow, CooperativeRow, DocumentRow, LetterRow, SendingRow

TO_BE_TOLD = (
    update(LetterRow)
    .where(
        LetterRow.number == bindparam("of_number"),
        LetterRow.version == bindparam("of_version"),
        or_(
            *(LetterRow.kind == str(each.model_fields["kind"].default) for each in MOVES_BY_BEING_TOLD),
            *(LetterRow.document[until].astext.is_not(None) for until in ("objectionUntil", "appealUntil")),
        ),
    )
    .values(tell_at=func.now())
)
"""A decision, or what moves a term, went to somebody: the courier looks whether everybody has it, and tells the case.

Awb 3:41, 4:14(3), 4:15(1).
"""


class DocumentDamaged(Exception):
    """What is stored is not what was made."""


@dataclass(frozen=True)
class Kept:
    """A letter as it is kept, with how it went to each addressee."""

    letter: Letter
    row: Row[Any]
    sendings: Sequence[Row[Any]]


async def letters(connection: AsyncConnection, number: str) -> list[Kept]:
    """Every letter of a case, oldest first. The caller has seen to it that the case may be read."""
    rows = await connection.execute(
        select(LetterRow.__table__, func.octet_length(DocumentRow.content).label("bytes"))
        .outerjoin(DocumentRow, DocumentRow.sha256 == LetterRow.sha256)
        .where(LetterRow.number == number)
        .order_by(LetterRow.version, LetterRow.edition)
    )
    sendings = (
        await connection.execute(
            select(SendingRow.__table__)
            .where(SendingRow.number == number)
            .order_by(SendingRow.version, SendingRow.channel.desc(), SendingRow.addressee)
        )
    ).all()
    return [
        Kept(
            letter=Letter.model_validate(row.document),
            row=row,
            sendings=[
                each for each in sendings if (each.version, each.edition) == (row.version, row.edition)
            ],
        )
        for row in rows
    ]


async def document(connection: AsyncConnection, sha256: str) -> bytes:
    """A document, held against its hash.

    Raises:
        DocumentDamaged: it is not there, or is another one than was made.
    """
    content = await connection.scalar(select(DocumentRow.content).where(DocumentRow.sha256 == sha256))
    if content is None or hashlib.sha256(content).hexdigest() != sha256:
        raise DocumentDamaged(sha256)
    return content


async def sent_on(connection: AsyncConnection, number: str, version: int, objector: Objector) -> date | None:
    """The day on which a decision went to whoever objects to it, from which his term runs; none when unknown. Awb 6:8.

    To another party it goes with the last of the letters, so not before that went out.
    """
    query = select(func.max(SendingRow.sent_on)).where(
        SendingRow.number == number, SendingRow.version == version
    )
    if objector is Objector.ANOTHER:
        query = query.having(func.bool_and(SendingRow.sent_on.is_not(None)))
    else:
        query = query.where(SendingRow.addressee == Addressee(objector.value).value)
    return await connection.scalar(query)


async def note_posted(
    connection: AsyncConnection,
    kept: Kept,
    addressee: Addressee,
    posted_on: date,
    today: date,
    by: str,
    key: str,
) -> None:
    """Note the day on which a letter was posted to somebody. Doing it again changes nothing. Awb 3:41.

    Raises:
        NotNow: it does not go to him, or was noted with another day.
        NotAcceptable: the day is not possible.
    """
    sending = next((each for each in kept.sendings if each.addressee == addressee), None)
    if sending is None:
        raise NotNow("This letter does not go to this addressee by post")
    check_posted(kept.letter, Channel(sending.channel), posted_on, today)
    of_it = (
        SendingRow.number == kept.letter.number,
        SendingRow.version == kept.letter.version,
        SendingRow.edition == kept.letter.edition,
        SendingRow.addressee == addressee.value,
    )
    # The letter first, as whoever dates it anew has it, so that neither waits for the other.
    await connection.execute(TO_BE_TOLD, {"of_number": kept.letter.number, "of_version": kept.letter.version})
    await connection.execute(
        update(SendingRow)
        .where(*of_it, SendingRow.sent_at.is_(None))
        .values(sent_on=posted_on, sent_at=func.now(), confirmed_by=by, key=key)
    )
    noted = await connection.scalar(select(SendingRow.sent_on).where(*of_it))
    if noted is None:
        raise NotNow("There is a newer edition of this letter")
    if noted != posted_on:
        raise NotNow("This letter went out on {day}", day=noted)


async def date_anew(connection: AsyncConnection, kept: Kept, on: date, today: date, bell: str) -> int:
    """Have a letter made again for another day of sending, for those to whom it did not go out yet; its new edition.

    Doing it again changes nothing. The connection must be in a transaction.

    Raises:
        NotNow: it went out, or there is a newer edition.
        NotAcceptable: the day is not possible.
    """
    letter = kept.letter
    of_it = (LetterRow.number == letter.number, LetterRow.version == letter.version)
    editions = (
        await connection.execute(
            select(LetterRow.__table__).where(*of_it).order_by(LetterRow.edition).with_for_update()
        )
    ).all()
    newest = Letter.model_validate(editions[-1].document)
    if (newest.edition, newest.dated) == (letter.edition + 1, on):
        return newest.edition
    if newest.edition != letter.edition:
        raise NotNow("There is a newer edition of this letter")
    anew = dated_anew(letter, on, today)
    await connection.execute(
        insert(LetterRow).values(
            number=anew.number,
            version=anew.version,
            edition=anew.edition,
            municipality=kept.row.municipality,
            kind=anew.kind,
            template_version=anew.template_version,
            policy_version=anew.policy_version,
            document=anew.model_dump(mode="json"),
            written_at=func.now(),
            next_try_at=func.now(),
        )
    )
    moved = await connection.execute(
        update(SendingRow)
        .where(
            SendingRow.number == anew.number,
            SendingRow.version == anew.version,
            SendingRow.sent_at.is_(None),
        )
        .values(edition=anew.edition, dated=on)
    )
    if not moved.rowcount:
        raise NotNow("This letter has gone out to everybody")
    await connection.execute(text("SELECT pg_notify(:bell, '')"), {"bell": bell})
    return anew.edition


async def to_post(connection: AsyncConnection, municipality: str, page: Page) -> Sequence[Row[Any]]:
    """What a municipality has to post yet, the longest due first, each with its letter and its case."""
    query = (
        select(
            SendingRow.__table__,
            LetterRow.document,
            CaseRow.resident_name,
            CaseRow.status,
            CooperativeRow.document["name"].astext.label("cooperative_name"),
        )
        .join(
            LetterRow,
            tuple_(LetterRow.number, LetterRow.version, LetterRow.edition)
            == tuple_(SendingRow.number, SendingRow.version, SendingRow.edition),
        )
        .join(CaseRow, CaseRow.number == SendingRow.number)
        .outerjoin(
            CooperativeRow,
            and_(
                CooperativeRow.municipality == SendingRow.municipality,
                CooperativeRow.code == CaseRow.cooperative,
            ),
        )
        .where(
            SendingRow.municipality == municipality,
            SendingRow.channel == Channel.POST.value,
            SendingRow.sent_at.is_(None),
        )
    )
    order = (SendingRow.dated, SendingRow.number, SendingRow.version, SendingRow.addressee)
    return (await connection.execute(page.of(query, *order))).all()
