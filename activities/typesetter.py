"""The typesetter: a process of its own that makes letters, so that the acts of people never wait for it.

In a thread of the worker it held Python's lock now and then, while the system let it wait behind everybody else: and so
made everybody else wait.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import IO, Any

from activities.typesetting import typeset

YIELDING = 19
"""How much it gives way, as Unix reckons niceness: it runs when nobody else wants to."""
SIZE = 8
"""Bytes in which the length of what follows is told."""


class Typesetter:
    """Sets letters in that process, one at a time; it is started when it is first needed, and again when it died."""

    def __init__(self) -> None:
        self._process: Process | None = None

    async def __call__(self, template: str, version: date, given: Mapping[str, Any]) -> bytes:
        """The letter, as `typeset` makes it.

        Raises:
            Exception: as `typeset` does; or the process went away meanwhile.
        """
        process = await self._running()
        try:
            made = await _answer(process, (template, version, dict(given)))
        except BaseException:  # it died, or nobody waited for its answer: the next one would get that
            self.stop()
            raise
        if isinstance(made, Exception):
            raise made
        return made

    def stop(self) -> None:
        """Let it go; it also goes by itself once nobody can ask it any more."""
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()
        self._process = None

    async def _running(self) -> Process:
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "activities.typesetter", stdin=PIPE, stdout=PIPE
            )
        return self._process


async def _answer(process: Process, asked: tuple[str, date, dict[str, Any]]) -> bytes | Exception:
    assert process.stdin is not None
    assert process.stdout is not None
    question = pickle.dumps(asked)
    process.stdin.write(len(question).to_bytes(SIZE, "big") + question)
    await process.stdin.drain()
    size = int.from_bytes(await process.stdout.readexactly(SIZE), "big")
    return pickle.loads(await process.stdout.readexactly(size))  # noqa: S301 - from our own process


def _serve(asked: IO[bytes], told: IO[bytes]) -> None:
    """Answer one question after another, until there is nobody to ask."""
    while size := asked.read(SIZE):
        made = _made(*pickle.loads(asked.read(int.from_bytes(size, "big"))))  # noqa: S301 - from the worker itself
        answer = pickle.dumps(made)
        told.write(len(answer).to_bytes(SIZE, "big") + answer)
        told.flush()


def _made(template: str, version: date, given: Mapping[str, Any]) -> bytes | Exception:
    try:
        return typeset(template, version, given)
    except Exception as error:  # noqa: BLE001 - whatever it is, the press tries again later
        return RuntimeError(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C is the worker's, which then lets us go
    os.nice(YIELDING)
    _serve(sys.stdin.buffer, sys.stdout.buffer)
