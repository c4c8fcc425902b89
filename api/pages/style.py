"""The living page of the design: every component in every state, for who builds pages and for the tests."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.beginnings import today
from api.pages.shell import page
from domain.case import Status

router = APIRouter()


@router.get("/style")
async def show_style(request: Request) -> Response:
    """Show the components; nothing here is of a case, so nobody has to sign in."""
    days = [None, *(today() + timedelta(days=days) for days in (-3, 0, 1, 5, 90))]
    return page(request, "style.html", days=days, statuses=tuple(Status))
