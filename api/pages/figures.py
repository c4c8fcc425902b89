"""The dashboard: how the municipality's cases stand, in charts with their tables behind them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api import figures
from api.identity import readers
from api.pages.drawing import Drawing, charts
from api.pages.preferences import preferred_language
from api.pages.sessions import SignedIn
from api.pages.shell import page
from api.parts import Database
from api.tables import AskedForm
from domain.people import Actor
from store import reference

router = APIRouter()

_one_of_them = readers(*sorted(figures.SEEN_BY))


async def _watcher(actor: SignedIn) -> Actor:
    return await _one_of_them(actor)


@router.get("/figures")
async def show_figures(
    request: Request, reader: Annotated[Actor, Depends(_watcher)], database: Database, asked: AskedForm
) -> Response:
    """How the cases stand today, and how they came and went in twelve months."""
    found = await figures.get_figures(reader, database, asked)
    if isinstance(found, Response):
        return found
    async with database.connect() as connection:
        known = await reference.cooperatives(connection, reader.municipality)
    drawing = Drawing(preferred_language(request.scope), {each.code: each.name for each in known})
    return page(request, "figures/figures.html", found=found, drawing=drawing, charts=charts(drawing, found))
