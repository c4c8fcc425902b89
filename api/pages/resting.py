"""A task that rests: until which day and why, asked on a page of its own, so that lists of tasks stay light."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response
from temporalio.client import WorkflowUpdateFailedError

from api import tasks
from api.cases import case_for
from api.desk import OpenDesk
from api.languages import tell, translate
from api.pages.narrowing import day
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import done, page
from api.pages.too_late import came_too_late
from api.pages.work import Key
from api.parts import Database
from api.problems import Problem, problem_for
from api.tasks import ListedTask
from domain.acts import TaskHeld
from domain.authority import Scope
from domain.case import Performed
from domain.errors import CaseError, NotAcceptable
from domain.people import Actor
from workflows.refusal import received

router = APIRouter()

UNSAID = "?"
"""Stands in for a reason that is lacking, so that what is wrong with the day is told with it."""


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
    until: Annotated[str, Form(max_length=30)] = "",
    reason: Annotated[str, Form(max_length=4000)] = "",
    since: Annotated[int | None, Form(ge=0)] = None,
    mend: Annotated[str, Form()] = "",
    actor: SignedIn,
    sight: Sight,
    desk: OpenDesk,
    database: Database,
) -> Response:
    """Let a task rest until a day; with `mend` it only tells what is wrong with the form as it is now."""
    lacking = [] if reason.strip() else [NotAcceptable("reason", "Say why")]
    try:
        held = TaskHeld(until=day(until, "until"), reason=reason.strip() or UNSAID)
        if mend or lacking:
            shown = await tasks.get_task(task, actor, sight, database)
            case = await case_for(database, shown.case.number, sight)
            await desk.supposing(case, Performed(actor=actor, act=held, task=task))
            return await _form(request, shown, sight, database, until, reason, lacking)
        await tasks.hold_task(task, held, actor, key, desk)
    except (CaseError, Problem, WorkflowUpdateFailedError) as error:
        wrong = received(error) if isinstance(error, WorkflowUpdateFailedError) else error
        problem = problem_for(error, request.scope)
        if not isinstance(wrong, NotAcceptable) and problem.kind.status != HTTPStatus.CONFLICT:
            raise
        shown = await tasks.get_task(task, actor, sight, database)
        if isinstance(wrong, NotAcceptable):
            return await _form(request, shown, sight, database, until, reason, [wrong, *lacking])
        case = await case_for(database, shown.case.number, sight)
        opened_at = case.version if since is None else since
        typed = {"Until": tell(until, preferred_language(request.scope)), "Why?": reason}
        return came_too_late(request, case, actor, opened_at, problem, typed=typed)
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
    wrong: Sequence[NotAcceptable] = (),
) -> Response:
    case = await case_for(database, task.case.number, sight)
    language = preferred_language(request.scope)
    return page(
        request,
        "work/rest.html",
        problem_for(wrong[0], request.scope).kind.status if wrong else 200,
        task=task,
        version=case.version,
        until=until,
        reason=reason,
        wrong={each.field: translate(each.template, language, **each.facts) for each in wrong},
    )
