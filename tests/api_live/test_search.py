"""The search over cases: by words, by number, by what happened; always within what somebody may read."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office, Person, new_municipality
from tests.api_live.steps import BSN, a_check, an_application, day

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def found(person: Person, **query: Any) -> list[str]:
    """The numbers of the cases that fit."""
    return [case["number"] for case in (await person.did("/cases/_search", query))["items"]]


async def a_town(office: Office, database: AsyncEngine) -> tuple[dict[str, Any], str, str]:
    """A municipality with two cases: of José Smit-Bakker, checked by Sanne de Wit, and of Ali Jansen."""
    town = {"municipality": await new_municipality(database)}
    coop = office("coop-a", **town)
    first, second = [
        (await coop.did("/applications", an_application(resident={"bsn": bsn, "name": name})))["case"]
        for bsn, name in ((BSN, "José Smit-Bakker"), ("999990020", "Ali Jansen"))
    ]
    await office("caseworker1", **town).did(f"/cases/{first}/acts", a_check())
    return town, first, second


async def test_cases_are_found_by_the_beginnings_of_their_words(
    office: Office, database: AsyncEngine
) -> None:
    """Without capitals and accents; all words count, in whichever order."""
    town, first, second = await a_town(office, database)
    caseworker = office("caseworker2", **town)

    for text in ("jose", "JOSÉ smit", "bakker j", "smit-bak", first, first[:-2].lower(), "sanne"):
        assert first in await found(caseworker, text=text), text
        assert text == first[:-2].lower() or second not in await found(caseworker, text=text), text
    assert {first, second} == set(await found(caseworker, text="werkplaats")) == set(await found(caseworker))
    for text in ("smit ali", "akker", "ooo:* & !uuu"):  # no number of a case has an O or a U
        assert [] == await found(caseworker, text=text), text
    for text in ("' | '", "\\"):  # no word to look for
        assert {first, second} == set(await found(caseworker, text=text)), text


async def test_a_list_of_work_is_narrowed_by_the_words_of_its_cases(
    office: Office, database: AsyncEngine
) -> None:
    """By who handled a case earlier too; a cooperative by its own words only."""
    town, first, second = await a_town(office, database)

    async def of(user: str, text: str, **more: Any) -> list[str]:
        told = await office(user, **town).did("/tasks/_search", {"text": text, **more})
        return [task["case"]["number"] for task in told["items"]]

    assert [first] == await of("caseworker2", "sanne") == await of("caseworker2", "smit-bak")
    assert [second] == await of("caseworker2", second, view="group")
    assert [] == await of("caseworker2", second, view="mine")
    assert {first, second} == set(await of("caseworker2", "werkplaats"))
    assert [] == await of("caseworker2", "smit ali") == await of("coop-a", "sanne")


async def test_a_page_of_work_is_narrowed_and_says_in_its_address_no_word(
    office: Office, database: AsyncEngine
) -> None:
    town, first, second = await a_town(office, database)
    visitor = await office.visitor(database, "caseworker2", **town)
    form = {"to": "/work", "view": "group", "text": "bakker", "kind": ""}
    led = await visitor.sent("/work/part", form)
    there = led.headers["location"]
    shown = await visitor.shown(there)
    stranger = await office.visitor(database, "caseworker2", **town)

    assert (303, "/work") == (led.status_code, there.partition("?")[0])
    assert "bakker" not in there
    assert "kind" not in there
    assert first in shown
    assert second not in shown
    assert second in await stranger.shown(there)
    away = await visitor.sent("/work/part", {"to": "https://elsewhere.test", "text": ""})
    assert "/work" == away.headers["location"]


async def test_cases_are_found_by_what_they_are_and_what_happened(
    office: Office, database: AsyncEngine
) -> None:
    town, first, second = await a_town(office, database)
    caseworker = office("caseworker2", **town)

    assert [second] == await found(caseworker, status="completeness_check")
    assert [first] == await found(caseworker, act="completeness_checked", actor="caseworker1")
    assert [] == await found(caseworker, act="completeness_checked", actor="caseworker2")
    assert {first, second} == set(await found(caseworker, phase="application", receivedFrom=day(0)))
    assert [] == await found(caseworker, receivedUntil=day(-1))
    assert [] == await found(caseworker, phase="objection")
    assert [] == await found(caseworker, cooperative="another")


async def test_a_bsn_finds_its_resident_for_who_deals_with_residents(
    office: Office, database: AsyncEngine
) -> None:
    town, first, _ = await a_town(office, database)

    assert [first] == await found(office("decider1", **town), bsn=BSN)
    assert [] == await found(office("decider1", **town), bsn="123456782")
    for user in ("coop-a", "coordinator1", "auditor1"):
        await office(user, **town).refused(403, "not-permitted", "/cases/_search", {"bsn": BSN})
    await office("decider1", **town).refused(400, "invalid-request", "/cases/_search", {"bsn": "1"})


async def test_nobody_finds_what_he_may_not_read(office: Office, database: AsyncEngine) -> None:
    """Nor a cooperative by who handled it."""
    town, first, second = await a_town(office, database)

    assert {first, second} == set(await found(office("coop-a", **town), text="werkplaats"))
    assert [] == await found(office("coop-a", **town), text="sanne")
    assert [] == await found(office("coop-b", **town), text="jose")
    assert first not in await found(office("caseworker2"), text="jose")
    await office("coop-a", **town).refused(403, "not-permitted", "/cases/_search", {"actor": "caseworker1"})
    await office("admin1", **town).refused(403, "not-permitted", "/cases/_search", {})
