"""The pages as routes of the application: one module a concern, all behind the same guard."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, Depends, FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.pages import (
    absences,
    acting,
    applying,
    attaching,
    audit,
    audited_case,
    begun,
    case,
    figures,
    filled,
    handing_out,
    live,
    mine,
    policy,
    post,
    preview,
    printing,
    resting,
    searching,
    sign_in,
    static,
    style,
    team,
    tour,
    uploading,
    work,
)
from api.pages.sessions import (
    SignedInAnew,
    SignInFirst,
    filled_in,
    is_by_script,
    recall,
    sent_from_our_page,
    to_sign_in,
)
from api.pages.shell import page

ROUTERS: tuple[APIRouter, ...] = (
    sign_in.router,
    work.router,
    resting.router,
    mine.router,
    uploading.router,
    begun.router,
    applying.router,
    attaching.router,
    case.router,
    filled.router,
    printing.router,
    live.router,
    acting.router,
    preview.router,
    searching.router,
    post.router,
    team.router,
    handing_out.router,
    absences.router,
    policy.router,
    audit.router,
    audited_case.router,
    figures.router,
    tour.router,
    style.router,
)


def _carried(request: Request, sent: list[tuple[str, str]]) -> Response:
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return page(request, "carried.html", 401, sent=sent, here=here)


def install(app: FastAPI) -> None:
    """Serve the pages; what the API answers where nothing is gets their shell around it, for who is signed in."""

    async def led(request: Request, error: Exception) -> Response:
        if sent := filled_in(request):  # which stays where it is, or is carried along
            return Response(status_code=401) if is_by_script(request) else _carried(request, sent)
        assert isinstance(error, SignInFirst)
        return to_sign_in(request, error)

    answered = app.exception_handlers[HTTPException]

    async def astray(request: Request, error: Exception) -> Response:
        await recall(request)
        found: Any = answered(request, error)
        return await found

    app.add_exception_handler(HTTPException, astray)
    handler: Callable[[Request, Exception], Awaitable[Response]] = led
    app.add_exception_handler(SignInFirst, handler)
    app.add_exception_handler(SignedInAnew, handler)
    app.include_router(static.router, include_in_schema=False)
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False, dependencies=[Depends(sent_from_our_page)])
