"""A case's history as Temporal itself keeps it, decoded for people who verify it."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any, cast

from google.protobuf.json_format import MessageToDict
from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from domain.fact import Fact
from workflows.client import workflow_id

PATIENCE = timedelta(seconds=5)
"""For each call: who asks is told sooner that Temporal is away than it gives up by itself."""


class History(Fact):
    """One run of a case's workflow, and which other runs there are."""

    workflow: str
    run: str
    runs: tuple[str, ...]
    """Every run of the case that Temporal still keeps, newest first."""
    events: tuple[dict[str, Any], ...]


async def of(client: Client, number: str, run: str | None = None) -> History:
    """The events of a run, by default the newest, with every payload decoded."""
    newest = await client.get_workflow_handle(workflow_id(number)).describe(rpc_timeout=PATIENCE)
    runs, shown = [newest.run_id], []
    while runs[-1]:
        try:
            events = await _events(client, number, runs[-1])
        except RPCError as error:
            if error.status is not RPCStatusCode.NOT_FOUND or len(runs) == 1:
                raise
            break  # this one and those before it are past retention
        if run in (None, runs[-1]):
            run, shown = runs[-1], events
        runs.append(events[0]["workflowExecutionStartedEventAttributes"].get("continuedExecutionRunId", ""))
    return History(workflow=newest.id, run=run or runs[0], runs=tuple(runs[:-1]), events=tuple(shown))


async def _events(client: Client, number: str, run: str) -> list[dict[str, Any]]:
    handle = client.get_workflow_handle(workflow_id(number), run_id=run)
    return [
        _readable(MessageToDict(event)) async for event in handle.fetch_history_events(rpc_timeout=PATIENCE)
    ]


def _readable(value: Any) -> Any:
    """Replace each payload by what it says."""
    if isinstance(value, list):
        return [_readable(inner) for inner in cast("list[Any]", value)]
    if not isinstance(value, dict):
        return value
    fields = cast("dict[str, Any]", value)
    if "metadata" in fields and fields.keys() <= {"metadata", "data"}:
        return _decoded(fields)
    return {name: _readable(inner) for name, inner in fields.items()}


def _decoded(payload: dict[str, Any]) -> Any:
    encoding = base64.b64decode(payload["metadata"].get("encoding", "")).decode()
    data = base64.b64decode(payload.get("data", ""))
    return json.loads(data) if encoding.startswith("json/") else None
