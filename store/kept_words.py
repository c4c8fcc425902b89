"""Words that somebody looks for again and again: each kept under an id that his bookmark has, sealed with that id.

Here is its hash alone. So whoever reads this table reads no words, and whoever reads an address, in a log, none either.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Index, and_, delete, func, insert, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from domain.people import Actor
from store.tables import Table

KEPT = timedelta(days=90)
"""After they were last looked for."""


class KeptWordsRow(Table):
    """Words of one person, for himself alone."""

    __tablename__ = "kept_words"
    __table_args__ = (Index(None, "expires_at"),)

    hashed: Mapped[str] = mapped_column(primary_key=True)
    municipality: Mapped[str]
    actor_id: Mapped[str]
    sealed: Mapped[str]
    """Only who has the id can read it."""
    expires_at: Mapped[datetime]


async def keep(connection: AsyncConnection, actor: Actor, id: str, sealed: str) -> None:  # noqa: A002 (it is one)
    """Keep words; what nobody looked for since long is forgotten."""
    await connection.execute(delete(KeptWordsRow).where(KeptWordsRow.expires_at <= func.now()))
    row = {
        "hashed": _hash(id),
        "municipality": actor.municipality,
        "actor_id": actor.id,
        "sealed": sealed,
        "expires_at": func.now() + KEPT,
    }
    await connection.execute(insert(KeptWordsRow).values(row))


async def find(connection: AsyncConnection, actor: Actor, id: str) -> str | None:  # noqa: A002
    """What this person kept under that id, which is kept longer by it; none when it is not his or too old."""
    found = await connection.execute(
        update(KeptWordsRow)
        .where(_is(actor, id), KeptWordsRow.expires_at > func.now())
        .values(expires_at=func.now() + KEPT)
        .returning(KeptWordsRow.sealed)
    )
    return found.scalar_one_or_none()


async def forget(connection: AsyncConnection, actor: Actor, id: str) -> None:  # noqa: A002
    """Forget them."""
    await connection.execute(delete(KeptWordsRow).where(_is(actor, id)))


def _is(actor: Actor, id: str) -> ColumnElement[bool]:  # noqa: A002
    return and_(
        KeptWordsRow.hashed == _hash(id),
        KeptWordsRow.municipality == actor.municipality,
        KeptWordsRow.actor_id == actor.id,
    )


def _hash(id: str) -> str:  # noqa: A002
    return hashlib.sha256(id.encode()).hexdigest()
