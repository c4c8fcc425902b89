"""What a decision has the municipality pay: a penalty payment, or the costs of an objection. Awb 4:18, 7:15."""

from __future__ import annotations

from domain import acts
from domain.acts import Act


def amount_in(act: Act) -> int | None:
    """The amount that is decided, in euro cents, also as it reads when corrected; none when there is none."""
    match act:
        case (
            acts.PenaltyDetermined(cents=cents) | acts.ObjectionDecided(costs=acts.CostsDecided(cents=cents))
        ):
            return cents
        case acts.DecisionCorrected():
            return amount_in(act.decision)
        case _:
            return None
