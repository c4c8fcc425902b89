"""Keeps parts alive: starts each when what it needs is ready, starts it again when it dies, stops all in order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from types import TracebackType

from embedded import orphans
from embedded.part import Part, spawn
from embedded.state import StateFolder
from embedded.trouble import Trouble

LOOK = 0.05
"""Seconds between two looks at a process or at its readiness."""

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 10.0
"""Seconds before a dead part is started again, doubled each time."""

ATTEMPTS = 4
"""How often a part may fail before it was ever ready; one that was ready once is started again for ever."""

COMPLAINT = re.compile(r"FATAL|PANIC|[Ee]rror\b|No space left")


class Supervisor:
    """An asynchronous context manager: the parts start on entry, and have all stopped on exit."""

    def __init__(
        self, state: StateFolder, parts: Sequence[Part], say: Callable[[str], None] = lambda _: None
    ) -> None:
        self.state = state
        self.parts = tuple(parts)
        self.say = say
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self._ready = {part.name: asyncio.Event() for part in parts}
        self._logs = {part.name: state.log(part.name) for part in parts}
        self._keepers: list[asyncio.Task[None]] = []
        self._hurry = asyncio.Event()

    async def __aenter__(self) -> Supervisor:
        self._keepers = [asyncio.create_task(self._keep(part), name=part.name) for part in self.parts]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, return_exceptions=True)
        for part in reversed(self.parts):
            await self._stop(part)

    async def until_ready(self, unless: asyncio.Event | None = None) -> bool:
        """Wait until every part is ready; False when called off. Raises the trouble of the first that cannot be."""
        called_off = unless or asyncio.Event()
        await self._unless_one_fails(_either(self._all_ready(), called_off.wait()))
        return not called_off.is_set()

    async def until(self, stop: asyncio.Event) -> None:
        """Watch over the parts until somebody wants them stopped."""
        await self._unless_one_fails(stop.wait())

    def hurry(self) -> None:
        """Stop without grace from now on."""
        self._hurry.set()

    async def _all_ready(self) -> None:
        for event in self._ready.values():
            await event.wait()

    async def _unless_one_fails(self, awaited: Coroutine[None, None, object]) -> None:
        waiting = asyncio.ensure_future(awaited)
        keepers = {keeper for keeper in self._keepers if not _went_well(keeper)}
        try:
            while not waiting.done():
                done, _ = await asyncio.wait({waiting, *keepers}, return_when=asyncio.FIRST_COMPLETED)
                for keeper in done & keepers:
                    keeper.result()
                    keepers.discard(keeper)
        finally:
            waiting.cancel()

    async def _keep(self, part: Part) -> None:
        for needed in part.after:
            await self._ready[needed].wait()
        failures, pause = 0, FIRST_PAUSE
        while True:
            began = time.monotonic()
            await part.prepare()
            process = self._start(part)
            if part.once:
                if await _ended(process) != 0:
                    raise Trouble(self._last_words(part))
                self._forget(part)
                self._tell_ready(part, began)
                return
            if await self._becomes_ready(part, process):
                self._tell_ready(part, began)
                code = await _ended(process)
                self.say(f"{part.name} ended ({_in_words(code)}); starting it again.")
            else:
                failures += 1
                self._kill(process)
                if failures >= ATTEMPTS and not self._ready[part.name].is_set():
                    raise Trouble(self._last_words(part))
            self._forget(part)
            if time.monotonic() - began > LONGEST_PAUSE:
                pause = FIRST_PAUSE
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _start(self, part: Part) -> subprocess.Popen[bytes]:
        process = self.processes[part.name] = spawn(part, self._logs[part.name])
        orphans.remember(self.state, part.name, process.pid, part.orphan_signal)
        return process

    async def _becomes_ready(self, part: Part, process: subprocess.Popen[bytes]) -> bool:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(part.patience):
                while process.poll() is None:
                    if await part.is_ready():
                        return process.poll() is None
                    await asyncio.sleep(LOOK)
        return False

    async def _stop(self, part: Part) -> None:
        process = self.processes.get(part.name)
        if process is None:
            return
        if process.poll() is None:
            process.send_signal(part.stop_signal)
            waiting = {asyncio.ensure_future(_ended(process)), asyncio.ensure_future(self._hurry.wait())}
            _, left = await asyncio.wait(waiting, timeout=part.grace, return_when=asyncio.FIRST_COMPLETED)
            for future in left:
                future.cancel()
            if process.poll() is None:
                self.say(f"{part.name} did not end in time and is killed.")
        self._kill(process)
        self._forget(part)

    def _kill(self, process: subprocess.Popen[bytes]) -> None:
        """Kill the process and what it started itself; both may have ended already."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def _tell_ready(self, part: Part, began: float) -> None:
        self._ready[part.name].set()
        self.say(f"{part.name} is {'done' if part.once else 'ready'} after {time.monotonic() - began:.1f} s.")

    def _forget(self, part: Part) -> None:
        orphans.forget(self.state, part.name)

    def _last_words(self, part: Part) -> str:
        log = self._logs[part.name]
        return f"{part.name} does not start: {last_words(log)} (the whole story is in {log})"


def last_words(log: Path) -> str:
    """The last line in which a program complained, or else its last line."""
    lines = [line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()][-20:]
    complaints = [line for line in lines if COMPLAINT.search(line)]
    return (complaints or lines or ["it said nothing"])[-1]


def _went_well(task: asyncio.Task[None]) -> bool:
    return task.done() and not task.cancelled() and task.exception() is None


async def _either(one: Coroutine[None, None, object], other: Coroutine[None, None, object]) -> None:
    both = {asyncio.ensure_future(one), asyncio.ensure_future(other)}
    try:
        await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in both:
            task.cancel()


async def _ended(process: subprocess.Popen[bytes]) -> int:
    # Looking is plainer than asyncio's watchers: nothing is lost when this is cancelled, on any system and thread.
    while (code := process.poll()) is None:  # noqa: ASYNC110
        await asyncio.sleep(LOOK)
    return code


def _in_words(code: int) -> str:
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
