"""The register of absences. What is in it stays in it: an absence that is made shorter or withdrawn says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Index, Row, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import Mapped, mapped_column

from domain import absences
from domain.absences import Absence
from domain.people import Actor
from store.bell import ring
from store.queries import Page
from store.tables import Table

RECORDED = "absence_recorded"
"""Who looks at the workload, or at his own tasks, sees another list then."""


class AbsenceRow(Table):
    """Somebody is absent, and a colleague stands in."""

    __tablename__ = "absences"
    __table_args__ = (
        Index(None, "municipality", "last_on", "id"),
        Index(None, "municipality", "absent", "last_on"),
        Index(None, "municipality", "substitute", "last_on"),
    )

    municipality: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    absent: Mapped[str]
    substitute: Mapped[str]
    last_on: Mapped[date]
    document: Mapped[dict[str, Any]]


async def listed(
    connection: AsyncConnection, municipality: str, since: date, page: Page
) -> Sequence[Row[Any]]:
    """The absences that last until that day or later, in the order of their last days."""
    query = select(AbsenceRow.__table__).where(
        AbsenceRow.municipality == municipality, AbsenceRow.last_on >= since
    )
    return (await connection.execute(page.of(query, AbsenceRow.last_on, AbsenceRow.id))).all()


async def on(connection: AsyncConnection, municipality: str, day: date) -> list[Absence]:
    """The absences that count on a day."""
    query = select(AbsenceRow.document).where(
        AbsenceRow.municipality == municipality,
        AbsenceRow.last_on >= day,
        AbsenceRow.document["firstOn"].astext <= day.isoformat(),
    )
    found = map(Absence.model_validate, await connection.scalars(query))
    return [absence for absence in found if absence.counts_on(day)]


async def one(connection: AsyncConnection, municipality: str, absence: str) -> Absence | None:
    """One absence; none when there is no such one in that municipality."""
    query = select(AbsenceRow.document).where(
        AbsenceRow.id == absence, AbsenceRow.municipality == municipality
    )
    document = await connection.scalar(query)
    return None if document is None else Absence.model_validate(document)


async def record(
    connection: AsyncConnection, municipality: str, absence: Absence, actor: Actor, on: date
) -> tuple[Absence, bool]:
    """Put an absence into the register; tells too whether it is new. Of the same id the one that is there stays.

    The connection must be in a transaction.

    Raises:
        CaseError: it is not this person's to record, or does not fit with the others.
    """
    await _alone(connection, municipality)
    known = await one(connection, municipality, absence.id)
    if known is not None:
        return known, False
    absences.check(absence, actor, on, await _beside(connection, municipality, absence))
    row = {"id": absence.id, "municipality": municipality, **_row(absence)}
    await connection.execute(insert(AbsenceRow).values(row))
    await ring(connection, municipality, RECORDED)
    return absence, True


async def change(connection: AsyncConnection, municipality: str, absence: Absence) -> None:
    """Keep an absence that was made shorter or withdrawn."""
    of_it = (AbsenceRow.municipality == municipality, AbsenceRow.id == absence.id)
    await connection.execute(update(AbsenceRow).where(*of_it).values(_row(absence)))
    await ring(connection, municipality, RECORDED)


async def to_change(connection: AsyncConnection, municipality: str, absence: str) -> Absence | None:
    """One absence, which nobody else changes until this transaction is over."""
    await _alone(connection, municipality)
    return await one(connection, municipality, absence)


async def _alone(connection: AsyncConnection, municipality: str) -> None:
    """One writer at a time in a municipality's register: two that overlap cannot come in at once."""
    await connection.execute(
        select(func.pg_advisory_xact_lock(func.hashtextextended(f"absences of {municipality}", 0)))
    )


async def _beside(connection: AsyncConnection, municipality: str, absence: Absence) -> list[Absence]:
    """What is known of the two people from its first day on."""
    query = select(AbsenceRow.document).where(
        AbsenceRow.municipality == municipality,
        AbsenceRow.last_on >= absence.first_on,
        or_(
            AbsenceRow.absent.in_((absence.absent, absence.substitute)),
            AbsenceRow.substitute == absence.absent,
        ),
    )
    found = await connection.scalars(query.order_by(AbsenceRow.last_on, AbsenceRow.id))
    return [Absence.model_validate(document) for document in found]


def _row(absence: Absence) -> dict[str, Any]:
    return {
        "absent": absence.absent,
        "substitute": absence.substitute,
        "last_on": absence.last_on,
        "document": absence.model_dump(mode="json"),
    }
