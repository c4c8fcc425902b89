"""The steps of a case over HTTP: what each sends, and a case brought as far as a test needs it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from api.desk import today
from cli.load import municipality_in
from domain.calendar import next_working_day
from embedded.part import PROJECT
from tests.api_live.office import Office, Person

BSN = "999990019"
WHY = "It fits."
POLICY = municipality_in(PROJECT / "examples" / "zonnedam.toml").policy


def day(days: int) -> str:
    """So many days from today."""
    return (today() + timedelta(days=days)).isoformat()


def an_application(**changed: Any) -> dict[str, Any]:
    """An application with everything that the policy asks."""
    application = {
        "cooperative": "de-werkplaats",
        "resident": {"bsn": BSN, "name": "J. Jansen"},
        "signedAt": "2026-01-20T10:00:00+01:00",
        "activity": "Repairing bicycles",
        "plan": "Learning a trade.",
        "startsOn": day(10),
        "endsOn": day(300),
        "hoursAWeek": 16,
        "items": [{"code": item.code, "title": f"{item.code}.pdf"} for item in POLICY.items],
        "electronic": ["cooperative"],
    }
    return {"application": application | changed}


def an_old_application(**changed: Any) -> dict[str, Any]:
    """The same on paper, which came half a year ago and was left lying."""
    return an_application(**changed) | {"receivedOn": day(-170)}


def a_check(*missing: str) -> dict[str, Any]:
    """A completeness check that found these missing."""
    return {"kind": "completeness_checked", "missing": missing}


def a_review(recommendation: str = "grant") -> dict[str, Any]:
    """A review that answers every criterion."""
    findings = [{"criterion": each.code, "answer": "met", "reason": WHY} for each in POLICY.criteria]
    return {
        "kind": "application_reviewed",
        "findings": findings,
        "recommendation": recommendation,
        "reasoning": WHY,
    } | ({"deviation": WHY} if recommendation == "refuse" else {})


def a_grant(**changed: Any) -> dict[str, Any]:
    """A permission for most of a year."""
    return {
        "kind": "permission_granted",
        "validFrom": day(0),
        "validUntil": day(300),
        "hoursAWeek": 16,
        "reasoning": WHY,
    } | changed


def a_refusal() -> dict[str, Any]:
    """For a reason that the review did not know."""
    return {
        "kind": "permission_refused",
        "grounds": [POLICY.refusal_grounds[0].code],
        "viewWaived": "not_on_his_facts",
        "reasoning": WHY,
        "deviation": WHY,
    }


def a_reversal(version: int) -> dict[str, Any]:
    """That decision is taken again, within some weeks."""
    return {
        "kind": "decision_reversed",
        "version": version,
        "decideBy": next_working_day(today() + timedelta(days=14)).isoformat(),
        "reasoning": WHY,
    }


DUE_AT_ONCE: dict[str, Any] = {"validFrom": day(-158), "validUntil": day(300)}
"""A permission that comes after all, from when it was meant to start.

Its first reassessment is three to four weeks ahead, so its report is asked at once.
"""


def a_report() -> dict[str, Any]:
    """A progress report."""
    return {
        "periodFrom": day(-158),
        "periodUntil": day(0),
        "hours": 300,
        "incomeCents": 0,
        "activities": "Bicycles",
        "results": "Well",
    }


def a_reaction() -> dict[str, Any]:
    """The resident tells how he sees it himself."""
    return {"kind": "resident_reacted", "reaction": "I like it."}


def a_continuation(**changed: Any) -> dict[str, Any]:
    """A reassessment that lets it go on."""
    return {"kind": "participation_continued", "reasoning": WHY} | changed


def an_ending(days: int = 0) -> dict[str, Any]:
    """The participation ends so many days from now."""
    return {"onBehalfOf": "resident", "endsOn": day(days), "reasoning": "Found a job."}


def a_note(text: str = "Called.") -> dict[str, Any]:
    """A note between colleagues."""
    return {"kind": "note_added", "text": text}


async def applied(office: Office, **changed: Any) -> str:
    """A case that just began."""
    return (await office("coop-a").did("/applications", an_application(**changed)))["case"]


async def reviewed(office: Office, **changed: Any) -> str:
    """A case that awaits its decision."""
    number = await applied(office, **changed)
    caseworker = office("caseworker1")
    await caseworker.did(f"/cases/{number}/acts", a_check())
    await caseworker.did(f"/cases/{number}/acts", a_review())
    return number


async def granted(office: Office, **changed: Any) -> str:
    """A case in which somebody takes part, after an application that came half a year ago."""
    number = (await office("caseworker2").did("/applications", an_old_application()))["case"]
    caseworker = office("caseworker1")
    await caseworker.did(f"/cases/{number}/acts", a_check())
    await caseworker.did(f"/cases/{number}/acts", a_review())
    await office("decider1").did(f"/cases/{number}/acts", a_grant(**changed))
    return number


async def reporting(office: Office) -> str:
    """A case in which a report is asked: it was refused in error half a year too late, and granted after all."""
    number = (await office("caseworker2").did("/applications", an_old_application()))["case"]
    acts, decider = f"/cases/{number}/acts", office("decider1")
    for form in (a_check(), a_review()):
        await office("caseworker1").did(acts, form)
    refused = await office("decider2").did(acts, a_refusal())
    await decider.did(acts, a_reversal(refused["version"]))
    await decider.did(acts, a_grant(**DUE_AT_ONCE))
    return number


async def task_of(person: Person, number: str) -> str:
    """The open task of a case that this person sees."""
    (task,) = await person.items("/tasks", case=number, onHold=True)
    return task["id"]


async def kinds(office: Office, number: str) -> list[str]:
    """What happened in a case."""
    return [line["kind"] for line in await office("auditor1").items(f"/cases/{number}/timeline")]
