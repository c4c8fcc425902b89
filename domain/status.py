"""Where a case stands, which follows from its acts."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from domain import acts
from domain.annulment import taken_up
from domain.ending import comes_first
from domain.fact import Fact
from domain.permission import took_up_again
from domain.revocation import restores
from domain.rulings import is_open_again

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

RESTS_ON = (acts.ApplicationSetAside, acts.PermissionRefused, acts.PermissionRevoked, acts.DecisionCorrected)
"""The decisions on which a case rests until nobody can go against them in time any more. Awb 6:7."""

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
    acts.ApplicationWithdrawn: Status.WITHDRAWN,
    acts.ApplicationSetAside: Status.SET_ASIDE,
    acts.PermissionRefused: Status.REFUSED,
    acts.ParticipationEnded: Status.PARTICIPATION,
    acts.ParticipationStopped: Status.ENDED,
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
    acts.ObjectionTakenUp: Status.HEARING,
    acts.AppealTermLapsed: Status.SETTLED,
}
"""Where a case stands after an act; the acts that are not here change nothing in that."""

DECIDED = (
    acts.ApplicationSetAside,
    acts.ApplicationWithdrawn,
    acts.PermissionGranted,
    acts.PermissionRefused,
    acts.PermissionRevoked,
    acts.ParticipationStopped,
)
"""After which nothing is left to decide."""

ABOUT_WHAT_IS_MISSING = (
    *(acts.CompletenessChecked, acts.SupplementRequested, acts.SupplementReceived, acts.SupplementLapsed),
    *(acts.SetAsideProposed, acts.CheckReopened, acts.ApplicationTakenUp, acts.SetAsideLapsed),
)
"""After which somebody is to send, to check or to decide something, until what was asked is complete. Awb 4:5."""

OVERTURNS = (acts.ObjectionUpheld, acts.DecisionReversed)
ABOUT_A_VIEW = (acts.ViewInvited, acts.ViewReceived, acts.ViewLapsed)

EXAMINES = (acts.AdmissibilityJudged, acts.RepairRequested, acts.RepairReceived, acts.RepairLapsed)
"""What an objection is examined by, until somebody judged it; what comes of that later is beside the hearing."""

SENT_UNASKED = (
    *(acts.SupplementReceived, acts.ViewReceived, acts.ProgressReported, acts.RepairReceived),
    acts.TrialEvaluated,
)
"""What may also come when nobody waits for it: it is kept, and moves nothing."""


def status_of(case: Case) -> Status:
    """Where the case stands."""
    moved_by = next(each for each in reversed(case.entries) if _is_moved_by(case, each))
    status = Status.PARTICIPATION if restores(case, moved_by) else STATUS_AFTER[type(moved_by.act)]
    was_never_reviewed = status is Status.DECISION and not case.reviewers
    return Status.REVIEW if was_never_reviewed else status


def _is_moved_by(case: Case, entry: Entry) -> bool:
    """Not by what was sent unasked or asked beside the reassessments, nor by a view on what stands beside them.

    Nor by what is missing of a request beside them, by more time for a permission that is not over yet, by the end of
    one that is being decided on again, by an objection that is upheld while it is already, by judging again whether one
    can be dealt with, by what is asked to be mended after that, or by an appeal against what a court annulled already.
    """
    kind = type(entry.act)
    if restores(case, entry):
        return True
    if kind not in STATUS_AFTER or (kind in SENT_UNASKED and _moves_nothing(entry)):
        return False
    return kind not in MOVES_ONLY_IF or MOVES_ONLY_IF[kind](case, entry)


def decided(case: Case, after: int = 0) -> Entry | None:
    """The newest act after which nothing is left to decide; not that somebody stopped who goes on after all."""
    later = (each for each in reversed(case.entries[after:]) if isinstance(each.act, DECIDED))
    return next(
        (e for e in later if not isinstance(e.act, acts.ParticipationStopped) or _was_not_undone(case, e)),
        None,
    )


def _was_not_decided_on_again(case: Case, entry: Entry) -> bool:
    return case.up_to(entry.version).overturned is None


def _was_not_judged_before(case: Case, entry: Entry) -> bool:
    return case.up_to(entry.version - 1).last(acts.AdmissibilityJudged) is None


def _ends_what_was_in_hand(case: Case, entry: Entry) -> bool:
    """A reassessment or an evaluation that would come after the last day is not done any more."""
    before = case.up_to(entry.version - 1).status
    return before in (Status.REPORT_AWAITED, Status.REASSESSMENT) and comes_first(case.up_to(entry.version))


def _is_against_what_stands(case: Case, entry: Entry) -> bool:
    """Not an appeal of which the court tells while the objection is dealt with after all."""
    return not is_open_again(case.up_to(entry.version))


def _was_not_undone(case: Case, entry: Entry) -> bool:
    return entry.version not in case.annulled


def _is_on_the_application(case: Case, entry: Entry) -> bool:
    return not _took_part_at(case, entry.version)


MOVES_ONLY_IF: dict[type[Fact], Callable[[Case, Entry], bool]] = {
    **dict.fromkeys(OVERTURNS, lambda case, entry: case.opens_anew(entry)),
    **dict.fromkeys(ABOUT_WHAT_IS_MISSING, lambda _, entry: entry.about is None),
    **dict.fromkeys(ABOUT_A_VIEW, _is_on_the_application),
    acts.PermissionExpired: _was_not_decided_on_again,
    acts.ParticipationStopped: _was_not_undone,
    acts.PermissionRenewed: took_up_again,
    acts.ParticipationEnded: _ends_what_was_in_hand,
    **dict.fromkeys(EXAMINES, _was_not_judged_before),
    acts.AppealRecorded: _is_against_what_stands,
}
"""What moves a case only in some circumstances."""


def _moves_nothing(entry: Entry) -> bool:
    """Whether nobody asked for it, or a report was asked that is not for a reassessment."""
    return entry.task is None or (isinstance(entry.act, acts.ProgressReported) and entry.about is not None)


def _took_part_at(case: Case, version: int) -> bool:
    """Whether a permission was in force then; that a request is taken up after all ends none. Awb 4:5(4)."""
    then = case.up_to(version)
    decided = (e for e in reversed(then.entries) if isinstance(e.act, (*DECIDED, *OVERTURNS)))
    newest = next((e for e in decided if e.version not in then.annulled and not taken_up(then, e.act)), None)
    return newest is not None and (isinstance(newest.act, acts.PermissionGranted) or restores(case, newest))


def bears_on_objecting(entry: Entry) -> bool:
    """Whether by it a term to object to what is no answer to a request begins or is over; words begin none. Awb 6:8."""
    if isinstance(entry.act, acts.ObjectionTermLapsed):
        return entry.about is None
    is_in_words = isinstance(entry.act, acts.DecisionCorrected) and entry.act.is_in_words_alone
    return isinstance(entry.act, RESTS_ON) and not is_in_words
