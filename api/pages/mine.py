"""A cooperative's own cases: what is asked of it now, and where each case stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from api import tasks
from api.beginnings import today
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import page
from api.paging import PageByDay, listed
from api.parts import Database
from api.problems import NOT_PERMITTED, Problem
from api.views import ListedCase, listed_case
from domain import words
from domain.people import Actor, Role
from domain.standing import Standing, standing
from domain.status import Phase
from store import drafts, queries, search
from store.queries import Page
from store.search import Sought

router = APIRouter()

AT_ONCE = 25
"""Cases on a page: of each is told what comes next, which takes all its acts."""
MOST_ASKED = 50


@dataclass(frozen=True)
class Ours:
    """A case of the cooperative, and where it stands."""

    case: ListedCase
    standing: Standing


@router.get("/mine")
async def show_mine(
    *,
    request: Request,
    actor: SignedIn,
    sight: Sight,
    database: Database,
    asked: PageByDay,
    phase: Annotated[str | None, Query(max_length=20)] = None,
) -> Response:
    """What is asked of us, what we began, and all our cases, the newest first."""
    check_cooperative(actor)
    chosen = next((each for each in Phase if each.value == phase), None)
    part = replace(asked.at_most(AT_ONCE), newest_first=True)
    waiting = await tasks.asked_of(Role.COOPERATIVE, actor, sight, database, Page(MOST_ASKED))
    async with database.connect() as connection:
        rows = await search.found_cases(connection, sight, Sought(phase=chosen), part)
        found = listed(rows, part, listed_case, "received_on", "number")
        whole = await queries.whole_cases(connection, [case.number for case in found.items], sight)
        begun = await drafts.of_new_cases(connection, actor)
    language = preferred_language(request.scope).value
    kinds = [(each, words.in_language(text, language)) for each, text in words.PHASES.items()]
    return page(
        request,
        "mine/mine.html",
        asked=waiting.items,
        cases=[Ours(case, standing(whole[case.number], today())) for case in found.items],
        following=found.next,
        drafts=begun,
        phase=chosen,
        phases=kinds,
    )


def check_cooperative(actor: Actor) -> None:
    """Refuse whoever speaks for no cooperative.

    Raises:
        Problem: the role.
    """
    if Role.COOPERATIVE not in actor.roles:
        roles = frozenset({Role.COOPERATIVE})
        raise Problem(NOT_PERMITTED, "This is open to these roles only: {roles}.", roles=roles)
