"""The two flows that are held against each other, each as somebody who does one step of a case at a time."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Protocol
from uuid import uuid4

from temporalio.client import Client, WithStartWorkflowOperation
from temporalio.common import WorkflowIDConflictPolicy

from bench import forms
from bench.bare import QUEUE, Bare, Course
from bench.case import STARTS_AFRESH_AFTER, STEPS
from bench.forms import Form
from bench.http import Http, connected
from workflows.client import workflow_id

Do = Callable[[str, str], Awaitable[str]]
"""Does a step in a case, and says which case it is: the first step makes one, so before it there is none to name."""


class Flow(Protocol):
    """Something that cases can go through."""

    name: ClassVar[str]

    def client(self) -> AbstractAsyncContextManager[Do]:
        """Somebody who does what he is told."""
        ...

    def workflow(self, case: str) -> str:
        """The workflow of a case."""
        ...


class Request(NamedTuple):
    """What a step of a case is over HTTP."""

    user: str
    path: str
    form: Callable[[Form], Form] | None = None
    """From the municipality's policy."""


REQUESTS = {
    "submit": Request("caseworker2", "/applications", forms.application),
    "claim": Request("caseworker1", "/tasks/{case}.1/claim"),
    "check": Request("caseworker1", "/tasks/{case}.1/complete", forms.check),
    "review": Request("caseworker1", "/tasks/{case}.2/complete", forms.review),
    "refuse": Request("decider2", "/tasks/{case}.3/complete", forms.refusal),
    "reverse": Request("decider1", "/cases/{case}/acts", forms.reversal),
    "decide": Request("decider1", "/tasks/{case}.4/complete", forms.grant),
    "report": Request("coop-a", "/cases/{case}/reports", forms.report),
    "react": Request("coop-a", "/cases/{case}/acts", forms.reaction),
    "reassess": Request("caseworker1", "/tasks/{case}.6/complete", forms.reassessment),
    "end": Request("coop-a", "/cases/{case}/ending", forms.ending),
}
PEOPLE = frozenset(request.user for request in REQUESTS.values())


@dataclass(frozen=True)
class Meedoen:
    """A case through Meedoen's own API."""

    port: int
    tokens: dict[str, str]
    policy: Form
    name: ClassVar[str] = "meedoen"

    @asynccontextmanager
    async def client(self) -> AsyncGenerator[Do]:
        """One connection, used by everybody who has a part in the case."""
        async with connected(self.port) as http:
            yield lambda case, step: self._do(http, case, REQUESTS[step])

    def workflow(self, case: str) -> str:
        """The workflow of a case."""
        return workflow_id(case)

    async def _do(self, http: Http, case: str, asked: Request) -> str:
        form = asked.form and asked.form(self.policy)
        path = f"/api/v1{asked.path.format(case=case)}"
        return (await http.post(path, self.tokens[asked.user], uuid4().hex, form))["case"]


@dataclass(frozen=True)
class BareTemporal:
    """The bare flow, straight by Temporal's client."""

    temporal: Client
    name: ClassVar[str] = "bare"

    @asynccontextmanager
    async def client(self) -> AsyncGenerator[Do]:
        """All share one connection, as Temporal's clients do."""
        yield self._do

    def workflow(self, case: str) -> str:
        """The case is its workflow."""
        return case

    async def _do(self, case: str, step: str) -> str:
        if not case:
            return await self._start(step)
        handle = self.temporal.get_workflow_handle_for(Bare.run, case)
        await handle.execute_update(Bare.step, step)  # pyright: ignore[reportUnknownMemberType]
        return case

    async def _start(self, step: str) -> str:
        case = f"bare-{uuid4().hex}"
        start = WithStartWorkflowOperation(
            Bare.run,
            Course(len(STEPS), STARTS_AFRESH_AFTER),
            id=case,
            task_queue=QUEUE,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        )
        await self.temporal.execute_update_with_start_workflow(  # pyright: ignore[reportUnknownMemberType]
            Bare.step, step, start_workflow_operation=start
        )
        return case
