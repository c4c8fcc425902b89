"""The policy with its versions, the mandates, the office and the cooperatives: at the API and at its pages."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from api.desk import today
from cli.load import municipality_in
from embedded.part import PROJECT
from store.reference import save_municipality
from tests.api_live.office import USERS, Office, new_municipality, problem
from tests.api_live.steps import a_check, an_application

pytestmark = pytest.mark.asyncio(loop_scope="session")

ZONNEDAM = municipality_in(PROJECT / "examples" / "zonnedam.toml")
TOMORROW = today() + timedelta(days=1)


async def a_town(database: AsyncEngine) -> dict[str, Any]:
    """A municipality whose policy changes tomorrow, with a mandate that was over in 2025."""
    code = await new_municipality(database)
    periods = ZONNEDAM.policy.periods.model_copy(update={"supplement_days": 21})
    changed = {"municipality": code, "version": 2, "valid_from": TOMORROW, "periods": periods}
    over = {"code": "old", "valid_from": date(2025, 1, 1), "valid_until": date(2025, 12, 31)}
    new = {
        "policy": ZONNEDAM.policy.model_copy(update=changed),
        "mandates": (ZONNEDAM.mandates[1].model_copy(update=over),),
    }
    async with database.begin() as connection:
        await save_municipality(connection, ZONNEDAM.model_copy(update=new))
    return {"municipality": code}


async def test_the_versions_are_told_with_their_days_and_what_they_say(
    office: Office, database: AsyncEngine
) -> None:
    town = await a_town(database)
    cooperative = office("coop-a", **town)
    later, now = await cooperative.items("/policy/versions")

    assert {"version": 2, "validFrom": str(TOMORROW), "validUntil": None, "replacedBy": None} == later
    assert (1, str(today())) == (now["version"], now["validUntil"])
    second = (await cooperative.get("/policy/versions/2")).json()
    assert (2, 21) == (second["version"], second["periods"]["supplementDays"])
    for version in (3, 2**31 - 1):
        problem(await cooperative.get(f"/policy/versions/{version}"), 404, "not-found")


async def test_a_difference_is_told_in_both_languages(office: Office, database: AsyncEngine) -> None:
    person = office("admin1", **await a_town(database))
    (told,) = await person.items("/policy/difference", **{"from": 1, "to": 2})

    assert ("Aanvullen wat ontbreekt", "14 dagen", "21 days") == (
        told["name"]["nl"],
        told["before"]["nl"],
        told["after"]["en"],
    )
    assert [] == await person.items("/policy/difference", **{"from": 2, "to": 2})
    problem(await person.get("/policy/difference", **{"from": 1, "to": 3}), 404, "not-found")


async def test_a_mandate_has_the_name_of_who_holds_it_once_that_is_known(
    office: Office, database: AsyncEngine
) -> None:
    town = await a_town(database)
    number = (await office("coop-a", **town).did("/applications", an_application()))["case"]
    await office("caseworker1", **town).did(f"/cases/{number}/acts", a_check())
    await office.visitor(database, "decider2", **town)
    found = await office("admin1", **town).items("/mandates")
    told = {each["holder"]: each["holderName"] for each in found}

    assert "Sanne de Wit" == told["caseworker1"]
    assert USERS["decider2"].name == told["decider2"]
    assert told["decider1"] is None


async def test_who_may_read_the_registers(office: Office, database: AsyncEngine) -> None:
    """Everybody reads the rules and the address; who may decide and with whom there is an agreement, not everybody."""
    town = {"municipality": await new_municipality(database)}
    for user in ("coop-a", "controller1", "admin1"):
        for path in ("/policy/versions", "/policy/versions/1", "/office"):
            assert 200 == (await office(user, **town).get(path)).status_code, (user, path)
    for path in ("/mandates", "/cooperatives"):
        for user in ("caseworker1", "coordinator1", "controller1", "auditor1", "admin1"):
            assert 200 == (await office(user, **town).get(path)).status_code, (user, path)
        problem(await office("coop-a", **town).get(path), 403, "not-permitted")


async def test_the_office_is_that_of_the_readers_municipality(office: Office, database: AsyncEngine) -> None:
    town = {"municipality": f"without-{await new_municipality(database)}"}
    zonnedam = (await office("coop-a").get("/office")).json()

    assert ["Postbus 100", "1234 AB Zonnedam"] == zonnedam["address"]
    problem(await office("admin1", **town).get("/office"), 404, "not-found")
    assert [] == await office("admin1", **town).items("/cooperatives")


# The pages


@pytest.mark.parametrize("path", ["/policy", "/policy?from=1&to=1", "/policy/mandates", "/policy/office"])
async def test_who_may_read_the_registers_has_their_pages(
    office: Office, database: AsyncEngine, path: str
) -> None:
    town = {"municipality": await new_municipality(database)}
    for user, status in (
        *(("admin1", 200), ("auditor1", 200), ("caseworker1", 200), ("controller1", 200)),
        ("coop-a", 403),
    ):
        visitor = await office.visitor(database, user, **town)
        answer = await visitor.page(path)

        assert status == answer.status_code, user
        assert (status == 200) == ('href="/policy"' in answer.text), user


async def test_the_page_shows_what_counts_today_and_another_version_when_asked(
    office: Office, database: AsyncEngine
) -> None:
    visitor = await office.visitor(database, "admin1", **await a_town(database))
    now, later = await visitor.shown("/policy"), await visitor.shown("/policy?version=2")

    assert "What version 1 says" in now
    assert "To send what is missing 14 days" in now
    assert "To send what is missing 21 days" in later
    assert "Reasons to grant None." in now


async def test_the_page_of_a_difference_says_it_in_words_and_only_that(
    office: Office, database: AsyncEngine
) -> None:
    visitor = await office.visitor(database, "auditor1", **await a_town(database))
    changed = await visitor.shown("/policy?from=1&to=2")

    assert "Terms" in changed
    assert "To send what is missing 14 days 21 days" in changed
    assert "What comes with an application" not in changed
    assert "They say the same." in await visitor.shown("/policy?from=2&to=2")


async def test_what_reads_otherwise_in_the_other_language_alone_is_shown_in_that_one(
    office: Office, database: AsyncEngine
) -> None:
    code = await new_municipality(database)
    first, *others = ZONNEDAM.policy.items
    title = first.title.model_copy(update={"nl": "Plan: wat u gaat doen"})
    changed = {
        "municipality": code,
        "version": 2,
        "valid_from": TOMORROW,
        "items": (first.model_copy(update={"title": title}), *others),
    }
    policy = ZONNEDAM.policy.model_copy(update=changed)
    async with database.begin() as connection:
        await save_municipality(connection, ZONNEDAM.model_copy(update={"policy": policy}))
    visitor = await office.visitor(database, "admin1", municipality=code)
    shown = await visitor.shown("/policy?from=1&to=2")

    assert "Item only in Dutch Plan: wat de inwoner gaat doen" in shown
    assert "Plan: wat u gaat doen" in shown


async def test_the_page_of_mandates_is_that_of_the_day(office: Office, database: AsyncEngine) -> None:
    visitor = await office.visitor(database, "admin1", **await a_town(database))
    now, then, before = [
        await visitor.shown(f"/policy/mandates{day}") for day in ("", "?on=2025-06-01", "?on=2024-01-01")
    ]

    assert "12 months 16 hours a week €500.00 for the costs of an objection" in now
    assert "24 hours a week any amount for the costs of an objection or a penalty payment" in now
    assert now.index("Grant, refuse, set aside") < now.index("Not in force then") < now.index("Mandate old")
    assert "Mandate old" in then[: then.index("Not in force then")]
    assert "No mandate is in force on 1 January 2024: nobody can decide then." in before


@pytest.mark.parametrize("asked", ["version=9", "from=1&to=x", f"from={quote('1 or 1=1')}"])
async def test_a_version_that_is_not_there_is_to_be_chosen_from_the_list(
    office: Office, database: AsyncEngine, asked: str
) -> None:
    visitor = await office.visitor(database, "admin1", municipality=await new_municipality(database))
    answer = await visitor.page(f"/policy?{asked}")

    assert 400 == answer.status_code
    assert "Kies er een uit de lijst." in answer.text
