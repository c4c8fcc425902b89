"""A case: the list of its acts, and what follows from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar, cast

from pydantic import Field

from domain.acts import (
    Act,
    ApplicationReceived,
    ApplicationReviewed,
    ApplicationSetAside,
    ApplicationTakenUp,
    ApplicationWithdrawn,
    CheckReopened,
    CompletenessChecked,
    ConditionsChanged,
    ParticipationContinued,
    ParticipationEnded,
    PermissionExpired,
    PermissionGranted,
    PermissionRefused,
    ProgressReported,
    ReportEscalated,
    ReportRequested,
    ReviewReturned,
    SetAsideLapsed,
    SetAsideProposed,
    SupplementLapsed,
    SupplementReceived,
    SupplementRequested,
    ViewInvited,
    ViewLapsed,
    ViewReceived,
)
from domain.application import Application
from domain.fact import Conditions, Fact, Moment
from domain.mandates import Mandate
from domain.people import Actor
from domain.policy import Policy
from domain.tasks import Task

A = TypeVar("A", bound=Fact)


class Status(StrEnum):
    """Where a case stands, for people to read and search by."""

    COMPLETENESS_CHECK = "completeness_check"
    SUPPLEMENT_AWAITED = "supplement_awaited"
    SETTING_ASIDE = "setting_aside"
    REVIEW = "review"
    DECISION = "decision"
    VIEW_AWAITED = "view_awaited"
    PARTICIPATION = "participation"
    REPORT_AWAITED = "report_awaited"
    REASSESSMENT = "reassessment"
    WITHDRAWN = "withdrawn"
    SET_ASIDE = "set_aside"
    REFUSED = "refused"
    ENDED = "ended"
    EXPIRED = "expired"


CLOSED = frozenset({Status.WITHDRAWN, Status.SET_ASIDE, Status.REFUSED, Status.ENDED, Status.EXPIRED})

STATUS_AFTER: dict[type[Fact], Status] = {
    ApplicationReceived: Status.COMPLETENESS_CHECK,
    CompletenessChecked: Status.REVIEW,
    SupplementRequested: Status.SUPPLEMENT_AWAITED,
    SupplementReceived: Status.COMPLETENESS_CHECK,
    SupplementLapsed: Status.SETTING_ASIDE,
    SetAsideProposed: Status.SETTING_ASIDE,
    CheckReopened: Status.COMPLETENESS_CHECK,
    ApplicationTakenUp: Status.REVIEW,
    SetAsideLapsed: Status.REVIEW,
    ApplicationReviewed: Status.DECISION,
    ViewInvited: Status.VIEW_AWAITED,
    ViewReceived: Status.DECISION,
    ViewLapsed: Status.DECISION,
    ReviewReturned: Status.REVIEW,
    PermissionGranted: Status.PARTICIPATION,
    ReportRequested: Status.REPORT_AWAITED,
    ProgressReported: Status.REASSESSMENT,
    ReportEscalated: Status.REASSESSMENT,
    ParticipationContinued: Status.PARTICIPATION,
    ConditionsChanged: Status.PARTICIPATION,
    ApplicationWithdrawn: Status.WITHDRAWN,
    ApplicationSetAside: Status.SET_ASIDE,
    PermissionRefused: Status.REFUSED,
    ParticipationEnded: Status.ENDED,
    PermissionExpired: Status.EXPIRED,
}
"""Where a case stands after an act; the acts that are not here change nothing in that."""

SENT_UNASKED = (SupplementReceived, ViewReceived, ProgressReported)
"""What an applicant may also send when nobody waits for it: it is kept, and moves nothing."""


class Performed(Fact):
    """Somebody did something; `task` says which task it fulfils or concerns."""

    actor: Actor
    act: Act
    task: str | None = None
    mandates: tuple[Mandate, ...] = ()
    """What he holds for such a decision, as the register of mandates had it when he did it: the evidence. Awb 10:3."""

    def fingerprinted(self) -> str:
        """What tells two contents apart that came under one idempotency key."""
        content = self.act.model_dump_json(exclude_defaults=True)  # the same when an act gets one more field
        said = f"{self.task}\n{self.act.kind}\n{content}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def weight(self) -> int:
        """Bytes of JSON that it takes."""
        return len(self.model_dump_json().encode())


class Entry(Performed):
    """An act as it stands in the case: numbered, and dated by the workflow's clock."""

    version: int = Field(ge=1)
    at: Moment
    on: date
    """The same moment as a date in the Netherlands, which is what terms count by."""
    key: str | None = None
    """The request under which it came; none for acts by the clock."""
    fingerprint: str | None = None
    """That of the request as it was sent."""


