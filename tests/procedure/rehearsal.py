"""Cases in memory: their own workflows, led by Temporal's own interpreter from activation to activation.

Nothing is written a second time: what a worker does with what a server sends is done here with activations made by
hand, what is recorded is put together in memory, and the clock is the moment that they bear. So a case lives years in
the blink of an eye, the same each time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from temporalio.api.common.v1 import Payload, Payloads
from temporalio.bridge.proto.activity_result import ActivityResolution, Success
from temporalio.bridge.proto.workflow_activation import (
    DoUpdate,
    FireTimer,
    InitializeWorkflow,
    RemoveFromCache,
    ResolveActivity,
    SignalWorkflow,
    WorkflowActivation,
    WorkflowActivationJob,
)
from temporalio.bridge.proto.workflow_commands import WorkflowCommand
from temporalio.client import WorkflowUpdateFailedError
from temporalio.common import Priority, TypedSearchAttributes
from temporalio.converter import DefaultFailureConverter
from temporalio.worker import UnsandboxedWorkflowRunner, WorkflowInstance, WorkflowInstanceDetails
from temporalio.workflow import Info, _Definition

from activities.messenger import Message
from activities.recording import Recording
from domain.case import Case, Performed, Receipt
from domain.fact import Fact
from tests.procedure.copied import Copied
from workflows.names import workflow_id
from workflows.plugin import Converter
from workflows.procedure import Procedure

CONVERTER, FAILURES = Converter(), DefaultFailureConverter()
RUNNER = UnsandboxedWorkflowRunner()
LONG = 60
"""After so many activations in a run Temporal would have it start afresh: soon, so that many do."""

TICK = timedelta(milliseconds=1)
"""What passes from one activation to the next."""


class Rehearsed:
    """A case's workflow in memory, in all its runs. What it tells others is handed to `tell`."""

    def __init__(
        self, procedure: type[Procedure], first: Case, now: datetime, tell: Callable[[Message], None]
    ):
        self.procedure, self.tell, self.now = procedure, tell, now
        self.copied = Copied()
        self.runs = 0
        self.begins(first)

    def begins(self, case: Case, *by: WorkflowActivationJob) -> Iterator[WorkflowCommand]:
        """A run starts from that case, by what comes in with its start; gives the answers to an update."""
        self.runs += 1
        self.activations, self.has_ended = 0, False
        self._timers: dict[int, datetime] = {}
        self._instance = _instance(self.procedure, case, self.now)
        start = InitializeWorkflow(
            workflow_type=self.procedure.__name__,
            workflow_id=workflow_id(case.number),
            arguments=[_payload(case)],
        )
        return self._activate(WorkflowActivationJob(initialize_workflow=start), *by)

    @property
    def workflow(self) -> Any:
        """The procedure itself, as the interpreter holds it."""
        instance: Any = self._instance
        return instance._object

    @property
    def case(self) -> Case:
        """The case as the workflow has it."""
        return self.workflow.case

    @property
    def next_alarm(self) -> datetime | None:
        """When a timer rings, if one is set."""
        return min(self._timers.values(), default=None)

    def did(self, done: Performed, key: str) -> Receipt:
        """Somebody does something.

        Raises:
            WorkflowUpdateFailedError: it was refused.
        """
        update = DoUpdate(
            id=key, protocol_instance_id=key, name="perform", input=[_payload(done)], run_validator=True
        )
        job = WorkflowActivationJob(do_update=update)
        is_known = self.case.receipt(key) is not None
        answers = [*(self._activate(job) if is_known else self._comes(job))]
        answer = answers[-1].update_response
        if answer.HasField("rejected"):
            raise WorkflowUpdateFailedError(FAILURES.from_failure(answer.rejected, CONVERTER))
        assert answer.HasField("completed"), answer
        return CONVERTER.from_payloads([answer.completed], [Receipt])[0]

    def hears(self, news: Fact) -> None:
        """News of another case comes in."""
        signal = SignalWorkflow(signal_name="take_news", input=[_payload(news)], originating_event_id=1)
        self._comes(WorkflowActivationJob(signal_workflow=signal))

    def _comes(self, job: WorkflowActivationJob) -> Iterator[WorkflowCommand]:
        """It comes to the run that there is, or lets a case that has ended go on: then both come in one activation."""
        if not self.has_ended:
            return self._activate(job)
        assert self.case.is_closed
        self.leaves()
        return self.begins(self.case, job)

    def time_passes_until(self, moment: datetime) -> None:
        """Each timer rings in its turn, until it is that moment."""
        while not self.has_ended and (ring := self.next_alarm) and ring <= moment:
            self.now = max(self.now, ring)
            rung = [number for number, at in self._timers.items() if at <= self.now]
            for number in rung:
                del self._timers[number]
            self._activate(*(WorkflowActivationJob(fire_timer=FireTimer(seq=number)) for number in rung))
        self.now = max(self.now, moment)

    def leaves(self) -> None:
        """What waits in it is given up, as a worker does with a workflow that it no longer needs."""
        _activated(self._instance, self.now, [WorkflowActivationJob(remove_from_cache=RemoveFromCache())])

    def _activate(self, *jobs: WorkflowActivationJob) -> Iterator[WorkflowCommand]:
        """Hand over what happened, and see to all that it asks for; gives the answers to an update."""
        answers: list[WorkflowCommand] = []
        todo = [*jobs]
        while todo:
            self.activations += 1
            self.now += TICK
            is_long = self.activations > LONG
            commands = _activated(self._instance, self.now, todo, is_long=is_long)
            answers += [each for each in commands if each.HasField("update_response")]
            afresh = [each.continue_as_new_workflow_execution for each in commands if _starts_afresh(each)]
            if afresh:  # what else a run says with that is about nothing any more
                self.leaves()
                self.begins(CONVERTER.from_payloads(afresh[0].arguments, [Case])[0])
                break
            todo = [job for command in commands for job in self._sees_to(command)]
        return iter(answers)

    def _sees_to(self, command: WorkflowCommand) -> Iterator[WorkflowActivationJob]:
        match command.WhichOneof("variant"):
            case "start_timer":
                asked = command.start_timer
                self._timers[asked.seq] = self.now + asked.start_to_fire_timeout.ToTimedelta()
            case "cancel_timer":
                self._timers.pop(command.cancel_timer.seq, None)
            case "schedule_local_activity":
                local = command.schedule_local_activity
                self.copied.takes(CONVERTER.from_payloads(local.arguments, [Recording])[0])
                yield _done(local.seq, is_local=True)
            case "schedule_activity":
                asked = command.schedule_activity
                self.tell(CONVERTER.from_payloads(asked.arguments, [Message])[0])
                yield _done(asked.seq)
            case "complete_workflow_execution":
                self.has_ended = True
                self._timers.clear()
            case "update_response" | "modify_workflow_properties":
                pass
            case other:
                raise AssertionError(other, command)


