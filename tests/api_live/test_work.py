"""The lists that people work by, the next task, and many tasks to one person."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine

from store.tables import CaseRow
from tests.api_live.office import Office, new_municipality, problem
from tests.api_live.steps import a_check, a_note, a_review, an_application, day, task_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def some_tasks(office: Office, town: dict[str, Any], how_many: int) -> list[str]:
    """Completeness checks, the most urgent first."""
    for _ in range(how_many):
        await office("coop-a", **town).did("/applications", an_application())
    return [task["id"] for task in await office("caseworker1", **town).items("/tasks")]


async def test_each_view_has_as_many_tasks_as_the_navigation_says(
    office: Office, database: AsyncEngine
) -> None:
    town = {"municipality": await new_municipality(database)}
    one, other = office("caseworker1", **town), office("caseworker2", **town)
    mine, theirs, resting, free = await some_tasks(office, town, 4)
    for person, task in ((one, mine), (other, theirs), (other, resting)):
        await person.did(f"/tasks/{task}/claim")
    await other.did(f"/tasks/{resting}/hold", {"until": day(3), "reason": "Later."})
    asked = free.partition(".")[0]
    await one.did(f"/cases/{asked}/acts", a_check("plan"))
    (waiting,) = await office("coop-a", **town).items("/tasks")
    found = {
        view: [task["id"] for task in await one.items("/tasks", view=view)]
        for view in ("mine", "group", "on_hold", "waiting", "overdue", "all")
    }
    counts = (await one.get("/tasks/_counts")).json()
    of_coop = (await office("coop-a", **town).get("/tasks/_counts")).json()

    assert {
        "mine": [mine],
        "group": [],
        "on_hold": [resting],
        "waiting": [waiting["id"]],
        "overdue": [],
        "all": [mine, theirs, resting],
    } == found
    assert {"mine": 1, "group": 0, "onHold": 1, "waiting": 1, "overdue": 0, "all": 3} == counts
    assert {"mine": 0, "group": 1, "onHold": 0, "waiting": 0, "overdue": 0, "all": 1} == of_coop
    assert [day(3)] == [task["heldUntil"] for task in await one.items("/tasks", view="on_hold")]
    assert 200 == (await one.get(f"/tasks/{waiting['id']}")).status_code


async def test_tasks_are_found_by_cooperative_kind_day_and_holder(
    office: Office, database: AsyncEngine
) -> None:
    town = {"municipality": await new_municipality(database)}
    first, second = await some_tasks(office, town, 2)
    one, coordinator = office("caseworker1", **town), office("coordinator1", **town)
    await one.did(f"/tasks/{first}/claim")

    async def found(**query: str) -> list[str]:
        return [task["id"] for task in await coordinator.items("/tasks", **query)]

    due_on = (await one.get(f"/tasks/{first}")).json()["dueOn"]

    assert [first, second] == await found(cooperative="de-werkplaats", kind="completeness_checked")
    assert [] == await found(cooperative="another")
    assert [] == await found(kind="application_reviewed")
    assert [first] == await found(heldBy="caseworker1")
    assert [first, second] == await found(dueUntil=due_on)
    assert [] == await found(dueUntil=day(0))
    assert [first, second] == await found(dueFrom=due_on)
    assert [] == await found(dueFrom=day(300))
    assert [second] == await found(view="group", role="caseworker")
    assert [] == await found(view="group", role="decider")
    assert [first] == await found(view="all", heldBy="caseworker1")
    problem(await one.get("/tasks", heldBy="caseworker2"), 403, "not-permitted")
    problem(await one.get("/tasks", view="nothing"), 400, "invalid-request")


async def test_two_who_ask_for_the_next_task_at_once_get_two(office: Office, database: AsyncEngine) -> None:
    """Each the most urgent that is left; and the same request again answers the same task."""
    town = {"municipality": await new_municipality(database)}
    tasks = await some_tasks(office, town, 3)
    people = [office(user, **town) for user in ("caseworker1", "caseworker2")]
    keys = [uuid4().hex, uuid4().hex]
    taken = await asyncio.gather(
        *(person.did("/tasks/_next/claim", key=key) for person, key in zip(people, keys, strict=True))
    )
    again = [
        await person.did("/tasks/_next/claim", key=key) for person, key in zip(people, keys, strict=True)
    ]

    assert set(tasks[:2]) == {each["task"] for each in taken}
    assert taken == again
    assert tasks[2] == (await people[0].did("/tasks/_next/claim"))["task"]
    await people[0].refused(404, "not-found", "/tasks/_next/claim")


async def test_the_next_task_by_a_double_click_is_one(office: Office, database: AsyncEngine) -> None:
    town = {"municipality": await new_municipality(database)}
    tasks = await some_tasks(office, town, 3)
    caseworker, key = office("caseworker1", **town), uuid4().hex
    taken = await asyncio.gather(*(caseworker.did("/tasks/_next/claim", key=key) for _ in range(4)))

    assert [tasks[0]] * 4 == [each["task"] for each in taken]
    assert [tasks[0]] == [task["id"] for task in await caseworker.items("/tasks", view="mine")]


async def test_the_next_task_is_another_request_than_a_claim_by_the_same_key(
    office: Office, database: AsyncEngine
) -> None:
    town = {"municipality": await new_municipality(database)}
    tasks = await some_tasks(office, town, 2)
    caseworker, key = office("caseworker1", **town), uuid4().hex
    await caseworker.did(f"/tasks/{tasks[0]}/claim", key=key)

    assert tasks[1] == (await caseworker.did("/tasks/_next/claim", key=key))["task"]


async def test_a_task_whose_case_is_another_municipalitys_keeps_nobody_from_the_next_one(
    office: Office, database: AsyncEngine
) -> None:
    """Nothing makes one; a row that somebody put right by hand may be one."""
    town = {"municipality": await new_municipality(database)}
    tasks = await some_tasks(office, town, 2)
    caseworker = office("caseworker1", **town)
    async with database.begin() as connection:
        number = tasks[0].partition(".")[0]
        await connection.execute(
            update(CaseRow).where(CaseRow.number == number).values(municipality="elsewhere")
        )

    assert [tasks[1]] == [task["id"] for task in await caseworker.items("/tasks")]
    assert tasks[1] == (await caseworker.did("/tasks/_next/claim"))["task"]


async def test_the_next_task_is_one_that_four_eyes_leave_to_him(
    office: Office, database: AsyncEngine
) -> None:
    """Whoever reviewed an application is not given its decision, nor is who holds no mandate."""
    town = {"municipality": await new_municipality(database)}
    await some_tasks(office, town, 2)
    both = office("decider1", **town, roles=["caseworker", "decider"])
    caseworker = office("caseworker1", **town)
    one, other = {task["case"]["number"] for task in await caseworker.items("/tasks")}
    for person, number in ((both, one), (caseworker, other)):
        await caseworker.did(f"/cases/{number}/acts", a_check())
        await person.did(f"/cases/{number}/acts", a_review())
    await office("decider9", **town, roles=["decider"]).refused(404, "not-found", "/tasks/_next/claim")

    assert other == (await both.did("/tasks/_next/claim"))["case"]
    await both.refused(404, "not-found", "/tasks/_next/claim")


async def test_a_cooperative_takes_its_own_next_task_and_an_auditor_none(
    office: Office, database: AsyncEngine
) -> None:
    town = {"municipality": await new_municipality(database)}
    (task,) = await some_tasks(office, town, 1)
    await office("caseworker1", **town).did(f"/tasks/{task}/complete", a_check("plan"))
    await office("auditor1", **town).refused(404, "not-found", "/tasks/_next/claim")

    assert task.partition(".")[0] == (await office("coop-a", **town).did("/tasks/_next/claim"))["case"]


async def test_many_tasks_are_assigned_and_each_answers_for_itself(
    office: Office, database: AsyncEngine
) -> None:
    town = {"municipality": await new_municipality(database)}
    first, second, done = await some_tasks(office, town, 3)
    caseworker, coordinator = office("caseworker1", **town), office("coordinator1", **town)
    await caseworker.did(f"/tasks/{done}/complete", a_check())
    wanted = {
        "assignee": "caseworker2",
        "assigneeName": "Mohamed El Amrani",
        "tasks": [first, second, done, "MD-0000-0000-0000.1"],
    }
    before = await coordinator.did("/tasks/_assign", wanted | {"dryRun": True})
    still_free = await caseworker.items("/tasks", view="group")
    key = uuid4().hex
    after = await coordinator.did("/tasks/_assign", wanted, key)

    assert [True, True, None, None] == [each["isLeftToAssignee"] for each in before["items"]]
    assert [None, None, "/problems/not-now", "/problems/not-found"] == [
        each["problem"] for each in before["items"]
    ]
    assert {first, second} <= {task["id"] for task in still_free}
    assert [None, None, "/problems/not-now", "/problems/not-found"] == [
        each["problem"] for each in after["items"]
    ]
    assert "This task is done already, or was never in this case" == after["items"][2]["reason"]
    assert after == await coordinator.did("/tasks/_assign", wanted, key)
    assert {first, second} == {
        task["id"] for task in await office("caseworker2", **town).items("/tasks", view="mine")
    }


async def test_only_a_coordinator_assigns_many(office: Office, database: AsyncEngine) -> None:
    """Others are refused task by task, in a dry run too, and nothing can be asked without end."""
    town = {"municipality": await new_municipality(database)}
    (task,) = await some_tasks(office, town, 1)
    wanted = {"assignee": "caseworker2", "assigneeName": "Mohamed", "tasks": [task]}
    for dry in (True, False):
        told = await office("caseworker1", **town).did("/tasks/_assign", wanted | {"dryRun": dry})

        assert ["/problems/not-permitted"] == [each["problem"] for each in told["items"]]
    for tasks in ([], [task] * 101):
        await office("coordinator1", **town).refused(
            400, "invalid-request", "/tasks/_assign", wanted | {"tasks": tasks}
        )


async def test_a_dry_run_tells_whom_four_eyes_keep_from_it(office: Office, database: AsyncEngine) -> None:
    town = {"municipality": await new_municipality(database)}
    (task,) = await some_tasks(office, town, 1)
    number = task.partition(".")[0]
    await office("caseworker1", **town).did(f"/cases/{number}/acts", a_check())
    await office("decider1", **town, roles=["caseworker", "decider"]).did(f"/cases/{number}/acts", a_review())
    await office("caseworker1", **town).did(f"/cases/{number}/acts", a_note())
    decision = await task_of(office("decider2", **town), number)
    left = {
        user: (
            await office("coordinator1", **town).did(
                "/tasks/_assign",
                {"assignee": user, "assigneeName": user, "tasks": [decision], "dryRun": True},
            )
        )["items"][0]["isLeftToAssignee"]
        for user in ("decider1", "decider2")
    }

    assert {"decider1": False, "decider2": True} == left
