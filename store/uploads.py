"""Files of applications that somebody uploaded: what is wrong with each row, and what became of it.

The applications themselves are sealed for the session in which the file was chosen, so that nobody reads a BSN here;
once all are sent they are gone. What became of the rows is kept for a day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, and_, delete, func, insert, or_, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from domain.fact import Text
from domain.people import Actor
from store.tables import Table

KEPT = timedelta(days=1)
QUIET = timedelta(seconds=20)
"""Whoever sends tells so with each row; after so long nobody does any more, and it can be taken up again."""


class UploadRow(Table):
    """One file."""

    __tablename__ = "uploads"
    __table_args__ = (Index(None, "expires_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    municipality: Mapped[str]
    actor_id: Mapped[str]
    file: Mapped[str]
    sealed: Mapped[str | None]
    """The applications, for whom chose the file and in that session; none once all are sent."""
    sent_at: Mapped[datetime | None]
    """When a row of it was sent last; none before anything was."""
    expires_at: Mapped[datetime]


class UploadedRow(Table):
    """One row of a file."""

    __tablename__ = "uploaded_rows"

    upload: Mapped[str] = mapped_column(ForeignKey("uploads.id", ondelete="CASCADE"), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    complaints: Mapped[list[dict[str, str]]] = mapped_column(JSONB)
    """Each in both languages: who looks may change to the other."""
    fate: Mapped[str | None]
    number: Mapped[str | None]
    """The case's."""
    refusal: Mapped[dict[str, Any] | None]
    """Why there is none, in both languages."""


@dataclass(frozen=True)
class Uploaded:
    """One row: where it begins in the file, for whom it is, and what is wrong with it or became of it."""

    line: int
    name: str = ""
    complaints: Sequence[Text] = ()
    fate: str | None = None
    number: str | None = None
    refusal: Text | None = None


@dataclass(frozen=True)
class Upload:
    """A file, and its rows."""

    id: str
    file: str
    sealed: str | None = field(repr=False)
    is_begun: bool
    is_being_sent: bool
    rows: Sequence[Uploaded]


async def save(
    connection: AsyncConnection,
    id_: str,
    actor: Actor,
    file: str,
    sealed: str | None,
    rows: Sequence[Uploaded],
) -> None:
    """Keep a file that was looked at."""
    await connection.execute(delete(UploadRow).where(UploadRow.expires_at <= func.now()))
    about = {
        "id": id_,
        "municipality": actor.municipality,
        "actor_id": actor.id,
        "file": file,
        "sealed": sealed,
    }
    await connection.execute(insert(UploadRow).values(**about, expires_at=func.now() + KEPT))
    told = [
        {
            "upload": id_,
            "line": each.line,
            "name": each.name,
            "complaints": [one.model_dump() for one in each.complaints],
        }
        for each in rows
    ]
    await connection.execute(insert(UploadedRow), told)


async def find(connection: AsyncConnection, id_: str, actor: Actor) -> Upload | None:
    """A file of this person's; none once it is too old."""
    is_sent = UploadRow.sent_at > func.now() - QUIET
    query = select(UploadRow.file, UploadRow.sealed, UploadRow.sent_at, is_sent.label("is_being_sent"))
    row = (
        await connection.execute(query.where(_is(id_, actor), UploadRow.expires_at > func.now()))
    ).one_or_none()
    if row is None:
        return None
    found = await connection.execute(
        select(UploadedRow.__table__).where(UploadedRow.upload == id_).order_by(UploadedRow.line)
    )
    rows = [
        Uploaded(
            each.line,
            each.name,
            [Text.model_validate(one) for one in each.complaints],
            each.fate,
            each.number,
            Text.model_validate(each.refusal) if each.refusal else None,
        )
        for each in found
    ]
    return Upload(id_, row.file, row.sealed, row.sent_at is not None, bool(row.is_being_sent), rows)


async def take_up(connection: AsyncConnection, id_: str, actor: Actor) -> bool:
    """Begin to send it, unless somebody does so at this moment."""
    is_quiet = or_(UploadRow.sent_at.is_(None), UploadRow.sent_at < func.now() - QUIET)
    taken = (
        update(UploadRow)
        .where(_is(id_, actor), is_quiet, UploadRow.sealed.is_not(None))
        .values(sent_at=func.now())
    )
    return (await connection.execute(taken.returning(UploadRow.id))).one_or_none() is not None


async def note(connection: AsyncConnection, id_: str, line: int, fate: str, said: str | Text) -> None:
    """Keep what became of a row: the case that it is, or why it was refused."""
    this = and_(UploadedRow.upload == id_, UploadedRow.line == line)
    told = {"refusal": said.model_dump()} if isinstance(said, Text) else {"number": said}
    await connection.execute(update(UploadedRow).where(this).values(fate=fate, **told))
    await connection.execute(update(UploadRow).where(UploadRow.id == id_).values(sent_at=func.now()))


async def finish(connection: AsyncConnection, id_: str) -> None:
    """Nobody sends it any more; when every row has its fate, what was sealed is gone."""
    left = select(UploadedRow.line).where(
        UploadedRow.upload == id_,
        UploadedRow.fate.is_(None),
        func.jsonb_array_length(UploadedRow.complaints) == 0,
    )
    this = update(UploadRow).where(UploadRow.id == id_)
    await connection.execute(this.values(sent_at=func.now() - 2 * QUIET))
    await connection.execute(this.where(~left.exists()).values(sealed=None))


def _is(id_: str, actor: Actor) -> ColumnElement[bool]:
    return and_(
        UploadRow.id == id_, UploadRow.municipality == actor.municipality, UploadRow.actor_id == actor.id
    )
