"""Notice of default over HTTP: given, shown with what is owed today, determined and paid."""

from __future__ import annotations

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office, Person, new_municipality
from tests.api_live.steps import WHY, a_check, a_note, an_old_application, applied, day, granted, kinds

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def late(office: Office, **claims: str) -> tuple[str, Person]:
    """An application of half a year ago; the notice of 20 days ago is registered by this caseworker."""
    caseworker = office("caseworker1", **claims)
    number = (await caseworker.did("/applications", an_old_application()))["case"]
    await caseworker.did(f"/cases/{number}/notice-of-default", {"receivedOn": day(-20), "text": "Too late."})
    return number, caseworker


async def test_a_case_shows_what_is_owed_today(office: Office) -> None:
    """Six days of the fortnight at € 23; each date with its steps."""
    number, caseworker = await late(office)
    case = (await office("coop-a").get(f"/cases/{number}")).json()
    (default,) = case["defaults"]
    dates = (await caseworker.get(f"/cases/{number}/deadlines")).json()["items"]

    assert (day(-20), 13800) == (case["inDefaultSince"], case["owedCents"])
    assert ("counts", day(-20), day(-5), day(36), 13800) == (
        default["effect"],
        default["receivedOn"],
        default["firstDayOn"],
        default["lastDayOn"],
        default["owedCents"],
    )
    assert (None, None) == (default["determinedCents"], default["paidOn"])
    assert (day(-5), day(36)) == (dates["penalty_first_day"]["dueOn"], dates["penalty_last_day"]["dueOn"])
    assert {"Awb 4:17(1)", "Awb 4:17(2)", "Awb 4:17(3)"} == {
        step["article"] for step in dates["penalty_last_day"]["steps"]
    }


async def test_the_pages_of_a_case_and_the_list_show_what_is_owed_today(
    office: Office, database: AsyncEngine
) -> None:
    town = {"municipality": await new_municipality(database)}
    number, _ = await late(office, **town)
    for user in ("caseworker1", "coop-a"):
        visitor = await office.visitor(database, user, **town)

        assert "€138.00" in await visitor.shown(f"/cases/{number}")

    listed = await (await office.visitor(database, "caseworker1", **town)).shown("/cases")
    row = listed.partition(number)[2].partition("MD-")[0]

    assert "Owed for deciding too late: €138.00" in row


async def test_a_notice_that_comes_too_early_is_told_so(office: Office) -> None:
    """In the timeline, and the case owes nothing."""
    number = await applied(office)
    cooperative = office("coop-a")
    await cooperative.did(f"/cases/{number}/notice-of-default", {})
    case = (await cooperative.get(f"/cases/{number}")).json()
    told = (await cooperative.items(f"/cases/{number}/timeline"))[-1]

    assert ["premature"] == [each["effect"] for each in case["defaults"]]
    assert (None, None) == (case["inDefaultSince"], case["owedCents"])
    assert "came too early" in told["text"]
    assert "Awb 4:17(3)" == told["basis"]


async def test_who_is_in_default_is_a_list(office: Office, database: AsyncEngine) -> None:
    """Until it is settled: determined to the cent, and paid."""
    town = {"municipality": await new_municipality(database)}
    number, caseworker = await late(office, **town)
    decider = office("decider1", **town)
    other = (await caseworker.did("/applications", an_old_application()))["case"]
    (listed,) = await caseworker.items("/cases", inDefault="true")

    assert (number, day(-20), 13800) == (listed["number"], listed["inDefaultSince"], listed["owedCents"])
    assert [other] == [each["number"] for each in await caseworker.items("/cases", inDefault="false")]

    await office("caseworker2", **town).did(f"/cases/{number}/acts", a_check())
    await office("caseworker2", **town).did(f"/cases/{number}/withdrawal", {})
    (task,) = await decider.items("/tasks", case=number)
    determined = {"kind": "penalty_determined", "about": 2, "cents": 11500, "reasoning": WHY}
    path = f"/tasks/{task['id']}/complete"
    told = await decider.refused(400, "not-acceptable", path, determined | {"cents": 13800})

    assert "cents" in str(told["errors"])

    await decider.refused(400, "invalid-request", path, determined | {"cents": 0})
    await caseworker.refused(403, "not-permitted", path, determined)
    await decider.did(path, determined)
    (listed,) = await caseworker.items("/cases", inDefault="true")

    assert 11500 == listed["owedCents"]

    await caseworker.did(f"/cases/{number}/acts", {"kind": "penalty_paid", "about": 2, "paidOn": day(0)})

    assert [] == await caseworker.items("/cases", inDefault="true")


async def test_a_decision_that_did_not_go_out_stops_nothing(office: Office) -> None:
    """A notice that was left lying is registered with its own day, by the municipality."""
    number = await granted(office)
    caseworker = office("caseworker1")
    path = f"/cases/{number}/notice-of-default"

    await office("coop-a").refused(400, "not-acceptable", path, {"receivedOn": day(-20)})
    await office("decider1").refused(403, "not-permitted", path, {})
    await caseworker.did(path, {"receivedOn": day(-20)})

    assert 13800 == (await caseworker.get(f"/cases/{number}")).json()["owedCents"]


async def test_an_appeal_since_no_decision_came_is_recorded_also_when_the_case_has_closed(
    office: Office,
) -> None:
    """It was lodged before the application was withdrawn; the case goes on until the court ruled. Awb 6:12, 6:20."""
    number = (await office("caseworker1").did("/applications", an_old_application()))["case"]
    await office("coop-a").did(f"/cases/{number}/withdrawal", {})
    officer, acts = office("objections1"), f"/cases/{number}/acts"
    lodged = {"court": "Rechtbank", "lodgedOn": day(-1)}
    appeal = lodged | {"kind": "late_decision_appealed"}

    await officer.refused(409, "case-closed", acts, {"kind": "note_added", "text": "Late."})
    await officer.refused(409, "case-closed", acts, lodged | {"kind": "appeal_recorded"})
    await officer.refused(409, "not-now", acts, appeal | {"lodgedOn": day(0)})
    await officer.refused(400, "not-acceptable", acts, appeal | {"lodgedOn": day(-171)})
    about = (await officer.did(acts, appeal))["version"]

    assert ["late_decision_appealed", "late_decision_appeal_weighed"] == (await kinds(office, number))[-2:]

    ruled = {"outcome": "unfounded", "decidedOn": day(0), "summary": WHY, "about": about}
    await officer.did(acts, {"kind": "late_decision_ruled"} | ruled)

    assert "withdrawn" == (await officer.get(f"/cases/{number}")).json()["status"]


async def test_a_closed_case_says_why_a_notice_of_default_has_no_effect(office: Office) -> None:
    """Nothing is to be decided in it any more. Awb 4:17(3)."""
    number, coop = await applied(office), office("coop-a")
    await coop.did(f"/cases/{number}/withdrawal", {})
    told = await coop.refused(409, "not-now", f"/cases/{number}/notice-of-default", {"text": "Too late."})
    await office("caseworker1").refused(409, "case-closed", f"/cases/{number}/acts", a_note())

    assert "nothing is waited for" in told["detail"]
