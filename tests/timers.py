"""What time sets off in a workflow."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from temporalio.client import WorkflowHandle


async def rings_late(handle: WorkflowHandle[Any, Any], now: datetime) -> bool:
    """Whether a timer was to go off by then and did not yet: time gets there before what it sets off."""
    due = dict[int, datetime]()
    async for event in handle.fetch_history_events():
        if event.HasField("timer_started_event_attributes"):
            after = event.timer_started_event_attributes.start_to_fire_timeout.ToTimedelta()
            due[event.event_id] = event.event_time.ToDatetime(UTC) + after
        due.pop(event.timer_fired_event_attributes.started_event_id, None)
        due.pop(event.timer_canceled_event_attributes.started_event_id, None)
    return any(moment <= now for moment in due.values())
