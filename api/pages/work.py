"""Where one's own work is, and that of one's group."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from api import tasks
from api.desk import OpenDesk
from api.pages.sessions import Sight, SignedIn, came_from
from api.pages.shell import done, page, places_of
from api.paging import PageByDay
from api.parts import Database
from store.work import View

router = APIRouter()

Key = Annotated[str, Form(min_length=1, max_length=200, pattern=r"^[!-~]+$")]
"""The key of one showing of a form, so that a double click is one act."""


@router.get("/")
async def show_home(request: Request, actor: SignedIn) -> Response:
    """Lead to where somebody works."""
    for place in places_of(actor):
        return RedirectResponse(place.path, 303)
    return page(request, "home.html")


@router.get("/work")
async def show_work(
    request: Request, actor: SignedIn, sight: Sight, database: Database, asked: PageByDay, whose: str = "mine"
) -> Response:
    """The tasks that I hold, or those of my group that nobody holds; the most urgent first."""
    is_mine = whose != "group"
    found = await tasks.tasks_in(View.MINE if is_mine else View.GROUP, actor, sight, database, asked)
    return page(request, "work.html", tasks=found.items, following=found.next, is_mine=is_mine)


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
