"""A task that rests: until which day and why, asked on a page of its own, so that lists of tasks stay light."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response
from temporalio.client import WorkflowUpdateFailedError

from api import tasks
from api.cases import case_for
from api.desk import OpenDesk
from api.pages.narrowing import day
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import done, page
from api.pages.work import Key
from api.parts import Database
from api.problems import problem_for
from api.tasks import ListedTask
from domain.acts import TaskHeld
from domain.authority import Scope
from domain.errors import CaseError, NotAcceptable
from domain.people import Actor
from workflows.refusal import received

router = APIRouter()


@router.get("/tasks/{task}/hold")
async def show_hold(
    request: Request, task: str, actor: SignedIn, sight: Sight, database: Database
) -> Response:
    """The form that lets a task rest, to who holds it; others are led to the task, which tells who does."""
    shown = await tasks.get_task(task, actor, sight, database)
    if shown.closed_at or not (shown.standing_in_for or _holds(actor, shown)):
        return RedirectResponse(f"/tasks/{task}", 303)
    return await _form(request, shown, sight, database)


@router.post("/tasks/{task}/hold")
async def hold(
    *,
    request: Request,
    task: str,
    key: Key,
    until: Annotated[str, Form(max_length=30)],
    reason: Annotated[str, Form(max_length=4000)],
    actor: SignedIn,
    sight: Sight,
    desk: OpenDesk,
    database: Database,
) -> Response:
    """Let a task rest until a day."""
    try:
        if not reason.strip():
            raise NotAcceptable("reason", "Say why")
        held = TaskHeld(until=day(until), reason=reason.strip())
        await tasks.hold_task(task, held, actor, key, desk)
    except (CaseError, WorkflowUpdateFailedError) as error:
        wrong = received(error) if isinstance(error, WorkflowUpdateFailedError) else error
        if not isinstance(wrong, NotAcceptable):
            raise
        shown = await tasks.get_task(task, actor, sight, database)
        return await _form(request, shown, sight, database, until, reason, wrong)
    told = "This task rests until {day}, and then comes back to you."
    return await done(request, database, "/work", told, day=held.until.isoformat())


def _holds(actor: Actor, task: ListedTask) -> bool:
    return task.assignee is not None and task.assignee.id == actor.id


async def _form(
    request: Request,
    task: ListedTask,
    sight: Scope,
    database: Database,
    until: str = "",
    reason: str = "",
    wrong: NotAcceptable | None = None,
) -> Response:
    case = await case_for(database, task.case.number, sight)
    return page(
        request,
        "work/rest.html",
        problem_for(wrong, request.scope).kind.status if wrong else 200,
        task=task,
        version=case.version,
        until=until,
        reason=reason,
        wrong=wrong,
    )
