"""A task: what the procedure awaits from a person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain.acts import TaskAssigned, TaskClaimed, TaskHeld, TaskReleased, TaskResumed
from domain.fact import Fact, Moment
from domain.people import Actor, Role

if TYPE_CHECKING:
    from domain.acts import Act


class Assignee(Fact):
    """Who holds a task, and since when."""

    id: str
    name: str
    since: Moment


class Task(Fact):
    """One piece of work that is open: for whom, by when, and with which acts it can be done."""

    id: str
    role: Role
    accepts: tuple[str, ...]
    """The kinds of act that fulfil it; the first one names the task."""
    about: int | None = None
    """The act that set going the matter of which it is; none for the procedure itself."""
    opened_at: Moment
    due_on: date | None = None
    assignee: Assignee | None = None
    held_until: date | None = None
    """The day on which a task that rests comes back."""
    held_because: str | None = None

    def without(self, person: str) -> Task:
        """The task given back, when that person holds it."""
        return self._given_back() if self.assignee and self.assignee.id == person else self

    def _given_back(self) -> Task:
        return self.model_copy(update={"assignee": None, "held_until": None, "held_because": None})

    def after(self, act: Act, actor: Actor, at: Moment) -> Task | None:
        """The task as an act about it leaves it; none when it is fulfilled."""
        match act:
            case TaskClaimed():
                change = {"assignee": Assignee(id=actor.id, name=actor.name, since=at)}
            case TaskAssigned():
                change = {"assignee": Assignee(id=act.assignee, name=act.called, since=at)}
            case TaskReleased():
                return self._given_back()
            case TaskHeld():
                change = {"held_until": act.until, "held_because": act.reason}
            case TaskResumed():
                change = {"held_until": None, "held_because": None}
            case _:
                return None
        return self.model_copy(update=change)
