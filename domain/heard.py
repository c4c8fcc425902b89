"""Whether somebody applied for a decision, and could say what he thinks of it before it was taken. Awb 4:7, 4:8."""

from __future__ import annotations

from datetime import date

from domain import acts, terms
from domain.case import Case
from domain.fact import Fact
from domain.permission import is_settled
from domain.renewal import annulment

ON_THE_APPLICATION = (acts.ApplicationReviewed, acts.DecisionReversed, acts.ObjectionUpheld)
ON_THE_PERMISSION = (acts.PermissionGranted, acts.ReportRequested)


def is_applied_for(before: Case, decision: Fact, matter: int | None) -> bool:
    """Whether somebody applied for that decision in that matter, and it is not one of our own motion. Awb 4:7, 4:8."""
    match decision:
        case acts.PermissionGranted() | acts.PermissionRefused():
            return not any(isinstance(act, acts.DecisionReversed) for act in before.overturning)
        case acts.DecisionCorrected():
            return False
        case _:
            opened = before.entries[matter - 1].act if matter else None
            return isinstance(opened, acts.RenewalRequested | acts.AdjustmentRequested)


def counts_since(case: Case, matter: int | None) -> int:
    """After which act a view counts for the decision to come: what was said before that was about something else.

    In the matter that this act set going that is the act itself, or what annulled the last decision in it. In the
    procedure itself it is the last review, or what overturned or reversed the decision on the application; and while
    somebody takes part, the last reassessment. Awb 7:11(2).
    """
    if matter is not None:
        annulled = annulment(case, matter)
        return annulled.version if annulled else matter
    began = case.last(*(ON_THE_PERMISSION if is_settled(case) else ON_THE_APPLICATION))
    return began[0].version if began else 0


def had_his_say(case: Case, on: date, matter: int | None, since: int) -> bool:
    """Whether a view was asked in this matter after that act, and came or had its time to by that day."""
    invited = case.last_in(matter, acts.ViewInvited, after=since)
    if invited is None:
        return False
    answered = case.last_in(matter, acts.ViewReceived, acts.ViewLapsed, after=invited[0].version)
    return answered is not None or terms.view_in(case, matter).due_on < on
