"""Tasks: the work that is open, and what people do with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Set
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Response
from pydantic import Field, StringConstraints
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncEngine

from api import columns
from api.desk import OpenDesk, today
from api.identity import CurrentActor, RequestKey
from api.paging import Listed, PageByDay, listed
from api.parts import Database
from api.problems import NOT_FOUND, NOT_PERMITTED, Problem
from api.scope import ReadingScope
from api.tables import AskedForm, listing, naming
from api.wire import Wire
from domain.acts import ACTS, Act, TaskAct, TaskAssigned, TaskClaimed, TaskHeld, TaskReleased, TaskResumed
from domain.authority import COLLEAGUES, READERS, Scope
from domain.case import Performed, Receipt
from domain.errors import NotAcceptable
from domain.fact import TEXT, Code, Moment
from domain.people import Actor, Role
from domain.tasks import Task
from store import work
from store.evidence import evidence
from store.queries import Page
from store.work import Narrowed, View, Wanted

router = APIRouter(prefix="/tasks", tags=["tasks"])

OVERSEERS = frozenset({Role.COORDINATOR, Role.AUDITOR})
"""Who sees the tasks of every role."""


class CaseOfTask(Wire):
    """The case that a task belongs to."""

    number: str
    status: str
    cooperative: str
    resident: str


class ListedTask(Task):
    """A task with its case."""

    case: CaseOfTask
    closed_at: Moment | None = None
    standing_in_for: str | None = None
    """The name of the absent colleague for whom the reader does it today."""


class TaskWithForms(ListedTask):
    """A task with what can be filled in to fulfil it."""

    forms: dict[str, Any] = Field(default_factory=dict)
    """For each kind of act that fulfils it, the JSON Schema of its form."""


class Counts(Wire):
    """How many tasks each view has."""

    mine: int
    group: int
    on_hold: int
    waiting: int
    overdue: int
    all: int


class Sought(Wire):
    """What is looked for; it travels in the body, as an address is kept in logs."""

    text: Annotated[str, StringConstraints(max_length=200, pattern=TEXT)]
    """Words, each of which begins a word of the number, the resident, the cooperative or an earlier handler."""
    view: View = View.ALL


@router.get("", response_model=Listed[ListedTask])
async def list_tasks(
    *,
    actor: CurrentActor,
    scope: ReadingScope,
    database: Database,
    page: PageByDay,
    asked: AskedForm,
    view: Annotated[View | None, Query(description="A list with a name, as people work by it.")] = None,
    assignee: Annotated[
        Literal["me", "nobody", "anyone"] | None, Query(description="Who holds them; anyone when not given.")
    ] = None,
    held_by: Annotated[
        str | None, Query(alias="heldBy", max_length=100, description="Whom, by id; for overseers.")
    ] = None,
    on_hold: Annotated[bool, Query(alias="onHold", description="With those that rest.")] = False,
    case: Annotated[str | None, Query(description="Of one case only.", max_length=20)] = None,
    cooperative: Annotated[Code | None, Query(description="Of one cooperative's cases only.")] = None,
    kind: Annotated[
        str | None, Query(description="By the first act that fulfils them.", max_length=50)
    ] = None,
    role: Annotated[Role | None, Query(description="For one role only.")] = None,
    due_from: Annotated[date | None, Query(alias="dueFrom", description="Due on a day or later.")] = None,
    due_until: Annotated[date | None, Query(alias="dueUntil", description="Due up to a day.")] = None,
) -> Listed[ListedTask] | Response:
    """Open tasks that the caller's role is asked for, the most urgent first; `me` is also for whom he stands in."""
    absent = await _absent_for(actor, database)
    plain = Wanted(roles_seen_by(actor), absent=absent, today=None if on_hold else today())
    wanted = _viewed(view, actor, absent) if view else plain
    wanted = replace(
        wanted,
        assignee=actor.id if assignee == "me" else wanted.assignee,
        own_roles=actor.roles,
        nobody=wanted.nobody or assignee == "nobody",
        number=case,
    )
    wanted = _narrowed(wanted, Narrowed(kind, cooperative, due_until, due_from, role, held_by), actor)

    async def read(part: Page) -> Any:
        async with database.connect() as connection:
            return await work.tasks(connection, scope, wanted, part)

    asked = await naming(asked, scope.municipality, database)
    return await listing(asked, columns.TASKS, page, read, _shown_to(actor, absent), "due_on", "id")


async def tasks_in(
    view: View, narrowed: Narrowed, actor: Actor, scope: Scope, database: AsyncEngine, page: Page
) -> Listed[ListedTask]:
    """One page of a view, or of a part of it."""
    absent = await _absent_for(actor, database)
    wanted = _narrowed(_viewed(view, actor, absent), narrowed, actor)
    async with database.connect() as connection:
        rows = await work.tasks(connection, scope, wanted, page)
    return listed(rows, page, _shown_to(actor, absent), "due_on", "id")


async def asked_of(
    role: Role, actor: Actor, scope: Scope, database: AsyncEngine, page: Page
) -> Listed[ListedTask]:
    """One page of all that is asked of a role, whoever of them holds it."""
    async with database.connect() as connection:
        rows = await work.tasks(connection, scope, Wanted(frozenset({role})), page)
    return listed(rows, page, _shown_to(actor, frozenset()), "due_on", "id")


async def tasks_named(
    ids: Collection[str], actor: Actor, scope: Scope, database: AsyncEngine
) -> list[ListedTask]:
    """These tasks in this order, open or done; without those that are not this reader's to see."""
    async with database.connect() as connection:
        rows = await work.task_rows(connection, ids, scope)
    known = {row.id: row for row in rows if row.role in roles_seen_by(actor)}
    return [_shown_to(actor, frozenset())(known[each]) for each in ids if each in known]


