"""Brings one case the news of another."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio import activity
from temporalio.client import Client
from temporalio.common import (
    SearchAttributeKey,
    SearchAttributePair,
    TypedSearchAttributes,
    WorkflowIDConflictPolicy,
    WorkflowIDReusePolicy,
)
from temporalio.exceptions import ApplicationError
from temporalio.service import RPCError, RPCStatusCode

from domain.acts import News
from domain.fact import Fact
from store import queries


class Message(Fact):
    """What which case is to hear, and how its workflow is found or started again."""

    number: str
    municipality: str
    workflow: str
    """The workflow's id."""
    kind: str
    """The workflow's name."""
    signal: str
    marks: dict[str, str]
    """The search attributes by which operators find the workflow."""
    news: News


class Messenger:
    """Tells a case what happened elsewhere, also when it has ended."""

    def __init__(self, client: Client, engine: AsyncEngine) -> None:
        self._client = client
        self._engine = engine

    @activity.defn(name="tell")
    async def tell(self, message: Message) -> None:
        """Tell another case, by whichever workers serve this one."""
        await self.deliver(message, activity.info().task_queue)

    async def deliver(self, message: Message, task_queue: str) -> None:
        """Signal the case. One that has ended goes on from where it was: its acts are all in its copy.

        It may come twice: the case itself sees to it that it is one act.
        """
        try:
            await self._client.get_workflow_handle(message.workflow).signal(message.signal, message.news)
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND:
                raise
            await self._reopen(message, task_queue)

    async def _reopen(self, message: Message, task_queue: str) -> None:
        async with self._engine.connect() as connection:
            case = await queries.closed_case(connection, message.number, message.municipality)
        if (
            case is None or not case.is_closed
        ):  # Temporal lost a case that runs: nobody makes it up from a copy
            raise ApplicationError(f"there is no case {message.number} that has ended")
        await self._client.start_workflow(
            message.kind,
            case,
            id=message.workflow,
            task_queue=task_queue,
            id_reuse_policy=WorkflowIDReusePolicy.ALLOW_DUPLICATE,
            id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            search_attributes=TypedSearchAttributes(
                [
                    SearchAttributePair(SearchAttributeKey.for_keyword(name), value)
                    for name, value in message.marks.items()
                ]
            ),
            start_signal=message.signal,
            start_signal_args=[message.news],
        )
