"""What auditors ask: a case as it was, what changed since, acts of all cases, exceptions and a sample."""

from __future__ import annotations

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office, new_municipality, problem
from tests.api_live.steps import (
    a_check,
    a_grant,
    a_note,
    a_review,
    an_application,
    an_old_application,
    applied,
    day,
    granted,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_case_is_shown_as_it_was_at_a_version_a_day_or_a_moment(office: Office) -> None:
    number, auditor = await granted(office), office("auditor1")
    lines = await auditor.items(f"/cases/{number}/timeline")
    path = f"/cases/{number}"

    async def at(point: str) -> tuple[int, str]:
        case = (await auditor.get(path, at=point)).json()
        return case["version"], case["status"]

    now = (await auditor.get(path)).json()

    assert (1, "completeness_check") == await at("1")
    assert (3, "decision") == await at("3")
    assert (2, "review") == await at(lines[1]["at"])
    assert (now["version"], now["status"]) == await at(day(0)) == await at("999")
    assert (await auditor.get(path, at="3")).json()["permission"] is None
    assert 404 == (await auditor.get(path, at=day(-1))).status_code
    for wrong in ("yesterday", "2026-02-30", "2026-11-24T10:00:00", "-1"):
        told = problem(await auditor.get(path, at=wrong), 400, "invalid-request")

        assert [("at", told["detail"])] == [(e["location"], e["detail"]) for e in told["errors"]]


async def test_the_difference_is_the_acts_between_and_each_field_that_reads_otherwise(office: Office) -> None:
    number, auditor = await granted(office), office("auditor1")
    found = (await auditor.get(f"/cases/{number}/difference", **{"from": "3", "to": "4"})).json()
    changed = {each["field"]: (each["before"], each["after"]) for each in found["changes"]}

    assert ["permission_granted"] == [act["kind"] for act in found["acts"]]
    assert (3, 4) == (found["fromVersion"], found["toVersion"])
    assert ("decision", "participation") == changed["/status"]
    assert (None, day(300)) == changed["/validUntil"]
    assert changed["/permission"][0] is None
    assert "/version" not in changed
    same = (await auditor.get(f"/cases/{number}/difference", **{"from": "4", "to": "4"})).json()
    assert ([], []) == (same["acts"], same["changes"])


async def test_a_cooperative_looks_back_without_what_is_not_for_it(office: Office) -> None:
    number = await applied(office)
    await office("caseworker1").did(f"/cases/{number}/acts", a_note())
    coop = office("coop-a")
    found = (await coop.get(f"/cases/{number}/difference", **{"from": "1"})).json()

    assert [] == found["acts"]
    assert "999990019" not in (await coop.get(f"/cases/{number}", at="1")).text
    problem(await office("coop-b").get(f"/cases/{number}/difference", **{"from": "1"}), 404, "not-found")


async def test_a_timeline_is_filtered_by_person_kind_and_period(office: Office) -> None:
    number, auditor = await granted(office), office("auditor1")

    async def found(**query: str) -> list[int]:
        return [line["version"] for line in await auditor.items(f"/cases/{number}/timeline", **query)]

    assert [2, 3] == await found(actor="caseworker1")
    assert [3] == await found(kind="application_reviewed")
    assert [] == await found(actor="caseworker2", kind="application_reviewed")
    assert [] == await found(to=day(-1))
    assert [1, 2, 3, 4] == (await found(**{"from": day(0), "to": day(0)}))[:4]


async def test_acts_of_all_cases_come_in_order_and_in_pages(office: Office, database: AsyncEngine) -> None:
    town = {"municipality": await new_municipality(database)}
    auditor, caseworker = office("auditor1", **town), office("caseworker1", **town)
    numbers = [(await office("coop-a", **town).did("/applications", an_application()))["case"] for _ in "ab"]
    for number in numbers:
        await caseworker.did(f"/cases/{number}/acts", a_check())
    acts = await auditor.items("/acts")
    page = (await auditor.get("/acts", limit=3)).json()
    rest = (await auditor.get("/acts", limit=3, cursor=page["next"])).json()

    assert acts == page["items"] + rest["items"]
    assert sorted(act["at"] for act in acts) == [act["at"] for act in acts]
    assert numbers == [act["case"] for act in await auditor.items("/acts", actor="caseworker1")]
    assert 2 == len(
        await auditor.items("/acts", kind="completeness_checked", **{"from": day(0), "to": day(0)})
    )
    assert [] == await auditor.items("/acts", to=day(-1))
    for user in ("caseworker1", "coordinator1", "coop-a", "admin1"):
        for path in ("/acts", "/exceptions", "/cases/_sample?seed=a"):
            problem(await office(user, **town).get(path), 403, "not-permitted")


async def test_acts_are_found_by_case_and_cooperative_and_by_the_names_of_people(
    office: Office, database: AsyncEngine
) -> None:
    town = {"municipality": await new_municipality(database)}
    auditor = office("auditor1", **town)
    assert {} == (await auditor.get("/acts/_people")).json()["items"]
    numbers = [(await office("coop-a", **town).did("/applications", an_application()))["case"] for _ in "ab"]
    await office("caseworker1", **town).did(f"/cases/{numbers[0]}/acts", a_check())

    async def found(**query: str) -> list[str]:
        return [act["case"] for act in await auditor.items("/acts", **query)]

    assert [numbers[1]] == await found(case=numbers[1])
    assert 3 == len(await found(cooperative="de-werkplaats"))
    assert [] == await found(cooperative="groen-doen")
    assert {"coop-a": "Fatma Yıldız", "caseworker1": "Sanne de Wit"} == (
        await auditor.get("/acts/_people")
    ).json()["items"]
    problem(await office("caseworker1", **town).get("/acts/_people"), 403, "not-permitted")
    for path, name in (("/acts", "actor"), ("/acts", "kind"), ("/acts", "case"), ("/refusals", "case")):
        problem(await auditor.get(path, **{name: "\0"}), 400, "invalid-request")


async def test_exceptions_are_late_decisions_and_those_against_the_advice_or_the_policy(
    office: Office, database: AsyncEngine
) -> None:
    """And nothing is an exception that went by the rule."""
    town = {"municipality": await new_municipality(database)}
    caseworker, decider = office("caseworker1", **town), office("decider1", **town)
    desk = office("caseworker2", **town)
    late = (await desk.did("/applications", an_old_application()))["case"]
    departing = (await office("coop-a", **town).did("/applications", an_application()))["case"]
    plain = (await office("coop-a", **town).did("/applications", an_application()))["case"]
    for number, advice in ((late, "grant"), (departing, "refuse"), (plain, "grant")):
        await caseworker.did(f"/cases/{number}/acts", a_check())
        await caseworker.did(f"/cases/{number}/acts", a_review(advice))
        await decider.did(f"/cases/{number}/acts", a_grant())
    auditor = office("auditor1", **town)
    found = [(each["case"], each["exceptions"]) for each in await auditor.items("/exceptions")]

    assert [
        (late, ["decided_late"]),
        (departing, ["against_policy"]),
        (departing, ["against_advice"]),
    ] == found
    assert [late] == [each["case"] for each in await auditor.items("/exceptions", kind="decided_late")]
    assert [] == await auditor.items("/exceptions", kind="reversed")
    counts = (await auditor.get("/exceptions/_counts")).json()
    assert {"decided_late": 1, "against_advice": 1, "against_policy": 1} == {
        k: n for k, n in counts["exceptions"].items() if n
    }
    assert (3, 6) == (counts["acts"], len(counts["exceptions"]))
    assert {0} == set((await auditor.get("/exceptions/_counts", to=day(-1))).json()["exceptions"].values())
    problem(await decider.get("/exceptions/_counts"), 403, "not-permitted")


async def test_what_four_eyes_refused_is_a_list_of_its_own(office: Office, database: AsyncEngine) -> None:
    town = {"municipality": await new_municipality(database)}
    number = (await office("coop-a", **town).did("/applications", an_application()))["case"]
    both = office("decider1", **town, roles=["caseworker", "decider"])
    await both.did(f"/cases/{number}/acts", a_check())
    await both.did(f"/cases/{number}/acts", a_review())
    refusal = await both.refused(403, "not-permitted", f"/cases/{number}/acts", a_grant())
    await office("caseworker1", **town).refused(403, "not-permitted", f"/cases/{number}/acts", a_grant())
    auditor = office("auditor1", **town)
    (found,) = await auditor.items("/refusals", ofDuties="true")

    assert "You prepared this decision, so somebody else takes it" == refusal["detail"] == found["reason"]
    assert "NotTheSame" == found["problem"]
    assert 2 == len(await auditor.items("/refusals"))
    assert [] == await auditor.items("/refusals", to=day(-1))
    assert 2 == len(await auditor.items("/refusals", **{"from": day(0), "to": day(0)}))
    counts = (await auditor.get("/exceptions/_counts")).json()
    assert (2, 1) == (counts["refused"], counts["ofDuties"])


async def test_a_sample_is_the_same_for_the_same_seed(office: Office, database: AsyncEngine) -> None:
    town = {"municipality": await new_municipality(database)}
    coop, auditor = office("coop-a", **town), office("auditor1", **town)
    numbers = {(await coop.did("/applications", an_application()))["case"] for _ in range(6)}

    async def drawn(seed: str, size: int = 3) -> list[str]:
        sample = (await auditor.get("/cases/_sample", seed=seed, size=size)).json()
        assert (seed, 6) == (sample["seed"], sample["population"])
        return [case["number"] for case in sample["items"]]

    assert await drawn("a") == await drawn("a")
    assert set(await drawn("a")) < numbers == set(await drawn("a", 6))
    assert await drawn("a", 6) != await drawn("b", 6)
    assert await drawn("a") == (await drawn("a", 6))[:3]
    empty = (await auditor.get("/cases/_sample", seed="a", to=day(-1))).json()
    assert (0, [], day(-1)) == (empty["population"], empty["items"], empty["receivedUntil"])
