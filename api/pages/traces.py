"""A case's acts beside the events by which Temporal kept them, as far as that can be told from the events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any, cast

from api.views import Told
from domain.fact import Text

Event = dict[str, Any]

ACCEPTED = "EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED"
COMPLETED = "EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED"
TASK_COMPLETED = "EVENT_TYPE_WORKFLOW_TASK_COMPLETED"

EVENTS = {
    "EVENT_TYPE_WORKFLOW_EXECUTION_STARTED": Text(nl="De uitvoering begon", en="The run began"),
    "EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED": Text(nl="De zaak eindigde", en="The case ended"),
    "EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW": Text(
        nl="Ging verder in een nieuwe uitvoering", en="Went on in a new run"
    ),
    "EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED": Text(nl="Er kwam bericht", en="News came in"),
    ACCEPTED: Text(nl="Een handeling werd aangenomen", en="An act was taken in"),
    COMPLETED: Text(nl="De handeling was vastgelegd", en="The act was recorded"),
    "EVENT_TYPE_WORKFLOW_TASK_SCHEDULED": Text(nl="Een stap werd klaargezet", en="A step was put ready"),
    "EVENT_TYPE_WORKFLOW_TASK_STARTED": Text(nl="De stap begon", en="The step began"),
    TASK_COMPLETED: Text(nl="De stap was klaar", en="The step was done"),
    "EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT": Text(nl="De stap duurde te lang", en="The step took too long"),
    "EVENT_TYPE_WORKFLOW_TASK_FAILED": Text(nl="De stap mislukte", en="The step failed"),
    "EVENT_TYPE_MARKER_RECORDED": Text(
        nl="Vastgelegd in de database, of aangetekend", en="Written to the database, or noted"
    ),
    "EVENT_TYPE_TIMER_STARTED": Text(nl="Een wekker werd gezet", en="An alarm clock was set"),
    "EVENT_TYPE_TIMER_FIRED": Text(nl="De wekker ging af", en="The alarm clock rang"),
    "EVENT_TYPE_TIMER_CANCELED": Text(nl="De wekker werd afgezet", en="The alarm clock was stopped"),
    "EVENT_TYPE_ACTIVITY_TASK_SCHEDULED": Text(nl="Werk werd klaargezet", en="Work was put ready"),
    "EVENT_TYPE_ACTIVITY_TASK_STARTED": Text(nl="Het werk begon", en="The work began"),
    "EVENT_TYPE_ACTIVITY_TASK_COMPLETED": Text(nl="Het werk was klaar", en="The work was done"),
    "EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES": Text(
        nl="Zoekgegevens werden bijgewerkt", en="What it is found by was changed"
    ),
}
"""What people call an event of Temporal; another one is called a step of the engine."""
OTHER = Text(nl="Een stap van het systeem", en="A step of the engine")


@dataclass
class Trace:
    """Events one after another that belong to the same act, or to none that can be told."""

    act: Told | None
    events: list[Event] = field(default_factory=list)


def name_of(event: Event) -> Text:
    """What people call it."""
    return EVENTS.get(event["eventType"], OTHER)


def holds(event: Event) -> dict[str, Any]:
    """What an event tells, beside its kind and moment."""
    told: dict[str, Any] = {}
    for name, value in event.items():
        if name.endswith("EventAttributes"):
            told = value
    return told


def at(event: Event) -> datetime:
    """When it came."""
    return datetime.fromisoformat(event["eventTime"])


def traces(events: Sequence[Event], acts: Iterable[Told], *, is_newest: bool) -> list[Trace]:
    """The acts of a run in order, each beside its events; an act without events stands where its moment is."""
    by_version = {act.version: act for act in acts}
    versions = _versions(events)
    found = [
        Trace(by_version.get(version) if version else None, list(some))
        for version, some in groupby(events, key=lambda event: versions.get(event["eventId"]))
    ]
    first, last = at(events[0]), at(events[-1])
    for act in by_version.values():
        is_of_this_run = first <= act.at and (is_newest or act.at <= last)
        if is_of_this_run and act.version not in versions.values():
            place = next((i for i, one in enumerate(found) if _moment(one) > act.at), len(found))
            found.insert(place, Trace(act))
    return found


def _moment(trace: Trace) -> datetime:
    if trace.events:
        return at(trace.events[0])
    assert trace.act is not None  # a trace has the one or the other
    return trace.act.at


def _versions(events: Sequence[Event]) -> dict[str, int]:
    """The act's version for each event that surely belongs to it.

    The answer to a request names its version. A step of the engine belongs to an act when no other request was taken
    in or answered in it; what the step then wrote does too.
    """
    answered = {
        about["acceptedEventId"]: version
        for event in events
        if event["eventType"] == COMPLETED
        and (about := holds(event))
        and (version := _answer(about)) is not None
    }
    found: dict[str, int] = {}
    steps: dict[str, list[str]] = {}
    step: list[str] = []
    for event in events:
        if event["eventType"] == TASK_COMPLETED:
            about = holds(event)
            step = [about["scheduledEventId"], about["startedEventId"], event["eventId"]]
            steps[event["eventId"]] = step
        elif event["eventType"] == ACCEPTED and event["eventId"] in answered:
            found[event["eventId"]] = answered[event["eventId"]]
            step.append(event["eventId"])
        elif event["eventType"] == COMPLETED:
            accepted = holds(event)["acceptedEventId"]
            if accepted in answered:
                found[event["eventId"]] = answered[accepted]
                step.append(event["eventId"])
        elif _made_in(event) in steps:
            steps[_made_in(event)].append(event["eventId"])
    for made in steps.values():
        versions = {found[event] for event in made if event in found}
        if len(versions) == 1:
            found.update(dict.fromkeys(made, versions.pop()))
    return found


def _made_in(event: Event) -> str:
    """The step that gave the command for it."""
    return str(holds(event).get("workflowTaskCompletedEventId", ""))


def _answer(completed: dict[str, Any]) -> int | None:
    answers: list[Any] = completed.get("outcome", {}).get("success", {}).get("payloads", [])
    return cast("dict[str, Any]", answers[0]).get("version") if answers and answers[0] else None
