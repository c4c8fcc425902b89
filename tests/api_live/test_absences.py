"""Absences over HTTP: who records them, who then sees and does whose tasks, and what is kept of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office, Person, new_municipality
from tests.api_live.steps import WHY, a_check, a_grant, a_review, an_application, day, task_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

Town = Callable[[str], Person]


@pytest_asyncio.fixture(loop_scope="session")
async def town(office: Office, database: AsyncEngine) -> Town:
    """The people of a municipality in which nobody is absent yet."""
    code = await new_municipality(database)
    return lambda user: office(user, municipality=code)


def away(
    first: int = 0, last: int = 13, absent: str = "caseworker1", substitute: str = "caseworker2"
) -> dict[str, Any]:
    """Somebody is absent from so many days ahead until so many."""
    return {
        "absent": absent,
        "absentName": "Sanne de Wit",
        "substitute": substitute,
        "substituteName": "Mohamed El Amrani",
        "firstOn": day(first),
        "lastOn": day(last),
    }


async def her_task(town: Town) -> tuple[str, str]:
    """A case, and its task that `caseworker1` holds."""
    number = (await town("coop-a").did("/applications", an_application()))["case"]
    task = await task_of(town("caseworker1"), number)
    await town("caseworker1").did(f"/tasks/{task}/claim")
    return number, task


async def mine(person: Person) -> dict[str, str | None]:
    """What somebody has to do, and for whom."""
    return {task["id"]: task["standingInFor"] for task in await person.items("/tasks", assignee="me")}


async def test_a_substitute_sees_and_does_the_tasks_of_who_is_absent(town: Town) -> None:
    """Among his own, each telling for whom; the timeline tells it too, but not to the cooperative."""
    substitute = town("caseworker2")
    number, task = await her_task(town)
    own = await task_of(
        town("caseworker1"), (await town("coop-a").did("/applications", an_application()))["case"]
    )
    await substitute.did(f"/tasks/{own}/claim")

    assert {own: None} == await mine(substitute)

    await town("coordinator1").did("/absences", away())

    assert {own: None, task: "Sanne de Wit"} == await mine(substitute)
    assert {task: None} == await mine(town("caseworker1"))
    assert "Sanne de Wit" == (await substitute.get(f"/tasks/{task}")).json()["standingInFor"]

    await substitute.did(f"/tasks/{task}/hold", {"until": day(3), "reason": "The resident is away."})
    await substitute.did(f"/tasks/{task}/resume")
    await substitute.did(f"/tasks/{task}/complete", a_check())
    lines = await town("auditor1").items(f"/cases/{number}/timeline")
    seen = await town("coop-a").items(f"/cases/{number}/timeline")

    assert [None, None, *["Sanne de Wit"] * 3] == [line["standingInFor"] for line in lines]
    assert "Mohamed El Amrani" == lines[-1]["who"]
    assert lines[-1]["text"].endswith("As the substitute of Sanne de Wit.")
    assert "Sanne" not in str(seen)
    assert "completeness_checked" == seen[-1]["kind"]
    assert {own: None} == await mine(substitute)


async def test_before_an_absence_and_after_it_nobody_stands_in(town: Town) -> None:
    """Also when it is withdrawn; who was absent does her own work whenever she likes."""
    _, task = await her_task(town)
    substitute, absent, path = town("caseworker2"), town("caseworker1"), f"/tasks/{task}/complete"
    coming = await absent.did("/absences", away(1))

    assert {} == await mine(substitute)
    await substitute.refused(409, "task-taken", path, a_check())

    await absent.did(f"/absences/{coming['id']}/withdrawal")
    now = await absent.did("/absences", away())

    assert {task: "Sanne de Wit"} == await mine(substitute)

    await absent.did(f"/absences/{now['id']}/withdrawal")

    assert {} == await mine(substitute)
    await substitute.refused(409, "task-taken", path, a_check())
    await substitute.refused(409, "task-taken", f"/tasks/{task}/release")
    await absent.did(path, a_check())


async def test_standing_in_gives_no_role_and_no_mandate(town: Town) -> None:
    number, _ = await her_task(town)
    coordinator, decider = town("coordinator1"), town("decider1")
    await town("caseworker1").did(f"/cases/{number}/acts", a_check())
    await town("caseworker1").did(f"/cases/{number}/acts", a_review())
    task = await task_of(decider, number)
    await decider.did(f"/tasks/{task}/claim")
    grant = f"/tasks/{task}/complete"
    without_a_role = await coordinator.did("/absences", away(absent="decider1", substitute="caseworker2"))

    assert {} == await mine(town("caseworker2"))
    await town("caseworker2").refused(403, "not-permitted", grant, a_grant())
    await town("caseworker2").refused(403, "not-permitted", f"/tasks/{task}/release")

    await coordinator.did(f"/absences/{without_a_role['id']}/withdrawal")
    await coordinator.did("/absences", away(absent="decider1", substitute="decider2"))
    told = await town("decider2").refused(403, "not-permitted", grant, a_grant(validUntil=day(800)))

    assert "mandate" in told["detail"]
    await town("objections1").refused(403, "not-permitted", grant, a_grant())


async def test_everybody_records_his_own_absence_and_a_coordinator_anybodys(town: Town) -> None:
    for user, status in {
        "caseworker1": 201,
        "caseworker2": 403,
        "decider1": 403,
        "coop-a": 403,
        "auditor1": 403,
        "admin1": 403,
    }.items():
        assert status == (await town(user).post("/absences", away())).status_code, user
    assert 201 == (await town("coordinator1").post("/absences", away(20, 21))).status_code


async def test_an_absence_that_does_not_fit_is_refused_with_its_reason(town: Town) -> None:
    coordinator = town("coordinator1")
    for body, field in (
        (away(substitute="caseworker1"), "/substitute"),
        (away(5, 4), "/lastOn"),
        (away(-1), "/firstOn"),
    ):
        told = await coordinator.refused(400, "not-acceptable", "/absences", body)

        assert [field] == [error["location"] for error in told["errors"]]
    await coordinator.refused(400, "invalid-request", "/absences", away() | {"lastOn": "soon"})
    await coordinator.did("/absences", away(2, 4))
    for body in (
        away(4, 6),
        away(0, 9, "caseworker3", "caseworker1"),
        away(3, 3, "caseworker2", "caseworker3"),
    ):
        told = await coordinator.refused(409, "not-now", "/absences", body)

        assert "Sanne de Wit" in told["detail"]
    await coordinator.did("/absences", away(5, 6))


async def test_the_same_request_again_is_one_absence(town: Town) -> None:
    """Also when it ended sooner since; another content under the same key is refused."""
    coordinator, key = town("coordinator1"), uuid4().hex
    answers = await asyncio.gather(*(coordinator.post("/absences", away(), key) for _ in range(3)))
    (identity,) = {answer.json()["id"] for answer in answers}

    assert [200, 200, 201] == sorted(answer.status_code for answer in answers)
    assert {f"/api/v1/absences/{identity}"} == {answer.headers["location"] for answer in answers}

    await coordinator.did(f"/absences/{identity}/ending", {"lastOn": day(3)})
    again = await coordinator.post("/absences", away(), key)

    assert (200, day(3)) == (again.status_code, again.json()["lastOn"])
    other = await coordinator.post("/absences", away(last=9), key)

    assert (409, "/problems/key-reused") == (other.status_code, other.json()["type"])


async def test_an_absence_ends_sooner_and_the_register_keeps_who_said_so(town: Town) -> None:
    coordinator, absent = town("coordinator1"), town("caseworker1")
    recorded = await coordinator.did("/absences", away())
    path = f"/absences/{recorded['id']}"
    for body in ({"lastOn": day(-1)}, {"lastOn": day(13)}, {"lastOn": day(20)}):
        await absent.refused(400, "not-acceptable", f"{path}/ending", body)
    await town("caseworker2").refused(403, "not-permitted", f"{path}/ending", {"lastOn": day(1)})
    await town("caseworker2").refused(403, "not-permitted", f"{path}/withdrawal")
    once = await absent.did(f"{path}/ending", {"lastOn": day(1)})

    assert once == await absent.did(f"{path}/ending", {"lastOn": day(1)})
    gone = await coordinator.did(f"{path}/withdrawal")

    assert gone == await coordinator.did(f"{path}/withdrawal")
    await absent.refused(409, "not-now", f"{path}/ending", {"lastOn": day(0)})
    kept = (await town("auditor1").get(path)).json()

    assert "coordinator1" == kept["recordedBy"]
    assert [(day(13), day(1), "caseworker1"), (day(1), None, "coordinator1")] == [
        (each["before"], each["lastOn"], each["by"]) for each in kept["endings"]
    ]
    assert all(each["at"].endswith("Z") for each in kept["endings"])


async def test_the_register_is_read_by_colleagues_of_the_municipality(town: Town, office: Office) -> None:
    """In the order of the last days; what is over on a day is left out."""
    coordinator, first = town("coordinator1"), away(0, 2, "caseworker3", "caseworker2")
    later = await coordinator.did("/absences", away(0, 9))
    sooner = await coordinator.did("/absences", first)
    page = (await coordinator.get("/absences", limit=1)).json()
    rest = (await coordinator.get("/absences", limit=1, cursor=page["next"])).json()

    assert [sooner["id"], later["id"]] == [found["items"][0]["id"] for found in (page, rest)]
    assert rest["next"] is None
    assert [later] == await town("auditor1").items("/absences", since=day(3))
    for stranger in (town("coop-a"), town("admin1")):
        assert 403 == (await stranger.get("/absences")).status_code
    elsewhere = office("coordinator1", municipality="waterrijk")

    assert 404 == (await elsewhere.get(f"/absences/{later['id']}")).status_code
    await elsewhere.refused(404, "not-found", f"/absences/{later['id']}/withdrawal")
    await elsewhere.refused(404, "not-found", f"/absences/{later['id']}/ending", {"lastOn": day(1)})


async def test_nobody_of_another_municipality_stands_in(town: Town, office: Office) -> None:
    """Whatever somebody recorded: it is looked up where the substitute works himself."""
    number, task = await her_task(town)
    await town("coordinator1").did("/absences", away())
    namesake = office("caseworker2", municipality="waterrijk")

    assert task not in await mine(namesake)
    await namesake.refused(404, "not-found", f"/tasks/{task}/complete", a_check())
    assert 2 == len(await town("auditor1").items(f"/cases/{number}/timeline"))


async def test_a_coordinator_who_stands_in_sees_among_his_own_what_he_may_do(
    town: Town, office: Office
) -> None:
    """He reads the tasks of every role, and does those of his own."""
    _, task = await her_task(town)
    await town("coordinator1").did("/absences", away(substitute="coordinator1"))

    assert {} == await mine(town("coordinator1"))
    (seen,) = await town("coordinator1").items("/tasks")

    assert (task, None) == (seen["id"], seen["standingInFor"])


async def test_a_task_in_which_a_substitute_has_a_personal_interest_does_not_reach_him(town: Town) -> None:
    """He sees the others of his absent colleague. Awb 2:4."""
    (number, task), (_, other) = await her_task(town), await her_task(town)
    await town("coordinator1").did("/absences", away())
    substitute = town("caseworker2")
    interest = {"kind": "interest_declared", "reason": "She is my sister."}
    declared = await substitute.did(f"/cases/{number}/acts", interest)

    assert {other: "Sanne de Wit"} == await mine(substitute)
    await substitute.refused(403, "not-permitted", f"/tasks/{task}/complete", a_check())
    assert "sister" not in str(await town("coop-a").items(f"/cases/{number}/timeline"))
    assert "sister" in str(await town("auditor1").items(f"/cases/{number}/timeline"))

    error = {"kind": "interest_withdrawn", "declaration": f"{number}.{declared['version']}", "reason": WHY}
    await substitute.refused(403, "not-permitted", f"/cases/{number}/acts", error)
    await town("coordinator1").did(f"/cases/{number}/acts", error)

    assert {task: "Sanne de Wit", other: "Sanne de Wit"} == await mine(substitute)