def _starts_afresh(command: WorkflowCommand) -> bool:
    return command.HasField("continue_as_new_workflow_execution")


def _activated(
    instance: WorkflowInstance, now: datetime, jobs: list[WorkflowActivationJob], *, is_long: bool = False
) -> list[WorkflowCommand]:
    activation = WorkflowActivation(run_id="rehearsal", jobs=jobs, continue_as_new_suggested=is_long)
    activation.timestamp.FromDatetime(now)
    completion = instance.activate(activation)
    if completion.HasField("failed"):
        raise FAILURES.from_failure(completion.failed.failure, CONVERTER)
    return [*completion.successful.commands]


def _done(number: int, *, is_local: bool = False) -> WorkflowActivationJob:
    done = ActivityResolution(completed=Success())
    return WorkflowActivationJob(resolve_activity=ResolveActivity(seq=number, result=done, is_local=is_local))


def _payload(value: Any) -> Payload:
    return CONVERTER.to_payloads([value])[0]


def _instance(procedure: type[Procedure], case: Case, now: datetime) -> WorkflowInstance:
    definition = _Definition.must_from_class(procedure)
    info = Info(
        **dict.fromkeys(
            (
                *("continued_run_id", "cron_schedule", "execution_timeout", "parent", "root", "retry_policy"),
                "run_timeout",
            )
        ),
        attempt=1,
        first_execution_run_id="rehearsal",
        headers={},
        namespace="rehearsal",
        original_execution_run_id="rehearsal",
        priority=Priority(),
        raw_memo={},
        run_id="rehearsal",
        search_attributes={},
        start_time=now,
        task_queue="rehearsal",
        task_timeout=timedelta(seconds=10),
        typed_search_attributes=TypedSearchAttributes([]),
        workflow_id=workflow_id(case.number),
        workflow_start_time=now,
        workflow_type=procedure.__name__,
    )
    details = WorkflowInstanceDetails(
        payload_converter_factory=lambda: CONVERTER,
        failure_converter_class=DefaultFailureConverter,
        interceptor_classes=[],
        defn=definition,
        info=info,
        randomness_seed=0,
        extern_functions={"__temporal_assert_local_activity_valid": lambda _: None},
        disable_eager_activity_execution=True,
        worker_level_failure_exception_types=[],
        patch_activation_callback=None,
        last_completion_result=Payloads(),
        last_failure=None,
    )

    async def made() -> WorkflowInstance:  # the interpreter wants to be made where a loop runs
        return RUNNER.create_instance(details)

    return _LOOP.run_until_complete(made())


_LOOP = asyncio.new_event_loop()
