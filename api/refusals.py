"""Refused acts, for auditors: who tried what on which case, when, and why not."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from sqlalchemy import Row

from api.identity import readers
from api.languages import Language, translate
from api.paging import Listed, PageByNumber, listed
from api.parts import Database
from api.problems import language_of
from api.wire import Wire
from domain.fact import Moment
from domain.people import Actor, Role
from store import queries

router = APIRouter(prefix="/refusals", tags=["audit"])


class Refused(Wire):
    """An act that was refused."""

    id: int
    at: Moment
    case: str
    kind: str
    who: str
    actor: Actor
    problem: str
    """The refusal's name."""
    reason: str


@router.get("")
async def list_refusals(
    auditor: Annotated[Actor, Depends(readers(Role.AUDITOR))],
    database: Database,
    page: PageByNumber,
    request: Request,
    case: Annotated[str | None, Query(max_length=20, description="On one case only.")] = None,
) -> Listed[Refused]:
    """What was tried and refused in the auditor's municipality, oldest first."""
    async with database.connect() as connection:
        rows = await queries.refusals(connection, auditor.municipality, page, case)
    language = language_of(request.scope)
    return listed(rows, page, lambda row: _shown(row, language), "id")


def _shown(row: Row[Any], language: Language) -> Refused:
    actor = Actor.model_validate(row.actor)
    reason = translate(row.reason["template"], language, **row.reason["facts"])
    return Refused(
        id=row.id,
        at=row.at,
        case=row.number,
        kind=row.kind,
        who=actor.name,
        actor=actor,
        problem=row.reason["name"],
        reason=reason,
    )
