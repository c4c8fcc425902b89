"""The worker: which workflows and activities, on which queue. Any number of them may run at once."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from temporalio.client import Client, WorkflowHandle
from temporalio.common import WorkerDeploymentVersion
from temporalio.runtime import PrometheusConfig, Runtime, TelemetryConfig
from temporalio.service import RPCError, RPCStatusCode
from temporalio.worker import PollerBehaviorAutoscaling, Worker, WorkerDeploymentConfig

from activities.bell import keep_working
from activities.courier import Courier
from activities.mailroom import Mailroom, Post
from activities.messenger import Messenger
from activities.press import Press
from activities.recall import SETTLED, Recall
from activities.record import Recorder
from activities.typesetter import Typesetter
from domain.acts import LetterSent
from domain.case import Case, Performed, Receipt, Status
from settings import Settings, keep_what_is_loaded, settings
from store.network import NETWORK
from workflows.client import TASK_QUEUE, TemporalAway, connect
from workflows.names import to_case, workflow_id
from workflows.participation import ParticipationCase

GRACE = timedelta(seconds=30)
"""Work in hand is finished within this time after a stop is asked; an orchestrator must wait longer before it kills."""
PATIENCE = timedelta(seconds=10)
"""So long a case may take to tell how it stands."""


def _this_build() -> WorkerDeploymentVersion:
    """Named here, since Temporal else reads every loaded module's source to find a name: seconds at each start."""
    try:
        build = version("meedoen")
    except PackageNotFoundError:  # run from a folder where it was not installed
        build = "unreleased"
    return WorkerDeploymentVersion(deployment_name="meedoen", build_id=build)


def courier(client: Client, engine: AsyncEngine, task_queue: str = TASK_QUEUE) -> Courier:
    """A courier that knows the way to every case."""
    messenger = Messenger(client, engine)

    async def deliver(number: str, municipality: str, sent: LetterSent, is_objection: bool) -> None:
        message = to_case(number, municipality, sent, is_objection=is_objection)
        await messenger.deliver(message, task_queue)

    return Courier(engine, deliver)


def recall(client: Client, engine: AsyncEngine, settled: timedelta = SETTLED) -> Recall:
    """Knows how to ask each case, and to hand in what it does not know."""

    async def state(number: str) -> Case | None:
        try:
            return await _case(client, number).query(ParticipationCase.state, rpc_timeout=PATIENCE)
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise
            return None

    async def hand_in(number: str, done: Performed, request: str) -> Receipt:
        return await _case(client, number).execute_update(  # pyright: ignore[reportUnknownMemberType]
            ParticipationCase.perform, done, id=request, rpc_timeout=PATIENCE
        )

    return Recall(engine, state, hand_in, settled)


def _case(client: Client, number: str) -> WorkflowHandle[ParticipationCase, Status]:
    return client.get_workflow_handle_for(ParticipationCase.run, workflow_id(number))


def worker(client: Client, recorder: Recorder, task_queue: str = TASK_QUEUE) -> Worker:
    """A worker on the procedure's queue; workflows and converter come with the client's plugin."""
    messenger = Messenger(client, recorder.engine)
    return tuned(client, task_queue, activities=[recorder.record, messenger.tell])


def tuned(
    client: Client,
    task_queue: str,
    *,
    activities: Sequence[Callable[..., Any]],
    workflows: Sequence[type] = (),
) -> Worker:
    """A worker with the settings that suit short steps and long waits."""
    return Worker(
        client,
        task_queue=task_queue,
        workflows=workflows,
        activities=activities,
        deployment_config=WorkerDeploymentConfig(_this_build(), use_worker_versioning=False),
        graceful_shutdown_timeout=GRACE,
        workflow_task_poller_behavior=PollerBehaviorAutoscaling(),
        activity_task_poller_behavior=PollerBehaviorAutoscaling(),
        max_cached_workflows=2_000,  # about 140 KB each
        # Another worker takes over a case of one that died after this time, instead of after ten seconds.
        sticky_queue_schedule_to_start_timeout=timedelta(seconds=2),
    )


def _measured(address: str | None) -> Runtime:
    """A runtime that tells its metrics there; without, where it cannot: cases that wait are worse than no figures."""
    if address:
        try:
            return Runtime(telemetry=TelemetryConfig(metrics=PrometheusConfig(bind_address=address)))
        except ValueError as error:
            sys.stderr.write(
                f"No metrics of this worker at {address}, where another may tell its own; it works without: {error}.\n"
            )
    return Runtime(telemetry=TelemetryConfig())


async def say_where_the_database_should_be(engine: AsyncEngine) -> None:
    """Say it once, should PostgreSQL not answer: the worker waits for it, as it does when it goes away later."""
    try:
        async with engine.connect():
            pass
    except (DBAPIError, OSError):
        address = engine.url.render_as_string(hide_password=True)
        sys.stderr.write(f"PostgreSQL does not answer at {address}: this worker goes on once it does.\n")


async def run(config: Settings) -> None:
    """Work until a stop is asked, then finish what is in hand."""
    client = await connect(runtime=_measured(config.worker_metrics_address))
    engine = create_async_engine(config.database_url, pool_size=20, connect_args=dict(NETWORK))
    await say_where_the_database_should_be(engine)
    keep_what_is_loaded()
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    post = Post(
        config.smtp_host,
        config.smtp_port,
        config.smtp_tls,
        config.smtp_user,
        config.smtp_password.get_secret_value(),
    )
    typesetter = Typesetter()
    works = (
        Mailroom(engine, post, config.mail_from).work(),
        Press(engine, typesetter).work(),
        courier(client, engine).work(),
    )
    beside = (
        asyncio.create_task(keep_working(engine, *works)),
        asyncio.create_task(recall(client, engine).keep_recalling()),
    )
    try:
        async with worker(client, Recorder(engine)):
            asked = asyncio.create_task(stop.wait())
            await asyncio.wait({asked, *beside}, return_when=asyncio.FIRST_COMPLETED)
            for each in beside:
                if each.done():
                    each.result()  # none ends by itself: whoever runs us starts us again
    finally:
        for each in beside:
            each.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        typesetter.stop()
        await engine.dispose()


def main() -> None:
    """Run a worker of this installation."""
    with asyncio.Runner(loop_factory=faster_loop()) as runner:
        try:
            runner.run(run(settings()))
        except TemporalAway as away:
            sys.exit(str(away))


def faster_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """The event loop of uvloop, where there is one."""
    try:
        import uvloop  # noqa: PLC0415 - not there on every system
    except ImportError:
        return None
    return uvloop.new_event_loop


if __name__ == "__main__":
    main()
