"""In a list no two links lead elsewhere by the same name, as somebody gets them who goes from link to link."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office, new_municipality
from tests.api_live.steps import an_application
from tests.pages.forms.pages import Element, Tree

pytestmark = pytest.mark.asyncio(loop_scope="session")


def named(link: Element, page: Element) -> str:
    """What a screen reader calls it."""
    by = link.attributes.get("aria-labelledby", "").split()
    return " ".join(page.one(id=each).text for each in by) or link.text


async def test_a_link_tells_which_case_it_is_of(office: Office, database: AsyncEngine) -> None:
    """One resident has two cases here, in which the same is asked. WCAG 2.4.9."""
    town: dict[str, Any] = {"municipality": await new_municipality(database)}
    cases = [(await office("coop-a", **town).did("/applications", an_application()))["case"] for _ in "ab"]
    for number in cases:
        await office("caseworker1", **town).did(
            f"/cases/{number}/acts", {"kind": "question_asked", "of": "cooperative", "items": ["Is it warm?"]}
        )
    for user, path in (("caseworker1", "/work?view=group"), ("caseworker1", "/cases"), ("coop-a", "/mine")):
        answer = await (await office.visitor(database, user, **town)).page(path)
        page = Tree(answer.text).open[0]
        led = defaultdict[str, set[str]](set)
        for link in page.one("main").all("a"):
            led[named(link, page)].add(link.attributes["href"])

        assert {} == {name: to for name, to in led.items() if len(to) > 1}
        assert all(any(number in name for name in led) for number in cases)
