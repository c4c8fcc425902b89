"""What is known before somebody decides: that he may not, has no mandate, or that it does not reach. Awb 10:3."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain import acts, authority
from domain.case import Case
from domain.duties import DECISIONS, REVERSING
from domain.errors import CaseError, NotPermitted
from domain.fact import Fact
from domain.mandates import Decision, Mandate, highest, widest
from domain.money import euros
from domain.people import Actor
from domain.tasks import Task
from domain.terms import penalty


def wanted(kind: type[Fact]) -> frozenset[Decision]:
    """The decisions of which a mandate lets somebody do such an act; none when it takes none."""
    if kind is acts.DecisionReversed:
        return REVERSING | {Decision.REVOKE}
    return frozenset({DECISIONS[kind]}) if kind in DECISIONS else frozenset()


def falls_short(
    kind: type[Fact], case: Case, about: int | None, mandates: Sequence[Mandate], on: date
) -> NotPermitted | None:
    """Why these mandates of one person do not reach a decision that day, as far as the case tells that already."""
    decisions = wanted(kind)
    held = [each for each in mandates if each.is_valid_on(on) and decisions & each.decisions]
    if not decisions:
        return None
    if not held:
        return NotPermitted("You hold no mandate for this decision today")
    if kind is acts.PenaltyDetermined:
        return _of_money(case, about, held, on)
    return _of_time(case, held) if kind is acts.PermissionGranted else None


def _of_money(case: Case, about: int | None, held: Sequence[Mandate], on: date) -> NotPermitted | None:
    notices = (about,) if about in case.open_defaults else case.open_defaults
    owed = min((penalty.reckoned(case, notice, on).owed_cents for notice in notices), default=0)
    if any(each.reaches(owed) for each in held):
        return None
    return NotPermitted(
        "Your mandate reaches up to {most}, and {owed} is owed here today",
        most=euros(highest(held)),
        owed=euros(owed),
    )


def _of_time(case: Case, held: Sequence[Mandate]) -> NotPermitted | None:
    asked = case.application
    if any(each.covers(asked.starts_on, asked.ends_on, asked.hours_a_week) for each in held):
        return None
    limit = widest(held)
    return NotPermitted(
        "Your mandate reaches up to {months} months and {hours} hours a week, and more is asked for here",
        months=limit.max_months,
        hours=limit.max_hours_a_week,
    )


def is_left_to(actor: Actor, task: Task, case: Case, mandates: Sequence[Mandate], on: date) -> bool:
    """Whether role, separation of duties and mandate let somebody do what a task asks; its content is not known yet."""
    kind = acts.ACTS[task.accepts[0]]
    try:
        authority.check_ever(kind, actor, case, task.about)
    except CaseError:
        return False
    decision = DECISIONS.get(kind)
    held = [m for m in mandates if m.holder == actor.id and m.is_valid_on(on)]
    return decision is None or any(decision in mandate.decisions for mandate in held)
