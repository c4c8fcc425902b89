"""The page of a case: where it stands, what is open in it, and what happened."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.cases import case_for
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import page
from api.parts import Database
from api.tasks import roles_seen_by
from api.views import shown_case, told
from domain import terms
from store import reference

router = APIRouter()


@router.get("/cases/{number}")
async def show_case(
    request: Request, number: str, actor: SignedIn, sight: Sight, database: Database
) -> Response:
    """One case."""
    case = await case_for(database, number, sight)
    async with database.connect() as connection:
        known = await reference.cooperative(connection, case.municipality, case.cooperative)
    language = preferred_language(request.scope)
    lines = (told(entry, case.policy, actor, language.value) for entry in reversed(case.entries))
    return page(
        request,
        "case.html",
        case=shown_case(case, actor),
        cooperative=known.name if known else case.cooperative,
        tasks=[task for task in case.tasks if task.role in roles_seen_by(actor)],
        deadlines=terms.of(case),
        timeline=[line for line in lines if line],
    )
