"""What nobody can print, in whatever part of an address, is told as the mistake that it is; never as one of ours."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterator
from html import unescape
from itertools import cycle

import httpx
import pytest
import pytest_asyncio
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts
from sqlalchemy.ext.asyncio import AsyncEngine

from api.app import create_app
from domain.people import Role
from tests.api_live.office import Office
from tests.api_live.steps import applied

pytestmark = pytest.mark.asyncio(loop_scope="session")

UNPRINTABLE = ("a%00%07b", "%FF%ED%A0%80", "9" * 40)
"""Nothing and a bell, what is no UTF-8, and a number that no column holds."""
CLEAR = {200, 204, 302, 303, 307, 400, 401, 403, 404, 409, 410, 503}
"""Shown without it, or told what is wrong; 503 of a letter that is being made."""
STREAMS = {"/events", "/api/v1/changes"}
"""These never end."""
STAFF = [role for role in Role if role is not Role.COOPERATIVE]
OF_FORMS = {
    "from",
    "to",
    "on",
    "after",
    "seed",
    "size",
    "text",
    "kind",
    "actor",
    "case",
    "about",
    "lang",
    "theme",
}
"""Parameters that pages read without naming them in their views: every page in the same way."""


def addresses() -> Iterator[tuple[str, set[str]]]:
    """Each that can be looked at, with the parameters that it reads."""
    for context in iter_route_contexts(create_app().routes):
        route = context.original_route
        if isinstance(route, APIRoute) and "GET" in (route.methods or ()) and context.path not in STREAMS:
            yield str(context.path), {*_asked(route.dependant)}


def _of_forms(path: str) -> set[str]:
    return set() if path.startswith("/api/v1") else OF_FORMS


def _asked(dependant: Dependant) -> Iterator[str]:
    yield from (field.alias for field in dependant.query_params)
    for each in dependant.dependencies:
        yield from _asked(each)


ADDRESSES = dict(addresses())
OURS = ("/mine", "/apply", "/applied")
"""Where only a cooperative looks."""


def test_the_walk_finds_pages_and_routes() -> None:
    assert {"/work", "/cases/{number}", "/api/v1/tasks", "/audit/refusals"} <= ADDRESSES.keys()
    assert {"until", "cursor", "limit"} <= ADDRESSES["/work"]


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def number(office: Office) -> str:
    """A case to look at."""
    return await applied(office)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def looking(office: Office, database: AsyncEngine) -> Callable[[str], Awaitable[httpx.Response]]:
    """Somebody who may look at everything, or the cooperative where only it may, by a page or by the API."""
    person = office("everybody", municipality="zonnedam", roles=STAFF)
    visitor = await office.visitor(database, "everybody", municipality="zonnedam", roles=STAFF)
    ours = await office.visitor(database, "coop-a")

    async def look(address: str) -> httpx.Response:
        if address.startswith("/api/v1"):
            return await person.get(address.removeprefix("/api/v1"))
        return await (ours if address.startswith(OURS) else visitor).page(address)

    return look


@pytest.mark.parametrize("address", sorted(ADDRESSES))
async def test_no_part_of_an_address_is_a_fault_of_ours(
    looking: Callable[[str], Awaitable[httpx.Response]], number: str, address: str
) -> None:
    good = {"number": number, "task": f"{number}.1", "kind": "note_added"}
    bad = [
        filled(address, good | {part: each})
        for part in re.findall(r"\{(\w+)", address)
        for each in UNPRINTABLE
    ]
    bad += [
        f"{filled(address, good)}?{name}={each}"
        for name in sorted(ADDRESSES[address])
        for each in UNPRINTABLE
    ]
    bad += [
        f"{filled(address, good)}?{name}={each}"
        for name, each in zip(
            sorted(_of_forms(address) - ADDRESSES[address]), cycle(UNPRINTABLE), strict=False
        )
    ]
    statuses = {each: (await looking(each)).status_code for each in bad}

    assert {} == {each: status for each, status in statuses.items() if status not in CLEAR}


def filled(address: str, parts: dict[str, str]) -> str:
    """An address with something in each of its parts."""
    return re.sub(r"\{(\w+)(:\w+)?\}", lambda found: parts.get(found[1], "1"), address)


A_DAY = "Give a day, such as 24-11-2026."
WRONG = [
    ("caseworker1", "/work?until=tomorrow", "Uiterste dag tot en met", f"Due up to: {A_DAY}"),
    ("caseworker1", "/work?from=1%00", "Uiterste dag vanaf", "Due from: There is a sign in this"),
    ("coordinator1", "/team/assign?role=king", "Voor: Kies er een", "For: Choose one from the list."),
    ("caseworker1", "/work?limit=0", "Hoeveel tegelijk", "How many at once: This must be 1 or more."),
    ("caseworker1", "/post?cursor=x", "Waar de bladzijde begint", "Where the page begins"),
    (
        "caseworker1",
        "/work?view=x",
        "Wiens werk: Deze keuze bestaat niet.",
        "Whose work: This choice is not there.",
    ),
]
"""Who asks for what part of a list that there is not, and what he is told in Dutch and in English."""


@pytest.mark.parametrize(("user", "address", "nl", "en"), WRONG)
async def test_a_page_names_the_part_of_its_address_that_is_wrong(
    office: Office, database: AsyncEngine, user: str, address: str, nl: str, en: str
) -> None:
    visitor = await office.visitor(database, user)
    for language, told in (("nl", nl), ("en", en)):
        answer = await visitor.page(f"{address}&lang={language}")

        assert 400 == answer.status_code
        assert told in unescape(re.sub(r"<[^>]+>", "", answer.text))
