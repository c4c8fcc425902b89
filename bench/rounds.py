"""The rounds: so many cases by so many clients, Meedoen and the bare flow in turn."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from statistics import fmean, median, quantiles
from time import perf_counter

from temporalio.client import Client

from bench.case import PARTS, STEPS, Part
from bench.flows import Do, Flow
from bench.meter import Meter, Reading

SETTLING = 1.0
"""Seconds after each block, and its letters and mails, in which the servers finish what it left; not its time."""

LOOK_AGAIN = 0.2
"""Seconds between two looks whether letters and mails are left."""

LOOKED_AT = 5
"""So many cases of each block have their history events counted."""


@dataclass(frozen=True)
class Stretch:
    """All cases of a block through one part of the case."""

    seconds: float
    steps: tuple[float, ...]
    """Seconds of every step, as its caller waited for it."""
    cpu: float
    """Seconds of every process together."""


@dataclass(frozen=True)
class Block:
    """So many cases of one flow by so many clients."""

    flow: str
    clients: int
    cases: int
    measured: tuple[Stretch, ...]
    whole_seconds: float
    """From the first step until the letters and mails of the last one, with what is not measured."""
    events: float
    """History events of a case."""
    used: Reading
    """In all that time."""

    @property
    def rate(self) -> float:
        """Cases a second, while the clock runs."""
        return self.cases / sum(stretch.seconds for stretch in self.measured)

    @property
    def cpu(self) -> float:
        """Seconds of processor time, while the clock runs."""
        return sum(stretch.cpu for stretch in self.measured)

    @property
    def steps(self) -> tuple[float, ...]:
        """Seconds of every measured step."""
        return tuple(seconds for stretch in self.measured for seconds in stretch.steps)

    @property
    def p50(self) -> float:
        """Seconds of the median step."""
        return median(self.steps)

    @property
    def p95(self) -> float:
        """Seconds within which 95 of 100 steps were answered."""
        return quantiles(self.steps, n=20)[-1]

    @property
    def events_a_step(self) -> float:
        """History events of one step, measured or not, those of start and end spread over them."""
        return self.events / len(STEPS)


async def block(flow: Flow, clients: int, cases: int, temporal: Client, meter: Meter) -> Block:
    """Let the clients live these cases, part by part: the clock stands still while all go through one not measured."""
    names = [""] * cases
    before, started = meter.read(), perf_counter()
    async with AsyncExitStack() as stack:
        people = [await stack.enter_async_context(flow.client()) for _ in range(clients)]
        stretches = [(part, await _stretch(part, people, names, meter)) for part in PARTS]
    whole_seconds = perf_counter() - started
    while meter.letters_and_mails_left():  # it is in the database
        await asyncio.sleep(LOOK_AGAIN)
        whole_seconds = perf_counter() - started
    await asyncio.sleep(SETTLING)
    used = meter.read().since(before)
    measured = tuple(stretch for part, stretch in stretches if part.is_measured)
    events = await _events(temporal, [flow.workflow(name) for name in names[-LOOKED_AT:]])
    return Block(flow.name, clients, cases, measured, whole_seconds, events, used)


async def _stretch(part: Part, people: Sequence[Do], names: list[str], meter: Meter) -> Stretch:
    """Each client takes the next case as soon as he is done with the last."""
    took: list[float] = []
    left = iter(range(len(names)))

    async def work(do: Do) -> None:
        for place in left:
            for step in part.steps:
                asked = perf_counter()
                names[place] = await do(names[place], step)
                took.append(perf_counter() - asked)

    used, started = sum(meter.cpu().values()), perf_counter()
    await asyncio.gather(*(work(do) for do in people))
    seconds = perf_counter() - started
    return Stretch(seconds, tuple(took), sum(meter.cpu().values()) - used)


async def rounds(
    flows: Sequence[Flow], clients: Sequence[int], cases: int, times: int, temporal: Client, meter: Meter
) -> AsyncGenerator[Block]:
    """Every block, after one that only warms up; who goes first alternates, as machines change their pace."""
    for flow in flows:
        await block(flow, max(clients), 2 * max(clients), temporal, meter)
    for many in clients:
        for turn in range(times):
            for flow in flows[:: -1 if turn % 2 else 1]:
                yield await block(flow, many, cases, temporal, meter)


async def _events(temporal: Client, workflows: Sequence[str]) -> float:
    return fmean([await _events_of(temporal, workflow) for workflow in workflows])


async def _events_of(temporal: Client, workflow: str) -> int:
    """Of each run: a case starts afresh once it is reassessed."""
    count, run = 0, None
    while run != "":
        history = await temporal.get_workflow_handle(workflow, run_id=run).fetch_history()
        count += len(history.events)
        run = history.events[0].workflow_execution_started_event_attributes.continued_execution_run_id
    return count
