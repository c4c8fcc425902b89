"""What becomes of a permission over HTTP: changes, suspension, renewal and revocation, each as its task."""

from __future__ import annotations

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.api_live.office import Office, Person
from tests.api_live.steps import WHY, an_application, an_ending, day, granted, kinds

pytestmark = pytest.mark.asyncio(loop_scope="session")

REPORT_ON_NOTHING = {
    "periodFrom": day(-30),
    "periodUntil": day(0),
    "hours": 0,
    "incomeCents": 0,
    "nothingDoneBecause": "The workshop was closed.",
}
SUSPENDED = {
    "kind": "permission_suspended",
    "suspendedFrom": day(1),
    "suspendedUntil": day(30),
    "reasoning": WHY,
    "viewWaived": "urgent",
}
PROPOSED = {"kind": "revocation_proposed", "grounds": ["conditions-not-kept"], "reasoning": WHY}
REVOKED = {
    "kind": "permission_revoked",
    "grounds": ["conditions-not-kept"],
    "revokedFrom": day(5),
    "reasoning": WHY,
}


async def task_for(person: Person, number: str, act: str) -> str:
    """The open task of a case that this act fulfils."""
    tasks = await person.items("/tasks", case=number)
    return next(task["id"] for task in tasks if act in task["accepts"])


async def test_a_permission_is_suspended_and_revoked(office: Office) -> None:
    """Proposed by one, with a view, decided by another; then one can object."""
    number = await granted(office)
    coop, caseworker, decider = office("coop-a"), office("caseworker1"), office("decider1")
    acts = f"/cases/{number}/acts"
    await coop.did(f"/cases/{number}/reports", REPORT_ON_NOTHING)
    await decider.did(acts, SUSPENDED)
    told = await decider.refused(409, "not-now", acts, REVOKED)
    await caseworker.did(acts, PROPOSED)
    unheard = await decider.refused(400, "not-acceptable", acts, REVOKED)
    task = await task_for(decider, number, "permission_revoked")
    await decider.did(f"/tasks/{task}/complete", {"kind": "view_invited", "intention": WHY})
    task = await task_for(coop, number, "view_received")
    await coop.did(f"/tasks/{task}/complete", {"kind": "view_received", "view": "It is not so."})
    task = await task_for(decider, number, "permission_revoked")
    await decider.did(f"/tasks/{task}/complete", REVOKED)
    shown = (await coop.get(f"/cases/{number}")).json()
    timeline = await coop.items(f"/cases/{number}/timeline")
    objection = await coop.did(f"/cases/{number}/objections", {"objector": "resident", "reasons": "No."})

    assert told["detail"].startswith("Nobody proposed")
    assert ["/viewWaived"] == [error["location"] for error in unheard["errors"]]
    assert ("revoked", day(4), day(30)) == (
        shown["status"],
        shown["permission"]["validUntil"],
        shown["permission"]["suspendedUntil"],
    )
    assert {"kind": "revocation_proposed"} in [line["act"] for line in timeline]
    assert number != objection["case"]


async def test_a_change_is_looked_at_and_a_permission_renewed(office: Office) -> None:
    """Each is a task beside the reassessments; what staff registered, a cooperative reads only that it came."""
    number = await granted(office)
    coop, caseworker, decider = office("coop-a"), office("caseworker1"), office("decider1")
    acts = f"/cases/{number}/acts"
    change = {"kind": "change_reported", "change": "Another address.", "since": day(-3)}
    about = (await caseworker.did(acts, change))["version"]
    task = await task_for(caseworker, number, "change_assessed")
    await caseworker.did(
        f"/tasks/{task}/complete",
        {"kind": "change_assessed", "about": about, "conclusion": "nothing", "reasoning": WHY},
    )
    await coop.did(acts, {"kind": "renewal_requested", "validUntil": day(400), "reasoning": WHY})
    task = await task_for(caseworker, number, "renewal_advised")
    await caseworker.did(
        f"/tasks/{task}/complete", {"kind": "renewal_advised", "recommendation": "renew", "reasoning": WHY}
    )
    task = await task_for(decider, number, "permission_renewed")
    await decider.did(
        f"/tasks/{task}/complete", {"kind": "permission_renewed", "validUntil": day(400), "reasoning": WHY}
    )
    seen = [line["act"] for line in await coop.items(f"/cases/{number}/timeline")]

    assert day(400) == (await coop.get(f"/cases/{number}")).json()["permission"]["validUntil"]
    assert {"kind": "change_reported"} in seen
    assert {"kind": "change_assessed"} in seen
    assert "permission_renewed" == (await kinds(office, number))[-1]


async def test_a_resident_goes_on_at_another_cooperative_that_is_known(
    office: Office, database: AsyncEngine
) -> None:
    """It is told by its name; each of the two cases leads to the other, for who may read both."""
    number = await granted(office)
    coop, other, caseworker = office("coop-a"), office("coop-b"), office("caseworker1")
    moves = an_ending(3) | {"transferredTo": "green-doing"}

    unknown = await coop.refused(400, "not-acceptable", f"/cases/{number}/ending", moves)
    supposed = {"kind": "participation_ended"} | moves
    await coop.refused(400, "not-acceptable", f"/cases/{number}/deadlines/_preview", supposed)

    assert ["/transferredTo"] == [each["location"] for each in unknown["errors"]]
    assert "This cooperative has no agreement" in f"{unknown['errors']}"

    await coop.did(f"/cases/{number}/ending", moves | {"transferredTo": "groen-doen"})
    (told,) = await coop.items(f"/cases/{number}/timeline", kind="participation_ended")

    assert "The resident goes on at Coöperatie Groen Doen U.A.." in told["text"]

    applied = an_application(cooperative="groen-doen", earlierCase=number)
    follow_up = (await other.did("/applications", applied))["case"]
    found = [await who.items("/cases", earlierCase=number) for who in (caseworker, other, coop)]

    assert [[follow_up], [follow_up], []] == [[each["number"] for each in items] for items in found]

    pages = await office.visitor(database, "caseworker1")
    theirs = await office.visitor(database, "coop-b")

    assert f"Goes on in {follow_up}" in await pages.shown(f"/cases/{number}")
    assert f"Follows on {number}" in await pages.shown(f"/cases/{follow_up}")
    assert "Follows on" not in await theirs.shown(f"/cases/{follow_up}")
