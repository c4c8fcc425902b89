"""By when somebody decides on other hours or conditions between two reassessments. Awb 4:13; policy."""

from __future__ import annotations

from collections.abc import Callable

from domain.acts import AdjustmentRequested, ObjectionClosed
from domain.adjustment import annulment, open_ones
from domain.case import Case, Entry
from domain.law import application as law
from domain.term import Term
from domain.terms.participation import anew, revocation_of


def adjustment(case: Case) -> Term | None:
    """The last day to decide on the oldest request or proposal to adjust; none when there is none. Awb 4:13."""
    opened = open_ones(case)
    return adjustment_of(opened[0])(case) if opened else None


def adjustment_of(opened: Entry) -> Callable[[Case], Term]:
    """The last day to decide on that request; of the municipality's own proposal it is policy. Awb 4:13."""
    asked = opened.act
    if not isinstance(asked, AdjustmentRequested):
        return revocation_of(opened)
    received_on = asked.received_on or opened.on

    def term(case: Case) -> Term:
        annulled = annulment(case, opened.version)
        if annulled and isinstance(annulled.act, ObjectionClosed) and annulled.act.decide_by:
            return anew(annulled.on, annulled.act.decide_by, annulled.act.ruling)
        return law.decision(received_on, case.policy.periods.decision_weeks)

    return term
