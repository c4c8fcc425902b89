"""The rounds: so many cases by so many clients, Meedoen and the bare flow in turn."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from statistics import fmean, median, quantiles
from time import perf_counter

from temporalio.client import Client

from bench.case import STEPS
from bench.flows import Do, Flow
from bench.meter import Meter, Reading

SETTLING = 11.0
"""Seconds after each block, and its letters and mails, in which the servers finish what it left; not its time.

Ten seconds after each step Temporal looks whether a worker took it, which is not the next flow's to bear.
"""

LOOK_AGAIN = 0.2
"""Seconds between two looks whether letters and mails are left."""

LOOKED_AT = 5
"""So many cases of each block have their history events counted."""


@dataclass(frozen=True)
class Block:
    """So many cases of one flow by so many clients."""

    flow: str
    clients: int
    cases: int
    seconds: float
    """From the first step until the last one was answered."""
    afterwards: float
    """Seconds after that until all letters and mails were made and sent; for a flow without them none."""
    steps: tuple[float, ...]
    """Seconds of every step, as its caller waited for it."""
    events: float
    """History events of a case."""
    used: Reading
    """With its letters and mails."""
    used_acting: Reading
    """Until the last step was answered."""

    @property
    def rate(self) -> float:
        """Cases a second."""
        return self.cases / self.seconds

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
        """History events of one step, those of start and end spread over them."""
        return self.events / len(STEPS)


async def block(flow: Flow, clients: int, cases: int, temporal: Client, meter: Meter) -> Block:
    """Let the clients live these cases, each taking the next one as soon as it is done with the last."""
    names, took = list[str](), list[float]()
    left = iter(range(cases))

    async def work(do: Do) -> None:
        for _ in left:
            case = ""
            for step in STEPS:
                asked = perf_counter()
                case = await do(case, step)
                took.append(perf_counter() - asked)
            names.append(case)

    async with AsyncExitStack() as stack:
        people = [await stack.enter_async_context(flow.client()) for _ in range(clients)]
        before = meter.read()
        started = perf_counter()
        await asyncio.gather(*(work(do) for do in people))
        seconds = perf_counter() - started
        used_acting = meter.read().since(before)
    afterwards = 0.0
    while meter.letters_and_mails_left():  # it is in the database
        await asyncio.sleep(LOOK_AGAIN)
        afterwards = perf_counter() - started - seconds
    await asyncio.sleep(SETTLING)
    used = meter.read().since(before)
    events = await _events(temporal, [flow.workflow(name) for name in names[-LOOKED_AT:]])
    return Block(flow.name, clients, cases, seconds, afterwards, tuple(took), events, used, used_acting)


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
