"""Words that somebody looks for: they can name a resident, and addresses are kept in logs, so they stand in none.

What stands there in their place is sealed for the session; or, for who wants to find them again, an id of his own.
"""

from __future__ import annotations

from secrets import token_urlsafe

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncEngine

from api.pages.sessions import opened, sealed
from domain.people import Actor
from store import kept_words
from store.sessions import Session

PARAMETER = "words"
ID_BYTES = 24
"""As many as nobody guesses: the id is the key too."""


async def hidden(words: str, session: Session, actor: Actor, database: AsyncEngine, *, keep: bool) -> str:
    """What stands in an address in the place of these words."""
    if not keep:
        return sealed(words, session.id)
    id_ = token_urlsafe(ID_BYTES)
    async with database.begin() as connection:
        await kept_words.keep(connection, actor, id_, sealed(words, id_))
    return id_


async def revealed(given: str, session: Session, actor: Actor, database: AsyncEngine) -> str | None:
    """The words for which that stands; none of another session or person, or when they were forgotten."""
    if not _is_id(given):
        return opened(given, session.id)
    async with database.begin() as connection:
        kept = await kept_words.find(connection, actor, given)
    return opened(kept, given) if kept else None


async def forget(given: str, actor: Actor, database: AsyncEngine) -> None:
    """Keep them no longer."""
    async with database.begin() as connection:
        await kept_words.forget(connection, actor, given)


def kept_in(request: Request) -> str | None:
    """The id of kept words in the address, if it has one."""
    given = request.query_params.get(PARAMETER, "")
    return given if _is_id(given) else None


def _is_id(given: str) -> bool:
    """What is sealed has dots."""
    return bool(given) and "." not in given
