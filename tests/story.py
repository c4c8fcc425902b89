"""A case as it is lived: people act, time passes, and what the tables say is held against what the case says."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import (
    Client,
    WithStartWorkflowOperation,
    WorkflowExecutionStatus,
    WorkflowHandle,
    WorkflowHistory,
    WorkflowUpdateFailedError,
)
from temporalio.common import WorkflowIDConflictPolicy, WorkflowIDReusePolicy
from temporalio.exceptions import ApplicationError
from temporalio.testing import TimeSkipper
from temporalio.worker import Replayer, Worker

from activities.record import Recorder
from domain.absences import Absence
from domain.acts import Act, Addressee, Channel, LetterSent, News, Sent
from domain.calendar import NETHERLANDS
from domain.case import Case, Receipt, Status
from domain.duties import decision_in
from domain.people import Actor
from domain.policy import Policy
from store.queries import closed_case
from tests.examples import MUNICIPALITY, a_policy, done as performed
from tests.recorded import recorded, say_the_same
from tests.replay.compacting import KEPT, compact
from tests.timers import is_behind
from worker import worker
from workflows.client import TASK_QUEUE, workflow_id
from workflows.participation import ParticipationCase
from workflows.plugin import plugin
from workflows.procedure import Procedure

FIRST_DAY = date(2030, 3, 4)
"""The Monday on which every story starts, at nine: well ahead of the real day, so that time need only move on."""

RUNNING = WorkflowExecutionStatus.RUNNING

HISTORIES = Path(__file__).parent / "replay" / "histories"


@dataclass
class Stage:
    """Where stories are played: a Temporal server whose time can be moved on, a worker and a database."""

    skipper: TimeSkipper
    temporal: Client
    database: AsyncEngine

    def a_worker(self, task_queue: str) -> Worker:
        """Another worker, on a queue of its own."""
        return worker(self.temporal, Recorder(self.database), task_queue)

    def story(
        self,
        number: str,
        policy: Policy | None = None,
        task_queue: str = TASK_QUEUE,
        procedure: type[Procedure] = ParticipationCase,
    ) -> Story:
        """A new case of that number."""
        case = Case(number=number, municipality=MUNICIPALITY, policy=policy or a_policy())
        return Story(self, case, task_queue, procedure)


@dataclass
class Story:
    """One case, from its first day on. Its requests are numbered, so that a story is always told in the same words."""

    stage: Stage
    first: Case
    task_queue: str = TASK_QUEUE
    procedure: type[Procedure] = ParticipationCase
    requests: int = 0

    @property
    def number(self) -> str:
        """The case's number."""
        return self.first.number

    @property
    def handle(self) -> WorkflowHandle[ParticipationCase, Status]:
        """The case, in whichever run it is."""
        return self.stage.temporal.get_workflow_handle_for(ParticipationCase.run, workflow_id(self.number))

    async def starts(self) -> None:
        """The case exists, and it is nine o'clock on the first day."""
        await self.stage.skipper.client.start_workflow(
            self.procedure.__name__, self.first, id=workflow_id(self.number), task_queue=self.task_queue
        )
        await self.time_passes_until(FIRST_DAY)

    async def applied(self, actor: Actor, act: Act, key: str | None = None) -> Receipt:
        """Somebody applies, by the one call that also makes the case."""
        return await self._began(self.first, WorkflowIDReusePolicy.REJECT_DUPLICATE, actor, act, key)

    async def went_on(self, actor: Actor, act: Act) -> Receipt:
        """Somebody does something after the case ended, by the one call that also lets it go on from its copy."""
        async with self.stage.database.connect() as connection:
            ended = await closed_case(connection, self.number, MUNICIPALITY)
        assert ended is not None
        return await self._began(ended, WorkflowIDReusePolicy.ALLOW_DUPLICATE, actor, act)

    async def _began(
        self, case: Case, reuse: WorkflowIDReusePolicy, actor: Actor, act: Act, key: str | None = None
    ) -> Receipt:
        return await self.stage.temporal.execute_update_with_start_workflow(
            ParticipationCase.perform,
            performed(actor, act),
            start_workflow_operation=WithStartWorkflowOperation(
                self.procedure.__name__,
                case,
                id=workflow_id(self.number),
                task_queue=self.task_queue,
                id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
                id_reuse_policy=reuse,
            ),
            id=key or self.next_key(),
        )

    async def did(
        self,
        actor: Actor,
        act: Act,
        task: str | None = None,
        key: str | None = None,
        standing_in: Sequence[Absence] = (),
    ) -> Receipt:
        """Somebody does something."""
        return await self.handle.execute_update(
            ParticipationCase.perform,
            performed(actor, act, task, standing_in=standing_in),
            id=key or self.next_key(),
        )

    async def refused(
        self, actor: Actor, act: Act, task: str | None = None, standing_in: Sequence[Absence] = ()
    ) -> str:
        """Somebody tries something and is refused, which changes nothing; answers with the kind of refusal.

        The server may tell that a day has come before the case heard so: what time does is no change by him.
        """
        before = await self.case()
        with pytest.raises(WorkflowUpdateFailedError) as refusal:
            await self.did(actor, act, task, standing_in=standing_in)
        after = await self.case()
        meanwhile = after.entries[before.version :]

        assert isinstance(refusal.value.cause, ApplicationError)
        assert before == after or (meanwhile and not any(entry.key for entry in meanwhile))
        return str(refusal.value.cause.type)

    def next_key(self) -> str:
        """The key of a new request."""
        self.requests += 1
        return f"request-{self.requests}"

    async def time_passes_until(self, day: date) -> None:
        """It becomes nine o'clock on that day, unless the case ends before."""
        moment = datetime.combine(day, time(9), NETHERLANDS)
        while (left := moment - await self.stage.skipper.get_current_time(self.handle)) > timedelta(0):
            with suppress(TimeoutError):  # the server does not always tell that it arrived
                async with asyncio.timeout(2):
                    arrived = await self.stage.skipper.fast_forward(self.handle, left)
                    if not arrived and (await self.handle.describe()).status is not RUNNING:
                        return
        while await is_behind(self.handle, moment):
            await asyncio.sleep(0.01)

    async def day_passes(self, day: date) -> None:
        """That day is over."""
        await self.time_passes_until(day + timedelta(days=1))

    async def case(self) -> Case:
        """The case as the workflow has it."""
        return await self.handle.query(ParticipationCase.state)

    async def status(self) -> Status:
        """Where the case stands."""
        return (await self.case()).status

    async def kinds(self) -> list[str]:
        """What happened so far, by its kinds."""
        return [entry.act.kind for entry in (await self.case()).entries]

    async def takes_in(self) -> list[str]:
        """The kinds of act that the case takes in now."""
        return await self.handle.query(ParticipationCase.takes_in)

    async def hears(self, *kinds: str, times: int = 1) -> None:
        """News of these kinds comes in, so often in all."""
        async with asyncio.timeout(15):
            while sum(kind in kinds for kind in await self.kinds()) < times:
                await asyncio.sleep(0.02)

    async def today(self) -> date:
        """What day it is in this story."""
        return (await self.stage.skipper.get_current_time(self.handle)).astimezone(NETHERLANDS).date()

    async def is_told(self, news: News) -> None:
        """Another case, or who sees to the letters, lets it know something."""
        await self.handle.signal("take_news", news)

    async def went_out(self, version: int | None = None) -> None:
        """The letter of a decision, by default the last, goes to everybody on this day, and the case is told."""
        entries, on = (await self.case()).entries, await self.today()
        version = version or next(each.version for each in reversed(entries) if decision_in(each.act))
        sendings = tuple(
            Sent(addressee=to, channel=by, sent_on=on)
            for to, by in ((Addressee.COOPERATIVE, Channel.CASE), (Addressee.RESIDENT, Channel.POST))
        )
        before = sum(isinstance(entry.act, LetterSent) for entry in entries)
        await self.is_told(LetterSent(version=version, sendings=sendings))
        await self.hears("letter_sent", times=before + 1)

    async def ends_as(self) -> Status:
        """How the case ended; its workflow has ended too."""
        return await self.handle.result()

    async def is_told_truly(self) -> None:
        """What the tables say is what the case says, and each of its runs replays."""
        await self.is_recorded_truly(await self.case())
        await self._check_runs()

    async def is_recorded_truly(self, case: Case) -> None:
        """What the tables say is what the case says.

        Time may do something to the case while they are read, and a task may close without an act: both are read again.
        """
        deadline = asyncio.get_running_loop().time() + 15
        while True:
            rows = await recorded(self.stage.database, case)
            try:
                return say_the_same(case, *rows)
            except AssertionError:
                if asyncio.get_running_loop().time() > deadline:
                    raise
            await asyncio.sleep(0.05)
            case = await self.case()

    async def _check_runs(self) -> None:
        replayer = Replayer(workflows=[], plugins=[plugin()], build_id="any")
        for place, history in enumerate(await self.histories(), start=1):
            await replayer.replay_workflow(history)
            if self.number in KEPT and os.environ.get("MEEDOEN_WRITE_HISTORIES"):
                file = HISTORIES / f"{self.number}.{place}.json"
                file.write_text(compact(history))

    async def wakes(self) -> bool:
        """Whether a timer was set that neither rang nor was called off: in memory it is known for what."""
        waking: set[str] = set()
        async for event in self.handle.fetch_history_events():
            waking.add(event.timer_started_event_attributes.timer_id)
            waking.discard(event.timer_fired_event_attributes.timer_id)
            waking.discard(event.timer_canceled_event_attributes.timer_id)
        return bool(waking - {""})

    async def histories(self) -> list[WorkflowHistory]:
        """The history of each of the case's runs, the oldest first."""
        found: list[WorkflowHistory] = []
        run_id = (await self.handle.describe()).run_id
        while run_id:
            history = await self.stage.temporal.get_workflow_handle(
                workflow_id(self.number), run_id=run_id
            ).fetch_history()
            found.insert(0, history)
            run_id = history.events[0].workflow_execution_started_event_attributes.continued_execution_run_id
        return found
