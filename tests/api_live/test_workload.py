"""How the work lies among colleagues, over HTTP: each number is as long as the list that it leads to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from domain import words
from tests.api_live.office import Office, Person, new_municipality, problem
from tests.api_live.steps import a_check, a_review, an_application, an_old_application, day

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def a_town(office: Office, database: AsyncEngine) -> dict[str, Any]:
    """One colleague holds an overdue task, one that rests and one due today; three are free, one waits."""
    town = {"municipality": await new_municipality(database)}
    desk, one = office("caseworker2", **town), office("caseworker1", **town)
    late = (await desk.did("/applications", an_old_application()))["case"]
    new = [(await office("coop-a", **town).did("/applications", an_application()))["case"] for _ in range(6)]
    for number in (late, *new[:2]):
        await one.did(f"/tasks/{number}.1/claim")
    await one.did(f"/tasks/{new[0]}.1/hold", {"until": day(3), "reason": "Later."})
    await one.did(f"/cases/{new[4]}/acts", a_check("plan"))
    await one.did(f"/cases/{new[5]}/acts", a_check())
    await one.did(f"/cases/{new[5]}/acts", a_review())
    async with database.begin() as connection:
        due = text("update tasks set due_on = :day where id = :task")
        await connection.execute(due, {"day": date.fromisoformat(day(0)), "task": f"{new[1]}.1"})
    return town


async def how_many(person: Person, **query: Any) -> int:
    return len(await person.items("/tasks", **query))


async def test_each_number_is_as_long_as_its_list(office: Office, database: AsyncEngine) -> None:
    town = await a_town(office, database)
    coordinator = office("coordinator1", **town)
    told = (await coordinator.get("/workload")).json()
    people = {each["id"]: each for each in told["people"]}
    week = {"dueFrom": told["on"], "dueUntil": told["weekEndsOn"]}
    of_her = [
        await how_many(coordinator, heldBy="caseworker1", **query)
        for query in ({"view": "all"}, {"view": "overdue"}, {"view": "all", **week}, {"view": "on_hold"})
    ]
    free = {role: await how_many(coordinator, view="group", role=role) for role in ("caseworker", "decider")}
    one, other = people["caseworker1"], people["caseworker2"]

    assert [3, 1, 1, 1] == of_her
    assert of_her == [one[name] for name in ("tasks", "overdue", "dueThisWeek", "resting")]
    assert [0, 0, 0, 0] == [other[name] for name in ("tasks", "overdue", "dueThisWeek", "resting")]
    assert (["caseworker"], None) == (one["roles"], one["absence"])
    assert {"caseworker": 2, "decider": 1} == free
    assert free == {each["role"]: each["tasks"] for each in told["nobody"]}
    assert "coop-a" not in people


async def test_who_is_absent_today_is_told_with_who_stands_in(office: Office, database: AsyncEngine) -> None:
    """A person of whom nothing else is known too; not who is away later, or came back. A choice tells it first."""
    town = {"municipality": await new_municipality(database)}
    coordinator = office("coordinator1", **town)
    for absent, first, last in (("a", 0, 4), ("b", 1, 4), ("c", 0, 4)):
        away = {"absent": absent, "absentName": absent, "substitute": "s", "substituteName": "Sara"}
        recorded = await coordinator.did("/absences", away | {"firstOn": day(first), "lastOn": day(last)})
    await coordinator.did(f"/absences/{recorded['id']}/withdrawal")
    told = (await coordinator.get("/workload")).json()["people"]

    assert {"a": ("Sara", day(4)), "s": None} == {
        each["id"]: each["absence"] and (each["absence"]["substituteName"], each["absence"]["lastOn"])
        for each in told
    }

    await office("caseworker2", **town).did("/applications", an_old_application())
    visitor = await office.visitor(database, "coordinator1", **town)
    last = words.day(date.fromisoformat(day(4)), "en")

    assert f" a, away up to and including {last}, 0 tasks " in await visitor.shown("/team/assign")


async def test_colleagues_and_auditors_read_how_the_work_lies_and_nobody_else(
    office: Office, database: AsyncEngine
) -> None:
    town = {"municipality": await new_municipality(database)}
    for user in ("caseworker1", "decider1", "objections1", "auditor1"):
        assert 200 == (await office(user, **town).get("/workload")).status_code
    for user in ("coop-a", "controller1", "admin1"):
        problem(await office(user, **town).get("/workload"), 403, "not-permitted")
