"""What time sets off in a workflow."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from temporalio.client import WorkflowHandle


async def is_behind(handle: WorkflowHandle[Any, Any], now: datetime) -> bool:
    """Whether it did not do yet what was to be done by then: time gets there before what it sets off.

    A timer was to go off and did not, or went off and nobody finished with what it woke.
    """
    due, awake = dict[int, datetime](), False
    async for event in handle.fetch_history_events():
        if event.HasField("timer_started_event_attributes"):
            after = event.timer_started_event_attributes.start_to_fire_timeout.ToTimedelta()
            due[event.event_id] = event.event_time.ToDatetime(UTC) + after
        due.pop(event.timer_fired_event_attributes.started_event_id, None)
        due.pop(event.timer_canceled_event_attributes.started_event_id, None)
        awake |= event.HasField("workflow_task_scheduled_event_attributes")
        awake &= not event.HasField("workflow_task_completed_event_attributes")
    return awake or any(moment <= now for moment in due.values())
