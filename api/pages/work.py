"""Where one's own work is, and that of one's group: what to do next, what rests, what waits, what is late."""

from __future__ import annotations

from dataclasses import dataclass
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
from api.pages.narrowing import ByAddress, address, day, offered
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn, came_from
from api.pages.shell import done, page, places_of
from api.paging import PageByDay
from api.parts import Database
from api.problems import NOT_FOUND, Problem, problem_for
from domain.acts import TaskHeld
from domain.authority import READERS, Scope
from domain.errors import CaseError, NotAcceptable
from domain.people import Actor, Role
from store.queries import Page
from store.sessions import Session
from store.work import Narrowed, View
from workflows.refusal import received

router = APIRouter()

Key = Annotated[str, Form(min_length=1, max_length=200, pattern=r"^[!-~]+$")]
"""The key of one showing of a form, so that a double click is one act."""

FIRST = Page(50)
AT_ONCE = 75
"""Tasks on a page."""
TAKERS = READERS - {Role.AUDITOR, Role.COORDINATOR}


@dataclass(frozen=True)
class Held:
    """What was filled in to let a task rest, and why that does not do."""

    task: str
    until: str
    reason: str
    wrong: CaseError


@router.get("/")
async def show_home(actor: SignedIn) -> Response:
    """Lead to where somebody works."""
    return RedirectResponse(places_of(actor)[0].path, 303)


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
    return await _list(request, actor, sight, database, asked, view, narrowed)


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
        return await done(request, database, "/work?view=group", problem.detail)
    return await done(request, database, f"/tasks/{taken.task}", "You hold this task now.")


@router.post("/tasks/{task}/claim")
async def claim(
    request: Request, task: str, key: Key, actor: SignedIn, desk: OpenDesk, database: Database
) -> Response:
    """Take a task."""
    await tasks.claim_task(task, actor, key, desk)
    return await done(request, database, came_from(request, "/work"), "You hold this task now.")


@router.post("/tasks/{task}/release")
async def release(
    request: Request, task: str, key: Key, actor: SignedIn, desk: OpenDesk, database: Database
) -> Response:
    """Give a task back."""
    await tasks.release_task(task, actor, key, desk)
    return await done(request, database, came_from(request, "/work"), "You gave this task back to the group.")


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
        typed = Held(task, until, reason, wrong)
        return await _list(request, actor, sight, database, FIRST, View.MINE, Narrowed(), typed)
    told = "This task rests until {day}, and then comes back to you."
    return await done(request, database, "/work", told, day=held.until.isoformat())


@router.post("/tasks/{task}/resume")
async def resume(
    request: Request, task: str, key: Key, actor: SignedIn, desk: OpenDesk, database: Database
) -> Response:
    """Take up a task that rested."""
    await tasks.resume_task(task, actor, key, desk)
    return await done(request, database, came_from(request, "/work"), "You took this task up again.")


async def _list(
    request: Request,
    actor: Actor,
    sight: Scope,
    database: AsyncEngine,
    asked: Page,
    view: View,
    narrowed: Narrowed,
    held: Held | None = None,
) -> Response:
    found = await tasks.tasks_in(view, narrowed, actor, sight, database, asked.at_most(AT_ONCE))
    counts = await tasks.count_tasks(actor, sight, database)
    return page(
        request,
        "work/work.html",
        problem_for(held.wrong, request.scope).kind.status if held else 200,
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
        held=held,
        today=today(),
    )
