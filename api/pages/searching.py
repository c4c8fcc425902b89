"""The search over cases for whoever works at the municipality: by words, by what they are, and by when they came."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from pydantic import ValidationError
from starlette.responses import RedirectResponse, Response

from api import search
from api.identity import readers
from api.languages import Language
from api.pages import hidden_words
from api.pages.filters import NO_DAY, Filter
from api.pages.forms.words import capital
from api.pages.preferences import preferred_language
from api.pages.sessions import Sight, SignedIn
from api.pages.shell import page
from api.paging import PageByDay
from api.parts import Database
from api.search import BY_BSN, Query
from api.tables import AskedForm
from domain.authority import READERS
from domain.fact import Text
from domain.people import Actor, Role
from domain.status import Phase, Status
from domain.words import PHASES, STATUSES, in_language
from store import reference
from store.sessions import Session

router = APIRouter(prefix="/cases")

AT_ONCE = 100
"""Cases on a page."""
BSN = re.compile(r"[0-9]{9}")
NO_BSN = "A BSN has nine digits."
NOT_FOUND = "This cannot be looked for."
WORDS = hidden_words.PARAMETER
PERSONAL = ("text", "bsn")
OTHERS = ("status", "phase", "cooperative", "from", "to")

Kind = TypeVar("Kind", Status, Phase)

_reader = readers(*READERS)


async def _staff(actor: SignedIn) -> Actor:
    return await _reader(actor)


Staff = Annotated[Actor, Depends(_staff)]


@router.get("")
async def show_cases(
    *, request: Request, actor: Staff, sight: Sight, database: Database, part: PageByDay, asked: AskedForm
) -> Response:
    """The cases that are looked for, the newest first."""
    sought = Filter(request)
    if given := sought.typed.get(WORDS):
        plain = await hidden_words.revealed(given, request.scope["meedoen.session"], actor, database)
        sought.typed.update(json.loads(plain) if plain else {})
    async with database.connect() as connection:
        known = await reference.cooperatives(connection, actor.municipality)
    cooperatives = {each.code: each.name for each in known}
    query, found = _query(sought, cooperatives), None
    if query:
        newest = replace(part.at_most(AT_ONCE), newest_first=True)
        found = await search.search_cases(query, actor, sight, database, newest, asked)
        if isinstance(found, Response):
            return found
    language = preferred_language(request.scope)
    return page(
        request,
        "cases.html",
        sought.status,
        sought=sought,
        kept=hidden_words.kept_in(request),
        found=found,
        statuses=_named(STATUSES, language),
        phases=_named(PHASES, language),
        cooperatives=cooperatives,
        may_register=Role.CASEWORKER in actor.roles,
        by_bsn=bool(actor.roles & BY_BSN),
    )


@router.post("")
async def take_search(request: Request, actor: Staff, database: Database) -> Response:
    """Lead to the list. Words and a BSN do not stand in its address; they are kept when that was asked too."""
    typed = Filter(request, await request.form()).typed
    if id_ := typed.get("forget"):
        await hidden_words.forget(id_, actor, database)
        typed = {name: each for name, each in typed.items() if name not in PERSONAL}
    kept = {name: typed[name] for name in OTHERS if typed.get(name)}
    if personal := {name: typed[name] for name in PERSONAL if typed.get(name)}:
        session: Session = request.scope["meedoen.session"]
        keep = bool(typed.get("keep"))
        kept[WORDS] = await hidden_words.hidden(json.dumps(personal), session, actor, database, keep=keep)
    return RedirectResponse(f"/cases?{urlencode(kept)}" if kept else "/cases", 303)


def _query(sought: Filter, cooperatives: Collection[str]) -> Query | None:
    """What is looked for; none when something is wrong with it."""
    bsn = sought.text("bsn", 20)
    if bsn and not BSN.fullmatch(bsn):
        sought.wrong["bsn"] = NO_BSN
    words = sought.text("text", 200) or ""
    status, phase = sought.kind("status", Status), sought.kind("phase", Phase)
    cooperative, period = sought.one_of("cooperative", cooperatives), sought.period()
    if sought.wrong:
        return None
    try:
        return Query(
            text=words,
            bsn=bsn,
            status=status,
            phase=phase,
            cooperative=cooperative,
            received_from=period.first,
            received_until=period.last,
        )
    except ValidationError as error:
        days = {"received_from": "from", "received_until": "to"}
        for name in {str(each["loc"][0]) for each in error.errors()}:
            sought.wrong[days.get(name, name)] = NO_DAY if name in days else NOT_FOUND
        return None


def _named(words: Mapping[Kind, Text], language: Language) -> list[tuple[str, str]]:
    return [(each.value, capital(in_language(name, language.value))) for each, name in words.items()]
