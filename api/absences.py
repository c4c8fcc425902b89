"""Absences: who is away from when until when, and which colleague does his tasks meanwhile."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Response
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from api.beginnings import today
from api.envelope import PREFIX
from api.identity import RequestKey, readers, request_of
from api.paging import Listed, PageByDay, listed
from api.parts import Database, at_once
from api.problems import KEY_REUSED, NOT_FOUND, Problem
from api.wire import Wire
from domain import absences
from domain.absences import Absence, Away
from domain.authority import COLLEAGUES, READERS
from domain.fact import Day
from domain.people import Actor
from store import absences as register

router = APIRouter(prefix="/absences", tags=["tasks"])

Colleague = Annotated[Actor, Depends(readers(*COLLEAGUES))]
Reader = Annotated[Actor, Depends(readers(*READERS))]


class Sooner(Wire):
    """An absence ends before its last day."""

    last_on: Day
    """The last day from now on."""


@router.get("")
async def list_absences(
    actor: Reader,
    database: Database,
    page: PageByDay,
    since: Annotated[date | None, Query(description="Those that last until this day or later.")] = None,
) -> Listed[Absence]:
    """The absences that are not over, or were not on a day, in the order of their last days; withdrawn ones too."""
    async with database.connect() as connection:
        rows = await register.listed(connection, actor.municipality, since or today(), page)
    return listed(rows, page, _shown, "last_on", "id")


@router.post("", status_code=201)
async def record_absence(
    away: Away, actor: Colleague, key: RequestKey, database: Database, response: Response
) -> Absence:
    """Say that somebody is absent, and who stands in for him: one's own absence, or anybody's as a coordinator."""
    asked = Absence(
        **dict(away),
        id=request_of(actor, key),
        recorded_by=actor.id,
        recorded_by_name=actor.name,
        recorded_at=datetime.now(UTC),
    )
    async with at_once(database).begin() as connection:
        found, is_new = await register.record(connection, actor.municipality, asked, actor, today())
    if found.as_recorded() != away:
        raise Problem(KEY_REUSED, "This Idempotency-Key was used for something else before.")
    response.headers["Location"] = f"{PREFIX}/absences/{found.id}"
    if not is_new:
        response.status_code = 200
    return found


@router.get("/{absence}")
async def get_absence(absence: str, actor: Reader, database: Database) -> Absence:
    """One absence: who recorded it, and who made it shorter or withdrew it."""
    async with database.connect() as connection:
        return _found(await register.one(connection, actor.municipality, absence), absence)


@router.post("/{absence}/ending")
async def end_absence(
    absence: str,
    sooner: Sooner,
    actor: Colleague,
    key: RequestKey,  # noqa: ARG001 - the same question again has the same answer by itself
    database: Database,
) -> Absence:
    """Let an absence end sooner, today at the earliest."""
    async with at_once(database).begin() as connection:
        found = await _to_change(connection, actor, absence)
        changed = absences.ended(found, sooner.last_on, actor, today(), datetime.now(UTC))
        await register.change(connection, actor.municipality, changed)
    return changed


@router.post("/{absence}/withdrawal")
async def withdraw_absence(
    absence: str,
    actor: Colleague,
    key: RequestKey,  # noqa: ARG001 - the same question again has the same answer by itself
    database: Database,
) -> Absence:
    """Withdraw an absence: from this moment on nobody stands in by it. What was done under it stays as it was."""
    async with at_once(database).begin() as connection:
        found = await _to_change(connection, actor, absence)
        changed = absences.withdrawn(found, actor, today(), datetime.now(UTC))
        await register.change(connection, actor.municipality, changed)
    return changed


async def _to_change(connection: AsyncConnection, actor: Actor, absence: str) -> Absence:
    return _found(await register.to_change(connection, actor.municipality, absence), absence)


def _found(found: Absence | None, absence: str) -> Absence:
    if found is None:
        raise Problem(NOT_FOUND, "There is no absence {absence} for you.", absence=absence)
    return found


def _shown(row: Row[Any]) -> Absence:
    return Absence.model_validate(row.document)
