"""Sessions of the pages: who signed in, in which browser, until when.

The id stands in the browser's cookie only; here is its hash, so that nobody who reads this table can be somebody else.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from store.tables import PolicyRow, Table

IDLE = timedelta(hours=1)
"""A session ends when nothing was asked for so long; the realm of deploy/keycloak has the same."""
LONGEST = timedelta(hours=10)
"""A session ends so long after it began, whatever was asked."""
NOTED = timedelta(minutes=1)
"""That something was asked is noted at most once in so long."""


class SessionRow(Table):
    """One browser in which somebody signed in."""

    __tablename__ = "sessions"

    hashed: Mapped[str] = mapped_column(primary_key=True)
    municipality: Mapped[str | None]
    claims: Mapped[dict[str, Any]]
    """What the issuer says of who signed in."""
    sealed_token: Mapped[str]
    """The ID token, which the issuer wants back at the end; only who has the session's id can read it."""
    told: Mapped[dict[str, Any] | None]
    """What the next page tells once."""
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime] = mapped_column(index=True)


@dataclass(frozen=True)
class Session:
    """A session that holds."""

    id: str
    claims: dict[str, Any]
    place: str | None
    """The municipality's name."""
    told: dict[str, Any] | None
    sealed_token: str


async def begin(connection: AsyncConnection, session: Session) -> None:
    """Keep a new session; those that ended meanwhile are forgotten."""
    await connection.execute(delete(SessionRow).where(_has_ended()))
    row = {
        "hashed": _hash(session.id),
        "municipality": session.claims.get("municipality"),
        "claims": session.claims,
        "sealed_token": session.sealed_token,
        "began_at": func.now(),
        "seen_at": func.now(),
    }
    await connection.execute(insert(SessionRow).values(row))


async def session(connection: AsyncConnection, id: str, *, is_asked: bool = True) -> Session | None:  # noqa: A002 (it is one)
    """The session of this id, as long as it holds; that somebody asks for a page keeps it alive."""
    name = (
        select(PolicyRow.document["name"].astext)
        .where(PolicyRow.municipality == SessionRow.municipality, PolicyRow.valid_from <= func.current_date())
        .order_by(PolicyRow.valid_from.desc(), PolicyRow.version.desc())
        .limit(1)
        .scalar_subquery()
    )
    mine = and_(SessionRow.hashed == _hash(id), ~_has_ended())
    is_due = (func.now() - SessionRow.seen_at > NOTED).label("is_due")
    query = select(SessionRow.__table__, name.label("place"), is_due).where(mine)
    found: Row[Any] | None = (await connection.execute(query)).one_or_none()
    if found is None:
        return None
    if found.is_due and is_asked:
        await connection.execute(update(SessionRow).where(mine).values(seen_at=func.now()))
    return Session(id, found.claims, found.place, found.told, found.sealed_token)


async def holds(connection: AsyncConnection, id: str) -> bool:  # noqa: A002
    """Whether a session holds still; to ask this keeps nothing alive."""
    query = select(SessionRow.hashed).where(SessionRow.hashed == _hash(id), ~_has_ended())
    return (await connection.execute(query)).first() is not None


async def claims_of(connection: AsyncConnection, municipality: str, person: str) -> dict[str, Any] | None:
    """What the issuer says of somebody who is signed in now, when he last signed in; none when he is not."""
    theirs = (SessionRow.municipality == municipality, SessionRow.claims["sub"].astext == person)
    query = select(SessionRow.claims).where(*theirs, ~_has_ended()).order_by(SessionRow.began_at.desc())
    return await connection.scalar(query.limit(1))


async def names(connection: AsyncConnection, municipality: str) -> dict[str, str]:
    """How the issuer calls who is signed in, by his id."""
    query = select(SessionRow.claims).where(SessionRow.municipality == municipality, ~_has_ended())
    found = await connection.scalars(query.order_by(SessionRow.began_at))
    return {claims["sub"]: claims["name"] for claims in found if claims.get("name")}


async def tell_next(connection: AsyncConnection, id: str, told: dict[str, Any] | None) -> None:  # noqa: A002
    """Keep what the next page tells once; nothing when it was told."""
    await connection.execute(update(SessionRow).where(SessionRow.hashed == _hash(id)).values(told=told))


async def end(connection: AsyncConnection, id: str) -> None:  # noqa: A002
    """Forget a session."""
    await connection.execute(delete(SessionRow).where(SessionRow.hashed == _hash(id)))


def _has_ended() -> ColumnElement[bool]:
    now = func.now()
    return or_(now - SessionRow.seen_at > IDLE, now - SessionRow.began_at > LONGEST)


def _hash(id: str) -> str:  # noqa: A002
    return hashlib.sha256(id.encode()).hexdigest()
