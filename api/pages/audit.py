"""The auditors' lists: what was done in all cases, what went otherwise than the rule, what was refused, a sample."""

from __future__ import annotations

from dataclasses import replace
from secrets import token_hex
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api import audit, refusals
from api.identity import readers
from api.pages.filters import Filter
from api.pages.forms.words import capital
from api.pages.preferences import preferred_language
from api.pages.sessions import SignedIn
from api.pages.shell import page
from api.paging import PageByMoment, PageByNumber
from api.parts import Database
from api.tables import AskedForm
from domain.exceptions import Exceptional
from domain.kinds import KINDS
from domain.people import Actor, Role
from domain.words import in_language
from store import reference
from store.queries import Page

router = APIRouter(prefix="/audit")

LARGEST = 500
"""Cases in a sample."""
AT_ONCE = 50
"""Lines on a page."""
NO_SIZE = "Give a number from 1 to 500."

_one_of_them = readers(Role.AUDITOR)


async def _auditor(actor: SignedIn) -> Actor:
    return await _one_of_them(actor)


Auditor = Annotated[Actor, Depends(_auditor)]
"""Who is signed in, and is an auditor."""


def _newest(part: Page) -> Page:
    """What happened last is looked at first; programs read a list in the order in which it grew."""
    return replace(part.at_most(AT_ONCE), newest_first=True)


@router.get("")
async def show_acts(
    request: Request, auditor: Auditor, database: Database, part: PageByMoment, asked: AskedForm
) -> Response:
    """What was done, by whom, when, in which case and on what basis."""
    people = (await audit.list_people(auditor, database)).items
    async with database.connect() as connection:
        cooperatives = await reference.cooperatives(connection, auditor.municipality)
    sought = Filter(request)
    wanted = {
        "actor": sought.one_of("actor", people),
        "kind": sought.one_of("kind", KINDS),
        "case": sought.text("case", 20),
        "cooperative": sought.one_of("cooperative", [each.code for each in cooperatives]),
    }
    period = sought.period()
    found = None
    if not sought.wrong:
        found = await audit.list_acts(
            auditor=auditor,
            database=database,
            page=_newest(part),
            period=period,
            asked=asked,
            **wanted,
        )
        if isinstance(found, Response):
            return found
    language = preferred_language(request.scope).value
    return page(
        request,
        "audit/acts.html",
        sought.status,
        sought=sought,
        found=found,
        people=people.items(),
        kinds=sorted(
            ((kind, capital(in_language(name, language))) for kind, name in KINDS.items()), key=lambda e: e[1]
        ),
        cooperatives=[(each.code, each.name) for each in cooperatives],
    )


@router.get("/exceptions")
async def show_exceptions(
    request: Request, auditor: Auditor, database: Database, part: PageByMoment, asked: AskedForm
) -> Response:
    """Where it went otherwise than the rule, and how often."""
    sought = Filter(request)
    kind, period = sought.kind("kind", Exceptional), sought.period()
    if sought.wrong:
        return page(request, "audit/exceptions.html", 400, sought=sought, found=None, counts=None)
    found = await audit.list_exceptions(auditor, database, _newest(part), period, asked, kind)
    if isinstance(found, Response):
        return found
    counts = await audit.count_exceptions(auditor, database, period)
    return page(request, "audit/exceptions.html", sought=sought, found=found, counts=counts)


@router.get("/refusals")
async def show_refusals(
    request: Request, auditor: Auditor, database: Database, part: PageByNumber, asked: AskedForm
) -> Response:
    """What somebody tried and was refused, and how often."""
    sought = Filter(request)
    case, period = sought.text("case", 20), sought.period()
    of_duties = sought.typed.get("ofDuties") == "true"
    if sought.wrong:
        return page(request, "audit/refusals.html", 400, sought=sought, found=None, counts=None)
    found = await refusals.list_refusals(auditor, database, _newest(part), period, asked, case, of_duties)
    if isinstance(found, Response):
        return found
    counts = await audit.count_exceptions(auditor, database, period)
    return page(
        request, "audit/refusals.html", sought=sought, found=found, counts=counts, of_duties=of_duties
    )


@router.get("/sample")
async def show_sample(request: Request, auditor: Auditor, database: Database, asked: AskedForm) -> Response:
    """Cases drawn by lot: whoever has the seed and the same filter draws the same ones."""
    sought = Filter(request)
    seed, period = sought.text("seed"), sought.period()
    size = sought.number("size", 25, LARGEST, NO_SIZE)
    drawn = None
    if seed and not sought.wrong:
        drawn = await audit.draw_sample(auditor, database, period, asked, seed, size)
        if isinstance(drawn, Response):
            return drawn
    return page(
        request, "audit/sample.html", sought.status, sought=sought, drawn=drawn, size=size, lot=token_hex(4)
    )
