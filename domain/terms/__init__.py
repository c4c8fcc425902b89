"""Every deadline of a case, as a function of its acts, with the steps and articles that lead to it.

What the law reckons with dates is in `domain/law/`; here stands which dates of a case those are. Terms set in law roll
past days off (Atw 1); dates that the municipality sets itself are put on a working day; dates of the permission itself
are calendar dates and do neither.
"""

from __future__ import annotations

from collections.abc import Callable

from domain import hearings, objections, requests
from domain.case import Case, Status
from domain.matters import advice, enquiries
from domain.term import Term
from domain.terms import penalty
from domain.terms.adjustment import adjustment, adjustment_of, decision_on, last_decision_on, movable
from domain.terms.application import (
    adjournment,
    awaits_end,
    decision,
    end_of_suspension,
    intake,
    received_on,
    request_of,
    review,
    running,
    suspended_days,
    suspensions,
    view,
    view_in,
    view_of,
)
from domain.terms.ending import stop, view_in_time
from domain.terms.interim import (
    interim_eve,
    interim_reminder_of,
    interim_report,
    interim_report_of,
    interim_request,
)
from domain.terms.meanwhile import is_decided_again_since, last_day_meanwhile, meanwhile
from domain.terms.participation import (
    announcement,
    answer_to,
    assessment_of,
    end_of_trial,
    ends_otherwise,
    evaluation,
    evaluation_from,
    expiry,
    is_reassessed,
    is_to_be_announced,
    no_longer,
    reaction,
    reaction_lapse,
    renewal,
    report,
    report_reminder,
    report_request,
    revocation_of,
)
from domain.terms.reassessing import reassessment, reassessment_in_hand
from domain.terms.resuming import runs_again
from domain.terms.standstill import resumption, standstill
from domain.terms.supplement import (
    incomplete,
    is_told_too_late,
    set_aside,
    supplement,
    supplement_ended_on,
    supplement_period,
    supplement_reminder,
    supplied_in_time,
    supplied_to,
    was_set_aside_too_late,
)

__all__ = [
    "APPLYING",
    "adjournment",
    "adjustment",
    "adjustment_of",
    "announcement",
    "answer_to",
    "assessment_of",
    "awaits_end",
    "decision",
    "decision_on",
    "end_of_suspension",
    "end_of_trial",
    "ends_otherwise",
    "evaluation",
    "evaluation_from",
    "expiry",
    "intake",
    "interim_eve",
    "interim_reminder_of",
    "interim_report",
    "interim_report_of",
    "interim_request",
    "is_decided_again_since",
    "is_reassessed",
    "is_to_be_announced",
    "is_told_too_late",
    "last_day_meanwhile",
    "last_decision_on",
    "movable",
    "no_longer",
    "of",
    "reaction",
    "reaction_lapse",
    "reassessment",
    "reassessment_in_hand",
    "received_on",
    "renewal",
    "report",
    "report_reminder",
    "report_request",
    "request_of",
    "resumption",
    "review",
    "revocation_of",
    "running",
    "runs_again",
    "set_aside",
    "standstill",
    "stop",
    "supplement",
    "supplement_ended_on",
    "supplement_period",
    "supplement_reminder",
    "supplied_in_time",
    "supplied_to",
    "suspended_days",
    "suspensions",
    "view",
    "view_in",
    "view_in_time",
    "view_of",
    "was_set_aside_too_late",
]

BESIDE = (interim_report, standstill, renewal, adjustment)
"""What may count beside the reassessments."""

AGAINST_IT = (objections.objection, objections.appeal)
"""Until when one can go against the last decision: to the municipality, or to the court."""

ONCE_MORE = (objections.repair, objections.examination)
"""What may count of an objection that was judged already. Awb 6:6."""

APPLYING: dict[Status, tuple[Callable[[Case], Term | None], ...]] = {
    Status.COMPLETENESS_CHECK: (intake, decision),
    Status.SUPPLEMENT_AWAITED: (supplement, decision),
    Status.SETTING_ASIDE: (set_aside, decision),
    Status.REVIEW: (review, decision),
    Status.DECISION: (decision,),
    Status.VIEW_AWAITED: (view, decision),
    Status.PARTICIPATION: (*BESIDE, reassessment, expiry),
    Status.REPORT_AWAITED: (report, reaction, *BESIDE, reassessment, evaluation, expiry),
    Status.REASSESSMENT: (reaction, *BESIDE, reassessment, evaluation, expiry),
    Status.ENDED: (expiry,),
    Status.REVOKED: (*AGAINST_IT, expiry),
    Status.EXPIRED: (renewal, adjustment, requests.objection, expiry),
    Status.SET_ASIDE: AGAINST_IT,
    Status.REFUSED: AGAINST_IT,
    Status.ADMISSIBILITY: (objections.examination, objections.objection_decision),
    Status.REPAIR_AWAITED: (objections.repair, objections.objection_decision),
    Status.HEARING: (*ONCE_MORE, hearings.hearing, objections.objection_decision),
    Status.OBJECTION_DECISION: (*ONCE_MORE, objections.objection_decision),
    Status.OBJECTION_DECIDED: (objections.appeal,),
}
"""Which terms count for a case as it stands."""


def of(case: Case) -> dict[str, Term]:
    """Every date that counts for the case as it stands, by the name of its term; a trial is evaluated or reassessed."""
    terms = ((each.__name__, each(case)) for each in APPLYING.get(case.status, ()))
    found = {name: term for name, term in terms if term is not None}
    if "evaluation" in found:
        found.pop("reassessment", None)
    beside = {"advice": advice.latest(case), "court": enquiries.court(case), **incomplete(case)}
    in_matters = {name: term for name, term in beside.items() if term is not None}
    return meanwhile(case) | found | in_matters | penalty.of(case)
