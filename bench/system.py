"""What is measured: a whole embedded Meedoen in a folder of its own, and the bare flow's worker on its Temporal."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

import psutil
from temporalio.client import Client

from bench.bare import QUEUE
from embedded.installation import Installation, Ports, installation
from embedded.part import Part, python
from embedded.short_lived import free_port, running
from embedded.supervisor import Supervisor
from workflows.plugin import plugin


@dataclass(frozen=True)
class System:
    """The installation and its processes."""

    whole: Installation
    supervisor: Supervisor

    def process(self, name: str) -> psutil.Process:
        """The process of a part."""
        return psutil.Process(self.supervisor.processes[name].pid)

    async def temporal(self, *, bare: bool = False) -> Client:
        """A connection to its Temporal; a bare one has nothing of Meedoen's."""
        return await Client.connect(self.whole.temporal.address, plugins=[] if bare else [plugin()])


@contextmanager
def system(folder: Path, workers: int) -> Generator[System]:
    """Everything, ready on entry and stopped on exit."""
    for name in [name for name in os.environ if name.startswith(("TEMPORAL_", "MEEDOEN_"))]:
        del os.environ[name]  # somebody's settings for another installation
    whole = installation(folder, _free_ports(), workers)
    address = whole.temporal.address
    bare = Part(name=QUEUE, program=python("-m", "bench.bare_worker", address), after=("temporal",))
    with running(whole.state.root, *whole.parts(), bare) as supervisor:
        yield System(whole, supervisor)


def _free_ports() -> Ports:
    found: set[int] = set()
    while len(found) < len(fields(Ports)):
        found.add(free_port())
    return Ports(*found)
