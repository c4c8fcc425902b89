"""Where a case stands, which follows from its acts."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from domain import acts
from domain.fact import Fact
from domain.permission import took_up_again
from domain.revocation import restores

if TYPE_CHECKING:
    from domain.case import Case, Entry


class Status(StrEnum):
    """Where a case stands, for people to read and search by."""

    COMPLETENESS_CHECK = "completeness_check"
    SUPPLEMENT_AWAITED = "supplement_awaited"
    SETTING_ASIDE = "setting_aside"
    REVIEW = "review"
    DECISION = "decision"
    VIEW_AWAITED = "view_awaited"
    PARTICIPATION = "participation"
    REPORT_AWAITED = "report_awaited"
    REASSESSMENT = "reassessment"
    WITHDRAWN = "withdrawn"
    SET_ASIDE = "set_aside"
    REFUSED = "refused"
    ENDED = "ended"
    EXPIRED = "expired"
    REVOKED = "revoked"
    ADMISSIBILITY = "admissibility"
    REPAIR_AWAITED = "repair_awaited"
    HEARING = "hearing"
    OBJECTION_DECISION = "objection_decision"
    OBJECTION_DECIDED = "objection_decided"
    SETTLED = "settled"
    FORWARDED = "forwarded"


CONTESTABLE = frozenset({Status.SET_ASIDE, Status.REFUSED, Status.REVOKED})
"""Where a case rests until the term to object is over."""

CLOSED = CONTESTABLE | {Status.WITHDRAWN, Status.ENDED, Status.EXPIRED, Status.SETTLED, Status.FORWARDED}
"""Where a case rests, unless an objection runs."""


class Phase(StrEnum):
    """The part of its life that a case is in, for people to search and count by."""

    APPLICATION = "application"
    PARTICIPATION = "participation"
    OBJECTION = "objection"
    CLOSED = "closed"


PHASES: dict[Phase, frozenset[Status]] = {
    Phase.APPLICATION: frozenset(
        {
            *(Status.COMPLETENESS_CHECK, Status.SUPPLEMENT_AWAITED, Status.SETTING_ASIDE),
            *(Status.REVIEW, Status.DECISION, Status.VIEW_AWAITED),
        }
    ),
    Phase.PARTICIPATION: frozenset({Status.PARTICIPATION, Status.REPORT_AWAITED, Status.REASSESSMENT}),
    Phase.OBJECTION: frozenset(
        {
            *(Status.ADMISSIBILITY, Status.REPAIR_AWAITED, Status.HEARING),
            *(Status.OBJECTION_DECISION, Status.OBJECTION_DECIDED),
        }
    ),
    Phase.CLOSED: CLOSED,
}
"""The statuses of each."""

STATUS_AFTER: dict[type[Fact], Status] = {
    acts.ApplicationReceived: Status.COMPLETENESS_CHECK,
    acts.CompletenessChecked: Status.REVIEW,
    acts.SupplementRequested: Status.SUPPLEMENT_AWAITED,
    acts.SupplementReceived: Status.COMPLETENESS_CHECK,
    acts.SupplementLapsed: Status.SETTING_ASIDE,
    acts.SetAsideProposed: Status.SETTING_ASIDE,
    acts.CheckReopened: Status.COMPLETENESS_CHECK,
    acts.ApplicationTakenUp: Status.REVIEW,
    acts.SetAsideLapsed: Status.REVIEW,
    acts.ApplicationReviewed: Status.DECISION,
    acts.ViewInvited: Status.VIEW_AWAITED,
    acts.ViewReceived: Status.DECISION,
    acts.ViewLapsed: Status.DECISION,
    acts.ReviewReturned: Status.REVIEW,
    acts.PermissionGranted: Status.PARTICIPATION,
    acts.PermissionRenewed: Status.PARTICIPATION,
    acts.PermissionExtendedToFull: Status.PARTICIPATION,
    acts.ReportRequested: Status.REPORT_AWAITED,
    acts.ProgressReported: Status.REASSESSMENT,
    acts.ReportEscalated: Status.REASSESSMENT,
    acts.ParticipationContinued: Status.PARTICIPATION,
    acts.ConditionsChanged: Status.PARTICIPATION,
    acts.TrialEvaluated: Status.PARTICIPATION,
    acts.PermissionExtendedToFull: Status.PARTICIPATION,
    acts.PermissionRenewed: Status.PARTICIPATION,
    acts.ApplicationWithdrawn: Status.WITHDRAWN,
    acts.ApplicationSetAside: Status.SET_ASIDE,
    acts.PermissionRefused: Status.REFUSED,
    acts.ParticipationEnded: Status.ENDED,
    acts.PermissionExpired: Status.EXPIRED,
    acts.DecisionReversed: Status.DECISION,
    acts.PermissionRevoked: Status.REVOKED,
    acts.ObjectionUpheld: Status.DECISION,
    acts.ObjectionReceived: Status.ADMISSIBILITY,
    acts.RepairRequested: Status.REPAIR_AWAITED,
    acts.RepairReceived: Status.ADMISSIBILITY,
    acts.RepairLapsed: Status.ADMISSIBILITY,
    acts.AdmissibilityJudged: Status.HEARING,
    acts.HearingReopened: Status.HEARING,
    acts.HearingWaived: Status.OBJECTION_DECISION,
    acts.HearingDeclined: Status.OBJECTION_DECISION,
    acts.HearingHeld: Status.OBJECTION_DECISION,
    acts.ObjectionDecided: Status.OBJECTION_DECIDED,
    acts.ObjectionWithdrawn: Status.WITHDRAWN,
    acts.ObjectionForwarded: Status.FORWARDED,
    acts.AppealRecorded: Status.OBJECTION_DECIDED,
    acts.AppealTermLapsed: Status.SETTLED,
}
"""Where a case stands after an act; the acts that are not here change nothing in that."""

DECIDED = (
    acts.ApplicationSetAside,
    acts.ApplicationWithdrawn,
    acts.PermissionGranted,
    acts.PermissionRefused,
    acts.PermissionRevoked,
    acts.ParticipationEnded,
)
"""After which nothing is left to decide."""

OVERTURNS = (acts.ObjectionUpheld, acts.DecisionReversed)
ABOUT_A_VIEW = (acts.ViewInvited, acts.ViewReceived, acts.ViewLapsed)

SENT_UNASKED = (acts.SupplementReceived, acts.ViewReceived, acts.ProgressReported, acts.RepairReceived)
"""What an applicant may also send when nobody waits for it: it is kept, and moves nothing."""


def status_of(case: Case) -> Status:
    """Where the case stands."""
    moved_by = next(each for each in reversed(case.entries) if _is_moved_by(case, each))
    status = Status.PARTICIPATION if restores(case, moved_by) else STATUS_AFTER[type(moved_by.act)]
    was_never_reviewed = status is Status.DECISION and not case.reviewers
    return Status.REVIEW if was_never_reviewed else status


def _is_moved_by(case: Case, entry: Entry) -> bool:
    """Not by what was sent unasked, nor by a view on what stands beside the participation.

    Nor by more time for a permission that is not over yet, by an objection that is upheld while the decision is being
    taken again already, or by judging again whether one can be dealt with.
    """
    kind = type(entry.act)
    if restores(case, entry):
        return True
    if kind not in STATUS_AFTER or (entry.task is None and kind in SENT_UNASKED):
        return False
    if kind in OVERTURNS and not case.opens_anew(entry):
        return False
    if kind is acts.PermissionRenewed:
        return took_up_again(case, entry)
    if kind is acts.AdmissibilityJudged:
        return entry.version == next(case.every(acts.AdmissibilityJudged))[0].version
    return kind not in ABOUT_A_VIEW or not _took_part_at(case, entry.version)


def _took_part_at(case: Case, version: int) -> bool:
    newest = case.up_to(version).standing(*DECIDED, *OVERTURNS)
    return newest is not None and (isinstance(newest[1], acts.PermissionGranted) or restores(case, newest[0]))
