"""Whom the municipality knows: there is no register of staff, so those who ever did something."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Actor, Role
from store.audit import people

NOT_STAFF = {Role.COOPERATIVE, Role.CLOCK}


async def known_colleagues(connection: AsyncConnection, municipality: str) -> tuple[Actor, ...]:
    """Everybody of the municipality itself who ever did an act, with the name and the roles that he had last."""
    found = await people(connection, municipality)
    actors = (
        Actor(id=row.actor_id, name=row.name, roles=frozenset(row.roles), municipality=municipality)
        for row in found
    )
    return tuple(actor for actor in actors if actor.roles.isdisjoint(NOT_STAFF))
