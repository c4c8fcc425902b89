"""Histories as they are kept: one line an event, without what differs from day to day and no replay looks at."""

from __future__ import annotations

import json
from typing import Any

from temporalio.client import WorkflowHistory

FORGOTTEN = frozenset(
    {"taskId", "requestId", "historySizeBytes", "workerVersion", "meteringMetadata", "wallClockTime"}
)


def compact(history: WorkflowHistory) -> str:
    """The history as JSON for `WorkflowHistory.from_json`."""
    events = json.loads(history.to_json())["events"]
    lines = (json.dumps(_without_the_forgotten(event), separators=(",", ":")) for event in events)
    return '{"events":[\n' + ",\n".join(lines) + "\n]}\n"


def _without_the_forgotten(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_the_forgotten(inner) for name, inner in value.items() if name not in FORGOTTEN}
    if isinstance(value, list):
        return [_without_the_forgotten(inner) for inner in value]
    return value
