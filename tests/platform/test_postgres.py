"""The embedded PostgreSQL keeps what it was told."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import psycopg
import sqlalchemy
from sqlalchemy.exc import OperationalError

from embedded.postgres import LONGEST_SOCKET_PATH, Postgres, system_user
from embedded.short_lived import postgres, running
from tests.platform.conftest import eventually


def test_what_was_committed_survives_kill_9(tmp_path: Path) -> None:
    server = Postgres(tmp_path / "postgres", user=system_user())
    with running(tmp_path, server.part()) as supervisor:
        engine = sqlalchemy.create_engine(server.url(), poolclass=sqlalchemy.NullPool)
        with engine.begin() as connection:
            connection.execute(sqlalchemy.text("create table kept (number int)"))
        for number in range(20):
            with engine.begin() as connection:
                connection.execute(sqlalchemy.text("insert into kept values (:number)"), {"number": number})
        first = supervisor.processes["postgres"].pid
        os.kill(first, signal.SIGKILL)

        def answers() -> bool:
            try:
                with engine.connect() as connection:
                    return connection.execute(sqlalchemy.text("select count(*) from kept")).scalar() == 20
            except OperationalError:
                return False

        assert eventually(lambda: supervisor.processes["postgres"].pid != first)
        assert eventually(answers)
        engine.dispose()


def test_a_path_too_long_for_a_socket_gets_one_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / ("a" * 60) / ("b" * 60)
    with postgres(folder) as server:
        assert len(str(server.sockets)) < LONGEST_SOCKET_PATH
        assert server.sockets.stat().st_mode & 0o777 == 0o700
        with psycopg.connect(host=str(server.sockets), user="meedoen", dbname="meedoen") as connection:
            assert connection.execute("select 1").fetchone() == (1,)


def test_a_test_gets_a_database_of_its_own(tmp_path: Path) -> None:
    with postgres(tmp_path) as server:
        engine = sqlalchemy.create_engine(server.create_database("own"))
        with engine.begin() as connection:
            connection.execute(sqlalchemy.text("create table mine ()"))
        engine.dispose()
        engine = sqlalchemy.create_engine(server.create_database("own"))

        assert sqlalchemy.inspect(engine).get_table_names() == []
        engine.dispose()
