"""`make bench`: how fast cases go, beside a bare Temporal flow."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from bench.flows import PEOPLE, BareTemporal, Meedoen
from bench.http import connected
from bench.meter import Meter
from bench.report import show, summary
from bench.rounds import Block, block, rounds
from bench.system import System, system

RESULTS = Path(__file__).with_name("results")
PROFILED = ("api", "worker")


def run(
    cases: Annotated[int, typer.Option(min=1, help="Cases in each block.")] = 60,
    clients: Annotated[
        list[int] | None, typer.Option(help="Clients at once; 1 and 20 when not given.")
    ] = None,
    rounds: Annotated[
        int, typer.Option(min=1, help="Rounds, each Meedoen and the bare flow, in turns first.")
    ] = 3,
    workers: Annotated[int, typer.Option(min=1, help="Workers of Meedoen; the bare flow has one.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    profile: Annotated[
        bool,
        typer.Option(help="After the rounds, draw where API and worker spend their time (needs py-spy)."),
    ] = False,
) -> None:
    """Measure how fast cases go, beside a bare Temporal flow on the same server in the same run."""
    if profile and shutil.which("py-spy") is None:
        raise typer.BadParameter("py-spy is not installed: pip install py-spy")
    RESULTS.mkdir(exist_ok=True)
    console = Console(stderr=as_json)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="state-", dir=RESULTS)))
        console.print("Starting a Meedoen of its own ...")
        whole = stack.enter_context(system(folder, workers))
        found = asyncio.run(_measured(whole, console, clients or [1, 20], cases, rounds, profile=profile))
    kept = RESULTS / f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}.json"
    kept.write_text(json.dumps(found, indent=1))
    if as_json:
        typer.echo(kept.read_text())
    else:
        show(console, found)
    console.print(f"Kept in {kept}")


async def _measured(
    whole: System, console: Console, clients: list[int], cases: int, times: int, *, profile: bool
) -> dict[str, Any]:
    port, meter, temporal = whole.whole.ports.api, Meter(whole), await whole.temporal()
    tokens = {user: whole.whole.identity.token(user) for user in PEOPLE}
    async with connected(port) as http:
        policy = await http.get("/api/v1/policy", tokens["coop-a"])
    ours, bare = Meedoen(port, tokens, policy), BareTemporal(await whole.temporal(bare=True))
    blocks: list[Block] = []
    async for done in rounds((ours, bare), clients, cases, times, temporal, meter):
        console.print(
            f"  {done.flow:8} {done.clients:3} clients: {done.rate:5.1f} cases/s,"
            f" step p50 {done.p50 * 1000:4.0f} p95 {done.p95 * 1000:4.0f} ms"
        )
        blocks.append(done)
    found = summary(blocks, meter.memory())
    if profile:
        with _profiled(whole):
            await block(ours, max(clients), cases, temporal, meter)
        console.print(f"Profiles in {RESULTS}: {', '.join(f'{name}.svg' for name in PROFILED)}")
    return found


@contextmanager
def _profiled(whole: System) -> Generator[None]:
    """Draw a flame graph of each process for the time that this is open."""
    spies = [
        subprocess.Popen(  # noqa: S603 - our own processes
            ("py-spy", "record", "--pid", str(whole.process(name).pid), "-o", RESULTS / f"{name}.svg"),  # noqa: S607
            stdout=subprocess.DEVNULL,
        )
        for name in PROFILED
    ]
    try:
        yield
    finally:
        for spy in spies:
            spy.send_signal(signal.SIGINT)  # now it writes what it has
            spy.wait()


if __name__ == "__main__":
    typer.run(run)
