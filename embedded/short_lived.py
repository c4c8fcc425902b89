"""Single parts for the length of a `with`, for tests and trials: real ones, started again when something kills them.

    with postgres(folder) as database, temporal(folder) as server, identity(folder) as issuer:
        database.url(), database.create_database("another"), server.address, issuer.url

Each runs under a supervisor in a thread of its own, so the same lines serve plain and asynchronous tests.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
import threading
from collections.abc import Generator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

from embedded.identity import Identity
from embedded.part import Part
from embedded.people import EXAMPLE_USERS
from embedded.postgres import QUICK, Postgres, system_user
from embedded.state import StateFolder
from embedded.supervisor import Supervisor
from embedded.temporal import SKIPPING, Temporal

NOBODYS = range(11_000, 30_000)
"""Ports that no system gives to connections that go out: those come and go while a part still has to start."""


def free_port() -> int:
    """A port that nobody listens on at this moment, another one each time."""
    while True:
        port = secrets.choice(NOBODYS)
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port


@contextmanager
def running(folder: Path, *parts: Part) -> Generator[Supervisor]:
    """Any parts, all ready on entry and all stopped on exit; `supervisor.processes[name].pid` is whom to kill."""
    state = StateFolder(folder.resolve())
    state.prepare()
    loop = asyncio.new_event_loop()
    enough = asyncio.Event()
    ready: Future[Supervisor] = Future()

    async def watch() -> None:
        try:
            async with Supervisor(state, parts) as supervisor:
                await supervisor.until_ready()
                ready.set_result(supervisor)
                await supervisor.until(enough)
        except BaseException as error:
            if ready.done():
                raise
            ready.set_exception(error)

    thread = threading.Thread(target=loop.run_until_complete, args=(watch(),), name="supervisor")
    thread.start()
    try:
        yield ready.result()
    finally:
        if thread.is_alive():
            loop.call_soon_threadsafe(enough.set)
        thread.join()
        loop.close()


@contextmanager
def postgres(folder: Path, *, quick: bool = True) -> Generator[Postgres]:
    """A PostgreSQL with its data under the folder; quick leaves out what only a power failure needs.

    `.url(database)` for SQLAlchemy, `.create_database(name)` gives an empty one, `.sockets` for libpq's `host`.
    """
    server = Postgres(folder.resolve() / "postgres", user=system_user(), settings=QUICK if quick else ())
    with running(folder, server.part()):
        yield server


@contextmanager
def temporal(
    folder: Path,
    port: int | None = None,
    *,
    ui_port: int | None = None,
    quick: bool = True,
    time_skipping: bool = False,
) -> Generator[Temporal]:
    """A Temporal server with its database file in the folder, on a free port if none is given: `.address`."""
    file = folder.resolve() / "temporal.db"
    server = Temporal(
        file, port or free_port(), ui_port, SKIPPING if time_skipping else (), durable=not quick
    )
    with running(folder, server.part()):
        yield server


@contextmanager
def identity(folder: Path, port: int | None = None, *, users: Path = EXAMPLE_USERS) -> Generator[Identity]:
    """An OpenID Connect issuer with the example users: `.url`, and `.token(user)` for a bearer token."""
    issuer = Identity(folder.resolve() / "identity.jwk", port or free_port(), users)
    with running(folder, issuer.part()):
        yield issuer
