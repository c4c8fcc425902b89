"""What people do with the work itself: tasks and notes, at any moment."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from domain.fact import Day, Fact, Line, Prose


class NoteAdded(Fact):
    """A note between colleagues, which the cooperative does not see."""

    kind: Literal["note_added"] = "note_added"
    text: Prose


class InterestDeclared(Fact):
    """Somebody has a personal interest in this case, and has no part in it from now on. Awb 2:4(2)."""

    basis: ClassVar[str] = "Awb 2:4(2)"
    kind: Literal["interest_declared"] = "interest_declared"
    person: Line | None = None
    """His id at the identity provider; who declares it when not given."""
    person_name: Line | None = None
    reason: Prose
    """For colleagues and auditors only."""
    declaration: Line | None = None
    """Which one it is, where another case tells of it: the number of that case and of its act, with a point between."""

    @model_validator(mode="after")
    def _somebody_has_a_name(self) -> InterestDeclared:
        if (self.person is None) != (self.person_name is None):
            raise PydanticCustomError("person_and_name", "Give both the person and his name")
        return self


class InterestWithdrawn(Fact):
    """A personal interest was declared in error: that declaration keeps nobody out any more. Awb 2:4(2)."""

    basis: ClassVar[str] = "Awb 2:4(2)"
    kind: Literal["interest_withdrawn"] = "interest_withdrawn"
    declaration: Line
    """Which one: the number of the case in which it was made and of its act, with a point between."""
    reason: Prose
    """For colleagues and auditors only."""


OfAnInterest = InterestDeclared | InterestWithdrawn


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
    assignee_name: Line | None = None
    """His name, when he is not known here yet: no need to say it of others, who keep their own."""

    @property
    def called(self) -> str:
        """How he is called; by his id where nobody said it."""
        return self.assignee_name or self.assignee


class TaskHeld(Fact):
    """A task rests until a day, since nothing can be done before."""

    kind: Literal["task_held"] = "task_held"
    until: Day
    """The day on which it comes back."""
    reason: Prose


class TaskResumed(Fact):
    """A task that rested is taken up before its day."""

    kind: Literal["task_resumed"] = "task_resumed"


TaskAct = TaskClaimed | TaskReleased | TaskAssigned | TaskHeld | TaskResumed
TASK_ACTS = (TaskClaimed, TaskReleased, TaskAssigned, TaskHeld, TaskResumed)
OfTheDesk = NoteAdded | OfAnInterest | TaskAct
