"""Which decision an objection is about now: the contested one, or what took its place meanwhile. Awb 6:19."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain import acts
from domain.case import Case
from domain.duties import ON_A_PERMISSION, ON_THE_APPLICATION
from domain.meantime import RENEWS_A_PERMISSION

CORRECTED, REVERSED = (
    each.model_fields["kind"].default for each in (acts.DecisionCorrected, acts.DecisionReversed)
)


@dataclass(frozen=True)
class Standing:
    """The decision that stands now."""

    kind: str
    """As it was taken, of a correction that of what it corrects."""
    decided_on: date
    is_new: bool = False
    """Whether it took the place of the contested one."""
    corrected_on: date | None = None
    """When it was corrected since the objector got it."""
    is_reversed: bool = False
    """Whether it is being taken again, and is not there yet."""


def standing(case: Case) -> Standing:
    """The decision that stands now, as the objection was told."""
    contested = case.objection.decision
    stands = Standing(kind=contested.corrects or contested.kind, decided_on=contested.decided_on)
    told = sorted(case.every(acts.ContestedDecisionReplaced), key=lambda each: each[1].version)
    for entry, act in told:
        on = act.decided_on or entry.on
        if act.decision == CORRECTED:
            stands = Standing(stands.kind, stands.decided_on, stands.is_new, on, stands.is_reversed)
        elif act.decision == REVERSED:
            stands = Standing(stands.kind, stands.decided_on, stands.is_new, stands.corrected_on, True)
        elif not (is_on_a_permission(contested) and acts.ACTS[act.decision] in ON_THE_APPLICATION):
            stands = Standing(act.decision, on, is_new=True)
    return stands


def is_on_a_permission(contested: acts.ContestedDecision) -> bool:
    """Whether it stands on a permission, so that it counts no more once the objection is upheld. Awb 7:11(2)."""
    return issubclass(acts.ACTS[contested.corrects or contested.kind], ON_A_PERMISSION)


def once_upheld(contested: acts.ContestedDecision) -> str:
    """Whether it counts until it is taken again, `in_part` as far as it gave something, or is `annulled`. Awb 7:11(2).

    What made a permission longer counts until then, as a grant does; what took something away counts no more.
    """
    decision = acts.ACTS[contested.corrects or contested.kind]
    if decision is acts.ConditionsAdjusted:
        return "in_part"
    counts = decision in RENEWS_A_PERMISSION or not is_on_a_permission(contested)
    return "again" if counts else "annulled"
