"""What an act brings with it: documents that somebody handed in before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.acts import ApplicationReceived, ProgressReported, SupplementReceived
from domain.documents import Enclosure, Item
from domain.errors import NotAcceptable
from domain.fact import Fact
from domain.people import Actor
from store import attachments


def brought_by(act: Fact) -> tuple[str, Sequence[Item | Enclosure]]:
    """Where an act names what came with it, and what that is."""
    match act:
        case ApplicationReceived():
            return "application/items", act.application.items
        case SupplementReceived():
            return "items", act.items
        case ProgressReported():
            return "enclosures", act.enclosures
        case _:
            return "", ()


async def check(connection: AsyncConnection, actor: Actor, act: Fact) -> None:
    """See whether every file that an act names is here.

    Raises:
        NotAcceptable: nobody of this party handed it in, or too long ago.
    """
    if not (files := dict(_files(act))):
        return
    unknown = await attachments.unknown(connection, actor, files.values())
    for where, sha256 in files.items():
        if sha256 in unknown:
            raise NotAcceptable(where, "This file is not here, or no longer. Hand it in again.")


async def hand_over(database: AsyncEngine, actor: Actor, act: Fact, number: str) -> None:
    """The files that an act names are its case's from now on.

    Raises:
        NotAcceptable: one of them is not here.
    """
    if files := dict(_files(act)):
        async with database.begin() as connection:
            await check(connection, actor, act)
            await attachments.send(connection, actor, files.values(), number)


def _files(act: Fact) -> Iterator[tuple[str, str]]:
    where, items = brought_by(act)
    for place, item in enumerate(items):
        if item.file:
            yield f"{where}/{place}/file", item.file
