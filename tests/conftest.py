"""The real parts that tests run on: PostgreSQL, and a Temporal server on which a case's time can be moved on.

Each part starts when the first test asks for it, once for a process. Tests that use them share the session's event
loop: `pytestmark = pytest.mark.asyncio(loop_scope="session")`.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import pytest_asyncio
from hypothesis import Phase, settings
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from temporalio.client import Client
from temporalio.testing import TimeSkipper, TimeSkippingConfig

from activities.record import Recorder
from embedded import short_lived
from embedded.postgres import Postgres
from embedded.temporal import SKIPPING, Temporal
from settings import keep_what_is_loaded
from store import migrate
from store.tables import PolicyRow
from tests.examples import a_policy
from tests.story import Stage, Story
from worker import worker as a_worker
from workflows.plugin import plugin

QUICKLY = (Phase.explicit, Phase.generate, Phase.shrink)
settings.register_profile(
    "meedoen", deadline=None, max_examples=50, derandomize=True, database=None, phases=QUICKLY
)
settings.register_profile("more", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("MEEDOEN_EXAMPLES", "meedoen"))
"""Always the same examples, so that a red test is red again; `MEEDOEN_EXAMPLES=more` looks for others."""

SLOWEST = ("faults", "platform", "browser", "cli", "procedure")
"""The folders with the files that take longest: they begin first, lest one is left with all other work done."""

IDENTITY = "meedoen"
"""Stands in every history that is kept, where Temporal would name the process and its machine."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes long at the front; the order within a folder stays."""
    items.sort(key=lambda item: [*SLOWEST, item.path.parent.name].index(item.path.parent.name))


def pytest_collection_finish() -> None:
    """Thousands of tests and all that they need were loaded: garbage is not looked for among them, over and over."""
    keep_what_is_loaded()


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """Where the parts keep their files: not below pytest's own folder, which each pytest closes to other users."""
    with TemporaryDirectory(prefix="meedoen-") as name:
        yield Path(name)


@pytest.fixture(scope="session")
def postgres(folder: Path) -> Iterator[Postgres]:
    """A PostgreSQL server of this process; `.create_database(name)` gives another empty database."""
    with short_lived.postgres(folder / "postgres") as server:
        yield server


@pytest.fixture(scope="session")
def database_url(postgres: Postgres) -> str:
    """A database with all tables and no rows."""
    url = postgres.create_database("tests")
    migrate.upgrade(url)
    return url


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def database(database_url: str) -> AsyncIterator[AsyncEngine]:
    """The database of these tests; every case in it has a number of its own."""
    engine = create_async_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture(scope="session")
def temporal_address(folder: Path) -> Iterator[str]:
    """A real Temporal server that lets a workflow's time be moved on."""
    server = Temporal(folder / "temporal.db", short_lived.free_port(), None, SKIPPING, durable=False)
    with short_lived.running(folder / "temporal", server.part()):
        yield server.address


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def temporal(temporal_address: str) -> Client:
    """A connection to Temporal that leaves time alone."""
    return await Client.connect(temporal_address, plugins=[plugin()], identity=IDENTITY)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def working(temporal: Client, database: AsyncEngine) -> AsyncIterator[None]:
    """A worker on the procedure's queue, as long as the session lasts."""
    async with a_worker(temporal, Recorder(database)):
        yield


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def stage(temporal: Client, database: AsyncEngine, working: None) -> Stage:
    """Where stories are played."""
    return Stage(TimeSkipper(temporal, config=TimeSkippingConfig(enabled=False)), temporal, database)


@pytest_asyncio.fixture(loop_scope="session")
async def story(stage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Story]:
    """A case that starts on a Monday; once the story is told, tables and replay are held against the case."""
    told = stage.story(request.node.name.removeprefix("test_").replace("_", "-"))
    await told.starts()
    yield told
    await told.is_told_truly()


@pytest_asyncio.fixture(loop_scope="session")
async def policy_on_record(stage: Stage) -> AsyncIterator[None]:
    """The policy stands in the database, from which a case that has ended is put together again.

    Other tests keep another policy of that municipality there: theirs stays, and ours goes.
    """
    policy = a_policy()
    row = {"municipality": policy.municipality, "version": policy.version, "valid_from": policy.valid_from}
    new = insert(PolicyRow).values(**row, document=policy.model_dump(mode="json"))
    async with stage.database.begin() as connection:
        added = await connection.scalar(new.on_conflict_do_nothing().returning(PolicyRow.version))
    yield
    if added:
        async with stage.database.begin() as connection:
            ours = delete(PolicyRow).filter_by(municipality=policy.municipality, version=policy.version)
            await connection.execute(ours)
