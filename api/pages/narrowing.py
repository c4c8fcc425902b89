"""The part of a list of work that an address asks for, and what its form offers to ask for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from sqlalchemy.ext.asyncio import AsyncEngine

from api.invalid import Mistake
from api.languages import Language, translate
from api.pages import hidden_words
from api.pages.forms.words import capital
from api.pages.sessions import SignedIn
from api.parts import Database
from api.problems import INVALID, Problem, language_of
from api.tasks import OVERSEERS, roles_seen_by
from api.workload import get_workload
from domain.authority import COLLEAGUES
from domain.errors import NotAcceptable
from domain.people import Actor, Role
from domain.words import DUTIES, ROLES, in_language
from store import reference
from store.sessions import Session
from store.work import Narrowed, View

OF_ANYBODY = frozenset({View.ON_HOLD, View.OVERDUE, View.ALL})
"""The views in which it makes sense to ask for what one person holds."""

LISTS = ("/work", "/team/assign")
"""Where a list of work stands; the first when none of them is asked for."""
FIELDS = ("view", "kind", "role", "heldBy", "cooperative", "from", "until")
LONGEST = 200
"""Signs of the words that somebody looks for."""

Asked = Annotated[str | None, Query(max_length=100)]


async def _narrowed(
    *,
    request: Request,
    actor: SignedIn,
    database: Database,
    kind: Asked = None,
    cooperative: Asked = None,
    until: Asked = None,
    since: Annotated[str | None, Query(alias="from", max_length=100)] = None,
    role: Asked = None,
    held_by: Annotated[str | None, Query(alias="heldBy", max_length=100)] = None,
    words: Annotated[str | None, Query(max_length=2000)] = None,
) -> Narrowed:
    return Narrowed(
        kind or None,
        cooperative or None,
        due_until=_day(until, "until", request) if until else None,
        due_from=_day(since, "from", request) if since else None,
        role=_role(role, request) if role else None,
        held_by=held_by or None,
        words=(
            words and await hidden_words.revealed(words, request.scope["meedoen.session"], actor, database)
        )
        or "",
    )


ByAddress = Annotated[Narrowed, Depends(_narrowed)]
"""The part that the address asks for; a field that is left empty asks for nothing."""


async def address(typed: Mapping[str, str], session: Session, actor: Actor, database: AsyncEngine) -> str:
    """Where the part of a list stands that a form asks for; its words stand elsewhere."""
    kept = {name: typed[name] for name in FIELDS if typed.get(name)}
    if words := typed.get("text", "")[:LONGEST]:
        kept[hidden_words.PARAMETER] = await hidden_words.hidden(
            words, session, actor, database, keep=bool(typed.get("keep"))
        )
    to = typed.get("to")
    path = to if to in LISTS else LISTS[0]
    return f"{path}?{urlencode(kept)}" if kept else path


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


def day(given: str, field: str) -> date:
    """A day as the browser's own field for one sends it.

    Raises:
        NotAcceptable: it is none, in that field.
    """
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise NotAcceptable(field, "Give a day, such as 24-11-2026.") from None


def _day(given: str, name: str, request: Request) -> date:
    try:
        return day(given, name)
    except NotAcceptable as wrong:
        raise _in_the_address(name, wrong.template, request) from None


def _role(given: str, request: Request) -> Role:
    try:
        return Role(given)
    except ValueError:
        raise _in_the_address("role", "Choose one from the list.", request) from None


def _in_the_address(name: str, told: str, request: Request) -> Problem:
    detail = translate(told, language_of(request.scope))
    mistake = Mistake(place="query", location=name, detail=detail, code="parameter")
    return Problem(INVALID, "Mend the parts that `errors` names, and send it again.", errors=[mistake])
