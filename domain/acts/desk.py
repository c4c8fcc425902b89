"""What people do with the work itself: tasks and notes, at any moment."""

from __future__ import annotations

from typing import Literal

from domain.fact import Day, Fact, Line, Prose


class NoteAdded(Fact):
    """A note between colleagues, which the cooperative does not see."""

    kind: Literal["note_added"] = "note_added"
    text: Prose


class TaskClaimed(Fact):
    """Somebody takes a task for himself."""

    kind: Literal["task_claimed"] = "task_claimed"


class TaskReleased(Fact):
    """Whoever held a task gives it back to the group."""

    kind: Literal["task_released"] = "task_released"


class TaskAssigned(Fact):
    """A coordinator gives a task to somebody."""

    kind: Literal["task_assigned"] = "task_assigned"
    assignee: Line
    """The person's id at the identity provider."""
    assignee_name: Line


class TaskHeld(Fact):
    """A task rests until a day, since nothing can be done before."""

    kind: Literal["task_held"] = "task_held"
    until: Day
    """The day on which it comes back."""
    reason: Prose


class TaskResumed(Fact):
    """A task that rested is taken up before its day."""

    kind: Literal["task_resumed"] = "task_resumed"
