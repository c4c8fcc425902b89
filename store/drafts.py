"""Drafts: forms that somebody filled in halfway, kept for that person alone.

A draft holds what was typed and nothing else. A BSN is never in it: whoever makes one leaves it out
(`api/pages/forms/drafting.py`), and `save` leaves it out once more. The recorder removes a draft with the act that it
became; what opens a case of its own has no number yet, so there the page removes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Index, and_, delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from domain.people import Actor
from store.tables import Table

KEPT = timedelta(days=30)
APPLICATION = "application_received"
"""The kind of act with which a case begins: several may be on their way, each under a name of its own."""
MOST_LISTED = 100


class DraftRow(Table):
    """A form that somebody filled in halfway, for himself alone, without a BSN."""

    __tablename__ = "drafts"
    __table_args__ = (Index(None, "expires_at"),)

    municipality: Mapped[str] = mapped_column(primary_key=True)
    actor_id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(primary_key=True)
    """The case; of an application, with which a case begins, the name of the draft itself."""
    kind: Mapped[str] = mapped_column(primary_key=True)
    """Of the act that it is to become; `.` and the number of the act that it is about, where it is about one."""
    typed: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]
    expires_at: Mapped[datetime]


@dataclass(frozen=True)
class Of:
    """Whose draft it is, for which case, and what it is to become."""

    actor: Actor
    kind: str
    number: str
    about: int | None = None
    """The act that it is about: of two questions that are both open, each answer has its own draft."""

    @property
    def key(self) -> dict[str, str]:
        """How it is found again."""
        return {
            "municipality": self.actor.municipality,
            "actor_id": self.actor.id,
            "number": self.number,
            "kind": self.kind if self.about is None else f"{self.kind}.{self.about}",
        }


@dataclass(frozen=True)
class Draft:
    """What was typed, and when."""

    typed: dict[str, tuple[str, ...]]
    saved_at: datetime


async def save(connection: AsyncConnection, of: Of, typed: Mapping[str, Sequence[str]]) -> None:
    """Keep what was typed, in the place of what was kept before; an empty form keeps nothing."""
    await remove_expired(connection)
    kept = {name: list(values) for name, values in typed.items() if name.split(".")[-1] != "bsn"}
    if not kept:
        return await remove(connection, of)
    said = {"typed": kept, "saved_at": func.now(), "expires_at": func.now() + KEPT}
    await connection.execute(
        insert(DraftRow)
        .values(**of.key, **said)
        .on_conflict_do_update(index_elements=list(of.key), set_=said)
    )
    return None


async def find(connection: AsyncConnection, of: Of) -> Draft | None:
    """What this person typed before; none once it is too old."""
    query = select(DraftRow.typed, DraftRow.saved_at).where(_is(of), DraftRow.expires_at > func.now())
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    return Draft({name: tuple(values) for name, values in row.typed.items()}, row.saved_at)


async def of_new_cases(connection: AsyncConnection, actor: Actor) -> list[tuple[str, Draft]]:
    """The applications that this person began and did not send, each with its own name, the newest first."""
    query = select(DraftRow.number, DraftRow.typed, DraftRow.saved_at).where(
        DraftRow.municipality == actor.municipality,
        DraftRow.actor_id == actor.id,
        DraftRow.kind == APPLICATION,
        DraftRow.expires_at > func.now(),
    )
    rows = await connection.execute(query.order_by(DraftRow.saved_at.desc()).limit(MOST_LISTED))
    return [
        (row.number, Draft({name: tuple(values) for name, values in row.typed.items()}, row.saved_at))
        for row in rows
    ]


async def remove(connection: AsyncConnection, of: Of) -> None:
    """Forget it."""
    await connection.execute(delete(DraftRow).where(_is(of)))


async def remove_expired(connection: AsyncConnection) -> None:
    """Forget what nobody went on with for 30 days."""
    await connection.execute(delete(DraftRow).where(DraftRow.expires_at <= func.now()))


def _is(of: Of) -> ColumnElement[bool]:
    return and_(*(getattr(DraftRow, name) == value for name, value in of.key.items()))
