"""What is refused, kept for the auditors: a rejected update leaves no trace in Temporal."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import structlog
from sqlalchemy import func, insert, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import WorkflowUpdateFailedError

from api.logs import traced
from domain.errors import CaseError
from domain.people import Actor
from store.bell import ring
from store.tables import CaseRow, RefusalRow
from workflows.refusal import received

log = structlog.get_logger("api.keeping_refusals")


@asynccontextmanager
async def refusals_kept(database: AsyncEngine, actor: Actor, kind: str, number: str) -> AsyncGenerator[None]:
    """Keep who tried what on which case, when and why not, should that be refused inside."""
    try:
        yield
    except CaseError as refusal:
        await _keep(database, actor, kind, number, refusal)
        raise
    except WorkflowUpdateFailedError as failure:
        if refusal := received(failure):
            await _keep(database, actor, kind, number, refusal)
        raise


async def _keep(database: AsyncEngine, actor: Actor, kind: str, number: str, refusal: CaseError) -> None:
    of_the_case = select(CaseRow.municipality).where(CaseRow.number == number).scalar_subquery()
    row = {
        "municipality": func.coalesce(of_the_case, actor.municipality),
        "number": number,
        "kind": kind,
        "actor_id": actor.id,
        "actor": actor.model_dump(mode="json"),
        "reason": {
            "name": type(refusal).__name__,
            "template": refusal.template,
            "facts": refusal.facts,
        },
    }
    try:
        async with database.begin() as connection:
            kept = insert(RefusalRow).values(row).returning(RefusalRow.municipality)
            await ring(connection, (await connection.execute(kept)).scalar_one(), "act_refused")
    except SQLAlchemyError as error:  # the refusal itself still has to be told
        log.exception("refusal not kept", **traced(error))
