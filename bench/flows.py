"""The two flows that are held against each other, each as clients that live one case after another."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any, ClassVar, Protocol
from uuid import uuid4

from temporalio.client import Client, WithStartWorkflowOperation
from temporalio.common import WorkflowIDConflictPolicy

from bench.bare import QUEUE, Bare
from bench.http import Http, connected
from workflows.client import workflow_id

STEPS = ("submit", "claim", "check", "review", "decide", "end")
"""What people do in a case of the bench. The check comes before the review, so it is one more than the five."""


@dataclass(frozen=True)
class Lived:
    """A case that came to its end."""

    workflow: str
    steps: tuple[float, ...]
    """Seconds of each step, as its caller waited for it."""


Live = Callable[[], Awaitable[Lived]]


class Flow(Protocol):
    """Something that cases can go through."""

    name: ClassVar[str]

    def client(self) -> AbstractAsyncContextManager[Live]:
        """Somebody who lives a case each time he is called."""
        ...


@dataclass(frozen=True)
class Meedoen:
    """A case through Meedoen's own API."""

    port: int
    tokens: dict[str, str]
    policy: dict[str, Any]
    name: ClassVar[str] = "meedoen"

    @asynccontextmanager
    async def client(self) -> AsyncGenerator[Live]:
        """One connection, used by everybody who has a part in the case."""
        async with connected(self.port) as http:
            yield lambda: self._live(http)

    async def _live(self, http: Http) -> Lived:
        took: list[float] = []

        async def post(user: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
            started = perf_counter()
            answer = await http.post(f"/api/v1{path}", self.tokens[user], uuid4().hex, body)
            took.append(perf_counter() - started)
            return answer

        number = (await post("coop-a", "/applications", self._application()))["case"]
        check, review, decision = (f"/tasks/{number}.{task}" for task in (1, 2, 3))
        await post("caseworker1", f"{check}/claim")
        await post("caseworker1", f"{check}/complete", {"kind": "completeness_checked"})
        await post("caseworker1", f"{review}/complete", self._review())
        await post("decider1", f"{decision}/complete", self._grant())
        await post("coop-a", f"/cases/{number}/ending", self._ending())
        return Lived(workflow_id(number), tuple(took))

    def _application(self) -> dict[str, Any]:
        application = {
            "cooperative": "de-werkplaats",
            "resident": {"bsn": "999990019", "name": "J. Jansen"},
            "signedAt": (datetime.now(UTC) - timedelta(days=1)).isoformat(),
            "activity": "Fietsen herstellen in de werkplaats",
            "plan": "Leert een vak, en komt weer onder de mensen.",
            "startsOn": _day(14),
            "endsOn": _day(364),
            "hoursAWeek": 16,
            "items": [{"code": item["code"], "title": "scan.pdf"} for item in self.policy["items"]],
        }
        return {"application": application}

    def _review(self) -> dict[str, Any]:
        findings = [
            {"criterion": criterion["code"], "answer": "met", "reason": "Blijkt uit de stukken."}
            for criterion in self.policy["criteria"]
        ]
        reasoning = "Aan alle voorwaarden is voldaan."
        return {
            "kind": "application_reviewed",
            "findings": findings,
            "recommendation": "grant",
            "reasoning": reasoning,
        }

    def _grant(self) -> dict[str, Any]:
        return {
            "kind": "permission_granted",
            "validFrom": _day(14),
            "validUntil": _day(364),
            "hoursAWeek": 16,
            "conditions": ["Meldt het als er iets verandert."],
            "reasoning": "Zoals geadviseerd.",
        }

    def _ending(self) -> dict[str, Any]:
        return {"onBehalfOf": "resident", "endsOn": _day(0), "reasoning": "Heeft werk gevonden."}


@dataclass(frozen=True)
class BareTemporal:
    """The bare flow, straight by Temporal's client."""

    temporal: Client
    name: ClassVar[str] = "bare"

    @asynccontextmanager
    async def client(self) -> AsyncGenerator[Live]:
        """All share one connection, as Temporal's clients do."""
        yield self._live

    async def _live(self) -> Lived:
        workflow = f"bare-{uuid4().hex}"
        start = WithStartWorkflowOperation(
            Bare.run,
            len(STEPS),
            id=workflow,
            task_queue=QUEUE,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
        )
        started = perf_counter()
        await self.temporal.execute_update_with_start_workflow(  # pyright: ignore[reportUnknownMemberType]
            Bare.step, STEPS[0], start_workflow_operation=start
        )
        took = [perf_counter() - started]
        handle = self.temporal.get_workflow_handle_for(Bare.run, workflow)
        for step in STEPS[1:]:
            started = perf_counter()
            await handle.execute_update(Bare.step, step)  # pyright: ignore[reportUnknownMemberType]
            took.append(perf_counter() - started)
        return Lived(workflow, tuple(took))


def _day(ahead: int) -> str:
    return (datetime.now(UTC).date() + timedelta(days=ahead)).isoformat()
