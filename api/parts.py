"""What all requests share: the database, Temporal and the identity provider."""

from __future__ import annotations

import select
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request
from sqlalchemy import event
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from temporalio.client import Client

from api.issuer import Issuer
from settings import settings
from store.network import NETWORK
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
        database=pooled(settings().database_url),
        temporal=await connect(lazy=True),
        issuer=Issuer(settings().oidc_issuer, settings().oidc_audience),
    )
    try:
        yield parts
    finally:
        await parts.issuer.close()
        await parts.database.dispose()


def pooled(url: str) -> AsyncEngine:
    """A database whose connections are looked at before they are used, as PostgreSQL may have closed them.

    An idle one has nothing to say but that it is over, so a look is enough. To ask PostgreSQL itself, which is
    SQLAlchemy's way, is a round trip for each request.
    """
    # Requests read, and write one row at most: without transactions there are half the round trips.
    # All stay open: a connection more for a busy moment is a new process of PostgreSQL for each request.
    database = create_async_engine(
        url,
        isolation_level="AUTOCOMMIT",
        pool_size=15,
        max_overflow=0,
        pool_timeout=5,
        connect_args=dict(NETWORK),
    )

    @event.listens_for(database.sync_engine, "checkout")
    def is_open(connection: Any, *_: object) -> None:
        look = select.poll()
        look.register(connection.driver_connection, select.POLLIN)
        if look.poll(0):
            raise InvalidatePoolError

    return database


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
