"""Tasks as lists show them. A view is a list with a name, which its count in the navigation shares."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from domain.acts import InterestDeclared, InterestWithdrawn
from domain.authority import Scope
from domain.people import Role
from store.queries import Page, within
from store.search import has_words
from store.tables import ActRow, CaseRow, TaskRow

INTEREST_DECLARED = str(InterestDeclared.model_fields["kind"].default)
INTEREST_WITHDRAWN = str(InterestWithdrawn.model_fields["kind"].default)


class View(StrEnum):
    """A list of tasks that people work by."""

    MINE = "mine"
    """What I hold and does not rest."""
    GROUP = "group"
    """What nobody holds yet."""
    ON_HOLD = "on_hold"
    """What rests until a day."""
    WAITING = "waiting"
    """What a cooperative is to do."""
    OVERDUE = "overdue"
    """What should have been done, resting or not: that lets no term of the law stand still."""
    ALL = "all"
    """All that is open for the municipality's own people, whoever holds it, resting or not."""


@dataclass(frozen=True)
class Narrowed:
    """A part of a list that somebody asks for."""

    kind: str | None = None
    """Only those that an act of this kind fulfils first."""
    cooperative: str | None = None
    due_until: date | None = None
    due_from: date | None = None
    role: Role | None = None
    held_by: str | None = None
    """Only those that this person holds himself."""
    words: str = ""
    """Each must begin a word of the case: its number, resident or cooperative, or who handled it."""

    def __bool__(self) -> bool:
        """Whether it asks for less than the whole list."""
        return self != Narrowed()


@dataclass(frozen=True)
class Wanted:
    """Which tasks are looked for."""

    roles: frozenset[Role]
    assignee: str | None = None
    """Only those that this person holds, or for whose holder he stands in."""
    absent: frozenset[str] = frozenset()
    """Those for whom he stands in, when the task is for one of his own roles."""
    own_roles: frozenset[Role] = frozenset()
    nobody: bool = False
    """Only those that nobody holds."""
    number: str | None = None
    cooperative: str | None = None
    kind: str | None = None
    """Only those that an act of this kind fulfils first."""
    due_until: date | None = None
    due_from: date | None = None
    today: date | None = None
    """Without those that rest on this day, when given."""
    resting_on: date | None = None
    """Only those that rest on this day, when given."""
    words: str = ""

    def narrowed(self, to: Narrowed) -> Wanted:
        """A part of these."""
        days = [day for day in (to.due_until, self.due_until) if day]
        return replace(
            self,
            roles=self.roles & {to.role} if to.role else self.roles,
            assignee=to.held_by or self.assignee,
            absent=frozenset() if to.held_by else self.absent,
            kind=to.kind,
            cooperative=to.cooperative,
            due_until=min(days, default=None),
            due_from=to.due_from,
            words=to.words,
        )


def viewed(view: View, me: str, roles: frozenset[Role], today: date) -> Wanted:
    """The tasks of a view for somebody who does or oversees the work of these roles.

    A cooperative waits for the municipality as a whole, whose tasks are not for it to see: it has no such list.
    """
    staff = roles - {Role.COOPERATIVE}
    match view:
        case View.MINE:
            return Wanted(roles, assignee=me, today=today)
        case View.GROUP:
            return Wanted(staff or roles, nobody=True, today=today)
        case View.ON_HOLD:
            return Wanted(staff or roles, resting_on=today)
        case View.WAITING:
            return Wanted(frozenset({Role.COOPERATIVE}) if staff else frozenset())
        case View.OVERDUE:
            return Wanted(staff or roles, due_until=today - timedelta(days=1))
        case View.ALL:
            return Wanted(staff or roles)


async def tasks(connection: AsyncConnection, scope: Scope, wanted: Wanted, page: Page) -> Sequence[Row[Any]]:
    """Open tasks with their case, the most urgent first."""
    query = (
        select(TaskRow.__table__, CaseRow.resident_name, CaseRow.status)
        .join(CaseRow, CaseRow.number == TaskRow.number)
        .where(within(scope, TaskRow), within(scope, CaseRow), TaskRow.closed_at.is_(None))
        .where(*_conditions(wanted, scope), *has_words(scope, wanted.words, TaskRow.number))
    )
    return (await connection.execute(page.of(query, TaskRow.due_on, TaskRow.id))).all()


