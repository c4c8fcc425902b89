"""Many tasks to one person at once, as a coordinator hands out the work."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import Field

from api.desk import Desk, OpenDesk, today
from api.identity import CurrentActor, RequestKey
from api.known import known_person, to_somebody
from api.languages import translate
from api.parts import Database
from api.problems import UNEXPECTED, language_of, problem_for
from api.scope import ReadingScope
from api.tasks import no_such_task
from api.wire import Wire
from domain import acceptance, authority, reach
from domain.acts import TaskAssigned
from domain.case import Case, Performed, Receipt
from domain.errors import CaseError, NotNow
from domain.mandates import Mandate
from domain.people import Actor
from domain.tasks import Task
from store import queries, reference

router = APIRouter(prefix="/tasks", tags=["tasks"])

AT_ONCE = 10
"""So many are assigned at the same time."""


class Assignments(TaskAssigned):
    """Tasks, and to whom they go."""

    tasks: Annotated[tuple[Annotated[str, Field(max_length=50)], ...], Field(min_length=1, max_length=100)]
    dry_run: bool = False
    """Only tell what would come of it."""


class Assigned(Wire):
    """What came of one of the tasks, or would come of it."""

    task: str
    receipt: Receipt | None = None
    problem: str | None = None
    """The type of problem, when it is refused."""
    reason: str | None = None
    """Why it is refused, in a sentence."""
    is_left_to_assignee: bool | None = None
    """In a dry run: whether separation of duties and mandate let the assignee do what the task asks."""


class AllAssigned(Wire):
    """What came of each task, in the order of the request."""

    items: list[Assigned]


@router.post("/_assign")
async def assign_tasks(
    wanted: Assignments,
    actor: CurrentActor,
    scope: ReadingScope,
    key: RequestKey,
    database: Database,
    desk: OpenDesk,
    request: Request,
) -> AllAssigned:
    """Give tasks to somebody, each by an act of its own: what is refused holds up none of the others."""
    act = TaskAssigned(assignee=wanted.assignee, assignee_name=wanted.assignee_name)
    done = [Performed(actor=actor, act=act, task=task) for task in dict.fromkeys(wanted.tasks)]
    if wanted.dry_run:
        async with database.connect() as connection:
            cases = await queries.whole_cases(connection, {_case_of(each) for each in done}, scope)
            mandates = await reference.mandates(connection, actor.municipality, act.assignee)
            person = await known_person(connection, actor.municipality, act.assignee)
        outcomes = [_supposed(each, cases, mandates, person) for each in done]
    else:
        outcomes = await _all(desk, done, key)
    return AllAssigned(
        items=[_told(each, outcome, request) for each, outcome in zip(done, outcomes, strict=True)]
    )


async def _all(desk: Desk, done: Sequence[Performed], key: str) -> list[Receipt | BaseException]:
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(each: Performed) -> Receipt:
        async with gate:
            return await desk.perform(_case_of(each), each, f"{key}\n{each.task}")

    return await asyncio.gather(*map(one, done), return_exceptions=True)


def _supposed(
    done: Performed, cases: Mapping[str, Case], mandates: Sequence[Mandate], person: Actor | None
) -> bool | BaseException:
    """Whether the assignee could do the task, or why he cannot even get it."""
    act, case = done.act, cases.get(_case_of(done))
    assert isinstance(act, TaskAssigned)
    if case is None:
        return no_such_task(done.task or "")
    if (task := case.task(done.task)) is None:
        return NotNow("This task is done already, or was never in this case")
    try:
        authority.check(done, case, task, today())
        acceptance.check(done, case, today())
        to_somebody(act, person, task.role)
    except CaseError as refusal:
        return refusal
    assignee = person or _stranger(act, done, task)
    return reach.is_left_to(assignee, task, case, mandates, today())


def _stranger(act: TaskAssigned, done: Performed, task: Task) -> Actor:
    """Whoever was never here is supposed to have the role that the task asks for."""
    return Actor(
        id=act.assignee,
        name=act.called,
        roles=frozenset({task.role}),
        municipality=done.actor.municipality,
    )


def _told(done: Performed, outcome: Receipt | bool | BaseException, request: Request) -> Assigned:
    task = done.task or ""
    match outcome:
        case bool():
            return Assigned(task=task, is_left_to_assignee=outcome)
        case Receipt():
            return Assigned(task=task, receipt=outcome)
        case Exception():
            problem = problem_for(outcome, request.scope)
            if problem.kind is UNEXPECTED:
                raise outcome
            reason = translate(problem.detail, language_of(request.scope), **problem.facts)
            return Assigned(task=task, problem=problem.kind.type, reason=reason)
        case _:
            raise outcome


def _case_of(done: Performed) -> str:
    return (done.task or "").partition(".")[0]
