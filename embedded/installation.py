"""A whole Meedoen on one machine: which parts, in which order, on which ports."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass, field as field_of, fields
from pathlib import Path
from typing import Any

from embedded.identity import Identity
from embedded.inbox import Inbox
from embedded.orphans import end_orphans
from embedded.part import Part, python
from embedded.postgres import Postgres, system_user
from embedded.state import StateFolder
from embedded.supervisor import Supervisor
from embedded.temporal import NAMESPACE, Temporal
from embedded.trouble import Trouble

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Ports:
    """Where each part listens, and the option of `meedoen start` that changes it."""

    api: int = field_of(default=8000, metadata={"option": "--port"})
    temporal: int = field_of(default=7233, metadata={"option": "--temporal-port"})
    temporal_ui: int = field_of(default=8233, metadata={"option": "--ui-port"})
    identity: int = field_of(default=8400, metadata={"option": "--identity-port"})
    mail: int = field_of(default=8025, metadata={"option": "--mail-port"})
    inbox: int = field_of(default=8026, metadata={"option": "--inbox-port"})

    def by_option(self) -> dict[str, int]:
        """Each port under the option that changes it."""
        return {str(field.metadata["option"]): int(getattr(self, field.name)) for field in fields(self)}

    def check_free(self) -> None:
        """Say in one sentence which port is not to be had."""
        seen: dict[int, str] = {}
        for option, port in self.by_option().items():
            if port in seen:
                raise Trouble(
                    f"Port {port} is asked for twice, by {seen[port]} and {option}: give one another number."
                )
            seen[port] = option
            if (why := not_to_be_had(port)) is not None:
                raise Trouble(f"Port {port} {why}: choose another one with {option} NUMBER.")


@dataclass(frozen=True)
class Installation:
    """The parts of one state folder."""

    state: StateFolder
    ports: Ports
    workers: int = 1

    @property
    def database(self) -> Postgres:
        """The database server; it keeps what it is told through a power failure too."""
        return Postgres(self.state.root / "postgres", user=system_user())

    @property
    def temporal(self) -> Temporal:
        """The engine's server."""
        return Temporal(self.state.root / "temporal.db", self.ports.temporal, self.ports.temporal_ui)

    @property
    def identity(self) -> Identity:
        """Who vouches for people."""
        return Identity(self.state.root / "identity.jwk", self.ports.identity)

    @property
    def inbox(self) -> Inbox:
        """Where mail ends up."""
        return Inbox(self.state.root / "mail", self.ports.mail, self.ports.inbox)

    @property
    def api_url(self) -> str:
        """The API."""
        return f"http://{HOST}:{self.ports.api}"

    def environment(self) -> dict[str, str]:
        """What the other processes need to find the parts."""
        return {
            "MEEDOEN_STATE": str(self.state.root),
            "DATABASE_URL": self.database.url(),
            "TEMPORAL_ADDRESS": self.temporal.address,
            "TEMPORAL_NAMESPACE": NAMESPACE,
            "MEEDOEN_API_URL": self.api_url,
            "MEEDOEN_API_HOST": HOST,
            "MEEDOEN_API_PORT": str(self.ports.api),
            "MEEDOEN_OIDC_ISSUER": self.identity.url,
            "MEEDOEN_OIDC_EMBEDDED": "true",
            "MEEDOEN_OIDC_CLIENT_SECRET": "any",  # this issuer wants one, and takes any
            "MEEDOEN_SMTP_HOST": HOST,
            "MEEDOEN_SMTP_PORT": str(self.ports.mail),
            "MEEDOEN_INBOX_URL": self.inbox.url,
            "MEEDOEN_TEMPORAL_UI_URL": f"http://{HOST}:{self.ports.temporal_ui}",
        }

    def parts(self) -> list[Part]:
        """In the order in which they start; they stop in the reverse order."""
        return [
            self.database.part(),
            self.temporal.part(),
            self.identity.part(),
            self.inbox.part(),
            self._command("migrate", after=("postgres",), once=True),
            *self._workers(),
            self._command("api", after=("migrate", "temporal", "identity"), is_ready=self.api_is_ready),
            self._command("load", after=("migrate",), once=True),
        ]

    def _workers(self) -> list[Part]:
        names = ["worker", *(f"worker-{number}" for number in range(2, self.workers + 1))]
        ready = {"is_ready": self.temporal.has_worker}
        return [
            # Longer than the worker's own 30 seconds to finish what it is doing.
            self._command("worker", name=name, after=("migrate", "temporal"), grace=35, **ready)
            for name in names
        ]

    def _command(self, command: str, *, name: str | None = None, **settings: Any) -> Part:
        program = python("-m", "cli", command)
        return Part(name=name or command, program=program, environment=self.environment(), **settings)

    async def api_is_ready(self) -> bool:
        """Whether the API says so itself."""
        return await answers_ok(self.ports.api, "/health/ready")

    async def run(self, say: Callable[[str], None], announce: Callable[[], None]) -> None:
        """Start everything, tell when it is ready, and watch over it until a signal says stop."""
        for name in [name for name in os.environ if name.startswith("TEMPORAL_")]:
            del os.environ[name]  # somebody's settings for another Temporal
        self.state.prepare()
        with self.state.locked():
            if left := await asyncio.to_thread(end_orphans, self.state):
                say(f"Ended what an earlier start left behind: {', '.join(left)}.")
            self.ports.check_free()
            self.state.write_running(self.environment())
            try:
                await self._watch_over(say, announce)
            finally:
                self.state.running.unlink(missing_ok=True)

    async def _watch_over(self, say: Callable[[str], None], announce: Callable[[], None]) -> None:
        stop = asyncio.Event()
        async with Supervisor(self.state, self.parts(), say) as supervisor:

            def on_signal() -> None:
                if stop.is_set():
                    supervisor.hurry()
                else:
                    say("Stopping; once more to stop at once.")
                stop.set()

            for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(sign, on_signal)
            if await supervisor.until_ready(unless=stop):
                announce()
                await supervisor.until(stop)
        say("Stopped.")


def not_to_be_had(port: int) -> str | None:
    """Why a port of this machine cannot be listened on; None when it can."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            return "is only for the system's administrator"
        except OSError:
            return "is taken by another program"
        return None


async def answers_ok(port: int, path: str) -> bool:
    """Whether a GET of this path is answered with 200."""
    try:
        async with asyncio.timeout(5):
            reader, writer = await asyncio.open_connection(HOST, port)
            writer.write(f"GET {path} HTTP/1.0\r\nHost: {HOST}:{port}\r\n\r\n".encode())
            status = await reader.readline()
            writer.close()
    except OSError:
        return False
    return b" 200 " in status


def installation(folder: Path, ports: Ports, workers: int) -> Installation:
    """The installation of a state folder, wherever it was named from."""
    return Installation(StateFolder(folder.expanduser().resolve()), ports, workers)
