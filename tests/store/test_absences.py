"""The register of absences in the database: found by its day, and never with two that do not go together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from api.parts import at_once
from domain import absences
from domain.absences import Absence
from domain.errors import NotNow
from store.absences import change, listed, one, record
from store.evidence import evidence
from store.queries import Page
from tests.examples import coordinator1
from tests.standing_in import an_absence

pytestmark = pytest.mark.asyncio(loop_scope="session")

PLACE, ELSEWHERE = "absence-tests", "absence-tests-elsewhere"
TODAY, FIRST, LAST = date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 14)
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
AWAY = an_absence(FIRST, LAST)


async def standing_in(connection: AsyncConnection, place: str, person: str, on: date) -> tuple[Absence, ...]:
    """The absences of colleagues for whom somebody stands in."""
    return (await evidence(connection, place, person, on)).standing_in


@pytest_asyncio.fixture(loop_scope="session")
async def connection(database: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A transaction that leaves nothing behind."""
    async with database.connect() as connection:
        yield connection
        await connection.rollback()


async def recorded(connection: AsyncConnection, absence: Absence, place: str = PLACE) -> tuple[Absence, bool]:
    return await record(connection, place, absence, coordinator1, TODAY)


async def test_a_substitute_is_found_on_the_days_of_the_absence(connection: AsyncConnection) -> None:
    """In that municipality, and as the substitute only."""
    await recorded(connection, AWAY)
    days = [date(2026, 11, 30), FIRST, LAST, date(2026, 12, 15)]
    found = [await standing_in(connection, PLACE, "caseworker2", day) for day in days]

    assert [(), (AWAY,), (AWAY,), ()] == found
    assert () == await standing_in(connection, PLACE, "caseworker1", FIRST)
    assert () == await standing_in(connection, ELSEWHERE, "caseworker2", FIRST)
    assert await one(connection, ELSEWHERE, AWAY.id) is None


async def test_the_same_again_is_the_one_that_is_there(connection: AsyncConnection) -> None:
    assert (AWAY, True) == await recorded(connection, AWAY)
    assert (AWAY, False) == await recorded(connection, AWAY)
    assert (AWAY, True) == await recorded(connection, AWAY, ELSEWHERE)


@pytest.mark.parametrize(
    "people",
    [("caseworker1", "caseworker3"), ("caseworker2", "caseworker3"), ("caseworker3", "caseworker1")],
    ids=["absent already", "a substitute who is absent", "who stands in for another"],
)
async def test_what_does_not_go_together_is_looked_up(
    connection: AsyncConnection, people: tuple[str, str]
) -> None:
    await recorded(connection, an_absence(LAST, date(2026, 12, 20), *people))

    with pytest.raises(NotNow):
        await recorded(connection, AWAY)


async def test_what_was_withdrawn_counts_no_more_and_stays_in_the_register(
    connection: AsyncConnection,
) -> None:
    await recorded(connection, AWAY)
    gone = absences.withdrawn(AWAY, coordinator1, FIRST, NOW)
    await change(connection, PLACE, gone)

    assert () == await standing_in(connection, PLACE, "caseworker2", FIRST)
    assert gone == await one(connection, PLACE, AWAY.id)
    assert [gone.id] == [row.id for row in await listed(connection, PLACE, FIRST, Page(50))]

    await recorded(connection, an_absence(date(2026, 12, 2), LAST))


async def test_what_ends_sooner_is_over_sooner(connection: AsyncConnection) -> None:
    await recorded(connection, AWAY)
    await change(connection, PLACE, absences.ended(AWAY, date(2026, 12, 5), coordinator1, FIRST, NOW))

    assert () == await standing_in(connection, PLACE, "caseworker2", date(2026, 12, 6))
    assert [] == list(await listed(connection, PLACE, date(2026, 12, 6), Page(50)))


async def test_two_that_come_at_once_do_not_overlap(database: AsyncEngine) -> None:
    """One waits for the other, and finds it there."""
    place = f"town-{uuid4().hex}"

    async def told(last_on: date) -> bool:
        absence = an_absence(FIRST, last_on).model_copy(update={"id": uuid4().hex})
        async with at_once(database).begin() as connection:
            try:
                await record(connection, place, absence, coordinator1, TODAY)
            except NotNow:
                return False
        return True

    assert 1 == sum(await asyncio.gather(*(told(date(2026, 12, day)) for day in range(2, 8))))
