"""The bare flow's worker, with the same settings as Meedoen's own: `python -m bench.bare_worker ADDRESS`."""

from __future__ import annotations

import asyncio
import signal
import sys

from temporalio.client import Client

from bench.bare import QUEUE, Bare, nothing
from settings import keep_what_is_loaded
from worker import faster_loop, tuned


async def work(address: str) -> None:
    """Run until a stop is asked."""
    keep_what_is_loaded()
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    async with tuned(await Client.connect(address), QUEUE, workflows=[Bare], activities=[nothing]):
        await stop.wait()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=faster_loop()) as runner:
        runner.run(work(sys.argv[1]))
