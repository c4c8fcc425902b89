"""What the processes and the databases used."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import LiteralString

import psutil
import psycopg

from bench.bare import QUEUE
from bench.system import System
from embedded.postgres import DATABASE, OWNER

CLIENT = "client"
PROCESSES = ("api", "worker", "postgres", "mail", "temporal", QUEUE, CLIENT)


@dataclass(frozen=True)
class Reading:
    """What was used up to a moment, or between two of them."""

    cpu: Mapping[str, float]
    """Seconds by process, with its children."""
    postgres_bytes: int
    temporal_bytes: int

    def since(self, earlier: Reading) -> Reading:
        """What was used in between."""
        return Reading(
            {name: seconds - earlier.cpu[name] for name, seconds in self.cpu.items()},
            self.postgres_bytes - earlier.postgres_bytes,
            self.temporal_bytes - earlier.temporal_bytes,
        )


@dataclass(frozen=True)
class Meter:
    """Reads them."""

    system: System

    def read(self) -> Reading:
        """As it is now."""
        return Reading(self._cpu(), self._postgres_bytes(), self._temporal_bytes())

    def _cpu(self) -> dict[str, float]:
        """Seconds of each process until now, with those of its children: the living and those which ended."""
        children = _by_parent()
        return {name: _cpu(self._process(name), {} if name == CLIENT else children) for name in PROCESSES}

    def memory(self) -> dict[str, int]:
        """Resident bytes of the two workers and the API."""
        return {name: self._process(name).memory_info().rss for name in ("worker", QUEUE, "api")}

    def _process(self, name: str) -> psutil.Process:
        return psutil.Process() if name == CLIENT else self.system.process(name)

    def letters_and_mails_left(self) -> int:
        """How many are still to be made and sent: what is done later, when nobody waits."""
        return self._asked_of_postgres(
            "SELECT (SELECT count(*) FROM letters WHERE made_at IS NULL)"
            " + (SELECT count(*) FROM notices WHERE sent_at IS NULL)"
        )

    def _postgres_bytes(self) -> int:
        return self._asked_of_postgres("SELECT pg_database_size(current_database())")

    def _asked_of_postgres(self, question: LiteralString) -> int:
        sockets = str(self.system.whole.database.sockets)
        with psycopg.connect(host=sockets, user=OWNER, dbname=DATABASE) as connection:
            row = connection.execute(question).fetchone()
            assert row is not None
            return int(row[0])

    def _temporal_bytes(self) -> int:
        """The pages that its database has, those not yet copied from its log included."""
        connection = sqlite3.connect(f"file:{self.system.whole.temporal.file}?mode=ro", uri=True, timeout=10)
        try:
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            (size,) = connection.execute("PRAGMA page_size").fetchone()
            return int(pages) * int(size)
        finally:
            connection.close()


def _by_parent() -> dict[int, list[psutil.Process]]:
    """The living processes, read once: to look for the children of each anew costs more than what is measured."""
    found: dict[int, list[psutil.Process]] = {}
    for process in psutil.process_iter(["ppid"]):
        found.setdefault(process.info["ppid"], []).append(process)
    return found


def _cpu(process: psutil.Process, children: Mapping[int, list[psutil.Process]]) -> float:
    """Of one that ended just now its parent has the time."""
    try:
        own = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    alive = sum(_cpu(child, children) for child in children.get(process.pid, ()))
    return own.user + own.system + own.children_user + own.children_system + alive
