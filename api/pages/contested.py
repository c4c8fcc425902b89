"""On the page of an objection and beside its forms: the decision that it is against, and what it rests on. Awb 7:11."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from api.cases import case_for
from api.languages import Language
from api.pages.context import beside, filled_in
from api.views import Told, told
from domain import acts, disclosure
from domain.authority import Scope
from domain.case import Case, Entry
from domain.duties import DECISIONS
from domain.fact import Fact
from domain.people import Actor
from domain.tasks import Task

RESTS_ON: frozenset[type[Fact]] = disclosure.PREPARATION | {acts.ViewReceived, acts.ReviewReturned}
"""What was said on the way to a decision, besides what was asked."""


@dataclass(frozen=True)
class Contested:
    """The decision, and before it what it rests on, as the timeline of its case tells them."""

    case: Case
    lines: list[Told]
    filled_in: frozenset[int]


async def contested_by(
    objection: Case, reader: Actor, sight: Scope, database: AsyncEngine, language: Language
) -> Contested | None:
    """What an objection is about; nothing for a cooperative, which reads in its own case what it may."""
    if not objection.is_objection or disclosure.is_outsider(reader):
        return None
    case = await case_for(database, objection.objection.decision.case, sight)
    return as_told(objection, case, reader, language)


def alongside(
    task: Task | None, case: Case, against: Case | None, reader: Actor, language: Language
) -> dict[str, Any]:
    """What a page shows beside the form by which a task is done: what was said before, and what an objection is about.

    `against` is the case with that decision, where the task needs it.
    """
    return {
        "beside": beside(task, case, reader, language) if task else [],
        "against": as_told(case, against, reader, language) if against else None,
    }


def as_told(objection: Case, case: Case, reader: Actor, language: Language) -> Contested:
    """The decision that an objection is against, from the case in which it was taken."""
    entries = rests_on(case, objection.objection.decision.version)
    lines = [line for each in entries if (line := told(each, case.policy, reader, language.value))]
    return Contested(case, lines, filled_in(lines))


def rests_on(case: Case, version: int) -> list[Entry]:
    """A decision with what was said since the one before; a correction with what it corrects."""
    decision = case.entries[version - 1]
    corrected = decision.act.version if isinstance(decision.act, acts.DecisionCorrected) else version
    earlier = (e.version for e in case.entries[: corrected - 1] if type(e.act) in DECISIONS)
    since = case.entries[max(earlier, default=0) : corrected - 1]
    last = case.entries[corrected - 1 : corrected] if corrected != version else ()
    return [*(entry for entry in since if type(entry.act) in RESTS_ON), *last, decision]
