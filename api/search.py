"""The search over cases. What is looked for travels in the body: an address is kept in logs and histories."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import Field, StringConstraints

from api import columns
from api.identity import CurrentActor
from api.paging import Listed, PageByDay
from api.parts import Database
from api.problems import NOT_PERMITTED, Problem
from api.scope import ReadingScope
from api.tables import AskedForm, listing, naming
from api.views import ListedCase, listed_case
from api.wire import Wire
from domain.authority import READERS
from domain.fact import TEXT, Code, Day
from domain.people import Role
from domain.status import Phase, Status
from store import search
from store.queries import Page
from store.search import Sought

router = APIRouter(prefix="/cases", tags=["cases"])

BY_BSN = frozenset({Role.CASEWORKER, Role.DECIDER, Role.OBJECTIONS_OFFICER})
"""Who deals with residents, and may look for one by his number. Wabb 10."""


class Query(Wire):
    """What is looked for; a case has to fit all of it."""

    text: Annotated[str, StringConstraints(max_length=200, pattern=TEXT)] = ""
    """Words, each of which begins a word of the number, the resident, the cooperative or an earlier handler."""
    bsn: Annotated[str | None, Field(pattern=r"^\d{9}$")] = None
    status: Status | None = None
    phase: Phase | None = None
    cooperative: Code | None = None
    received_from: Day | None = None
    received_until: Day | None = None
    act: Code | None = None
    """A kind of act that was done in it."""
    actor: Annotated[str | None, StringConstraints(max_length=100, pattern=TEXT)] = None
    """The id of somebody who acted in it; with `act`, who did that."""


@router.post("/_search", response_model=Listed[ListedCase])
async def search_cases(
    query: Query,
    actor: CurrentActor,
    scope: ReadingScope,
    database: Database,
    page: PageByDay,
    asked: AskedForm,
) -> Listed[ListedCase] | Response:
    """Cases that fit, in the order in which they came. Nothing is done, so it takes no key."""
    if query.bsn and not actor.roles & BY_BSN:
        raise Problem(NOT_PERMITTED, "This is open to these roles only: {roles}.", roles=BY_BSN)
    if (query.act or query.actor) and not actor.roles & READERS:
        raise Problem(NOT_PERMITTED, "This is open to these roles only: {roles}.", roles=READERS)
    said = {name: getattr(query, name) for name in Query.model_fields if name != "text"}
    sought = Sought(words=query.text, **said)

    async def read(part: Page) -> Any:
        async with database.connect() as connection:
            return await search.found_cases(connection, scope, sought, part)

    asked = await naming(asked, scope.municipality, database)
    return await listing(asked, columns.CASES, page, read, listed_case, "received_on", "number")
