"""Tasks: the work that is open, and what people do with it."""

from __future__ import annotations

from collections.abc import Set
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from pydantic import Field
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from api.desk import OpenDesk, today
from api.identity import CurrentActor, RequestKey
from api.paging import Listed, PageByDay, listed
from api.parts import Database
from api.problems import NOT_FOUND, Problem
from api.scope import ReadingScope
from api.wire import Wire
from domain.acts import ACTS, Act, TaskAct, TaskAssigned, TaskClaimed, TaskHeld, TaskReleased, TaskResumed
from domain.authority import COLLEAGUES
from domain.case import Performed, Receipt
from domain.errors import NotAcceptable
from domain.fact import Moment
from domain.people import Actor, Role
from domain.tasks import Task
from store import absences, queries
from store.queries import Wanted

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


@router.get("")
async def list_tasks(
    actor: CurrentActor,
    scope: ReadingScope,
    database: Database,
    page: PageByDay,
    assignee: Annotated[Literal["me", "nobody", "anyone"], Query(description="Who holds them.")] = "anyone",
    on_hold: Annotated[bool, Query(alias="onHold", description="With those that rest.")] = False,
    case: Annotated[str | None, Query(description="Of one case only.", max_length=20)] = None,
) -> Listed[ListedTask]:
    """Open tasks that the caller's role is asked for, the most urgent first; `me` is also for whom he stands in."""
    async with database.connect() as connection:
        absent = await _absent(connection, actor)
        wanted = Wanted(
            roles=roles_seen_by(actor),
            assignee=actor.id if assignee == "me" else None,
            absent=absent,
            own_roles=actor.roles,
            nobody=assignee == "nobody",
            number=case,
            today=None if on_hold else today(),
        )
        rows = await queries.tasks(connection, scope, wanted, page)
    return listed(rows, page, lambda row: _shown(row, actor, absent), "due_on", "id")


@router.get("/{task}")
async def get_task(task: str, actor: CurrentActor, scope: ReadingScope, database: Database) -> TaskWithForms:
    """One task, with the JSON Schema of what fulfils it."""
    async with database.connect() as connection:
        row = await queries.task_row(connection, task, scope)
        absent = await _absent(connection, actor)
    if row is None or row.role not in roles_seen_by(actor):
        raise _no_such_task(task)
    shown = _shown(row, actor, absent)
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
    """Whose tasks somebody sees: an overseer everybody's."""
    return frozenset(Role) if actor.roles & OVERSEERS else actor.roles


async def _absent(connection: AsyncConnection, actor: Actor) -> frozenset[str]:
    """For whom somebody stands in today."""
    if actor.roles.isdisjoint(COLLEAGUES):
        return frozenset()
    away = await absences.standing_in(connection, actor.municipality, actor.id, today())
    return frozenset(absence.absent for absence in away)


def _shown(row: Row[Any], reader: Actor, absent: Set[str]) -> ListedTask:
    case = CaseOfTask(
        number=row.number, status=row.status, cooperative=row.cooperative, resident=row.resident_name
    )
    shown = ListedTask.model_validate({**row.document, "case": case, "closedAt": row.closed_at})
    if row.closed_at or row.assignee_id not in absent or shown.role not in reader.roles or not shown.assignee:
        return shown
    return shown.model_copy(update={"standing_in_for": shown.assignee.name})


def _no_such_task(task: str) -> Problem:
    return Problem(NOT_FOUND, "There is no task {task} for you.", task=task)
