"""Refused acts, for auditors: who tried what on which case, when, and why not."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import Row

from api import columns
from api.identity import readers
from api.languages import Language, translate
from api.paging import Listed, PageByNumber
from api.parts import Database
from api.periods import InPeriod
from api.tables import AskedForm, listing
from api.wire import Wire
from domain.fact import TEXT, Moment
from domain.people import Actor, Role
from store import queries
from store.queries import Page

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


@router.get("", response_model=Listed[Refused])
async def list_refusals(
    auditor: Annotated[Actor, Depends(readers(Role.AUDITOR))],
    database: Database,
    page: PageByNumber,
    period: InPeriod,
    asked: AskedForm,
    case: Annotated[str | None, Query(max_length=20, pattern=TEXT, description="On one case only.")] = None,
    of_duties: Annotated[
        bool,
        Query(
            alias="ofDuties", description="Only what the separation of duties, such as four eyes, refused."
        ),
    ] = False,
) -> Listed[Refused] | Response:
    """What was tried and refused in the auditor's municipality, oldest first."""

    async def read(part: Page) -> Any:
        async with database.connect() as connection:
            return await queries.refusals(
                connection,
                auditor.municipality,
                part,
                case,
                of_duties=of_duties,
                since=period.since,
                before=period.before,
            )

    return await listing(asked, columns.REFUSALS, page, read, lambda row: _shown(row, asked.language), "id")


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
