"""The letter beside what is looked at once more: set once for all its pages, and anew when it says another thing."""

from __future__ import annotations

from typing import Any

import pytest
import typst
from sqlalchemy.ext.asyncio import AsyncEngine

from api.pages.forms.values import NONE
from tests.api_live.office import Office, Visitor
from tests.api_live.steps import day, reviewed

pytestmark = pytest.mark.asyncio(loop_scope="session")

A_GRANT = {
    "valid_from": day(0),
    "valid_until": day(300),
    "hours_a_week": "16",
    "reasoning": "It helps him on.",
    "view_waived": NONE,
}


@pytest.fixture
def set_letters(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What typst was asked to set, of which nothing is left out."""
    found, compiled = list[str](), typst.compile

    def noted(*asked: Any, **form: Any) -> Any:
        found.append(form["sys_inputs"]["letter"])
        return compiled(*asked, **form)

    monkeypatch.setattr(typst, "compile", noted)
    return found


async def checked(visitor: Visitor, address: str, **changed: str) -> bytes:
    """The first page of the letter, once all pages of what was filled in were looked at."""
    led = await visitor.sent(address, A_GRANT | changed)
    answer = await visitor.page(led.headers["location"])

    assert (303, 200) == (led.status_code, answer.status_code), answer.text
    pages = answer.text.count('class="meedoen-paper"')
    found = [await visitor.page(f"{address}/letter?page={number}") for number in range(1, pages + 1)]

    assert pages > 1
    assert {200} == {each.status_code for each in found}
    return found[0].content


async def about_to_grant(office: Office, database: AsyncEngine) -> tuple[Visitor, str]:
    """A decider, and where he grants a permission that was advised."""
    number = await reviewed(office)
    return await office.visitor(database, "decider1"), f"/tasks/{number}.3/acts/permission_granted"


async def test_a_letter_is_set_once_however_many_of_its_pages_are_looked_at(
    office: Office, database: AsyncEngine, set_letters: list[str]
) -> None:
    visitor, address = await about_to_grant(office, database)
    first = await checked(visitor, address)
    again = await checked(visitor, address)

    assert 1 == len(set_letters)
    assert first == again


async def test_a_letter_that_says_another_thing_is_another_letter(
    office: Office, database: AsyncEngine, set_letters: list[str]
) -> None:
    visitor, address = await about_to_grant(office, database)
    first = await checked(visitor, address)
    changed = await checked(visitor, address, reasoning="It does him good.")

    assert first != changed
    assert ["It helps him on.", "It does him good."] == [
        said for letter in set_letters for said in ("It helps him on.", "It does him good.") if said in letter
    ]


async def test_the_letter_so_far_is_of_what_was_typed_and_leaves_the_case_as_it_is(
    office: Office, database: AsyncEngine, set_letters: list[str]
) -> None:
    visitor, address = await about_to_grant(office, database)
    number = address.split("/")[2].partition(".")[0]
    before = await visitor.page(f"/cases/{number}")
    quietly = await visitor.sent(address, A_GRANT | {"look": "1", "keep": "1"})
    lacking = await visitor.sent(address, A_GRANT | {"look": "1", "keep": "1", "reasoning": ""})
    after = await visitor.page(f"/cases/{number}")

    assert 200 == quietly.status_code
    assert "<html" not in quietly.text
    assert f"{address}/letter?page=1&amp;of=" in quietly.text
    assert 1 == len(set_letters)
    assert "meedoen-paper" not in lacking.text
    assert 'href="#field-reasoning"' in lacking.text
    assert before.text.count("meedoen-timeline__item") == after.text.count("meedoen-timeline__item")


async def test_nobody_sees_the_letter_of_a_decision_that_is_not_his(
    office: Office, database: AsyncEngine
) -> None:
    _, address = await about_to_grant(office, database)
    number = address.split("/")[2].partition(".")[0]
    on_case = f"/cases/{number}/acts/permission_granted"
    reviewer = await office.visitor(database, "caseworker1")
    elsewhere = await office.visitor(database, "caseworker-other")
    his = await reviewer.sent(on_case, A_GRANT | {"look": "1", "keep": "1"})
    strange = await elsewhere.sent(address, A_GRANT | {"look": "1", "keep": "1"})

    assert 204 == his.status_code
    assert 404 == strange.status_code
    assert 404 == (await reviewer.page(f"{on_case}/letter")).status_code
