"""The bare flow's worker, as Temporal's SDK comes: `python -m bench.bare_worker ADDRESS`."""

from __future__ import annotations

import asyncio
import signal
import sys

from temporalio.client import Client
from temporalio.worker import Worker

from bench.bare import QUEUE, Bare, nothing


async def work(address: str) -> None:
    """Run until a stop is asked."""
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    client = await Client.connect(address)
    async with Worker(client, task_queue=QUEUE, workflows=[Bare], activities=[nothing]):
        await stop.wait()


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1]))
