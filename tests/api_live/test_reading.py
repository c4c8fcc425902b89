"""Each reader sees what is his to see, and the auditor sees everything and does nothing."""

from __future__ import annotations

import base64

import pytest

from tests.api_live.office import Office, problem
from tests.api_live.steps import (
    BSN,
    a_check,
    a_continuation,
    a_grant,
    a_note,
    a_reaction,
    a_report,
    an_application,
    an_ending,
    applied,
    day,
    granted,
    kinds,
    reporting,
    reviewed,
    task_of,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_cooperative_sees_its_own_cases_only(office: Office) -> None:
    number = await applied(office)

    assert number in [case["number"] for case in await office("coop-a").items("/cases", limit=200)]
    assert number not in [case["number"] for case in await office("coop-b").items("/cases", limit=200)]
    for path in ("", "/timeline", "/deadlines"):
        problem(await office("coop-b").get(f"/cases/{number}{path}"), 404, "not-found")
    await office("coop-b").refused(404, "not-found", f"/cases/{number}/withdrawal", {})


async def test_a_cooperative_sees_neither_bsn_nor_notes_nor_what_the_review_says(office: Office) -> None:
    number = await reviewed(office)
    await office("caseworker1").did(f"/cases/{number}/acts", a_note("Ask the neighbours."))
    shown = await office("coop-a").get(f"/cases/{number}")
    lines = await office("coop-a").items(f"/cases/{number}/timeline")

    assert {"name": "J. Jansen"} == shown.json()["application"]["resident"]
    assert BSN not in shown.text + str(lines)
    assert ["application_received", "completeness_checked", "application_reviewed"] == [
        line["kind"] for line in lines
    ]
    assert {"kind": "application_reviewed"} == lines[-1]["act"]
    assert "neighbours" not in str(lines)


async def test_staff_see_a_bsn_by_its_last_digits_only(office: Office) -> None:
    number = await applied(office)
    for user in ("caseworker1", "decider1", "coordinator1", "objections1", "auditor1"):
        shown = (await office(user).get(f"/cases/{number}")).json()

        assert "******019" == shown["application"]["resident"]["bsn"]
        assert BSN not in (await office(user).get(f"/cases/{number}/timeline")).text


async def test_an_auditor_reads_everything_and_does_nothing(office: Office) -> None:
    number, auditor = await reviewed(office), office("auditor1")
    await office("caseworker1").did(f"/cases/{number}/acts", a_note("Ask the neighbours."))
    task = await task_of(auditor, number)
    for path in ("", "/timeline", "/deadlines", "/history"):
        assert 200 == (await auditor.get(f"/cases/{number}{path}")).status_code
    assert "neighbours" in (await auditor.get(f"/cases/{number}/timeline")).text
    before = await kinds(office, number)
    tried = [
        ("/applications", an_application()),
        (f"/cases/{number}/acts", a_grant()),
        (f"/cases/{number}/acts", a_note()),
        (f"/cases/{number}/withdrawal", {}),
        (f"/tasks/{task}/claim", None),
        (f"/tasks/{task}/complete", a_grant()),
        (f"/tasks/{task}/assign", {"assignee": "x", "assigneeName": "X"}),
    ]
    for path, body in tried:
        await auditor.refused(403, "not-permitted", path, body)

    assert before == await kinds(office, number)


async def test_an_administrator_and_a_controller_read_no_case(office: Office) -> None:
    number = await applied(office)
    for user in ("admin1", "controller1"):
        for path in ("/cases", f"/cases/{number}", f"/cases/{number}/timeline", "/tasks"):
            problem(await office(user).get(path), 403, "not-permitted")
        await office(user).refused(404, "not-found", f"/cases/{number}/acts", a_note())


async def test_history_is_for_auditors_of_the_municipality(office: Office) -> None:
    number = await applied(office)
    for user in ("coop-a", "caseworker1", "decider1", "coordinator1", "admin1"):
        problem(await office(user).get(f"/cases/{number}/history"), 403, "not-permitted")
    elsewhere = office("auditor9", roles=["auditor"], municipality="waterrijk")
    problem(await elsewhere.get(f"/cases/{number}/history"), 404, "not-found")


async def test_history_is_readable_over_every_run_and_masks_the_bsn(office: Office) -> None:
    """Two reassessments make three runs; each is decoded, and in none stands a whole BSN."""
    number = await reporting(office)
    coop, caseworker, auditor = office("coop-a"), office("caseworker1"), office("auditor1")
    receipts = []
    for _ in range(2):
        await coop.did(f"/cases/{number}/reports", a_report())
        await coop.did(f"/cases/{number}/acts", a_reaction())
        again = a_continuation(nextReassessmentOn=day(22))
        receipts.append(await caseworker.did(f"/cases/{number}/acts", again, f"again-{len(receipts)}"))
    asked_again = await caseworker.did(
        f"/cases/{number}/acts", a_continuation(nextReassessmentOn=day(22)), "again-0"
    )
    newest = (await auditor.get(f"/cases/{number}/history")).json()
    texts = [
        (await auditor.get(f"/cases/{number}/history", run=run)).text for run in ["", *newest["runs"]] if run
    ]

    assert receipts[0] == asked_again
    assert 3 == len(newest["runs"])
    assert newest["run"] == newest["runs"][0]
    assert all(
        base64.b64encode((" " * n + BSN).encode())[4:-4].decode() not in "".join(texts) for n in (0, 1, 2)
    )
    assert BSN not in "".join(texts)
    assert "fingerprint" not in "".join(texts)
    assert all("******019" in text for text in texts)
    assert "permission_granted" in texts[-1]
    assert "EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW" in texts[-1]
    assert 2 == (await kinds(office, number)).count("participation_continued")


async def test_a_run_that_is_not_of_the_case_is_not_found(office: Office) -> None:
    number = await applied(office)
    problem(await office("auditor1").get(f"/cases/{number}/history", run="nonsense"), 404, "not-found")


async def test_the_policy_in_force_is_the_one_of_the_readers_municipality(office: Office) -> None:
    names = [
        (await office(user).get("/policy")).json()["name"]
        for user in ("coop-a", "admin1", "caseworker-other")
    ]

    assert ["Gemeente Zonnedam", "Gemeente Zonnedam", "Gemeente Waterrijk"] == names
    problem(await office("coop-a").get("/policy", on="2000-01-01"), 404, "not-found")


async def test_cases_are_found_by_status_and_cooperative(office: Office) -> None:
    number = await granted(office)
    await office("coop-a").did(f"/cases/{number}/ending", an_ending(0))
    other = await applied(office)
    caseworker = office("caseworker1")
    ended = [case["number"] for case in await caseworker.items("/cases", status="ended", limit=200)]
    theirs = await caseworker.items("/cases", cooperative="groen-doen", limit=200)

    assert number in ended
    assert other not in ended
    assert {"groen-doen"} >= {case["cooperative"] for case in theirs}
    problem(await caseworker.get("/cases", status="lost"), 400, "invalid-request")
    await office("caseworker1").refused(409, "case-closed", f"/cases/{number}/acts", a_check())


async def test_a_parameter_that_an_address_does_not_have_is_refused(office: Office) -> None:
    """Passed over, a list whose place is misspelt would begin anew for ever."""
    auditor = office("auditor1")
    misspelt = problem(await auditor.get("/cases", after="x", limit=1), 400, "invalid-request")
    nowhere = problem(await auditor.get("/tasks/_counts", view="mine"), 400, "invalid-request")

    assert [("query", "after")] == [(error["in"], error["location"]) for error in misspelt["errors"]]
    assert "cursor" in misspelt["errors"][0]["detail"]
    assert "There are no parameters here." == nowhere["errors"][0]["detail"]
