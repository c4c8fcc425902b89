"""The real Temporal server on one machine, from its wheel, with its web UI."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from embedded.part import Part
from embedded.trouble import Trouble

NAMESPACE = "default"
RETENTION_DAYS = 3650
"""How long the history of an ended run stays: ten years, since a case outlives many runs."""

SEARCH_ATTRIBUTES = {"Municipality": "Keyword"}
TASK_QUEUE = "procedure"

SKIPPING = (
    "frontend.WorkflowTimeSkippingEnabled=true",
    'history.timerProcessorMaxTimeShift="1ms"',
    'history.workflowIdReuseMinimalInterval="0s"',
)
"""For a server on which time can be moved on: a timer that is due rings at once instead of within a second, and the
next run of a workflow need not wait until the one before has lasted a second.
"""


@dataclass(frozen=True)
class Temporal:
    """A server with one database file."""

    file: Path | None
    """None keeps everything in memory."""
    port: int = 7233
    ui_port: int | None = 8233
    settings: tuple[str, ...] = ()
    """Dynamic configuration, as `key=json`."""
    durable: bool = True
    """False trades a power failure's safety for speed, for tests."""

    @property
    def address(self) -> str:
        """Where clients connect."""
        return f"127.0.0.1:{self.port}"

    def part(self) -> Part:
        """The process for the supervisor."""
        return Part(
            name="temporal",
            program=(
                *(executable(), "server", "start-dev", "--ip", "127.0.0.1", "--port", str(self.port)),
                *(
                    ("--headless",)
                    if self.ui_port is None
                    else ("--ui-port", str(self.ui_port), "--ui-disable-news-fetch")
                ),
                *self._storage(),
                *(
                    word
                    for item in SEARCH_ATTRIBUTES.items()
                    for word in ("--search-attribute", "=".join(item))
                ),
                *(word for setting in self.settings for word in ("--dynamic-config-value", setting)),
                *("--log-level", "warn"),
            ),
            is_ready=self.is_ready,
            orphan_signal=signal.SIGTERM,
        )

    def _storage(self) -> tuple[str, ...]:
        if self.file is None:
            return ()
        pragmas = ("journal_mode=WAL", f"synchronous={2 if self.durable else 1}")
        return (
            "--db-filename",
            str(self.file),
            *(word for pragma in pragmas for word in ("--sqlite-pragma", pragma)),
        )

    async def is_ready(self) -> bool:
        """Whether the server answers; its namespace gets its retention by the same question."""
        if not await listens(self.port):
            return False
        retention = ("--retention", f"{RETENTION_DAYS}d")
        return (
            await self.ask("operator", "namespace", "update", *retention, "--namespace", NAMESPACE)
            is not None
        )

    async def has_worker(self) -> bool:
        """Whether a worker polls the procedure's task queue."""
        answer = await self.ask("task-queue", "describe", "--task-queue", TASK_QUEUE, "--output", "json")
        return answer is not None and '"identity"' in answer

    async def ask(self, *command: str) -> str | None:
        """What Temporal's own command line answers; None when it fails."""
        process = await asyncio.create_subprocess_exec(
            executable(),
            *command,
            *("--address", self.address),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        answer, _ = await process.communicate()
        return answer.decode() if process.returncode == 0 else None


async def listens(port: int) -> bool:
    """Whether somebody listens on this port of this machine."""
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


def executable() -> str:
    """The program `temporal`, of this environment first."""
    beside = Path(sys.executable).with_name("temporal")
    found = str(beside) if beside.exists() else shutil.which("temporal")
    if found is None:
        raise Trouble(
            "The embedded Temporal is not installed: run `make start`, or install meedoen[embedded]."
        )
    return found
