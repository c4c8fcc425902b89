"""Whom the municipality knows: there is no register of staff, so those who ever did something."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Actor, Role
from store.audit import people
from store.tables import ActRow

NOT_STAFF = {Role.COOPERATIVE, Role.CLOCK}


async def known_colleagues(connection: AsyncConnection, municipality: str) -> tuple[Actor, ...]:
    """Everybody of the municipality itself who ever did an act, with the name and the roles that he had last."""
    found = await people(connection, municipality)
    actors = (
        Actor(id=row.actor_id, name=row.name, roles=frozenset(row.roles), municipality=municipality)
        for row in found
    )
    return tuple(actor for actor in actors if actor.roles.isdisjoint(NOT_STAFF))


async def last_seen(connection: AsyncConnection, municipality: str, person: str) -> Actor | None:
    """Somebody as he was when he last did something; none when he never did."""
    newest = (ActRow.at.desc(), ActRow.number.desc(), ActRow.version.desc())
    theirs = (ActRow.municipality == municipality, ActRow.actor_id == person)
    found = await connection.scalar(
        select(ActRow.document["actor"]).where(*theirs).order_by(*newest).limit(1)
    )
    return Actor.model_validate(found) if found else None
