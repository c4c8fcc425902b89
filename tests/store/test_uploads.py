"""A file that somebody uploaded: kept for a day for who chose it, and sent by one process at a time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.fact import Text
from store import uploads
from store.uploads import Uploaded, UploadRow
from tests.examples import coop_a, coop_b

pytestmark = pytest.mark.asyncio(loop_scope="session")

TOO_LONG = Text(nl="plan: te lang", en="plan: too long")
NO = Text(nl="nee", en="no")
ROWS = (Uploaded(2, "Bram"), Uploaded(3, complaints=(TOO_LONG,)), Uploaded(4, "Ayşe"))


@pytest_asyncio.fixture(loop_scope="session")
async def connection(database: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """What a test writes is gone after it."""
    async with database.connect() as made:
        yield made
        await made.rollback()


async def a_file(connection: AsyncConnection) -> str:
    name = uuid4().hex
    await uploads.save(connection, name, coop_a, "ours.csv", "sealed", ROWS)
    return name


async def test_a_file_is_there_again_for_who_chose_it(connection: AsyncConnection) -> None:
    name = await a_file(connection)
    found = await uploads.find(connection, name, coop_a)

    assert found is not None
    assert ("ours.csv", "sealed", False, False) == (
        found.file,
        found.sealed,
        found.is_begun,
        found.is_being_sent,
    )
    assert [(2, []), (3, [TOO_LONG]), (4, [])] == [(e.line, list(e.complaints)) for e in found.rows]
    assert None is await uploads.find(connection, name, coop_b)


async def test_one_sends_it_at_a_time_until_nothing_is_heard_of_him(connection: AsyncConnection) -> None:
    name = await a_file(connection)

    assert [True, False] == [await uploads.take_up(connection, name, coop_a) for _ in range(2)]
    await connection.execute(update(UploadRow).values(sent_at=func.now() - 2 * uploads.QUIET))
    assert not await uploads.take_up(connection, name, coop_b)
    assert await uploads.take_up(connection, name, coop_a)


async def test_once_every_row_has_its_fate_the_applications_are_gone(connection: AsyncConnection) -> None:
    name = await a_file(connection)
    await uploads.take_up(connection, name, coop_a)
    await uploads.note(connection, name, 2, "sent", "MD-1")
    await uploads.finish(connection, name)
    halfway = await uploads.find(connection, name, coop_a)
    await uploads.note(connection, name, 4, "refused", NO)
    await uploads.finish(connection, name)
    whole = await uploads.find(connection, name, coop_a)

    assert halfway is not None
    assert whole is not None
    assert ("sealed", None) == (halfway.sealed, whole.sealed)
    assert (True, False) == (halfway.is_begun, halfway.is_being_sent)
    assert [("sent", "MD-1", None), (None, None, None), ("refused", None, NO)] == [
        (e.fate, e.number, e.refusal) for e in whole.rows
    ]
    assert not await uploads.take_up(connection, name, coop_a)


async def test_after_a_day_it_is_forgotten(connection: AsyncConnection) -> None:
    old = await a_file(connection)
    await connection.execute(update(UploadRow).values(expires_at=func.now() - timedelta(seconds=1)))

    assert None is await uploads.find(connection, old, coop_a)
    new = await a_file(connection)
    left = await connection.scalars(select(UploadRow.id).where(UploadRow.id.in_([old, new])))
    assert [new] == list(left)
