"""The rows that stand for a case: each built by one function from the case, each act or task whole in its document."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain import objections, terms
from domain.case import Case, Entry, Status
from domain.exceptions import exceptions_in
from domain.letters import Letter
from domain.matters import default
from domain.notices import Notice
from domain.tasks import Task
from store.words import words_of

NO_DAY = date.max
"""Stands for no due date, so that lists sort it last."""

BEFORE_DECISION = frozenset(
    {
        Status.COMPLETENESS_CHECK,
        Status.SUPPLEMENT_AWAITED,
        Status.SETTING_ASIDE,
        Status.REVIEW,
        Status.DECISION,
        Status.VIEW_AWAITED,
    }
)


OBJECTION_RUNS = frozenset(
    {Status.ADMISSIBILITY, Status.REPAIR_AWAITED, Status.HEARING, Status.OBJECTION_DECISION}
)


def case_row(case: Case) -> dict[str, Any]:
    """What lists show of a case."""
    permission = case.permission
    reassessment = terms.reassessment(case) if case.is_participating else None
    return {
        "number": case.number,
        "municipality": case.municipality,
        "cooperative": case.cooperative,
        "policy_version": case.policy.version,
        "resident_name": case.resident,
        "status": case.status.value,
        "received_on": case.received_on,
        "decision_due_on": _decision_due_on(case),
        "reassessment_on": reassessment.due_on if reassessment else None,
        "valid_from": permission.valid_from if permission else None,
        "valid_until": permission.valid_until if permission else None,
        "version": case.version,
        "changed_at": case.entries[-1].at,
        "about": case.objection.decision.case if case.is_objection else None,
        "earlier_case": None if case.is_objection else case.application.earlier_case,
        **_in_default(case),
        "words": _words(case),
    }


def _words(case: Case) -> list[str]:
    """By which it is found; its municipality is one, so that no search reads another municipality's cases."""
    handlers = words_of(*(entry.actor.name for entry in case.entries if entry.key))
    own = words_of(case.number, case.resident, case.cooperative)
    return [f"@{case.municipality}", *own, *(f"~{word}" for word in handlers)]


def _decision_due_on(case: Case) -> date | None:
    """By when somebody decides, on the application or on the objection."""
    if case.status in OBJECTION_RUNS:
        return objections.objection_decision(case).due_on
    return terms.decision(case).due_on if case.status in BEFORE_DECISION else None


def _in_default(case: Case) -> dict[str, Any]:
    """What is owed for deciding too late, as far as it does not grow with the days."""
    defaults = [default.reckoning(case, notice) for notice in case.open_defaults]
    return {
        "in_default_since": min((each.received_on for each in defaults), default=None),
        "defaults": [each.model_dump(mode="json") for each in defaults],
    }


def act_row(case: Case, entry: Entry) -> dict[str, Any]:
    """One act."""
    return {
        "number": case.number,
        "version": entry.version,
        "municipality": case.municipality,
        "kind": entry.act.kind,
        "at": entry.at,
        "actor_id": entry.actor.id,
        "key": entry.key,
        "exceptions": list(exceptions_in(case, entry)),
        "document": entry.model_dump(mode="json"),
    }


def task_row(case: Case, task: Task) -> dict[str, Any]:
    """One open task."""
    return {
        "id": task.id,
        "number": case.number,
        "municipality": case.municipality,
        "cooperative": case.cooperative,
        "role": task.role.value,
        "kind": task.accepts[0],
        "due_on": task.due_on or NO_DAY,
        "assignee_id": task.assignee.id if task.assignee else None,
        "held_until": task.held_until,
        "opened_at": task.opened_at,
        "document": task.model_dump(mode="json"),
    }


def notice_row(case: Case, notice: Notice) -> dict[str, Any]:
    """One message to send."""
    written_at = case.entries[notice.version - 1].at
    return {
        "number": notice.number,
        "version": notice.version,
        "municipality": case.municipality,
        "kind": notice.kind,
        "document": notice.model_dump(mode="json"),
        "written_at": written_at,
        "next_try_at": written_at,
        "tries": 0,
    }


def letter_row(case: Case, letter: Letter) -> dict[str, Any]:
    """One letter to make."""
    written_at = case.entries[letter.version - 1].at
    return {
        "number": letter.number,
        "version": letter.version,
        "edition": letter.edition,
        "municipality": case.municipality,
        "kind": letter.kind,
        "template_version": letter.template_version,
        "policy_version": letter.policy_version,
        "document": letter.model_dump(mode="json"),
        "written_at": written_at,
        "next_try_at": written_at,
        "tries": 0,
    }
