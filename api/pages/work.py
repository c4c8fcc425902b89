"""Where one's own work is, and that of one's group: what to do next, what rests, what waits, what is late."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Annotated

from fastapi import APIRouter, Form, Request
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import RedirectResponse, Response
from temporalio.client import WorkflowUpdateFailedError

from api import taking, tasks
from api.beginnings import today
from api.desk import OpenDesk
from api.pages import hidden_words
from api.pages.filters import Filter
from api.pages.narrowing import ByAddress, address, offered
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn, came_from
from api.pages.shell import done, led_back, page, places_of, remembering
from api.paging import PageByDay
from api.parts import Database
from api.problems import NOT_FOUND, Problem, problem_for
from domain.authority import READERS
from domain.case import Receipt
from domain.errors import CaseError
from domain.people import Role
from store.sessions import Session
from store.work import View

router = APIRouter()

Key = Annotated[str, Form(min_length=1, max_length=200, pattern=r"^[!-~]+$")]
"""The key of one showing of a form, so that a double click is one act."""

AT_ONCE = 50
"""Tasks on a page, which is to come quickly on a slow line."""
TAKERS = READERS - {Role.AUDITOR, Role.COORDINATOR}


@router.get("/")
async def show_home(request: Request, actor: SignedIn) -> Response:
    """Lead to where somebody works."""
    return remembering(RedirectResponse(places_of(actor)[0].path, 303), request.scope)


@router.get("/work")
async def show_work(
    *,
    request: Request,
    actor: SignedIn,
    sight: Sight,
    database: Database,
    asked: PageByDay,
    narrowed: ByAddress,
    view: View = View.MINE,
) -> Response:
    """A view of the open tasks, or a part of it; the most urgent first. Its address can be kept."""
    found = await tasks.tasks_in(view, narrowed, actor, sight, database, asked.at_most(AT_ONCE))
    counts = await tasks.count_tasks(actor, sight, database)
    return page(
        request,
        "work/work.html",
        tasks=found.items,
        following=found.next,
        view=view.value,
        views=[(each.value, getattr(counts, each.value)) for each in View],
        narrowed=narrowed,
        kept=hidden_words.kept_in(request),
        **await offered(actor, database, preferred_language(request.scope), view),
        may_assign=Role.COORDINATOR in actor.roles,
        may_register=Role.CASEWORKER in actor.roles,
        may_take=bool(actor.roles & TAKERS),
        today=today(),
    )


@router.post("/work/part")
async def take_part(request: Request, actor: SignedIn, database: Database) -> Response:
    """Lead to the part of a list that was asked for; its words are kept when that was asked too."""
    typed = Filter(request, await request.form()).typed
    if id_ := typed.get("forget"):
        await hidden_words.forget(id_, actor, database)
        typed.pop("text", None)
    session: Session = request.scope["meedoen.session"]
    return RedirectResponse(await address(typed, session, actor, database), 303)


@router.post("/work/next")
async def take_next(
    request: Request, key: Key, actor: SignedIn, sight: Sight, desk: OpenDesk, database: Database
) -> Response:
    """Take the most urgent task that is left to whoever asks, and open it."""
    try:
        taken = await taking.claim_next(actor, sight, key, database, desk)
    except Problem as problem:
        if problem.kind is not NOT_FOUND:
            raise
        return await done(request, database, "/work?view=group", problem.detail, "info")
    return await done(request, database, f"/tasks/{taken.task}", "You hold this task now.")


@router.post("/tasks/{task}/claim")
async def claim(
    request: Request, task: str, key: Key, actor: SignedIn, desk: OpenDesk, database: Database
) -> Response:
    """Take a task."""
    doing = tasks.claim_task(task, actor, key, desk)
    return await _back(request, database, doing, "You hold this task now.")


@router.post("/tasks/{task}/release")
async def release(
    request: Request, task: str, key: Key, actor: SignedIn, desk: OpenDesk, database: Database
) -> Response:
    """Give a task back."""
    doing = tasks.release_task(task, actor, key, desk)
    return await _back(request, database, doing, "You gave this task back to the group.")


@router.post("/tasks/{task}/resume")
async def resume(
    request: Request, task: str, key: Key, actor: SignedIn, desk: OpenDesk, database: Database
) -> Response:
    """Take up a task that rested."""
    doing = tasks.resume_task(task, actor, key, desk)
    return await _back(request, database, doing, "You took this task up again.")


async def _back(request: Request, database: AsyncEngine, doing: Awaitable[Receipt], told: str) -> Response:
    """To where the button stood, which tells what was done, or that somebody else was quicker."""
    to = came_from(request, "/work")
    try:
        await doing
    except (CaseError, Problem, WorkflowUpdateFailedError) as error:
        problem = problem_for(error, request.scope)
        if problem.kind.status != 409:
            raise
        return await led_back(request, database, to, problem)
    return await done(request, database, to, told)