@router.post("/_search")
async def search_tasks(
    query: Sought, actor: CurrentActor, scope: ReadingScope, database: Database, page: PageByDay
) -> Listed[ListedTask]:
    """Open tasks of a view whose case has these words. Nothing is done, so it takes no key."""
    return await tasks_in(query.view, Narrowed(words=query.text), actor, scope, database, page)


@router.get("/_counts")
async def count_tasks(actor: CurrentActor, scope: ReadingScope, database: Database) -> Counts:
    """How many tasks each view has for the caller, for the navigation."""
    absent = await _absent_for(actor, database)
    async with database.connect() as connection:
        found = await work.counts(connection, scope, {view: _viewed(view, actor, absent) for view in View})
    return Counts(**{view.value: count for view, count in found.items()})


@router.get("/{task}")
async def get_task(task: str, actor: CurrentActor, scope: ReadingScope, database: Database) -> TaskWithForms:
    """One task, with the JSON Schema of what fulfils it."""
    async with database.connect() as connection:
        row = await work.task_row(connection, task, scope)
    is_waited_for = row is not None and row.role == Role.COOPERATIVE and actor.roles & READERS
    if row is None or not (is_waited_for or row.role in roles_seen_by(actor)):
        raise no_such_task(task)
    shown = _shown_to(actor, await _absent_for(actor, database))(row)
    forms = {kind: ACTS[kind].model_json_schema(by_alias=True) for kind in shown.accepts}
    return TaskWithForms(**shown.model_dump(), forms=forms)


@router.post("/{task}/claim")
async def claim_task(task: str, actor: CurrentActor, key: RequestKey, desk: OpenDesk) -> Receipt:
    """Take a task; from then on nobody else completes it."""
    return await _about(task, TaskClaimed(), actor, key, desk)


@router.post("/{task}/release")
async def release_task(task: str, actor: CurrentActor, key: RequestKey, desk: OpenDesk) -> Receipt:
    """Give a task back to the group."""
    return await _about(task, TaskReleased(), actor, key, desk)


@router.post("/{task}/assign")
async def assign_task(
    task: str, assigned: TaskAssigned, actor: CurrentActor, key: RequestKey, desk: OpenDesk
) -> Receipt:
    """Give a task to somebody, as a coordinator does."""
    return await _about(task, assigned, actor, key, desk)


@router.post("/{task}/hold")
async def hold_task(
    task: str, held: TaskHeld, actor: CurrentActor, key: RequestKey, desk: OpenDesk
) -> Receipt:
    """Let a task rest until a day."""
    return await _about(task, held, actor, key, desk)


@router.post("/{task}/resume")
async def resume_task(task: str, actor: CurrentActor, key: RequestKey, desk: OpenDesk) -> Receipt:
    """Take a resting task up before its day."""
    return await _about(task, TaskResumed(), actor, key, desk)


@router.post("/{task}/complete")
async def complete_task(task: str, act: Act, actor: CurrentActor, key: RequestKey, desk: OpenDesk) -> Receipt:
    """Fulfil a task with one of the acts that it accepts."""
    if isinstance(act, TaskAct):
        raise NotAcceptable("kind", "This is done with a task, and fulfils none")
    return await _about(task, act, actor, key, desk)


async def _about(task: str, act: Act, actor: Actor, key: str, desk: OpenDesk) -> Receipt:
    number, _, _ = task.partition(".")
    return await desk.perform(number, Performed(actor=actor, act=act, task=task), key)


def roles_seen_by(actor: Actor) -> frozenset[Role]:
    """The roles whose tasks somebody sees: his own, or for overseers all of them."""
    return frozenset(Role) if actor.roles & OVERSEERS else actor.roles


async def _absent_for(actor: Actor, database: AsyncEngine) -> frozenset[str]:
    """For whom somebody stands in today."""
    if actor.roles.isdisjoint(COLLEAGUES):
        return frozenset()
    async with database.connect() as connection:
        held = await evidence(connection, actor.municipality, actor.id, today())
    return frozenset(absence.absent for absence in held.standing_in)


def _shown_to(reader: Actor, absent: Set[str]) -> Callable[[Row[Any]], ListedTask]:
    """How a row of the list reads for somebody who stands in for these."""

    def shown(row: Row[Any]) -> ListedTask:
        case = CaseOfTask(
            number=row.number, status=row.status, cooperative=row.cooperative, resident=row.resident_name
        )
        task = ListedTask.model_validate({**row.document, "case": case, "closedAt": row.closed_at})
        if row.closed_at or row.assignee_id not in absent or task.role not in reader.roles:
            return task
        return task.model_copy(update={"standing_in_for": task.assignee.name if task.assignee else None})

    return shown


def no_such_task(task: str) -> Problem:
    """Told both when there is none and when it is not this reader's to see."""
    return Problem(NOT_FOUND, "There is no task {task} for you.", task=task)


def _narrowed(wanted: Wanted, to: Narrowed, actor: Actor) -> Wanted:
    """A part of a list; what a colleague holds is for overseers to ask."""
    if to.held_by and not actor.roles & OVERSEERS:
        raise Problem(NOT_PERMITTED, "This is open to these roles only: {roles}.", roles=OVERSEERS)
    return wanted.narrowed(to)


def _viewed(view: View, actor: Actor, absent: frozenset[str] = frozenset()) -> Wanted:
    """The tasks of a view for somebody; whoever does no work of his own, such as an auditor, just looks on."""
    wanted = work.viewed(view, actor.id, roles_seen_by(actor), today())
    return replace(wanted, absent=absent, own_roles=actor.roles)
