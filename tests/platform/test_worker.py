"""A worker that cannot do something says so in a sentence."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import create_async_engine
from temporalio.runtime import PrometheusConfig, Runtime, TelemetryConfig

from worker import say_where_the_database_should_be

ROOT = Path(__file__).parents[2]


def a_port() -> int:
    """Where nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def started(**settings: str) -> subprocess.CompletedProcess[str]:
    """A worker, for as long as it runs: Temporal is not there."""
    away = {"TEMPORAL_ADDRESS": f"127.0.0.1:{a_port()}"}
    return subprocess.run(
        [sys.executable, "-m", "cli", "worker"],
        cwd=ROOT,
        env=os.environ | away | settings,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_worker_without_temporal_ends_with_a_sentence() -> None:
    """And not with a traceback."""
    ended = started()

    assert 1 == ended.returncode
    assert ["Temporal does not answer at"] == [line[:27] for line in ended.stderr.splitlines()]


@pytest.mark.parametrize("address", ["taken", "nowhere"])
def test_a_worker_that_cannot_tell_its_metrics_works_without(address: str) -> None:
    """A second one on the same machine, or with an address that is none: it goes on to Temporal."""
    if address == "taken":
        address = f"127.0.0.1:{a_port()}"
        first = Runtime(telemetry=TelemetryConfig(metrics=PrometheusConfig(bind_address=address)))
    else:
        first = None
    said = started(MEEDOEN_WORKER_METRICS_ADDRESS=address).stderr.splitlines()

    assert [f"No metrics of this worker at {address}", "Temporal does not answer at"] == [
        said[0].partition(",")[0],
        said[1][:27],
    ]
    del first


async def test_a_worker_without_a_database_says_once_where_it_should_be(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without the password: it goes on, since the database may come later."""
    address = f"127.0.0.1:{a_port()}/meedoen"
    await say_where_the_database_should_be(create_async_engine(f"postgresql+psycopg://kim:secret@{address}"))
    told = capsys.readouterr().err

    assert told.startswith("PostgreSQL does not answer at ")
    assert address in told
    assert "secret" not in told
    assert 1 == len(told.splitlines())
