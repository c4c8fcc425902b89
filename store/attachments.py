"""Files that come with an application, a supplement or a report: handed in first, then named in the act by their hash.

Whoever hands one in has it alone until it is sent with an act; from then on it belongs to that case. What is sent with
nothing is gone after as long as a draft.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Index, Row, and_, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from domain.people import Actor
from store.drafts import KEPT
from store.queries import selected
from store.tables import Table

MOST_BYTES = 5_000_000
STAFF = ""
"""Who hands in what came by post or at the desk: the municipality itself, and no cooperative."""

BEGINS_WITH = {
    "application/pdf": b"%PDF-",
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
}
"""The kinds of file that are taken, each with the bytes by which it is known."""


class AttachmentRow(Table):
    """A file of one party: a cooperative, or the municipality's own staff."""

    __tablename__ = "attachments"
    __table_args__ = (Index(None, "expires_at"), Index(None, "number"))

    municipality: Mapped[str] = mapped_column(primary_key=True)
    party: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(primary_key=True)
    media_type: Mapped[str]
    content: Mapped[bytes]
    number: Mapped[str | None]
    """The case with which it was sent first."""
    kept_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]


@dataclass(frozen=True)
class Attachment:
    """A file, and what it is."""

    sha256: str
    media_type: str
    content: bytes = field(repr=False)


def media_type_of(content: bytes) -> str | None:
    """What the file is by its own first bytes; none when it is nothing that is taken."""
    found = (media_type for media_type, start in BEGINS_WITH.items() if content.startswith(start))
    return next(found, None)


async def keep(connection: AsyncConnection, actor: Actor, content: bytes, media_type: str) -> Attachment:
    """Keep a file for whoever hands it in; the same one again is the same file."""
    await connection.execute(delete(AttachmentRow).where(AttachmentRow.expires_at <= func.now()))
    sha256 = hashlib.sha256(content).hexdigest()
    row = insert(AttachmentRow).values(
        municipality=actor.municipality,
        party=_party(actor),
        sha256=sha256,
        media_type=media_type,
        content=content,
        kept_at=func.now(),
        expires_at=func.now() + KEPT,
    )
    longer = {"expires_at": row.excluded.expires_at}
    unless_sent = AttachmentRow.expires_at.is_not(None)
    await connection.execute(
        row.on_conflict_do_update(
            index_elements=["municipality", "party", "sha256"], set_=longer, where=unless_sent
        )
    )
    return Attachment(sha256, media_type, content)


async def own(connection: AsyncConnection, actor: Actor, sha256: str) -> Attachment | None:
    """A file that this person's party handed in."""
    return await _one(connection, _of(actor), AttachmentRow.sha256 == sha256)


async def of_case(connection: AsyncConnection, municipality: str, sha256: str) -> Attachment | None:
    """A file that an act names. The caller has seen to it that the act may be read."""
    is_sent = AttachmentRow.number.is_not(None)
    return await _one(
        connection, AttachmentRow.municipality == municipality, AttachmentRow.sha256 == sha256, is_sent
    )


async def described(
    connection: AsyncConnection, municipality: str, files: Collection[str]
) -> dict[str, Row[Any]]:
    """What kind of file each is that an act names, and how large; by its hash."""
    size = func.octet_length(AttachmentRow.content).label("bytes")
    query = selected(AttachmentRow.sha256, AttachmentRow.media_type, size).where(
        AttachmentRow.municipality == municipality,
        AttachmentRow.sha256.in_(files),
        AttachmentRow.number.is_not(None),
    )
    return {row.sha256: row for row in await connection.execute(query)}


async def unknown(connection: AsyncConnection, actor: Actor, files: Collection[str]) -> set[str]:
    """Those of the files that this person's party did not hand in, or too long ago."""
    found = await connection.scalars(
        select(AttachmentRow.sha256).where(_of(actor), AttachmentRow.sha256.in_(files), _is_here())
    )
    return set(files) - set(found)


async def send(connection: AsyncConnection, actor: Actor, files: Collection[str], number: str) -> None:
    """From now on these files are a case's."""
    await connection.execute(
        update(AttachmentRow)
        .where(_of(actor), AttachmentRow.sha256.in_(files), _is_here())
        .values(number=func.coalesce(AttachmentRow.number, number), expires_at=None)
    )


async def _one(connection: AsyncConnection, *which: ColumnElement[bool]) -> Attachment | None:
    query = select(AttachmentRow.sha256, AttachmentRow.media_type, AttachmentRow.content)
    row = (await connection.execute(query.where(*which, _is_here()).limit(1))).one_or_none()
    return Attachment(row.sha256, row.media_type, row.content) if row else None


def _of(actor: Actor) -> ColumnElement[bool]:
    return and_(AttachmentRow.municipality == actor.municipality, AttachmentRow.party == _party(actor))


def _is_here() -> ColumnElement[bool]:
    return or_(AttachmentRow.expires_at.is_(None), AttachmentRow.expires_at > func.now())


def _party(actor: Actor) -> str:
    return actor.cooperative or STAFF
