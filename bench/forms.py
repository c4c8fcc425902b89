"""What people fill in, in the case that is measured."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from bench.case import version_after
from domain.calendar import NETHERLANDS, next_working_day

Form = dict[str, Any]

RECEIVED, STARTS, ENDS = -170, -158, 300
"""Days from today. The first reassessment is half a year after the start, so its report is asked for today."""
WHY = "Aan alle voorwaarden is voldaan."


def application(policy: Form) -> Form:
    """On paper, with everything that the policy asks for, and left lying since."""
    return {
        "receivedOn": _day(RECEIVED),
        "application": {
            "cooperative": "de-werkplaats",
            "resident": {"bsn": "999990019", "name": "J. Jansen"},
            "signedAt": (datetime.now(UTC) + timedelta(days=RECEIVED - 1)).isoformat(),
            "activity": "Fietsen herstellen in de werkplaats",
            "plan": "Leert een vak, en komt weer onder de mensen.",
            "startsOn": _day(STARTS),
            "endsOn": _day(ENDS),
            "hoursAWeek": 16,
            "items": [{"code": item["code"], "title": "scan.pdf"} for item in policy["items"]],
        },
    }


def check(_: Form) -> Form:
    """Nothing is missing."""
    return {"kind": "completeness_checked"}


def review(policy: Form) -> Form:
    """Every criterion is met."""
    findings = [
        {"criterion": criterion["code"], "answer": "met", "reason": "Blijkt uit de stukken."}
        for criterion in policy["criteria"]
    ]
    return {
        "kind": "application_reviewed",
        "findings": findings,
        "recommendation": "grant",
        "reasoning": WHY,
    }


def refusal(policy: Form) -> Form:
    """In error."""
    return {
        "kind": "permission_refused",
        "grounds": [policy["refusalGrounds"][0]["code"]],
        "viewWaived": "not_on_his_facts",
        "reasoning": "Er is geen plaats meer.",
        "deviation": "De coöperatie zit vol.",
    }


def reversal(_: Form) -> Form:
    """Of that refusal."""
    return {
        "kind": "decision_reversed",
        "version": version_after("refuse"),
        "decideBy": next_working_day(_today() + timedelta(days=14)).isoformat(),
        "reasoning": "Er was wel plaats.",
    }


def grant(_: Form) -> Form:
    """From when it was meant to start."""
    return {
        "kind": "permission_granted",
        "validFrom": _day(STARTS),
        "validUntil": _day(ENDS),
        "hoursAWeek": 16,
        "conditions": ["Meldt het als er iets verandert."],
        "reasoning": "Zoals geadviseerd.",
    }


def report(_: Form) -> Form:
    """How it went until today."""
    return {
        "periodFrom": _day(STARTS),
        "periodUntil": _day(0),
        "hours": 300,
        "incomeCents": 0,
        "activities": "Fietsen hersteld.",
        "results": "Werkt nu alleen.",
    }


def reaction(_: Form) -> Form:
    """How the resident sees it himself."""
    return {"kind": "resident_reacted", "reaction": "Ik leer veel."}


def reassessment(_: Form) -> Form:
    """It may go on."""
    return {"kind": "participation_continued", "reasoning": "Het gaat goed."}


def ending(_: Form) -> Form:
    """The resident has work, and stops today."""
    return {"onBehalfOf": "resident", "endsOn": _day(0), "reasoning": "Heeft werk gevonden."}


def _today() -> date:
    return datetime.now(NETHERLANDS).date()


def _day(ahead: int) -> str:
    return (_today() + timedelta(days=ahead)).isoformat()