class Receipt(Fact):
    """What the sender of an act gets back."""

    case: str
    version: int
    fingerprint: str


class Permission(Fact):
    """What the resident may do now, as granted and since changed."""

    valid_from: date
    valid_until: date
    hours_a_week: int
    conditions: Conditions


RECENT = 100
"""So many receipts go along into the next run of a case, so that a retry stays one act."""


class Case(Fact):
    """One application and everything that followed; a new act makes a new value."""

    number: str
    municipality: str
    policy: Policy
    entries: tuple[Entry, ...] = ()
    tasks: tuple[Task, ...] = ()
    """The tasks that are open."""
    tasks_opened: int = 0
    receipts: dict[str, Receipt] = Field(default_factory=dict)
    weight: int = 0
    """Bytes of JSON in its entries: a case travels whole, and must stay small enough to."""

    @property
    def version(self) -> int:
        """The number of the last act; 0 before the first."""
        return len(self.entries)

    def after(self, entry: Entry) -> Case:
        """The case with one more act, and the tasks as that act leaves them."""
        receipts = self.receipts
        if entry.key and entry.fingerprint:
            receipt = Receipt(case=self.number, version=entry.version, fingerprint=entry.fingerprint)
            receipts = dict([*receipts.items(), (entry.key, receipt)][-RECENT:])
        tasks = tuple(
            left
            for task in self.tasks
            if (left := task.after(entry.act, entry.actor, entry.at) if task.id == entry.task else task)
        )
        return self.model_copy(
            update={
                "entries": (*self.entries, entry),
                "tasks": tasks,
                "receipts": receipts,
                "weight": self.weight + entry.weight,
            }
        )

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

    def last(self, *kinds: type[A]) -> tuple[Entry, A] | None:
        """The newest act of one of these kinds, with its entry."""
        found = next((entry for entry in reversed(self.entries) if type(entry.act) in kinds), None)
        return None if found is None else (found, cast("A", found.act))

    @property
    def application(self) -> Application:
        """What was asked."""
        return next(self.every(ApplicationReceived))[1].application

    @property
    def cooperative(self) -> str:
        """The cooperative that asked it."""
        return self.application.cooperative

    @property
    def received_on(self) -> date:
        """The day from which the decision term runs. Awb 4:13."""
        entry, act = next(self.every(ApplicationReceived))
        return act.received_on or entry.on

    @property
    def status(self) -> Status:
        """Where the case stands."""
        return next(
            STATUS_AFTER[type(entry.act)]
            for entry in reversed(self.entries)
            if type(entry.act) in STATUS_AFTER
            and not (entry.task is None and type(entry.act) in SENT_UNASKED)
        )

    @property
    def is_closed(self) -> bool:
        """Whether it takes no more acts."""
        return bool(self.entries) and self.status in CLOSED

    @property
    def reviewers(self) -> frozenset[str]:
        """Everybody who reviewed this application."""
        return frozenset(entry.actor.id for entry, _ in self.every(ApplicationReviewed))

    @property
    def permission(self) -> Permission | None:
        """What was granted, with every change since; none before it was granted."""
        granted = self.last(PermissionGranted)
        if granted is None:
            return None
        act = granted[1]
        changed = self.last(ConditionsChanged)
        ended = self.last(ParticipationEnded)
        return Permission(
            valid_from=act.valid_from,
            valid_until=ended[1].ends_on if ended else act.valid_until,
            hours_a_week=changed[1].hours_a_week if changed else act.hours_a_week,
            conditions=changed[1].conditions if changed else act.conditions,
        )
