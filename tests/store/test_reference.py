"""Policies and cooperatives in the database: a version of a policy is fixed once it is stored."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.policy import Cooperative, Municipality
from store.reference import (
    PolicyIsFixed,
    cooperative,
    mandates,
    policy_in_force,
    policy_version,
    save_municipality,
)
from tests.examples import a_policy
from tests.mandates import a_mandate

pytestmark = pytest.mark.asyncio(loop_scope="session")

PLACE = "reference-tests"


@pytest_asyncio.fixture(loop_scope="session")
async def connection(database: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A transaction that leaves nothing behind."""
    async with database.connect() as connection:
        yield connection
        await connection.rollback()


def a_municipality(version: int = 1, valid_from: date = date(2026, 1, 1), **changed: int) -> Municipality:
    policy = a_policy(municipality=PLACE, version=version, valid_from=valid_from, **changed)
    one = Cooperative(code="one", name="One", email="one@localhost", agreement_from=valid_from)
    return Municipality(policy=policy, cooperatives=(one,), mandates=(a_mandate(), a_mandate("decider2")))


async def test_what_is_saved_is_found_again(connection: AsyncConnection) -> None:
    municipality = a_municipality()
    await save_municipality(connection, municipality)

    assert municipality.policy == await policy_version(connection, PLACE, 1)
    assert municipality.cooperatives[0] == await cooperative(connection, PLACE, "one")


async def test_a_mandate_is_found_by_its_holder_and_can_be_ended(connection: AsyncConnection) -> None:
    """What changes in the register counts from then on; the acts keep what it said before."""
    await save_municipality(connection, a_municipality())
    ended = a_mandate(valid_until=date(2026, 6, 30))
    await save_municipality(
        connection, a_municipality().model_copy(update={"mandates": (ended, a_mandate("decider2"))})
    )

    assert (ended,) == await mandates(connection, PLACE, "decider1")
    assert 2 == len(await mandates(connection, PLACE))
    assert () == await mandates(connection, PLACE, "nobody")


async def test_saving_the_same_again_changes_nothing(connection: AsyncConnection) -> None:
    await save_municipality(connection, a_municipality())
    await save_municipality(connection, a_municipality())

    assert a_municipality().policy == await policy_version(connection, PLACE, 1)


async def test_a_stored_version_never_changes(connection: AsyncConnection) -> None:
    await save_municipality(connection, a_municipality())

    with pytest.raises(PolicyIsFixed, match="version 1 of the policy of reference-tests is in use"):
        await save_municipality(connection, a_municipality(max_months=6))
    assert a_municipality().policy == await policy_version(connection, PLACE, 1)


async def test_a_policy_counts_from_its_day_on(connection: AsyncConnection) -> None:
    first, second = a_municipality(), a_municipality(version=2, valid_from=date(2027, 1, 1), max_months=6)
    await save_municipality(connection, second)
    await save_municipality(connection, first)

    assert await policy_in_force(connection, PLACE, date(2025, 12, 31)) is None
    assert first.policy == await policy_in_force(connection, PLACE, date(2026, 12, 31))
    assert second.policy == await policy_in_force(connection, PLACE, date(2027, 1, 1))


async def test_a_cooperative_keeps_up_with_its_agreement(connection: AsyncConnection) -> None:
    municipality = a_municipality()
    ended = municipality.cooperatives[0].model_copy(update={"agreement_until": date(2027, 12, 31)})
    await save_municipality(connection, municipality)
    await save_municipality(connection, municipality.model_copy(update={"cooperatives": (ended,)}))

    assert ended == await cooperative(connection, PLACE, "one")


async def test_who_is_unknown_is_not_found(connection: AsyncConnection) -> None:
    await save_municipality(connection, a_municipality())

    assert await cooperative(connection, PLACE, "two") is None
    assert await cooperative(connection, "elsewhere", "one") is None
    assert await policy_version(connection, PLACE, 2) is None
