"""Asks a case again that was not ready: Temporal itself asks again when it is away, but not then."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from temporalio.client import (
    Interceptor,
    OutboundInterceptor,
    QueryWorkflowInput,
    StartWorkflowUpdateInput,
    WorkflowUpdateHandle,
)
from temporalio.service import RPCError, RPCStatusCode

PAUSES = (0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0)
"""Seconds before each next time that a case is asked."""

T = TypeVar("T")


class AskedAgain(Interceptor):
    """For a question that comes before a run's first step, and an act beside which something else came in.

    When the case would start afresh or end after an act, and news came while that act was being recorded, Temporal
    takes the whole step back and tells the sender that the workflow is not ready. Sent again it is the same act, since
    its id is the same.
    """

    def intercept_client(self, next: OutboundInterceptor) -> OutboundInterceptor:  # noqa: A002 - the SDK's name
        """The client as it was, with patience."""
        return _Patient(next)


class _Patient(OutboundInterceptor):
    async def query_workflow(self, input: QueryWorkflowInput) -> Any:  # noqa: A002
        return await _asked_again(lambda: self.next.query_workflow(input))

    async def start_workflow_update(self, input: StartWorkflowUpdateInput) -> WorkflowUpdateHandle[Any]:  # noqa: A002
        return await _asked_again(lambda: self.next.start_workflow_update(input))


async def _asked_again(ask: Callable[[], Awaitable[T]]) -> T:
    for pause in PAUSES:
        try:
            return await ask()
        except RPCError as error:
            if error.status is not RPCStatusCode.FAILED_PRECONDITION:
                raise
            await asyncio.sleep(pause)
    return await ask()
