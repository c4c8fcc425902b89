"""What all requests share: the database, Temporal and the identity provider."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from temporalio.client import Client

from api.issuer import Issuer
from settings import settings
from workflows.client import connect


@dataclass(frozen=True)
class Parts:
    """The connections of one process. None of them is opened before it is needed."""

    database: AsyncEngine
    temporal: Client
    issuer: Issuer


@asynccontextmanager
async def opened() -> AsyncGenerator[Parts]:
    """The parts as the settings name them, closed at the end."""
    parts = Parts(
        # Requests read, and write one row at most: without transactions there are half the round trips.
        database=create_async_engine(
            settings().database_url, isolation_level="AUTOCOMMIT", pool_pre_ping=True, pool_timeout=5
        ),
        temporal=await connect(lazy=True),
        issuer=Issuer(settings().oidc_issuer, settings().oidc_audience),
    )
    try:
        yield parts
    finally:
        await parts.issuer.close()
        await parts.database.dispose()


async def shared(request: Request) -> Parts:
    """The parts of the application that serves this request."""
    return request.app.state.parts


SharedParts = Annotated[Parts, Depends(shared)]


async def _database(parts: SharedParts) -> AsyncEngine:
    return parts.database


async def _temporal(parts: SharedParts) -> Client:
    return parts.temporal


Database = Annotated[AsyncEngine, Depends(_database)]
Temporal = Annotated[Client, Depends(_temporal)]


def at_once(database: AsyncEngine) -> AsyncEngine:
    """The same database with transactions, which reading does without."""
    return database.execution_options(isolation_level="READ COMMITTED")
