"""What auditors read: acts across all cases, the exceptions among them, and a sample of cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, literal, select, text, true
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.exceptions import Exceptional
from store.queries import Page, in_time, selected
from store.tables import ActRow, CaseRow, RefusalRow


@dataclass(frozen=True)
class Acts:
    """Which acts are looked for."""

    actor: str | None = None
    kind: str | None = None
    case: str | None = None
    cooperative: str | None = None
    since: datetime | None = None
    before: datetime | None = None
    exceptional: bool = False
    """Only those that are out of the ordinary, in whichever way."""
    exception: Exceptional | None = None
    """Only those that are so in this way."""

    def conditions(self) -> list[ColumnElement[bool]]:
        """What holds of the rows."""
        found: list[ColumnElement[bool]] = []
        if self.actor is not None:
            found.append(ActRow.actor_id == self.actor)
        if self.kind is not None:
            found.append(ActRow.kind == self.kind)
        if self.case is not None:
            found.append(ActRow.number == self.case)
        if self.cooperative is not None:
            found.append(CaseRow.cooperative == self.cooperative)
        found += in_time(ActRow.at, self.since, self.before)
        if self.exceptional or self.exception:
            found.append(text("exceptions <> '{}'"))  # pyright: ignore[reportArgumentType]
        if self.exception is not None:
            found.append(ActRow.exceptions.contains([self.exception.value]))
        return found


async def acts(
    connection: AsyncConnection, municipality: str, wanted: Acts, page: Page
) -> Sequence[Row[Any]]:
    """Acts in all the municipality's cases, oldest first, each with the policy that its case goes by."""
    query = (
        selected(
            *(ActRow.number, ActRow.version, ActRow.at, ActRow.exceptions, ActRow.document),
            CaseRow.policy_version,
        )
        .join(CaseRow, CaseRow.number == ActRow.number)
        .where(ActRow.municipality == municipality, *wanted.conditions())
    )
    return (await connection.execute(page.of(query, ActRow.at, ActRow.number, ActRow.version))).all()


async def sample(
    connection: AsyncConnection,
    municipality: str,
    seed: str,
    size: int,
    received: tuple[date | None, date | None] = (None, None),
) -> tuple[Sequence[Row[Any]], int]:
    """So many cases, and out of how many: those whose number gives the lowest SHA-256 behind the seed and a colon.

    Who has the seed draws the same cases again, and nobody chooses among them.
    """
    first, last = received
    population = [CaseRow.municipality == municipality]
    if first:
        population.append(CaseRow.received_on >= first)
    if last:
        population.append(CaseRow.received_on <= last)
    lot = func.sha256(func.convert_to(literal(f"{seed}:") + CaseRow.number, "UTF8"))
    drawn = select(CaseRow.__table__).where(*population).order_by(lot).limit(size)
    count = await connection.scalar(select(func.count()).select_from(CaseRow).where(*population))
    return (await connection.execute(drawn)).all(), count or 0


async def people(connection: AsyncConnection, municipality: str) -> Sequence[Row[Any]]:
    """Everybody who ever did an act, with the name and the roles that he had last: one step in the index for each."""
    newest = (ActRow.actor_id.desc(), ActRow.at.desc(), ActRow.number.desc(), ActRow.version.desc())
    one = (
        selected(
            *(ActRow.actor_id, ActRow.at),
            ActRow.document["actor"]["name"].astext.label("name"),
            ActRow.document["actor"]["roles"].label("roles"),
        )
        .where(ActRow.municipality == municipality)
        .order_by(*newest)
        .limit(1)
    )
    found = one.cte("people", recursive=True)
    following = one.where(ActRow.actor_id < found.c.actor_id).lateral("following")
    every = found.union_all(select(following).select_from(found.join(following, true())))
    return (await connection.execute(select(every).order_by(every.c.name))).all()


async def exception_counts(
    connection: AsyncConnection, municipality: str, since: datetime | None, before: datetime | None
) -> dict[str, int]:
    """How many acts in a period were out of the ordinary, by the way in which they were."""
    way = func.unnest(ActRow.exceptions).label("way")
    wanted = Acts(since=since, before=before, exceptional=True).conditions()
    query = selected(way, func.count().label("acts")).where(ActRow.municipality == municipality, *wanted)
    return {row.way: row.acts for row in await connection.execute(query.group_by(text("way")))}


async def exceptional_acts(
    connection: AsyncConnection, municipality: str, since: datetime | None, before: datetime | None
) -> int:
    """How many acts in a period were out of the ordinary, each counted once."""
    wanted = Acts(since=since, before=before, exceptional=True).conditions()
    query = selected(func.count()).where(ActRow.municipality == municipality, *wanted)
    return (await connection.execute(query)).scalar_one()


async def refusal_counts(
    connection: AsyncConnection, municipality: str, since: datetime | None, before: datetime | None
) -> tuple[int, int]:
    """How many acts were refused in a period, and how many of those by the separation of duties."""
    of_duties = func.count().filter(text("reason ->> 'name' = 'NotTheSame'"))
    query = selected(func.count().label("all"), of_duties.label("duties")).where(
        RefusalRow.municipality == municipality, *in_time(RefusalRow.at, since, before)
    )
    found = (await connection.execute(query)).one()
    return found.all, found.duties
