"""What an auditor looks at first: acts by which something went otherwise than the rule."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from domain import acts, delays, objections, terms
from domain.by_a_court import is_by_a_court
from domain.case import Case, Entry
from domain.fact import Fact


class Exceptional(StrEnum):
    """In what way an act is out of the ordinary."""

    DECIDED_LATE = "decided_late"
    LAPSED = "lapsed"
    AGAINST_ADVICE = "against_advice"
    AGAINST_POLICY = "against_policy"
    CORRECTED = "corrected"
    REVERSED = "reversed"


LAPSES: frozenset[type[Fact]] = frozenset(
    {
        *(acts.SupplementLapsed, acts.SetAsideLapsed, acts.ViewLapsed, acts.AdviceLapsed, acts.RepairLapsed),
        *(acts.ReactionLapsed, acts.ReportEscalated, acts.InterimReportEscalated),
    }
)
"""A term passed that somebody let pass; that the term to object is over is how a case should end."""

ADVISED: dict[type[Fact], tuple[type[Fact], str]] = {
    acts.PermissionGranted: (acts.ApplicationReviewed, acts.Recommendation.GRANT),
    acts.PermissionRefused: (acts.ApplicationReviewed, acts.Recommendation.REFUSE),
    acts.TrialLeftToEnd: (acts.TrialEvaluated, acts.TrialAdvice.LET_END),
    acts.PermissionRenewed: (acts.RenewalAdvised, acts.RenewalAdvice.RENEW),
    acts.RenewalRefused: (acts.RenewalAdvised, acts.RenewalAdvice.REFUSE),
}
"""For each decision the act that advised on it, and what that then recommends."""


def exceptions_in(case: Case, entry: Entry) -> tuple[Exceptional, ...]:
    """In which ways an act of the case is out of the ordinary, judged by what stood in the case before it.

    Not what a court decided itself: nobody here did.
    """
    if is_by_a_court(case, entry):
        return ()
    before = case.model_copy(update={"entries": case.entries[: entry.version - 1]})
    due_on = _decision_due_on(before, entry)
    found = {
        Exceptional.DECIDED_LATE: due_on is not None and (entry.on > due_on or _was_late(before, entry)),
        Exceptional.LAPSED: type(entry.act) in LAPSES,
        Exceptional.AGAINST_ADVICE: _departs(before, entry),
        Exceptional.AGAINST_POLICY: getattr(entry.act, "deviation", None) is not None,  # Awb 4:84
        Exceptional.CORRECTED: isinstance(entry.act, acts.DecisionCorrected),
        Exceptional.REVERSED: isinstance(entry.act, acts.DecisionReversed),
    }
    return tuple(kind for kind, holds in found.items() if holds)


def _decision_due_on(before: Case, entry: Entry) -> date | None:
    """The last day for this decision. Awb 4:13, 7:10."""
    match entry.act:
        case acts.ApplicationSetAside() | acts.PermissionGranted() | acts.PermissionRefused():
            return terms.decision(before).due_on
        case acts.ObjectionDecided():
            return objections.objection_decision(before).due_on
        case acts.PermissionRenewed() | acts.RenewalRefused() | acts.RequestSetAside() if entry.about:
            return terms.decision_on(before, entry.about).due_on
        case _:
            return None


def _was_late(before: Case, entry: Entry) -> bool:
    """Whether it is the term of a court in which it was decided, since the law's was over. Awb 8:55d."""
    is_of_a_request = isinstance(entry.act, acts.PermissionRenewed | acts.RenewalRefused)
    request = entry.about if is_of_a_request else None
    return delays.ordered(before, request, delays.awaited_since(before)) is not None


def _departs(before: Case, entry: Entry) -> bool:
    """Whether somebody decided otherwise than the newest advice, which asks for reasons. Awb 3:50."""
    if isinstance(entry.act, acts.ObjectionDecided):
        return entry.act.departs_because is not None
    if type(entry.act) not in ADVISED:
        return False
    advice, follows = ADVISED[type(entry.act)]
    is_of_a_request = advice is acts.RenewalAdvised
    newest = before.last_in(entry.about, advice) if is_of_a_request else before.last(advice)
    return newest is not None and getattr(newest[1], "recommendation", follows) != follows
