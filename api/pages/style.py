"""The living page of the design: every component in every state, for who makes a theme, builds pages or tests them.

It is for administrators alone: what stands in the components is no Dutch, which nobody else should come across.
"""

from __future__ import annotations

import re
from datetime import timedelta

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.beginnings import today
from api.identity import readers
from api.pages.sessions import SignedIn
from api.pages.shell import page
from api.pages.static import FOLDER
from domain.case import Status
from domain.people import Actor, Role

router = APIRouter()

COLOUR = re.compile(r"^  (--meedoen-color-[\w-]+): light-dark\((#\w{6}), (#\w{6})\);$", re.MULTILINE)
OTHER = re.compile(r"^  (--meedoen-(?!color-)[\w-]+): (.+);$", re.MULTILINE)

_one_of_them = readers(Role.ADMINISTRATOR)


async def _administrator(actor: SignedIn) -> Actor:
    return await _one_of_them(actor)


@router.get("/style", dependencies=[Depends(_administrator)])
async def show_style(request: Request) -> Response:
    """Show the components."""
    days = [None, *(today() + timedelta(days=days) for days in (-3, 0, 1, 5, 90))]
    tokens = (FOLDER / "tokens.css").read_text()
    return page(
        request,
        "style.html",
        days=days,
        statuses=tuple(Status),
        colours=COLOUR.findall(tokens),
        sizes=OTHER.findall(tokens),
    )
