"""Tasks over HTTP: who sees them, who holds them, and what fulfils them."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.acts import ACTS
from tests.api_live.office import Office, new_municipality, problem
from tests.api_live.steps import a_check, a_note, an_application, applied, day, kinds, reviewed, task_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_task_is_completed_once(office: Office) -> None:
    """The same request again is answered again; another one comes too late."""
    number, caseworker, key = await applied(office), office("caseworker1"), uuid4().hex
    task = await task_of(caseworker, number)
    once = await caseworker.did(f"/tasks/{task}/complete", a_check(), key)

    assert once == await caseworker.did(f"/tasks/{task}/complete", a_check(), key)
    await caseworker.refused(409, "not-now", f"/tasks/{task}/complete", a_check())
    await office("caseworker2").refused(409, "not-now", f"/tasks/{task}/claim")
    assert ["application_received", "completeness_checked"] == await kinds(office, number)


async def test_two_claim_at_once_and_one_is_told_who_has_it(office: Office) -> None:
    number = await applied(office)
    task = await task_of(office("caseworker1"), number)
    answers = await asyncio.gather(
        *(office(user).post(f"/tasks/{task}/claim") for user in ("caseworker1", "caseworker2"))
    )
    shown = (await office("coordinator1").get(f"/tasks/{task}")).json()
    lost = next(answer for answer in answers if answer.status_code != 200)

    assert [200, 409] == sorted(answer.status_code for answer in answers)
    assert problem(lost, 409, "task-taken")["detail"].startswith(f"{shown['assignee']['name']} has held this")


async def test_what_somebody_holds_nobody_else_completes(office: Office) -> None:
    """Neither by the task nor beside it, until it is given back."""
    number, one, other = await applied(office), office("caseworker1"), office("caseworker2")
    task = await task_of(one, number)
    await one.did(f"/tasks/{task}/claim")
    for path in (f"/tasks/{task}/complete", f"/cases/{number}/acts"):
        told = await other.refused(409, "task-taken", path, a_check())

        assert "Sanne de Wit" in told["detail"]
    await other.refused(409, "task-taken", f"/tasks/{task}/release")
    await one.did(f"/tasks/{task}/release")
    await other.did(f"/tasks/{task}/complete", a_check())


async def test_only_a_coordinator_assigns(office: Office) -> None:
    number = await applied(office)
    task = await task_of(office("caseworker1"), number)
    assigned = {"assignee": "caseworker2", "assigneeName": "Mohamed El Amrani"}
    for user in ("caseworker1", "decider1", "coop-a", "auditor1"):
        await office(user).refused(403, "not-permitted", f"/tasks/{task}/assign", assigned)
    await office("coordinator1").did(f"/tasks/{task}/assign", assigned)

    await office("caseworker1").refused(409, "task-taken", f"/tasks/{task}/complete", a_check())
    await office("caseworker2").did(f"/tasks/{task}/complete", a_check())


async def test_who_is_known_keeps_his_own_name_when_a_task_is_assigned(office: Office) -> None:
    """As he was called when he last did something, whatever the coordinator says; a new one has the name given."""
    number, other = await applied(office), await applied(office)
    known = f"known-{uuid4().hex}"
    mohamed, coordinator = office("caseworker2", sub=known), office("coordinator1")
    task, others = await task_of(mohamed, number), await task_of(mohamed, other)
    await mohamed.did(f"/tasks/{task}/claim")
    await mohamed.did(f"/tasks/{task}/release")
    await coordinator.did(f"/tasks/{task}/assign", {"assignee": known, "assigneeName": "Sinterklaas"})
    await coordinator.did(f"/tasks/{others}/assign", {"assignee": "new-here", "assigneeName": "Jo de Boer"})
    (his,) = await coordinator.items("/tasks", case=number)
    (hers,) = await coordinator.items("/tasks", case=other)

    assert ("Mohamed El Amrani", "Jo de Boer") == (his["assignee"]["name"], hers["assignee"]["name"])

    await coordinator.did(f"/tasks/{others}/assign", {"assignee": known})
    (now_his,) = await coordinator.items("/tasks", case=other)

    assert "Mohamed El Amrani" == now_his["assignee"]["name"]


async def test_a_task_goes_to_nobody_who_is_not_known_and_not_named(office: Office) -> None:
    """An id alone may be a slip of the pen. Whoever may not assign is told that, and not who is known."""
    task = await task_of(office("caseworker1"), await applied(office))
    to_nobody = {"assignee": "caseworker-1"}
    told = await office("coordinator1").refused(400, "not-acceptable", f"/tasks/{task}/assign", to_nobody)

    assert ["/assignee"] == [error["location"] for error in told["errors"]]
    assert told["detail"].startswith("Nobody of this id was here yet")
    await office("caseworker1").refused(403, "not-permitted", f"/tasks/{task}/assign", to_nobody)


async def test_a_task_goes_to_nobody_who_is_known_without_its_role(
    office: Office, database: AsyncEngine
) -> None:
    """By what he last did, until he signs in with the role; a dry run tells it too."""
    task = await task_of(office("caseworker1"), await applied(office))
    him = f"him-{uuid4().hex}"
    await office("decider1", sub=him, name="Kees Bos").did(f"/cases/{task.partition('.')[0]}/acts", a_note())
    to_him, coordinator = {"assignee": him}, office("coordinator1")
    told = await coordinator.refused(400, "not-acceptable", f"/tasks/{task}/assign", to_him)
    dry = await coordinator.did("/tasks/_assign", to_him | {"tasks": [task], "dryRun": True})

    assert ["/assignee"] == [error["location"] for error in told["errors"]]
    assert "This task is for: caseworker. Kees Bos was last here as: decider" == told["detail"]
    assert [("/problems/not-acceptable", told["detail"])] == [
        (each["problem"], each["reason"]) for each in dry["items"]
    ]

    page = await office.visitor(database, "coordinator1")
    form = {"task": task, "assignee-id": him, "assignee-name": "Kees", "key": uuid4().hex}
    previewed = await page.sent("/team/assign/check", form, on="/team/assign")
    given = await page.sent("/team/assign", form, on="/team/assign")
    came_of_it = await page.page(given.headers["location"])

    for answer in (previewed, came_of_it):
        assert "Kees Bos was hier het laatst als: beslisser" in answer.text

    await office.visitor(database, "caseworker1", sub=him, name="Kees Bos")
    await coordinator.did(f"/tasks/{task}/assign", to_him)


async def test_a_task_rests_until_a_day_that_lies_ahead(office: Office) -> None:
    number, caseworker = await applied(office), office("caseworker1")
    task = await task_of(caseworker, number)
    held = {"until": day(3), "reason": "The resident is away."}
    await caseworker.refused(409, "not-now", f"/tasks/{task}/hold", held)
    await caseworker.did(f"/tasks/{task}/claim")
    for past in (day(0), day(-1)):
        told = await caseworker.refused(400, "not-acceptable", f"/tasks/{task}/hold", held | {"until": past})

        assert ["/until"] == [error["location"] for error in told["errors"]]
    await caseworker.did(f"/tasks/{task}/hold", held)

    assert [] == await caseworker.items("/tasks", case=number)
    assert [day(3)] == [t["heldUntil"] for t in await caseworker.items("/tasks", case=number, onHold=True)]

    await caseworker.did(f"/tasks/{task}/resume")

    assert [None] == [t["heldUntil"] for t in await caseworker.items("/tasks", case=number)]


async def test_lists_show_mine_nobodys_or_everybodys(office: Office, database: AsyncEngine) -> None:
    """Without what rests, unless it is asked for."""
    town = {"municipality": await new_municipality(database)}
    coop, one, other = (office(user, **town) for user in ("coop-a", "caseworker1", "caseworker2"))
    tasks = [
        await task_of(one, (await coop.did("/applications", an_application()))["case"]) for _ in range(3)
    ]
    await one.did(f"/tasks/{tasks[0]}/claim")
    await other.did(f"/tasks/{tasks[1]}/claim")
    await other.did(f"/tasks/{tasks[1]}/hold", {"until": day(3), "reason": "Later."})

    async def found(**query: object) -> set[str]:
        return {task["id"] for task in await one.items("/tasks", **query)}

    assert {tasks[0]} == await found(assignee="me")
    assert {tasks[2]} == await found(assignee="nobody")
    assert {tasks[0], tasks[2]} == await found(assignee="anyone") == await found()
    assert set(tasks) == await found(onHold=True)
    assert [] == await office("decider1", **town).items("/tasks")
    assert set(tasks[::2]) == {t["id"] for t in await office("coordinator1", **town).items("/tasks")}


async def test_tasks_come_in_pages_that_neither_skip_nor_repeat(
    office: Office, database: AsyncEngine
) -> None:
    """Also while others are opened and completed in between."""
    town = {"municipality": await new_municipality(database)}
    coop, caseworker = office("coop-a", **town), office("caseworker1", **town)
    for _ in range(5):
        await coop.did("/applications", an_application())
    all_of_them = {task["id"] for task in await caseworker.items("/tasks")}
    page = (await caseworker.get("/tasks", limit=2)).json()
    seen = [task["id"] for task in page["items"]]
    await caseworker.did(f"/tasks/{seen[0]}/complete", a_check())
    while page["next"]:
        await coop.did("/applications", an_application())
        page = (await caseworker.get("/tasks", limit=2, cursor=page["next"])).json()
        seen += [task["id"] for task in page["items"]]

    assert len(set(seen)) == len(seen)
    assert all_of_them <= set(seen)
    assert seen[0] not in {task["id"] for task in await caseworker.items("/tasks")}


async def test_a_tasks_forms_are_the_acts_own_schemas(office: Office) -> None:
    number, decider = await reviewed(office), office("decider1")
    task = (await decider.get(f"/tasks/{await task_of(decider, number)}")).json()

    assert ["permission_granted", "permission_refused", "review_returned", "view_invited"] == task["accepts"]
    assert {kind: ACTS[kind].model_json_schema(by_alias=True) for kind in task["accepts"]} == task["forms"]
    assert "validFrom" in task["forms"]["permission_granted"]["required"]
    assert number == task["case"]["number"]


async def test_a_task_is_seen_by_its_role_and_by_overseers(office: Office) -> None:
    number = await reviewed(office)
    task = await task_of(office("decider1"), number)
    statuses = {
        user: (await office(user).get(f"/tasks/{task}")).status_code
        for user in ("decider2", "coordinator1", "auditor1", "caseworker1", "coop-a", "admin1")
    }

    assert {
        "decider2": 200,
        "coordinator1": 200,
        "auditor1": 200,
        "caseworker1": 404,
        "coop-a": 404,
        "admin1": 403,
    } == statuses


async def test_a_note_does_not_touch_a_task(office: Office) -> None:
    number, caseworker = await applied(office), office("caseworker1")
    task = await task_of(caseworker, number)
    await caseworker.did(f"/cases/{number}/acts", a_note())

    assert task == await task_of(caseworker, number)
