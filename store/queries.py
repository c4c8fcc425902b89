"""What lists and pages read. Every query is bounded to what its reader may see, and to a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, false, func, not_, or_, select, true, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import InstrumentedAttribute

from domain.authority import Scope
from domain.case import Case, Entry
from domain.people import Role
from domain.policy import Policy
from domain.tasks import Task
from store.tables import ActRow, CaseRow, PolicyRow, RefusalRow, TaskRow


@dataclass(frozen=True)
class Page:
    """Which part of a list: so many rows after the place where the last page ended."""

    limit: int
    after: tuple[Any, ...] | None = None

    def of(self, query: Select[Any], *order: InstrumentedAttribute[Any]) -> Select[Any]:
        """The query for this page, with one row more to tell whether there is a next one."""
        if self.after is not None:
            query = query.where(tuple_(*order) > self.after)
        return query.order_by(*order).limit(self.limit + 1)


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
    today: date | None = None
    """Without those that rest on this day, when given."""


def _in(scope: Scope, table: type[CaseRow] | type[TaskRow]) -> ColumnElement[bool]:
    own = table.cooperative == scope.cooperative if scope.cooperative else true()
    return and_(table.municipality == scope.municipality, own)


async def case_row(connection: AsyncConnection, number: str, scope: Scope) -> Row[Any] | None:
    """One case as lists show it; none when there is no such case for this reader."""
    query = select(CaseRow.__table__).where(CaseRow.number == number, _in(scope, CaseRow))
    return (await connection.execute(query)).one_or_none()


async def case_rows(
    connection: AsyncConnection,
    scope: Scope,
    page: Page,
    status: str | None = None,
    cooperative: str | None = None,
    about: str | None = None,
    in_default: bool | None = None,
) -> Sequence[Row[Any]]:
    """Cases, oldest first; `about` a case: the objections to decisions in it."""
    query = select(CaseRow.__table__).where(_in(scope, CaseRow))
    if status:
        query = query.where(CaseRow.status == status)
    if cooperative:
        query = query.where(CaseRow.cooperative == cooperative)
    if about:
        query = query.where(CaseRow.about == about)
    if in_default is not None:
        is_null = CaseRow.in_default_since.is_(None)
        query = query.where(not_(is_null) if in_default else is_null)
    return (await connection.execute(page.of(query, CaseRow.received_on, CaseRow.number))).all()


async def entries(connection: AsyncConnection, number: str) -> list[Entry]:
    """Every act of a case, oldest first. The caller has seen to it that the case may be read."""
    query = select(ActRow.document).where(ActRow.number == number).order_by(ActRow.version)
    return [Entry.model_validate(document) for document in await connection.scalars(query)]


async def whole_case(connection: AsyncConnection, number: str, scope: Scope) -> Case | None:
    """The case itself, put together again from its acts; none when there is no such case for this reader."""
    row = await case_row(connection, number, scope)
    if row is None:
        return None
    policy = select(PolicyRow.document).where(
        PolicyRow.municipality == row.municipality, PolicyRow.version == row.policy_version
    )
    open_tasks = select(TaskRow.document).where(TaskRow.number == number, TaskRow.closed_at.is_(None))
    return Case(
        number=number,
        municipality=row.municipality,
        policy=Policy.model_validate(await connection.scalar(policy)),
        entries=tuple(await entries(connection, number)),
        tasks=tuple(Task.model_validate(document) for document in await connection.scalars(open_tasks)),
    )


async def closed_case(connection: AsyncConnection, number: str, municipality: str) -> Case | None:
    """A case that has ended as its workflow had it, receipts and all, so that it can go on."""
    found = await whole_case(connection, number, Scope(municipality))
    if found is None:
        return None
    case = found.model_copy(update={"entries": (), "tasks": ()})
    for entry in found.entries:
        case = case.after(entry)
    opened = await connection.scalar(select(func.count()).where(TaskRow.number == number))
    return case.model_copy(update={"tasks_opened": opened or 0})


async def entry_of(connection: AsyncConnection, number: str, key: str) -> Entry | None:
    """The act that a request already led to."""
    query = select(ActRow.document).where(ActRow.number == number, ActRow.key == key)
    document = await connection.scalar(query)
    return Entry.model_validate(document) if document else None


async def tasks(connection: AsyncConnection, scope: Scope, wanted: Wanted, page: Page) -> Sequence[Row[Any]]:
    """Open tasks with their case, the most urgent first."""
    query = (
        select(TaskRow.__table__, CaseRow.resident_name, CaseRow.status)
        .join(CaseRow, CaseRow.number == TaskRow.number)
        .where(_in(scope, TaskRow), TaskRow.closed_at.is_(None))
        .where(TaskRow.role.in_([role.value for role in wanted.roles]) if wanted.roles else false())
    )
    if wanted.assignee:
        query = query.where(_held_for(wanted, wanted.assignee))
    if wanted.nobody:
        query = query.where(TaskRow.assignee_id.is_(None))
    if wanted.number:
        query = query.where(TaskRow.number == wanted.number)
    if wanted.today:
        query = query.where(or_(TaskRow.held_until.is_(None), TaskRow.held_until <= wanted.today))
    return (await connection.execute(page.of(query, TaskRow.due_on, TaskRow.id))).all()


def _held_for(wanted: Wanted, person: str) -> ColumnElement[bool]:
    """What somebody holds himself, and what he does for whom he stands in."""
    own = TaskRow.assignee_id == person
    if not wanted.absent:
        return own
    roles = [role.value for role in wanted.own_roles]
    return or_(own, and_(TaskRow.assignee_id.in_(wanted.absent), TaskRow.role.in_(roles)))


async def task_row(connection: AsyncConnection, task: str, scope: Scope) -> Row[Any] | None:
    """One task, open or done, with its case; none when there is no such task for this reader."""
    query = (
        select(TaskRow.__table__, CaseRow.resident_name, CaseRow.status)
        .join(CaseRow, CaseRow.number == TaskRow.number)
        .where(TaskRow.id == task, _in(scope, TaskRow))
    )
    return (await connection.execute(query)).one_or_none()


async def refusals(
    connection: AsyncConnection, municipality: str, page: Page, number: str | None = None
) -> Sequence[Row[Any]]:
    """Refused acts, oldest first."""
    query = select(RefusalRow.__table__).where(RefusalRow.municipality == municipality)
    if number:
        query = query.where(RefusalRow.number == number)
    return (await connection.execute(page.of(query, RefusalRow.id))).all()
