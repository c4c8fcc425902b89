"""What a page hears while somebody looks at it: that a case changed, and what happened since a form was opened."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query, Request
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.responses import Response, StreamingResponse

from api.cases import case_for
from api.changes import event
from api.identity import actor_of
from api.listening import Changed, Changes, Listener, SharedChanges, Word, heard
from api.pages import after
from api.pages.preferences import preferred_language
from api.pages.sessions import EVENTS, Sight, SignedIn, found_session
from api.pages.shell import page
from api.parts import Database
from api.scope import reading_scope
from store import sessions
from store.sessions import Session

router = APIRouter()

Mark = Annotated[str | None, Query(max_length=40)]


@router.get(EVENTS, response_class=StreamingResponse)
async def stream_events(
    session: Annotated[Session | None, Depends(found_session)],
    database: Database,
    changes: SharedChanges,
    since: Mark = None,
    last_event_id: Annotated[str | None, Header(max_length=40)] = None,
) -> StreamingResponse:
    """That a case changed which this person may see, for as long as he is signed in.

    It begins where the page or the last event was; `reset` when that cannot be told any more.
    """
    if session is None:
        return _streamed(_nothing())
    actor = actor_of(session.claims)
    listener = Listener(actor, await reading_scope(actor), session.id)
    return _streamed(_events(changes, listener, database, last_event_id or since))


@router.get("/cases/{number}/meanwhile")
async def show_meanwhile(
    request: Request,
    number: str,
    actor: SignedIn,
    sight: Sight,
    database: Database,
    since: Annotated[int, Query(ge=0, le=999_999)],
) -> Response:
    """What happened in a case since a form was opened: a part of a page, empty when nothing did."""
    case = await case_for(database, number, sight)
    lines = after.meanwhile(case, since, actor, preferred_language(request.scope))
    return page(request, "live/meanwhile.html", number=number, lines=lines)


def _streamed(events: AsyncGenerator[str]) -> StreamingResponse:
    """As it comes, also behind a proxy that would rather wait."""
    return StreamingResponse(events, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _nothing() -> AsyncGenerator[str]:
    yield event(Word.SIGNED_OUT)


async def _events(
    changes: Changes, listener: Listener, database: AsyncEngine, since: str | None
) -> AsyncGenerator[str]:
    session = listener.session
    assert session is not None

    async def holds() -> bool:
        with suppress(SQLAlchemyError, OSError):  # whether it holds cannot be told now
            async with database.connect() as connection:
                return await sessions.holds(connection, session)
        return True

    yield event("here")
    async for told in heard(changes, listener, database, since, holds):
        if isinstance(told, Changed):
            yield event("change", told.model_dump_json(by_alias=True, include={"case", "version"}), told.mark)
        else:
            yield event(told or "here")
