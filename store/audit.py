"""What auditors read: acts across all cases, the exceptions among them, and a sample of cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, literal, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.exceptions import Exceptional
from store.queries import Page, selected
from store.tables import ActRow, CaseRow


@dataclass(frozen=True)
class Acts:
    """Which acts are looked for."""

    actor: str | None = None
    kind: str | None = None
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
        if self.since is not None:
            found.append(ActRow.at >= self.since)
        if self.before is not None:
            found.append(ActRow.at < self.before)
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
