"""The migrations lead to the tables that the code has, and back."""

from __future__ import annotations

import subprocess

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from embedded.part import PROJECT, python
from embedded.postgres import Postgres
from store import migrate


@pytest.fixture(scope="module")
def url(postgres: Postgres) -> str:
    """An empty database."""
    return postgres.create_database("migrations")


def tables(url: str) -> set[str]:
    engine = create_engine(url)
    try:
        return set(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def test_there_is_one_line_of_migrations(url: str) -> None:
    assert 1 == len(ScriptDirectory.from_config(migrate.config(url)).get_heads())


def test_several_parts_may_migrate_at_once(url: str) -> None:
    """One does it, the others wait and find it done."""
    program = python("-c", f"from store import migrate; migrate.upgrade({url!r})")
    parts = [subprocess.Popen(program, cwd=PROJECT) for _ in range(2)]

    assert [0, 0] == [part.wait(60) for part in parts]
    assert {"cases", "acts", "tasks", "notices", "refusals", "policies", "cooperatives"} < tables(url)


def test_the_migrations_make_exactly_the_tables_of_the_code(url: str) -> None:
    migrate.upgrade(url)
    command.check(migrate.config(url))


def test_every_migration_can_be_undone_and_done_again(url: str) -> None:
    migrate.upgrade(url)
    command.downgrade(migrate.config(url), "base")

    assert {"alembic_version"} == tables(url)

    migrate.upgrade(url)
    command.check(migrate.config(url))
