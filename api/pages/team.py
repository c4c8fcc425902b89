"""How the work lies among colleagues: who has how much, who is absent, and what nobody has yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.identity import readers
from api.pages.filters import Filter
from api.pages.sessions import SignedIn
from api.pages.shell import page
from api.parts import Database
from api.tasks import OVERSEERS
from api.workload import Colleague, get_workload
from domain.authority import COLLEAGUES, READERS
from domain.people import Actor, Role

router = APIRouter(prefix="/team")

ONE_OF_TWO = "Choose somebody from the list, or name somebody else; not both."

_reader, _colleague, _coordinator = readers(*READERS), readers(*COLLEAGUES), readers(Role.COORDINATOR)


async def _reading(actor: SignedIn) -> Actor:
    return await _reader(actor)


async def _working(actor: SignedIn) -> Actor:
    return await _colleague(actor)


async def _coordinating(actor: SignedIn) -> Actor:
    return await _coordinator(actor)


Reader = Annotated[Actor, Depends(_reading)]
Working = Annotated[Actor, Depends(_working)]
Coordinator = Annotated[Actor, Depends(_coordinating)]


@dataclass(frozen=True)
class Somebody:
    """A colleague, as he is known at the identity provider."""

    id: str
    name: str


@router.get("")
async def show_workload(request: Request, actor: Reader, database: Database) -> Response:
    """How much everybody has to do; who oversees it goes from each number to its list."""
    found = await get_workload(actor, database)
    return page(
        request,
        "team/workload.html",
        found=found,
        before=found.on - timedelta(days=1),
        may_look=bool(actor.roles & OVERSEERS),
        may_assign=Role.COORDINATOR in actor.roles,
    )


def somebody(sought: Filter, field: str, people: list[Colleague], nobody: str) -> Somebody | None:
    """Who was chosen from a list, or named beside it by who is not in it yet; what is wrong is kept with the form.

    `nobody` says that somebody must be chosen.
    """
    names = {each.id: each.name for each in people}
    chosen = sought.one_of(field, names)
    other, called = sought.text(f"{field}-id"), sought.text(f"{field}-name", 200)
    if chosen and (other or called):
        sought.wrong[field] = ONE_OF_TWO
    elif chosen:
        return Somebody(chosen, names[chosen])
    elif other and called:
        return Somebody(other, names.get(other, called))
    elif field not in sought.wrong:
        sought.wrong[field] = nobody
    return None