async def counts(connection: AsyncConnection, scope: Scope, views: Mapping[View, Wanted]) -> dict[View, int]:
    """How many open tasks each view has, all in one look."""
    roles = frozenset[Role]().union(*(wanted.roles for wanted in views.values()))
    columns = [
        func.count().filter(and_(*_conditions(wanted, scope))).label(view.value)
        for view, wanted in views.items()
    ]
    query = select(*columns).where(within(scope, TaskRow), TaskRow.closed_at.is_(None), _for(roles))
    row = (await connection.execute(query)).one()
    return dict(zip(views, row, strict=True))


async def task_row(connection: AsyncConnection, task: str, scope: Scope) -> Row[Any] | None:
    """One task, open or done, with its case; none when there is no such task for this reader."""
    return next(iter(await task_rows(connection, [task], scope)), None)


async def role_of(connection: AsyncConnection, task: str, municipality: str) -> Role | None:
    """For whom a task is; none when there is no such task."""
    asked = select(TaskRow.role).where(TaskRow.id == task, TaskRow.municipality == municipality)
    role = await connection.scalar(asked)
    return Role(role) if role else None


async def task_rows(connection: AsyncConnection, ids: Collection[str], scope: Scope) -> Sequence[Row[Any]]:
    """These tasks, open or done, each with its case; without those that are not this reader's to see."""
    query = (
        select(TaskRow.__table__, CaseRow.resident_name, CaseRow.status)
        .join(CaseRow, CaseRow.number == TaskRow.number)
        .where(TaskRow.id.in_(ids), within(scope, TaskRow))
    )
    return (await connection.execute(query)).all()


def _conditions(wanted: Wanted, scope: Scope) -> list[ColumnElement[bool]]:
    found = [_for(wanted.roles)]
    for column, value in (
        (TaskRow.number, wanted.number),
        (TaskRow.cooperative, wanted.cooperative),
        (TaskRow.kind, wanted.kind),
    ):
        if value is not None:
            found.append(column == value)
    if wanted.assignee:
        found.append(_held_for(wanted, wanted.assignee, scope))
    if wanted.nobody:
        found.append(TaskRow.assignee_id.is_(None))
    if wanted.due_until:
        found.append(TaskRow.due_on <= wanted.due_until)
    if wanted.due_from:
        found.append(TaskRow.due_on >= wanted.due_from)
    if wanted.today:
        found.append(or_(TaskRow.held_until.is_(None), TaskRow.held_until <= wanted.today))
    if wanted.resting_on:
        found.append(and_(TaskRow.held_until.is_not(None), TaskRow.held_until > wanted.resting_on))
    return found


def _held_for(wanted: Wanted, person: str, scope: Scope) -> ColumnElement[bool]:
    """What somebody holds himself, and what he does for whom he stands in."""
    own = TaskRow.assignee_id == person
    if not wanted.absent:
        return own
    stands_in = and_(TaskRow.assignee_id.in_(wanted.absent), _for(wanted.own_roles))
    return or_(own, and_(stands_in, ~_has_an_interest(person, scope)))


def _has_an_interest(person: str, scope: Scope) -> ColumnElement[bool]:
    """Whether somebody has a personal interest in the case, and so has no part in it. Awb 2:4(2)."""
    said = func.coalesce(ActRow.document["act"]["person"].astext, ActRow.actor_id)
    known_as = func.coalesce(
        ActRow.document["act"]["declaration"].astext,
        func.concat(ActRow.number, ".", ActRow.version),
    )
    later = aliased(ActRow)
    withdrawn = exists().where(
        later.number == ActRow.number,
        later.kind == INTEREST_WITHDRAWN,
        later.document["act"]["declaration"].astext == known_as,
    )
    declared = select(ActRow.number).where(
        ActRow.municipality == scope.municipality,
        ActRow.kind == INTEREST_DECLARED,
        said == person,
        ~withdrawn,
    )
    return TaskRow.number.in_(declared)


def _for(roles: frozenset[Role]) -> ColumnElement[bool]:
    return TaskRow.role.in_(sorted(role.value for role in roles)) if roles else false()
