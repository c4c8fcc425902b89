"""A case: the list of its acts, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Self, TypeVar, cast

from domain.acts import (
    ApplicationReceived,
    ApplicationReviewed,
    DecisionCorrected,
    DecisionReversed,
    InterestDeclared,
    ObjectionClosed,
    ObjectionLodged,
    ObjectionReceived,
    ObjectionReopened,
    ObjectionTermLapsed,
    ObjectionUpheld,
)
from domain.annulment import annulments_in, takes_back
from domain.application import Application
from domain.by_a_court import is_by_a_court
from domain.delays import at_court
from domain.entry import Entry, Performed, Receipt
from domain.fact import Fact
from domain.matters.unsettled import unsettled
from domain.permission import (
    ENDS_A_PERMISSION,
    Permission,
    newest_on_it,
    permission_in,
)
from domain.policy import Policy
from domain.requests import open_ones, rests_on
from domain.status import (
    CLOSED,
    CONTESTABLE,
    DECIDED,
    OVERTURNS,
    Status,
    bears_on_objecting,
    decided,
    status_of,
)
from domain.tasks import Task
from domain.trial import taken_again

__all__ = ["CLOSED", "DECIDED", "Case", "Entry", "Performed", "Permission", "Receipt", "Status"]

A = TypeVar("A", bound=Fact)


Overturning = ObjectionUpheld | DecisionReversed
ENDS_AN_OBJECTION = (ObjectionUpheld, ObjectionClosed)

TASKS = frozenset({"tasks", "tasks_opened"})
"""What changes without an act."""


class Case(Fact):
    """One application or objection, and everything that followed; a new act makes a new value."""

    number: str
    municipality: str
    policy: Policy
    entries: tuple[Entry, ...] = ()
    tasks: tuple[Task, ...] = ()
    """The tasks that are open."""
    tasks_opened: int = 0
    weight: int = 0
    """Bytes of JSON in its entries: a case travels whole, and must stay small enough to."""

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """The case with other values; what was worked out of its acts is kept as long as these are the same."""
        changed = super().model_copy(update=update, deep=deep)
        if update and not update.keys() <= TASKS:
            worked_out = vars(changed)
            for name in worked_out.keys() - Case.model_fields.keys():
                del worked_out[name]
        return changed

    @property
    def version(self) -> int:
        """The number of the last act; 0 before the first."""
        return len(self.entries)

    def after(self, entry: Entry) -> Case:
        """The case with one more act, and the tasks as that act leaves them."""
        tasks = tuple(
            left
            for task in self.tasks
            if (left := task.after(entry.act, entry.actor, entry.at) if task.id == entry.task else task)
        )
        if isinstance(entry.act, InterestDeclared):
            tasks = tuple(task.without(entry.act.person or entry.actor.id) for task in tasks)
        return self.model_copy(
            update={
                "entries": (*self.entries, entry),
                "tasks": tasks,
                "weight": self.weight + entry.weight,
            }
        )

    def receipt(self, key: str) -> Receipt | None:
        """What the sender of that request got, so that a retry stays one act; none when it led to none."""
        entry = next((each for each in reversed(self.entries) if each.key == key), None)
        return entry and entry.receipt(self.number)

    def with_task(self, task: Task) -> Case:
        """The case with one more open task."""
        return self.model_copy(update={"tasks": (*self.tasks, task), "tasks_opened": self.tasks_opened + 1})

    def with_due_date(self, task: str, due_on: date) -> Case:
        """The case in which that task is due on that day."""
        if (open_task := self.task(task)) is None or open_task.due_on == due_on:
            return self
        moved = open_task.model_copy(update={"due_on": due_on})
        return self.model_copy(update={"tasks": tuple(moved if t.id == task else t for t in self.tasks)})

    def without_task(self, task: str) -> Case:
        """The case without a task that nobody needs to do any more."""
        if self.task(task) is None:
            return self
        return self.model_copy(update={"tasks": tuple(t for t in self.tasks if t.id != task)})

    def task(self, task: str | None) -> Task | None:
        """The open task of that id."""
        return next((t for t in self.tasks if t.id == task), None)

    def every(self, kind: type[A]) -> Iterator[tuple[Entry, A]]:
        """All acts of a kind, oldest first, each with its entry."""
        return ((entry, cast("A", entry.act)) for entry in self.entries if type(entry.act) is kind)

    def last(self, *kinds: type[A], after: int = 0) -> tuple[Entry, A] | None:
        """The newest act of one of these kinds, with its entry; `after` a version, when given."""
        later = reversed(self.entries[after:])
        found = next((entry for entry in later if type(entry.act) in kinds), None)
        return None if found is None else (found, cast("A", found.act))

    def last_in(self, matter: int | None, *kinds: type[A], after: int = 0) -> tuple[Entry, A] | None:
        """The newest act of these kinds in the matter that this act set going, or in the procedure itself."""
        later = reversed(self.entries[after:])
        found = next((entry for entry in later if type(entry.act) in kinds and entry.about == matter), None)
        return None if found is None else (found, cast("A", found.act))

    def act(self, version: int, kind: type[A]) -> A | None:
        """The act of that version; none when there is no such act of that kind."""
        act = self.entries[version - 1].act if 0 < version <= self.version else None
        return act if type(act) is kind else None

    @cached_property
    def is_objection(self) -> bool:
        """Whether it is about a decision in another case."""
        return bool(self.entries) and isinstance(self.entries[0].act, ObjectionReceived)

    @property
    def application(self) -> Application:
        """What was asked."""
        return next(self.every(ApplicationReceived))[1].application

    @property
    def objection(self) -> ObjectionReceived:
        """What somebody has against which decision."""
        return next(self.every(ObjectionReceived))[1]

    @property
    def cooperative(self) -> str:
        """The cooperative that the case is of."""
        return self.objection.decision.cooperative if self.is_objection else self.application.cooperative

    @property
    def resident(self) -> str:
        """The name of the resident that it is about."""
        return self.objection.decision.resident if self.is_objection else self.application.resident.name

    @property
    def received_on(self) -> date:
        """The day on which it came, from which the decision term on an application runs. Awb 4:13."""
        entry, act = next(self.every(ObjectionReceived if self.is_objection else ApplicationReceived))
        return act.received_on or entry.on

    @cached_property
    def status(self) -> Status:
        """Where the case stands."""
        return status_of(self)

    def up_to(self, version: int) -> Case:
        """The case as it was after that act, without tasks."""
        if version >= self.version:
            return self
        if version not in self.earlier:
            self.earlier[version] = self.model_copy(update={"entries": self.entries[:version], "tasks": ()})
        return self.earlier[version]

    @cached_property
    def earlier(self) -> dict[int, Case]:
        """What it was after acts before the last, as far as somebody asked: what is worked out of it is kept too."""
        return {}

    @cached_property
    def is_closed(self) -> bool:
        """Whether it takes no more acts: nothing runs or is owed, and nobody can object in time any more."""
        if not self.entries or self.status not in CLOSED or self.open_objections or self.open_defaults:
            return False
        is_at_court = at_court(entry.act for entry in self.entries)
        is_asked = open_ones(self) or rests_on(self) or taken_again(self)
        return not (is_at_court or self.awaits_objections or is_asked)

    @cached_property
    def awaits_objections(self) -> bool:
        """Whether it rests on a decision to which somebody may still object in time. Awb 6:7."""
        newest = next((entry for entry in reversed(self.entries) if bears_on_objecting(entry)), None)
        has_lapsed = newest is not None and isinstance(newest.act, ObjectionTermLapsed)
        return self.status in CONTESTABLE and not (has_lapsed or (newest and is_by_a_court(self, newest)))

    @cached_property
    def open_objections(self) -> tuple[str, ...]:
        """The objections to decisions in this case that are not decided on, or are to be again, by their numbers."""
        done = {(e.act.objection, e.act.times) for e in self.entries if isinstance(e.act, ENDS_AN_OBJECTION)}
        times = {act.objection: 0 for _, act in self.every(ObjectionLodged)}
        times |= {act.objection: act.times for _, act in self.every(ObjectionReopened)}
        return tuple(number for number, newest in times.items() if (number, newest) not in done)

    @cached_property
    def annulled(self) -> frozenset[int]:
        """The decisions, by their versions, that count no more since an objection to them was upheld. Awb 7:11(2).

        Of a decision on the application it is said otherwise, by `overturned`: that one counts until it is taken again.
        """
        return frozenset(version for _, each in self.annulments for version in each)

    @cached_property
    def annulments(self) -> tuple[tuple[Entry, tuple[int, ...]], ...]:
        """Each upheld objection to such a decision, with the decisions that it annulled."""
        return annulments_in(self)

    def standing(self, *kinds: type[A], after: int = 0) -> tuple[Entry, A] | None:
        """The newest act of one of these kinds that was not annulled, with its entry."""
        annulled = self.annulled
        later = (entry for entry in reversed(self.entries[after:]) if type(entry.act) in kinds)
        found = next((entry for entry in later if entry.version not in annulled), None)
        return None if found is None else (found, cast("A", found.act))

    @cached_property
    def open_defaults(self) -> tuple[int, ...]:
        """The notices of default that count and are not settled, by their versions. Awb 4:17, 4:18, 4:87."""
        return unsettled([entry.act for entry in self.entries])

    @cached_property
    def overturning(self) -> tuple[Overturning, ...]:
        """The upheld objections and the reversal after which the decision was not taken again yet. Awb 7:11(2)."""
        newest = decided(self)
        since = self.entries[newest.version :] if newest else self.entries
        acts = (entry.act for entry in since if isinstance(entry.act, ObjectionUpheld | DecisionReversed))
        return tuple(act for act in acts if not takes_back(self, act))

    @property
    def overturned(self) -> Overturning | None:
        """The one of these that gives least time: one new decision is due to all of them."""
        return min(self.overturning, key=lambda act: act.decide_by, default=None)

    def opens_anew(self, entry: Entry) -> bool:
        """Whether the decision is taken again since that act, and not since one before it."""
        if not isinstance(entry.act, OVERTURNS) or takes_back(self, entry.act):
            return False
        return not self.up_to(entry.version - 1).overturning

    def as_it_reads(self, entry: Entry, act: A) -> A:
        """A decision as it was corrected last, or as it was taken."""
        corrections = [each for _, each in self.every(DecisionCorrected) if each.version == entry.version]
        return cast("A", corrections[-1].decision) if corrections else act

    def first_version(self, version: int) -> int:
        """The version of a decision as it was taken, when this is one of it or of a correction."""
        return corrected.version if (corrected := self.act(version, DecisionCorrected)) else version

    def deciders(self, version: int) -> frozenset[str]:
        """Who took that decision, and who corrected it."""
        root = self.first_version(version)
        corrections = (e for e, each in self.every(DecisionCorrected) if each.version == root)
        return frozenset(entry.actor.id for entry in (*self.entries[root - 1 : root], *corrections))

    @cached_property
    def is_participating(self) -> bool:
        """Whether a permission is in force: one that expired is again, once its renewal is granted after all."""
        newest = newest_on_it(self)
        return newest is not None and not isinstance(newest.act, ENDS_A_PERMISSION)

    @property
    def reviewers(self) -> frozenset[str]:
        """Everybody who reviewed this application."""
        return frozenset(entry.actor.id for entry, _ in self.every(ApplicationReviewed))

    @cached_property
    def permission(self) -> Permission | None:
        """What the resident may do; none before it was granted or once it was refused."""
        return permission_in(self)
