"""What somebody filled in with one act, on a page of its own: that of its case asks for it once it is folded out."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from api.cases import case_for
from api.pages.context import retold
from api.pages.portions import in_pages
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import page
from api.parts import Database
from api.problems import NOT_FOUND, Problem

router = APIRouter()


@router.get("/cases/{number}/filled/{version}")
async def show_filled(
    request: Request,
    number: str,
    version: Annotated[int, Path(ge=1, le=999_999)],
    actor: SignedIn,
    sight: Sight,
    database: Database,
    part: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """An act as it was filled in, as far as this person may read it."""
    case = await case_for(database, number, sight)
    found = case.entries[version - 1 : version]
    said = retold(found[0], case, actor, preferred_language(request.scope)) if found else None
    if said is None:
        raise Problem(NOT_FOUND, "There is nothing at this address.")
    parts = in_pages(said.sections)
    part = min(part, len(parts))
    return page(
        request,
        "filled/act.html",
        case=case,
        version=version,
        said=replace(said, sections=tuple(parts[part - 1])),
        part=part,
        parts=len(parts),
    )
