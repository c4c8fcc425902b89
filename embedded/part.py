"""A part: one process of the installation, how it starts, when it is ready and how it stops."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LAUNCH = Path(__file__).with_name("launch.py")


async def always() -> bool:
    """Ready as soon as it runs."""
    return True


async def nothing() -> None:
    """Nothing to prepare."""


@dataclass(frozen=True)
class Part:
    """What the supervisor needs to know of one process."""

    name: str
    program: tuple[str, ...]
    """The program by its full path, and its arguments."""
    after: tuple[str, ...] = ()
    """The parts that must be ready before this one starts."""
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    """On top of the supervisor's own environment."""
    prepare: Callable[[], Awaitable[None]] = nothing
    """Done before every start."""
    is_ready: Callable[[], Awaitable[bool]] = always
    """Asked again and again until it says yes."""
    once: bool = False
    """Runs to its end and is ready then; it is never started again."""
    patience: float = 60.0
    """Seconds in which it has to become ready."""
    stop_signal: signal.Signals = signal.SIGTERM
    orphan_signal: signal.Signals = signal.SIGKILL
    """What it gets when the supervisor was killed: what it works with is going too, so there is nothing to finish."""
    grace: float = 10.0
    """Seconds between the stop signal and the kill."""
    user: str | None = None
    """Run as this user instead of as the supervisor's."""


def python(*arguments: str) -> tuple[str, ...]:
    """A program of the project itself, in this Python."""
    return (sys.executable, *arguments)


def spawn(part: Part, log: Path) -> subprocess.Popen[bytes]:
    """Start the part's process in a session of its own, so that Ctrl-C in the terminal reaches the supervisor only.

    The process dies with the *thread* that calls this: call it from the thread that lives as long as the supervisor.
    """
    launcher = (
        *python("-I", "-S", str(LAUNCH)),
        str(os.getpid()),
        str(int(part.orphan_signal)),
        part.user or "-",
    )
    with log.open("ab") as output:
        return subprocess.Popen(
            (*launcher, *part.program),
            cwd=PROJECT,
            env={**os.environ, **part.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            umask=0o077,
        )
