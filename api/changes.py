"""What changes while somebody looks, as a stream for programs."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Annotated

from fastapi import APIRouter, Header
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import StreamingResponse

from api.identity import CurrentActor
from api.listening import Changed, Changes, Listener, SharedChanges, Word, heard
from api.parts import Database
from api.scope import ReadingScope

router = APIRouter(tags=["cases"])


@router.get("/changes", response_class=StreamingResponse)
async def stream_changes(
    actor: CurrentActor,
    scope: ReadingScope,
    database: Database,
    changes: SharedChanges,
    last_event_id: Annotated[str | None, Header(max_length=200)] = None,  # noqa: ARG001 - taken in: it changes nothing
) -> StreamingResponse:
    """Server-sent events: `change` for each case that changes, `reset` when some may have been missed.

    A stream begins with a `reset`, whatever its listener heard last, and ends after a quarter of an hour: come back.
    """
    listener = Listener(actor, scope)
    return StreamingResponse(_events(changes, listener, database), media_type="text/event-stream")


async def _events(changes: Changes, listener: Listener, database: AsyncEngine) -> AsyncGenerator[str]:
    yield "retry: 2000\n\n"
    async for told in heard(changes, listener, database):
        if isinstance(told, Changed):
            yield event("change", told.model_dump_json(by_alias=True), f"{told.case}.{told.version}")
        elif told is Word.LOOK_ANEW:
            yield event(told)
        elif told is None:
            yield ": still here\n\n"


def event(name: str, data: str = "{}", id: str | None = None) -> str:  # noqa: A002 (it is one)
    """One event as the stream carries it."""
    named = f"id: {id}\n" if id else ""
    return f"{named}event: {name}\ndata: {data}\n\n"
