"""An objection over HTTP: lodged in the case of the decision, and dealt with as a case of its own."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from activities.press import Press
from api.parts import Parts
from domain.acts import Addressee, Channel, LetterSent, Sent
from domain.calendar import next_working_day
from store.tables import SendingRow, TaskRow
from tests.api_live.office import Office
from tests.api_live.steps import (
    POLICY,
    WHY,
    a_check,
    a_grant,
    a_review,
    an_old_application,
    applied,
    day,
    kinds,
    reviewed,
    task_of,
)
from workflows.client import workflow_id

pytestmark = pytest.mark.asyncio(loop_scope="session")

A_REFUSAL = {
    "kind": "permission_refused",
    "grounds": [POLICY.refusal_grounds[0].code],
    "reasoning": "There is no right to a benefit.",
    "deviation": "The review did not know of it yet.",
    "viewWaived": "not_on_his_facts",
}
AN_OBJECTION = {"objector": "resident", "reasons": "There is a right to a benefit."}
JUDGED = {"kind": "admissibility_judged", "reasoning": WHY}
DECLINED = {"kind": "hearing_declined"}


async def refused(office: Office) -> str:
    """A case that `decider1` refused."""
    number = await reviewed(office)
    await office("decider1").did(f"/cases/{number}/acts", A_REFUSAL)
    return number


def a_decision(outcome: str) -> dict[str, Any]:
    """Decided so, without a hearing since that was not wanted."""
    return {"kind": "objection_decided", "outcome": outcome, "reasoning": WHY, "noHearing": "declined"}


async def heard_of(office: Office, number: str, kind: str) -> None:
    """The case of the decision was told."""
    async with asyncio.timeout(15):
        while kind not in await kinds(office, number):
            await asyncio.sleep(0.05)


async def test_an_objection_goes_from_its_receipt_to_a_new_decision(office: Office) -> None:
    """Each step by its task; the decider of the refusal has no part in it, and nobody objects to what came of it."""
    number = await refused(office)
    answer = await office("coop-a").post(f"/cases/{number}/objections", AN_OBJECTION)
    objection = answer.json()["case"]

    assert 201 == answer.status_code
    assert f"/api/v1/cases/{objection}" == answer.headers["location"]

    officer, decider = office("objections1"), office("decider2")
    await officer.did(f"/tasks/{await task_of(officer, objection)}/complete", JUDGED)
    await office("coop-a").did(f"/cases/{objection}/acts", DECLINED)
    task = await task_of(decider, objection)
    await office("decider1").refused(403, "not-permitted", f"/tasks/{task}/complete", a_decision("upheld"))
    await decider.did(f"/tasks/{task}/complete", a_decision("upheld"))
    await heard_of(office, number, "objection_upheld")
    await office("decider1").refused(403, "not-permitted", f"/cases/{number}/acts", a_grant())
    await decider.did(f"/cases/{number}/acts", a_grant())

    assert "objection_decided" == (await officer.get(f"/cases/{objection}")).json()["status"]
    assert "participation" == (await officer.get(f"/cases/{number}")).json()["status"]
    assert [
        "objection_received",
        "objection_acknowledged",
        "admissibility_judged",
        "hearing_declined",
        "objection_decided",
    ] == await kinds(office, objection)
    assert ["permission_refused", "objection_lodged", "objection_upheld", "permission_granted"] == (
        await kinds(office, number)
    )[-4:]
    await office("coop-a").refused(400, "not-acceptable", f"/cases/{number}/objections", AN_OBJECTION)


async def test_a_refused_objection_is_kept_for_the_auditors(office: Office) -> None:
    """By role, by municipality and by what there is to object to; with the case of the decision."""
    number = await applied(office)
    path = f"/cases/{number}/objections"
    await office("auditor1").refused(403, "not-permitted", path, AN_OBJECTION)
    await office("caseworker-other", municipality="elders").refused(404, "not-found", path, AN_OBJECTION)
    await office("coop-a").refused(400, "not-acceptable", path, AN_OBJECTION)
    kept = await office("auditor1").items("/refusals", case=number)

    assert ["auditor1", "caseworker-other", "coop-a"] == [each["actor"]["id"] for each in kept]
    assert {"objection_received"} == {each["kind"] for each in kept}


async def test_an_objection_is_found_by_the_case_that_it_is_about(office: Office) -> None:
    """And shows what is objected to; who decided is for the municipality alone."""
    number = await refused(office)
    objection = (await office("coop-a").did(f"/cases/{number}/objections", AN_OBJECTION))["case"]
    (listed,) = await office("coop-a").items("/cases", about=number)
    by_staff = (await office("objections1").get(f"/cases/{objection}")).json()
    by_cooperative = (await office("coop-a").get(f"/cases/{objection}")).json()
    told = str(await office("coop-a").items(f"/cases/{objection}/timeline"))

    assert (objection, number, "J. Jansen") == (listed["number"], listed["about"], listed["resident"])
    assert by_staff["application"] is None
    assert "decider1" == by_staff["objection"]["decision"]["decidedBy"]
    assert ["caseworker1", "decider1"] == by_staff["objection"]["decision"]["involved"]
    assert number == by_cooperative["objection"]["decision"]["case"]
    assert "decider1" not in told + str(by_cooperative)
    assert (await office("auditor1").get(f"/cases/{number}")).json()["about"] is None


async def test_the_same_objection_twice_is_one_case(office: Office) -> None:
    """Also when another decision became the last one meanwhile."""
    number = await refused(office)
    key, coop = uuid4().hex, office("coop-a")
    once = await coop.post(f"/cases/{number}/objections", AN_OBJECTION, key)
    objection = once.json()["case"]
    await office("objections1").did(f"/cases/{objection}/acts", JUDGED)
    await coop.did(f"/cases/{objection}/acts", DECLINED)
    await office("decider2").did(f"/cases/{objection}/acts", a_decision("upheld"))
    await heard_of(office, number, "objection_upheld")
    await office("decider2").did(f"/cases/{number}/acts", a_grant())
    again = await coop.post(f"/cases/{number}/objections", AN_OBJECTION, key)

    assert [201, 200] == [once.status_code, again.status_code]
    assert once.json() == again.json()

    other = await coop.post(f"/cases/{number}/objections", {"objector": "cooperative"}, key)

    assert "/problems/key-reused" == other.json()["type"]


async def test_an_objection_needs_a_decision_of_ones_own_case(office: Office) -> None:
    """And whoever says himself which decision that was, is not believed."""
    number, undecided = await refused(office), await applied(office)
    lodge = f"/cases/{number}/objections"

    wrong = await office("coop-a").refused(
        400, "not-acceptable", f"/cases/{undecided}/objections", AN_OBJECTION
    )

    assert "there is no decision" in str(wrong)

    await office("coop-a").refused(400, "not-acceptable", lodge, AN_OBJECTION | {"version": 1})
    await office("coop-a").refused(400, "invalid-request", lodge, {"objector": "another"})
    await office("coop-a").refused(400, "invalid-request", lodge, AN_OBJECTION | {"decision": {}})
    await office("coop-a").refused(400, "not-acceptable", lodge, AN_OBJECTION | {"postedOn": day(-1)})
    await office("coop-b").refused(404, "not-found", lodge, AN_OBJECTION)
    await office("admin1").refused(404, "not-found", lodge, AN_OBJECTION)
    await office("decider2").refused(403, "not-permitted", lodge, AN_OBJECTION)

    objection = (await office("coop-a").did(lodge, AN_OBJECTION))["case"]
    decision = (await office("objections1").get(f"/cases/{objection}")).json()["objection"]["decision"]
    forged = {
        "kind": "objection_received",
        "decision": decision | {"decidedBy": "nobody"},
        "objector": "resident",
    }
    await office("objections1").refused(409, "not-now", f"/cases/{objection}/acts", forged)


async def test_an_objection_on_paper_is_registered_at_the_desk(office: Office) -> None:
    """With its date of receipt and the postmark, of another interested party too."""
    number = (await office("caseworker2").did("/applications", an_old_application()))["case"]
    await office("caseworker1").did(f"/cases/{number}/acts", a_check())
    await office("caseworker1").did(f"/cases/{number}/acts", a_review())
    await office("decider1").did(f"/cases/{number}/acts", a_grant())
    another = {"objector": "another", "objectorName": "Fietsen BV", "receivedOn": day(0), "postedOn": day(0)}
    objection = (await office("objections1").did(f"/cases/{number}/objections", another))["case"]
    repair = {"kind": "repair_requested", "defects": ["reasons"], "until": a_working_day()}
    await office("objections1").did(f"/cases/{objection}/acts", repair)
    await office("coop-a").refused(
        403, "not-permitted", f"/cases/{objection}/acts", {"kind": "repair_received", "text": WHY}
    )
    await office("caseworker2").did(f"/cases/{objection}/acts", {"kind": "repair_received", "text": WHY})

    assert "admissibility" == (await office("coop-a").get(f"/cases/{objection}")).json()["status"]
    assert {"examination", "objection_decision"} == (
        (await office("objections1").get(f"/cases/{objection}/deadlines")).json()["items"].keys()
    )


def a_working_day() -> str:
    """Within three weeks."""
    return next_working_day(date.fromisoformat(day(14))).isoformat()


async def test_the_term_to_object_runs_from_the_day_of_posting(office: Office, parts: Parts) -> None:
    """As it was noted for whoever objects; before that it came too early, and counts all the same. Awb 6:8, 6:10."""
    number, key = await refused(office), uuid4().hex
    lodge, posted = f"/cases/{number}/objections", date.fromisoformat(day(-3))
    while await Press(parts.database).make_some():
        pass
    before = (await office("coop-a").did(lodge, AN_OBJECTION, key))["case"]
    of_it = (SendingRow.number == number, SendingRow.addressee == "resident")
    async with parts.database.begin() as connection:
        await connection.execute(update(SendingRow).where(*of_it).values(sent_on=posted))
    after = (await office("coop-a").did(lodge, AN_OBJECTION))["case"]
    own = (await office("coop-a").did(lodge, {"objector": "cooperative"}))["case"]

    assert before == (await office("coop-a").did(lodge, AN_OBJECTION, key))["case"]
    for case, sent_on in ((before, None), (after, day(-3)), (own, None)):
        shown = (await office("objections1").get(f"/cases/{case}")).json()

        assert sent_on == shown["objection"]["decision"]["sentOn"]


async def test_an_appeal_is_recorded_also_when_the_file_has_closed(office: Office, parts: Parts) -> None:
    """The court tells late; nothing else is taken in any more. Upheld, the decision is taken again. Awb 6:9, 8:72.

    Until then the file is open again, and numbers its tasks on.
    """
    number = await refused(office)
    objection = (await office("coop-a").did(f"/cases/{number}/objections", AN_OBJECTION))["case"]
    officer, decider, acts = office("objections1"), office("decider2"), f"/cases/{objection}/acts"
    await officer.did(acts, JUDGED)
    await office("coop-a").did(acts, DECLINED)
    decided = await decider.did(acts, a_decision("unfounded"))
    long_ago = Sent(addressee=Addressee.RESIDENT, channel=Channel.POST, sent_on=date(2026, 1, 5))
    handle = parts.temporal.get_workflow_handle(workflow_id(objection))
    await handle.signal("take_news", LetterSent(version=decided["version"], sendings=(long_ago,)))
    await handle.result()
    appeal = {"kind": "appeal_recorded", "court": "Rechtbank", "lodgedOn": day(0)}

    await officer.refused(409, "case-closed", acts, {"kind": "note_added", "text": "Late."})
    await officer.refused(400, "not-acceptable", acts, appeal | {"lodgedOn": day(9)})
    await officer.did(acts, appeal)

    assert "objection_decided" == (await officer.get(f"/cases/{objection}")).json()["status"]
    assert "appeal_recorded" == (await kinds(office, objection))[-1]

    await officer.did(acts, {"kind": "question_asked", "of": "cooperative", "items": ["Who comes to court?"]})
    async with parts.database.connect() as connection:
        tasks = select(TaskRow.id).where(TaskRow.number == objection).order_by(TaskRow.opened_at)

        assert [f"{objection}.{n}" for n in (1, 2, 3, 4)] == list(await connection.scalars(tasks))
    outcome = {"kind": "appeal_outcome_recorded", "outcome": "upheld", "decidedOn": day(0), "summary": WHY}
    await officer.did(acts, outcome)
    await heard_of(office, number, "objection_upheld")

    assert "settled" == await handle.result()
    assert "decision" == (await officer.get(f"/cases/{number}")).json()["status"]
