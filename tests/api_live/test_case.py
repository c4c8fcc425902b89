"""A case over HTTP, from its application to its end, and every request asked again."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from api.desk import today
from tests.api_live.office import Office, new_municipality, problem
from tests.api_live.steps import (
    DUE_AT_ONCE,
    a_check,
    a_continuation,
    a_grant,
    a_note,
    a_reaction,
    a_refusal,
    a_report,
    a_reversal,
    a_review,
    an_application,
    an_ending,
    an_old_application,
    applied,
    granted,
    kinds,
    reporting,
    task_of,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_case_goes_from_application_to_its_end(office: Office) -> None:
    """Each step fulfils the one open task, and its answer is there to be read at once."""
    coop, caseworker, decider = office("coop-a"), office("caseworker1"), office("decider1")
    answer = await caseworker.post(
        "/applications", an_old_application(items=[{"code": "plan", "title": "plan.pdf"}])
    )
    number = answer.json()["case"]

    assert 201 == answer.status_code
    assert f"/api/v1/cases/{number}" == answer.headers["location"]

    task = await task_of(caseworker, number)
    await caseworker.did(f"/tasks/{task}/claim")
    await caseworker.did(f"/tasks/{task}/complete", a_check("authorisation", "agreement"))
    items = [{"code": code, "title": f"{code}.pdf"} for code in ("authorisation", "agreement")]
    await coop.did(f"/cases/{number}/supplement", {"items": items})
    for person, form in (
        (caseworker, a_check()),
        (caseworker, a_review()),
        (decider, {"kind": "review_returned", "reason": "Say more."}),
        (caseworker, a_review()),
        (office("decider2"), a_refusal()),
    ):
        receipt = await person.did(f"/tasks/{await task_of(person, number)}/complete", form)
    await decider.did(f"/cases/{number}/acts", a_reversal(receipt["version"]))
    await decider.did(f"/tasks/{await task_of(decider, number)}/complete", a_grant(**DUE_AT_ONCE))
    await coop.did(f"/cases/{number}/reports", a_report())
    await coop.did(f"/cases/{number}/acts", a_reaction())
    await caseworker.did(f"/tasks/{await task_of(caseworker, number)}/complete", a_continuation())
    shown = (await coop.get(f"/cases/{number}")).json()
    await coop.did(f"/cases/{number}/ending", an_ending())

    assert "participation" == shown["status"]
    assert 16 == shown["permission"]["hoursAWeek"]
    assert "ended" == (await coop.get(f"/cases/{number}")).json()["status"]
    assert [] == await office("coordinator1").items("/tasks", case=number)
    assert [
        "application_received",
        "task_claimed",
        "completeness_checked",
        "supplement_requested",
        "supplement_received",
        "completeness_checked",
        "application_reviewed",
        "review_returned",
        "application_reviewed",
        "permission_refused",
        "decision_reversed",
        "permission_granted",
        "report_requested",
        "progress_reported",
        "resident_reacted",
        "participation_continued",
        "participation_ended",
        "participation_stopped",
    ] == await kinds(office, number)


async def test_the_same_key_twice_is_one_case(office: Office) -> None:
    key = uuid4().hex
    once = await office("coop-a").post("/applications", an_application(), key)
    again = await office("coop-a").post("/applications", an_application(), key)

    assert [201, 200] == [once.status_code, again.status_code]
    assert once.json() == again.json()
    assert ["application_received"] == await kinds(office, once.json()["case"])


async def test_the_same_key_for_something_else_is_refused(office: Office) -> None:
    """For an application and for an act alike."""
    key, caseworker = uuid4().hex, office("caseworker1")
    number = (await office("coop-a").did("/applications", an_application(), key))["case"]
    await caseworker.did(f"/cases/{number}/acts", a_note(), key)

    problem(
        await office("coop-a").post("/applications", an_application(hoursAWeek=8), key), 409, "key-reused"
    )
    problem(await caseworker.post(f"/cases/{number}/acts", a_note("Other"), key), 409, "key-reused")
    assert ["application_received", "note_added"] == await kinds(office, number)


async def test_an_application_asked_again_is_answered_whatever_changed_since(office: Office) -> None:
    """Also once the case moved on and once it was closed."""
    key, coop = uuid4().hex, office("coop-a")
    once = await coop.did("/applications", an_application(), key)
    await office("caseworker1").did(f"/cases/{once['case']}/acts", a_check())
    moved_on = await coop.post("/applications", an_application(), key)
    await coop.did(f"/cases/{once['case']}/withdrawal", {})
    closed = await coop.post("/applications", an_application(), key)

    assert [200, 200] == [moved_on.status_code, closed.status_code]
    assert once == moved_on.json() == closed.json()


async def test_an_ending_asked_again_after_the_case_closed_gets_the_same_receipt(office: Office) -> None:
    """Under another key it is a new request, and the case takes none."""
    number, key, coop = await granted(office), uuid4().hex, office("coop-a")
    once = await coop.did(f"/cases/{number}/ending", an_ending(), key)

    assert once == await coop.did(f"/cases/{number}/ending", an_ending(), key)
    problem(await coop.post(f"/cases/{number}/ending", an_ending(6), key), 409, "key-reused")
    problem(await coop.post(f"/cases/{number}/ending", an_ending()), 409, "case-closed")
    assert 1 == (await kinds(office, number)).count("participation_ended")


async def test_two_people_with_the_same_key_do_two_acts(office: Office) -> None:
    number, key = await applied(office), uuid4().hex
    first = await office("caseworker1").did(f"/cases/{number}/acts", a_note(), key)
    second = await office("caseworker2").did(f"/cases/{number}/acts", a_note(), key)

    assert [2, 3] == [first["version"], second["version"]]


async def test_the_timeline_tells_who_did_what_when_and_on_what_basis(office: Office) -> None:
    number = await reporting(office)
    lines = await office("auditor1").items(f"/cases/{number}/timeline")
    told = [(line["version"], line["kind"], line["who"], line["role"], line["basis"]) for line in lines]

    assert [
        (1, "application_received", "Mohamed El Amrani", "caseworker", "Awb 4:1"),
        (2, "completeness_checked", "Sanne de Wit", "caseworker", "Awb 4:5"),
        (3, "application_reviewed", "Sanne de Wit", "caseworker", "Awb 3:2"),
        (4, "permission_refused", "Anouk Willemse", "decider", "Pw 7, 10"),
        (5, "decision_reversed", "Willem Brouwer", "decider", "Awb 3:46, 4:8"),
        (6, "permission_granted", "Willem Brouwer", "decider", "Pw 7, 10"),
        (7, "report_requested", "Meedoen", "clock", "Pw 53a"),
    ] == told
    assert all(line["on"] == today().isoformat() and line["at"].endswith("Z") for line in lines)
    assert {1} == {line["policyVersion"] for line in lines}


async def test_deadlines_explain_themselves(office: Office) -> None:
    """Each date comes with the steps that lead to it, in both languages, and their articles."""
    number = await applied(office)
    deadlines: dict[str, Any] = (await office("coop-a").get(f"/cases/{number}/deadlines")).json()["items"]
    shown = (await office("coop-a").get(f"/cases/{number}")).json()
    steps = deadlines["decision"]["steps"]

    assert {"intake", "decision"} == deadlines.keys()
    assert shown["decisionDueOn"] == deadlines["decision"]["dueOn"] == steps[-1]["on"]
    assert {"article": "Awb 4:13", "on": today().isoformat()}.items() <= steps[0].items()
    assert {"nl": "8 weken", "en": "8 weeks"} == steps[1]["reason"]


async def test_cases_come_in_pages_that_neither_skip_nor_repeat(
    office: Office, database: AsyncEngine
) -> None:
    town = {"municipality": await new_municipality(database)}
    coop, caseworker = office("coop-a", **town), office("caseworker1", **town)
    numbers = {(await coop.did("/applications", an_application()))["case"] for _ in range(5)}
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = (await caseworker.get("/cases", limit=2, **cursor)).json()
        seen += [case["number"] for case in page["items"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
        await coop.did("/applications", an_application())

    assert len(set(seen)) == len(seen)
    assert numbers <= set(seen)


@pytest.mark.parametrize("cursor", ["x", "W10", "bnVsbA", "W3sidmFsdWUiOnt9fV0", "W3sidmFsdWUiOjF9XQ"])
async def test_a_cursor_that_no_page_gave_is_refused(office: Office, cursor: str) -> None:
    """Nonsense, an empty place, nothing, a place of something else, and one of another list."""
    for path in ("/cases", "/tasks"):
        told = problem(await office("caseworker1").get(path, cursor=cursor), 400, "invalid-request")

        assert [("cursor", told["detail"])] == [(e["location"], e["detail"]) for e in told["errors"]]
