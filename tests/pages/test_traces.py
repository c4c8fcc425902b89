"""Which events belong to which act, and where an act without events stands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from api.pages.traces import ACCEPTED, COMPLETED, OTHER, TASK_COMPLETED, Trace, name_of, traces
from api.views import Told, told
from tests.examples import A_MONDAY, a_case, a_review, auditor1, caseworker1

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
CASE = a_case((A_MONDAY, caseworker1, a_review()))


def act(version: int, second: int) -> Told:
    line = told(CASE.entries[0], CASE.policy, auditor1, "en")
    assert line is not None
    return line.model_copy(update={"version": version, "at": START + timedelta(seconds=second)})


def event(number: int, kind: str, **told_: Any) -> dict[str, Any]:
    """One a second."""
    at = (START + timedelta(seconds=number)).isoformat().replace("+00:00", "Z")
    return {"eventId": str(number), "eventType": kind, "eventTime": at, "someEventAttributes": told_}


def scheduled(number: int) -> list[dict[str, Any]]:
    """A step of the engine: put ready, begun, done."""
    return [
        event(number, "EVENT_TYPE_WORKFLOW_TASK_SCHEDULED"),
        event(number + 1, "EVENT_TYPE_WORKFLOW_TASK_STARTED"),
        event(number + 2, TASK_COMPLETED, scheduledEventId=str(number), startedEventId=str(number + 1)),
    ]


def answered(number: int, accepted: int, version: int) -> dict[str, Any]:
    outcome = {"success": {"payloads": [{"case": "MD-1", "version": version}]}}
    return event(number, COMPLETED, acceptedEventId=str(accepted), outcome=outcome)


def shown(found: list[Trace]) -> list[tuple[int | None, list[str]]]:
    return [(one.act and one.act.version, [each["eventId"] for each in one.events]) for one in found]


def test_an_act_has_its_request_its_answer_and_the_step_that_was_its_alone() -> None:
    events = [
        event(1, "EVENT_TYPE_WORKFLOW_EXECUTION_STARTED"),
        *scheduled(2),
        event(5, ACCEPTED),
        event(6, "EVENT_TYPE_MARKER_RECORDED", workflowTaskCompletedEventId="4"),
        answered(7, 5, 1),
        event(8, "EVENT_TYPE_TIMER_FIRED"),
    ]

    assert [(None, ["1"]), (1, ["2", "3", "4", "5", "6", "7"]), (None, ["8"])] == shown(
        traces(events, [act(1, 5)], is_newest=True)
    )


def test_a_step_that_took_two_requests_in_belongs_to_neither() -> None:
    events = [
        *scheduled(1),
        event(4, ACCEPTED),
        event(5, ACCEPTED),
        event(6, "EVENT_TYPE_MARKER_RECORDED", workflowTaskCompletedEventId="3"),
        answered(7, 4, 1),
        answered(8, 5, 2),
    ]
    found = shown(traces(events, [act(1, 4), act(2, 4)], is_newest=True))

    assert [(None, ["1", "2", "3"]), (1, ["4"]), (2, ["5"]), (None, ["6"]), (1, ["7"]), (2, ["8"])] == found


def test_a_request_that_was_refused_in_the_end_is_no_act() -> None:
    failed = event(5, COMPLETED, acceptedEventId="4", outcome={"failure": {"message": "no"}})

    assert [(None, ["1", "2", "3", "4", "5"])] == shown(
        traces([*scheduled(1), event(4, ACCEPTED), failed], [], is_newest=True)
    )


def test_an_act_without_events_stands_at_its_moment_in_its_own_run() -> None:
    events = [*scheduled(1), event(4, "EVENT_TYPE_TIMER_FIRED")]
    before, within, after = act(1, 0), act(2, 3), act(3, 9)
    alone = [(None, ["1", "2", "3", "4"])]

    assert [*alone, (2, [])] == shown(traces(events, [before, within], is_newest=False))
    assert alone == shown(traces(events, [before, after], is_newest=False))
    assert [*alone, (3, [])] == shown(traces(events, [before, after], is_newest=True))


def test_an_unknown_event_has_a_name_too() -> None:
    assert OTHER == name_of(event(1, "EVENT_TYPE_NEW_IN_TEMPORAL"))
    assert "The alarm clock rang" == name_of(event(1, "EVENT_TYPE_TIMER_FIRED")).en
