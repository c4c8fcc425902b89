"""The part of a list of work that an address asks for, and what its form offers to ask for."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Query
from sqlalchemy.ext.asyncio import AsyncEngine

from api.languages import Language
from api.pages.forms.words import capital
from api.tasks import OVERSEERS, roles_seen_by
from api.workload import get_workload
from domain.authority import COLLEAGUES
from domain.errors import NotAcceptable
from domain.people import Actor, Role
from domain.words import DUTIES, ROLES, in_language
from store import reference
from store.work import Narrowed, View

OF_ANYBODY = frozenset({View.ON_HOLD, View.OVERDUE, View.ALL})
"""The views in which it makes sense to ask for what one person holds."""

Asked = Annotated[str | None, Query(max_length=100)]


async def _narrowed(
    kind: Asked = None,
    cooperative: Asked = None,
    until: Asked = None,
    since: Annotated[str | None, Query(alias="from", max_length=100)] = None,
    role: Asked = None,
    held_by: Annotated[str | None, Query(alias="heldBy", max_length=100)] = None,
) -> Narrowed:
    return Narrowed(
        kind or None,
        cooperative or None,
        due_until=day(until) if until else None,
        due_from=day(since, "from") if since else None,
        role=_role(role) if role else None,
        held_by=held_by or None,
    )


ByAddress = Annotated[Narrowed, Depends(_narrowed)]
"""The part that the address asks for; a field that is left empty asks for nothing."""


async def offered(actor: Actor, database: AsyncEngine, language: Language, view: View) -> dict[str, Any]:
    """What the form above a list of work offers to choose from, in the reader's language."""
    async with database.connect() as connection:
        known = await reference.cooperatives(connection, actor.municipality)
    roles = roles_seen_by(actor) & COLLEAGUES - {Role.COORDINATOR}
    people = (await get_workload(actor, database)).people if actor.roles & OVERSEERS else []
    return {
        "kinds": sorted(
            ((kind, in_language(words, language.value)) for kind, words in DUTIES.items()), key=lambda k: k[1]
        ),
        "cooperatives": {each.code: each.name for each in known},
        "roles": [(role.value, capital(in_language(ROLES[role], language.value))) for role in sorted(roles)]
        if len(roles) > 1
        else [],
        "people": people,
        "holders": [(each.id, each.name) for each in people] if view in OF_ANYBODY else [],
    }


def day(given: str, field: str = "until") -> date:
    """A day as the browser's own field for one sends it.

    Raises:
        NotAcceptable: it is none.
    """
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise NotAcceptable(field, "Write a day as year-month-day, such as 2026-09-01") from None


def _role(given: str) -> Role:
    try:
        return Role(given)
    except ValueError:
        raise NotAcceptable("role", "Choose one from the list.") from None
