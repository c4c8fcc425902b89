"""Processes left behind by a supervisor that was killed, found again by their files in the state folder."""

from __future__ import annotations

import contextlib
import signal
from pathlib import Path

import psutil

from embedded.state import StateFolder

GRACE = 15.0
"""Seconds that a process left behind gets to end in order."""


def remember(state: StateFolder, name: str, pid: int, orphan_signal: signal.Signals) -> None:
    """Note a process with the moment it began, since its number may be another's one day."""
    with contextlib.suppress(psutil.NoSuchProcess):
        began = psutil.Process(pid).create_time()
        (state.processes / name).write_text(f"{pid} {began} {int(orphan_signal)}\n")


def forget(state: StateFolder, name: str) -> None:
    """The process has ended."""
    (state.processes / name).unlink(missing_ok=True)


def end_orphans(state: StateFolder) -> list[str]:
    """End in order what an earlier supervisor left running here; answers with their names."""
    found = {path.name: orphan for path in state.processes.iterdir() if (orphan := _read(path))}
    families = {name: [process, *_children(process)] for name, (process, _) in found.items()}
    for process, stop_signal in found.values():
        with contextlib.suppress(psutil.Error):
            process.send_signal(stop_signal)
    everybody = [member for family in families.values() for member in family]
    _, left = psutil.wait_procs(everybody, timeout=GRACE)
    for member in left:
        with contextlib.suppress(psutil.Error):
            member.kill()
    psutil.wait_procs(left, timeout=GRACE)
    for path in state.processes.iterdir():
        path.unlink()
    return sorted(found)


def _read(path: Path) -> tuple[psutil.Process, signal.Signals] | None:
    try:
        pid, began, stop_signal = path.read_text().split()
        process = psutil.Process(int(pid))
        # The system counts from its own start, so the moment may shift by a hair when the clock is set.
        same = abs(process.create_time() - float(began)) < 2 and process.status() != psutil.STATUS_ZOMBIE
    except (ValueError, psutil.Error):
        return None
    return (process, signal.Signals(int(stop_signal))) if same else None


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []
