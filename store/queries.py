"""What lists and pages read. Every query is bounded to what its reader may see, and to a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Integer, Row, Select, and_, func, not_, or_, select, text, true, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import InstrumentedAttribute

from domain.authority import Scope
from domain.case import Case, Entry
from domain.policy import Policy
from domain.tasks import Task
from store.tables import ActRow, CaseRow, PolicyRow, RefusalRow, TaskRow


@dataclass(frozen=True)
class Page:
    """Which part of a list: so many rows after the place where the last page ended."""

    limit: int
    after: tuple[Any, ...] | None = None
    newest_first: bool = False

    def at_most(self, limit: int) -> Page:
        """The same part, in pages that are no longer than this."""
        return replace(self, limit=min(self.limit, limit))

    def of(self, query: Select[Any], *order: InstrumentedAttribute[Any]) -> Select[Any]:
        """The query for this page, with one row more to tell whether there is a next one."""
        if self.after is not None:
            place = tuple_(*order)
            query = query.where(place < self.after if self.newest_first else place > self.after)
        ordered = [column.desc() for column in order] if self.newest_first else order
        return query.order_by(*ordered).limit(self.limit + 1)


def in_time(
    column: InstrumentedAttribute[datetime], since: datetime | None, before: datetime | None
) -> list[ColumnElement[bool]]:
    """That a moment lies in a period, which is open where it has no end."""
    from_then = [column >= since] if since else []
    until_then = [column < before] if before else []
    return from_then + until_then


def selected(*columns: Any) -> Select[Any]:
    """A query for these columns, whose rows are read by name."""
    return cast("Select[Any]", select(*columns))


def within(scope: Scope, table: type[CaseRow] | type[TaskRow]) -> ColumnElement[bool]:
    """That a row is one of those that somebody may read."""
    own = table.cooperative == scope.cooperative if scope.cooperative else true()
    return and_(table.municipality == scope.municipality, own)


async def case_row(connection: AsyncConnection, number: str, scope: Scope) -> Row[Any] | None:
    """One case as lists show it; none when there is no such case for this reader."""
    query = select(CaseRow.__table__).where(CaseRow.number == number, within(scope, CaseRow))
    return (await connection.execute(query)).one_or_none()


async def is_known(connection: AsyncConnection, number: str, scope: Scope) -> bool:
    """Whether there is such a case for this reader."""
    query = select(CaseRow.number).where(CaseRow.number == number, within(scope, CaseRow))
    return await connection.scalar(query) is not None


async def case_rows(
    connection: AsyncConnection,
    scope: Scope,
    page: Page,
    status: str | None = None,
    cooperative: str | None = None,
    about: str | None = None,
    in_default: bool | None = None,
    earlier_case: str | None = None,
) -> Sequence[Row[Any]]:
    """Cases, oldest first; `about` a case: the objections to decisions in it; `earlier_case`: what follows on it."""
    query = select(CaseRow.__table__).where(within(scope, CaseRow))
    if status:
        query = query.where(CaseRow.status == status)
    if cooperative:
        query = query.where(CaseRow.cooperative == cooperative)
    if about:
        query = query.where(CaseRow.about == about)
    if earlier_case:
        query = query.where(CaseRow.earlier_case == earlier_case)
    if in_default is not None:
        is_null = CaseRow.in_default_since.is_(None)
        query = query.where(not_(is_null) if in_default else is_null)
    return (await connection.execute(page.of(query, CaseRow.received_on, CaseRow.number))).all()


async def related_rows(
    connection: AsyncConnection, scope: Scope, number: str, earlier_case: str | None, limit: int
) -> Sequence[Row[Any]]:
    """Objections in a case, what follows on it and what it follows on itself, oldest first."""
    is_related = or_(CaseRow.about == number, CaseRow.earlier_case == number, CaseRow.number == earlier_case)
    query = select(CaseRow.__table__).where(within(scope, CaseRow), is_related)
    return (await connection.execute(Page(limit).of(query, CaseRow.received_on, CaseRow.number))).all()


async def entries(connection: AsyncConnection, number: str) -> list[Entry]:
    """Every act of a case, oldest first. The caller has seen to it that the case may be read."""
    query = select(ActRow.document).where(ActRow.number == number).order_by(ActRow.version)
    return [Entry.model_validate(document) for document in await connection.scalars(query)]


async def whole_case(connection: AsyncConnection, number: str, scope: Scope) -> Case | None:
    """The case itself, put together again from its acts; none when there is no such case for this reader."""
    return (await whole_cases(connection, [number], scope)).get(number)


async def whole_cases(connection: AsyncConnection, numbers: Collection[str], scope: Scope) -> dict[str, Case]:
    """Some cases, each put together again from its acts, by their numbers; those that this reader may see."""
    query = select(CaseRow.number, CaseRow.municipality, CaseRow.policy_version)
    rows = (await connection.execute(query.where(CaseRow.number.in_(numbers), within(scope, CaseRow)))).all()
    if not rows:
        return {}
    policies = await policies_of(connection, scope.municipality, {row.policy_version for row in rows})
    found = [row.number for row in rows]
    acts = select(ActRow.number, ActRow.document).where(ActRow.number.in_(found))
    open_tasks = select(TaskRow.number, TaskRow.document).where(
        TaskRow.number.in_(found), TaskRow.closed_at.is_(None)
    )
    entries, tasks = defaultdict[str, list[Entry]](list), defaultdict[str, list[Task]](list)
    for number, document in await connection.execute(acts.order_by(ActRow.number, ActRow.version)):
        entries[number].append(Entry.model_validate(document))
    for number, document in await connection.execute(open_tasks):
        tasks[number].append(Task.model_validate(document))
    return {
        row.number: Case(
            number=row.number,
            municipality=row.municipality,
            policy=policies[row.policy_version],
            entries=tuple(entries[row.number]),
            tasks=tuple(tasks[row.number]),
        )
        for row in rows
    }


async def policies_of(
    connection: AsyncConnection, municipality: str, versions: Collection[int]
) -> dict[int, Policy]:
    """These versions of a municipality's policy."""
    query = select(PolicyRow.version, PolicyRow.document).where(
        PolicyRow.municipality == municipality, PolicyRow.version.in_(versions)
    )
    return {version: Policy.model_validate(document) for version, document in await connection.execute(query)}


async def closed_case(connection: AsyncConnection, number: str, municipality: str) -> Case | None:
    """A case that has ended as its workflow had it, so that it can go on."""
    found = await whole_case(connection, number, Scope(municipality))
    if found is None:
        return None
    number_of = func.split_part(TaskRow.id, ".", 2).cast(Integer)  # one that was gone at once has no row
    opened = await connection.scalar(select(func.max(number_of)).where(TaskRow.number == number))
    weight = sum(entry.weight for entry in found.entries)
    return found.model_copy(update={"tasks": (), "tasks_opened": opened or 0, "weight": weight})


async def entry_of(connection: AsyncConnection, number: str, key: str) -> Entry | None:
    """The act that a request already led to."""
    query = select(ActRow.document).where(ActRow.number == number, ActRow.key == key)
    document = await connection.scalar(query)
    return Entry.model_validate(document) if document else None


async def entry_by(connection: AsyncConnection, actor: str, key: str, kind: str) -> tuple[str, Entry] | None:
    """The act of this kind that a request of somebody already led to, in whichever case, with that case's number."""
    query = select(ActRow.number, ActRow.document).where(
        ActRow.key == key, ActRow.kind == kind, ActRow.actor_id == actor
    )
    row = (await connection.execute(query.limit(1))).one_or_none()
    return (row.number, Entry.model_validate(row.document)) if row else None


async def refusals(
    connection: AsyncConnection,
    municipality: str,
    page: Page,
    number: str | None = None,
    *,
    of_duties: bool = False,
    since: datetime | None = None,
    before: datetime | None = None,
) -> Sequence[Row[Any]]:
    """Refused acts, oldest first; `of_duties`: those that the separation of duties keeps from somebody."""
    query = select(RefusalRow.__table__).where(
        RefusalRow.municipality == municipality, *in_time(RefusalRow.at, since, before)
    )
    if number:
        query = query.where(RefusalRow.number == number)
    if of_duties:
        query = query.where(text("reason ->> 'name' = 'NotTheSame'"))
    return (await connection.execute(page.of(query, RefusalRow.id))).all()
