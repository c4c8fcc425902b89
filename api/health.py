"""Is this process alive, and can it do its work."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from datetime import timedelta

import structlog
from fastapi import APIRouter
from pydantic import Field
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import Client

from api.logs import traced
from api.parts import SharedParts
from api.problems import AWAY, RETRY_AFTER, Problem
from api.wire import Wire

PATIENCE = 2.0
"""Seconds that a part may take to answer."""

log = structlog.get_logger("api.health")
router = APIRouter(prefix="/health", tags=["health"], include_in_schema=False)


class Health(Wire):
    """Whether all is well, and of which part that was found."""

    status: str = "ok"
    parts: dict[str, str] = Field(default_factory=dict)


@router.get("/live")
async def live() -> Health:
    """Tell that this process answers."""
    return Health()


@router.get("/ready")
async def ready(parts: SharedParts) -> Health:
    """Tell whether this process reaches all that it needs."""
    checks: dict[str, Awaitable[None]] = {
        "database": _database(parts.database),
        "temporal": _temporal(parts.temporal),
        "identity": parts.issuer.check(),
    }
    states = await asyncio.gather(*(_found(check) for check in checks.values()))
    found = dict(zip(checks, states, strict=True))
    if set(found.values()) != {"ok"}:
        raise Problem(
            AWAY,
            "These parts cannot be reached: {parts}.",
            parts=[name for name, state in found.items() if state != "ok"],
            more={"parts": found},
            headers={"Retry-After": RETRY_AFTER},
        )
    return Health(parts=found)


async def _found(check: Awaitable[None]) -> str:
    try:
        async with asyncio.timeout(PATIENCE):
            await check
    except Exception as error:  # noqa: BLE001 (whatever it is, the part is not there)
        log.debug("not ready", **traced(error))
        return "away"
    return "ok"


async def _database(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("select 1"))


async def _temporal(client: Client) -> None:
    if not await client.service_client.check_health(timeout=timedelta(seconds=PATIENCE)):
        raise ConnectionError
