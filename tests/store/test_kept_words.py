"""Words that somebody keeps are there for him alone, by an id that stands in his address only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from store import kept_words
from store.kept_words import KEPT, KeptWordsRow
from tests.examples import caseworker1, caseworker2

pytestmark = pytest.mark.asyncio(loop_scope="session")

SEALED = "sealed"


@pytest_asyncio.fixture(loop_scope="session")
async def connection(database: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """What a test writes is gone after it."""
    async with database.connect() as made:
        yield made
        await made.rollback()


async def test_words_are_found_by_their_id_by_whoever_kept_them(connection: AsyncConnection) -> None:
    """And by nobody else, also of another municipality."""
    mine = uuid4().hex
    await kept_words.keep(connection, caseworker1, mine, SEALED)
    elsewhere = caseworker1.model_copy(update={"municipality": "elsewhere"})

    assert SEALED == await kept_words.find(connection, caseworker1, mine)
    assert None is await kept_words.find(connection, caseworker2, mine)
    assert None is await kept_words.find(connection, elsewhere, mine)
    assert None is await kept_words.find(connection, caseworker1, uuid4().hex)
    assert [] == [row for row in await connection.execute(select(KeptWordsRow)) if mine in str(row)]


async def test_words_are_forgotten_by_whoever_kept_them(connection: AsyncConnection) -> None:
    mine = uuid4().hex
    await kept_words.keep(connection, caseworker1, mine, SEALED)
    await kept_words.forget(connection, caseworker2, mine)
    assert SEALED == await kept_words.find(connection, caseworker1, mine)
    await kept_words.forget(connection, caseworker1, mine)

    assert None is await kept_words.find(connection, caseworker1, mine)


async def test_words_are_kept_as_long_as_they_are_looked_for(connection: AsyncConnection) -> None:
    """90 days after the last time."""
    used, unused = uuid4().hex, uuid4().hex
    for id_ in (used, unused):
        await kept_words.keep(connection, caseworker1, id_, SEALED)
    await connection.execute(update(KeptWordsRow).values(expires_at=func.now() + timedelta(days=1)))
    assert SEALED == await kept_words.find(connection, caseworker1, used)
    await connection.execute(
        update(KeptWordsRow).values(expires_at=KeptWordsRow.expires_at - (KEPT - timedelta(days=1)))
    )

    assert SEALED == await kept_words.find(connection, caseworker1, used)
    assert None is await kept_words.find(connection, caseworker1, unused)
    await kept_words.keep(connection, caseworker1, uuid4().hex, SEALED)
    assert 2 == len((await connection.execute(select(KeptWordsRow))).all())
