"""Who may do an act: the role, the separation of duties and the mandate. Never when; that is the procedure's.

Nobody is exempt, whatever other roles he holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain import acts, at_a_reassessment, duties, impartiality, in_default, interests
from domain.absences import Absence
from domain.case import Case, Performed, Status
from domain.errors import NotNow, NotPermitted, TaskTaken
from domain.fact import Fact
from domain.people import REGISTRARS, Actor, Role
from domain.representation import cooperative_of, not_his, not_in_his_role
from domain.tasks import Task

APPLICANT = Role.COOPERATIVE
"""The cooperative applies as the resident's representative. Pw 7(4), Awb 2:1."""

AT_THE_DESK = frozenset({APPLICANT, Role.CASEWORKER})
"""What an applicant does on paper or in person, a caseworker registers."""

AT_THE_OBJECTIONS_DESK = AT_THE_DESK | {Role.OBJECTIONS_OFFICER}
"""What an objector does."""

READERS = frozenset({Role.CASEWORKER, Role.DECIDER, Role.COORDINATOR, Role.OBJECTIONS_OFFICER, Role.AUDITOR})
"""Who reads every case of the municipality; an administrator and a controller read none."""


@dataclass(frozen=True)
class Rule:
    """Who may do one kind of act."""

    roles: frozenset[Role]
    checks: tuple[duties.Check, ...] = ()


def _by(*roles: Role, checks: tuple[duties.Check, ...] = ()) -> Rule:
    return Rule(frozenset(roles), checks)


def _comes_in_time(done: Performed, case: Case) -> None:
    """After the last day only the municipality says that a request came before it. Awb 4:13."""
    if case.status is Status.EXPIRED and not done.actor.roles & REGISTRARS:
        raise NotPermitted("The permission is over: only the municipality registers what came before that")


_OBJECTOR = Rule(AT_THE_OBJECTIONS_DESK, checks=(duties.speaks_for_the_objector,))
_OFFICER = _by(Role.OBJECTIONS_OFFICER, checks=(duties.was_not_involved,))
_DECIDER = _by(Role.DECIDER, checks=(duties.four_eyes, duties.decides_anew))
_OF_PERMISSIONS = _by(Role.DECIDER, checks=(duties.did_not_propose, duties.did_not_take_it_before))
_OF_ADJUSTMENTS = _by(Role.CASEWORKER, checks=(duties.did_not_open_it, duties.did_not_take_it_before))
_AT_A_REASSESSMENT = _by(
    Role.CASEWORKER,
    checks=(*at_a_reassessment.CHECKS, duties.did_not_take_it_before),
)
_OF_OBJECTIONS = _by(Role.DECIDER, checks=(duties.was_not_involved,))
_STAFF = _by(Role.CASEWORKER, Role.DECIDER, Role.COORDINATOR, Role.OBJECTIONS_OFFICER)
COLLEAGUES = _STAFF.roles
"""Who may be absent, and have somebody stand in."""
_WORKERS = _by(APPLICANT, Role.CASEWORKER, Role.DECIDER, Role.OBJECTIONS_OFFICER)
"""Whoever has tasks; that the task is for his role is checked with the task."""

MAY: dict[type[Fact], Rule] = {
    acts.ApplicationReceived: Rule(AT_THE_DESK),
    acts.CompletenessChecked: _by(Role.CASEWORKER),
    acts.SetAsideProposed: _by(Role.CASEWORKER),
    acts.SupplementReceived: Rule(AT_THE_DESK),
    acts.ApplicationSetAside: _by(Role.DECIDER, checks=(duties.did_not_check,)),
    acts.RequestSetAside: _by(Role.DECIDER, checks=(duties.did_not_check,)),
    acts.ApplicationTakenUp: _by(Role.DECIDER, checks=(duties.did_not_check,)),
    acts.ApplicationWithdrawn: Rule(AT_THE_DESK),
    acts.ApplicationReviewed: _by(Role.CASEWORKER),
    acts.TermSuspended: _by(Role.CASEWORKER),
    acts.SuspensionEnded: _by(Role.CASEWORKER),
    acts.DecisionAdjourned: _by(Role.CASEWORKER, Role.DECIDER),
    acts.PeriodExtended: _by(*duties.DEALS_WITH_IT, checks=(duties.deals_with_it, duties.was_not_involved)),
    acts.ViewInvited: _by(Role.DECIDER, Role.CASEWORKER, checks=(duties.may_intend,)),
    acts.ViewReceived: Rule(AT_THE_DESK),
    acts.PermissionGranted: _DECIDER,
    acts.PermissionRefused: _DECIDER,
    acts.ReviewReturned: _DECIDER,
    acts.ProgressReported: Rule(AT_THE_DESK),
    acts.ResidentReacted: Rule(AT_THE_DESK),
    acts.ParticipationContinued: _by(Role.CASEWORKER),
    acts.ConditionsChanged: _AT_A_REASSESSMENT,
    acts.ParticipationEnded: Rule(AT_THE_DESK),
    acts.EndingWithdrawn: Rule(AT_THE_DESK),
    acts.DecisionCorrected: _by(
        Role.DECIDER, checks=(duties.four_eyes, duties.did_not_propose, duties.was_not_involved)
    ),
    acts.DecisionReversed: _by(Role.DECIDER, checks=(duties.four_eyes, duties.did_not_decide)),
    acts.ChangeReported: Rule(AT_THE_DESK),
    acts.IncidentReported: Rule(AT_THE_DESK),
    acts.ChangeAssessed: _by(Role.CASEWORKER),
    acts.PermissionSuspended: _OF_PERMISSIONS,
    acts.PermissionReinstated: _OF_PERMISSIONS,
    acts.StandstillProposed: _by(Role.CASEWORKER),
    acts.StandstillDropped: _OF_PERMISSIONS,
    acts.RevocationProposed: _by(Role.CASEWORKER),
    acts.PermissionRevoked: _OF_PERMISSIONS,
    acts.RevocationDropped: _OF_PERMISSIONS,
    acts.TrialEvaluated: _by(Role.CASEWORKER),
    acts.TrialLeftToEnd: _OF_PERMISSIONS,
    acts.PermissionExtendedToFull: _OF_PERMISSIONS,
    acts.RenewalRequested: Rule(AT_THE_DESK, checks=(_comes_in_time,)),
    acts.RenewalWithdrawn: Rule(AT_THE_DESK),
    acts.RenewalAdvised: _by(Role.CASEWORKER),
    acts.PermissionRenewed: _OF_PERMISSIONS,
    acts.RenewalRefused: _OF_PERMISSIONS,
    acts.AdjustmentRequested: Rule(AT_THE_DESK, checks=(_comes_in_time,)),
    acts.AdjustmentProposed: _by(Role.CASEWORKER),
    acts.ConditionsAdjusted: _OF_ADJUSTMENTS,
    acts.AdjustmentRefused: _OF_ADJUSTMENTS,
    acts.AdjustmentDropped: Rule(AT_THE_DESK),
    acts.ObjectionReceived: _OBJECTOR,
    acts.RepairReceived: _OBJECTOR,
    acts.HearingDeclined: _OBJECTOR,
    acts.ObjectionWithdrawn: _OBJECTOR,
    acts.CostsClaimed: _OBJECTOR,
    acts.ObjectionForwarded: _OFFICER,
    acts.AdmissibilityJudged: _OFFICER,
    acts.RepairRequested: _OFFICER,
    acts.HearingInvited: _OFFICER,
    acts.HearingWaived: _OFFICER,
    acts.HearingHeld: _OFFICER,
    acts.CommitteeAdvised: _OFFICER,
    acts.HearingReopened: _OF_OBJECTIONS,
    acts.ObjectionDecided: _by(
        Role.DECIDER, checks=(duties.was_not_involved, impartiality.did_not_turn_it_away)
    ),
    acts.ObjectionAdjourned: _by(Role.OBJECTIONS_OFFICER, Role.DECIDER, checks=(duties.was_not_involved,)),
    acts.ObjectionPostponed: _by(Role.OBJECTIONS_OFFICER, Role.DECIDER, checks=(duties.was_not_involved,)),
    acts.AppealRecorded: _by(Role.CASEWORKER, Role.OBJECTIONS_OFFICER),
    acts.AdviceRequested: _by(Role.CASEWORKER, Role.DECIDER),
    acts.AdviceReceived: _by(Role.CASEWORKER),
    acts.AdviceForgone: _by(Role.CASEWORKER),
    acts.AppealOutcomeRecorded: _by(Role.CASEWORKER, Role.OBJECTIONS_OFFICER),
    acts.CourtDecided: _by(Role.CASEWORKER, Role.OBJECTIONS_OFFICER),
    acts.ConsentChanged: Rule(AT_THE_OBJECTIONS_DESK),
    acts.NoticeOfDefaultReceived: _OBJECTOR,
    acts.LateDecisionAppealed: _by(Role.OBJECTIONS_OFFICER),
    acts.LateDecisionRuled: _by(Role.OBJECTIONS_OFFICER),
    acts.CourtAsked: _by(Role.OBJECTIONS_OFFICER),
    acts.PostingLookedInto: _by(Role.CASEWORKER, Role.OBJECTIONS_OFFICER),
    acts.PenaltyDetermined: _by(Role.DECIDER, checks=(in_default.determines_anew,)),
    acts.PenaltyPaid: _by(Role.CASEWORKER, checks=(in_default.did_not_determine,)),
    acts.QuestionAsked: Rule(_WORKERS.roles, checks=(duties.asks_the_other_side,)),
    acts.QuestionAnswered: Rule(_WORKERS.roles, checks=(duties.is_asked,)),
    acts.QuestionWithdrawn: Rule(_WORKERS.roles, checks=(duties.asked_it,)),
    acts.NoteAdded: _STAFF,
    acts.InterestDeclared: Rule(_STAFF.roles, checks=(interests.declares_his_own,)),
    acts.InterestWithdrawn: _by(Role.COORDINATOR),
    acts.TaskClaimed: _WORKERS,
    acts.TaskReleased: _WORKERS,
    acts.TaskHeld: _WORKERS,
    acts.TaskResumed: _WORKERS,
    acts.TaskAssigned: _by(Role.COORDINATOR),
}
"""What is not here happens by lapse of time, and is nobody's to do."""

WHOEVER_HOLDS_IT = (acts.TaskAssigned, acts.HearingDeclined)
"""What a coordinator does with a task, and the own word of whoever objects."""


@dataclass(frozen=True)
class Scope:
    """The cases that somebody may read: a municipality's, or those of one cooperative in it."""

    municipality: str
    cooperative: str | None = None

    def holds(self, municipality: str, cooperative: str) -> bool:
        """Whether a case of that municipality and cooperative is in it."""
        return municipality == self.municipality and self.cooperative in (None, cooperative)


def scope_of(actor: Actor) -> Scope | None:
    """What somebody may read; none for who reads no case at all."""
    if actor.roles & READERS:
        return Scope(actor.municipality)
    if Role.COOPERATIVE in actor.roles and actor.cooperative:
        return Scope(actor.municipality, actor.cooperative)
    return None


def check(done: Performed, case: Case, task: Task | None, on: date) -> None:
    """Refuse an act that is not this person's to do on that day.

    Raises:
        NotPermitted: the role, somebody else's case (NotYours), four eyes or the mandate.
        TaskTaken: somebody else holds the task.
        NotNow: the task is his already, or nobody's yet.
    """
    rule = check_person(done, case)
    if task is not None:
        _check_task(done, task, on)
    for each in rule.checks:
        each(done, case)
    duties.check_mandate(done, case, on)


def check_person(done: Performed, case: Case) -> Rule:
    """Refuse whoever may not do such an act on this case, whatever the moment; answers with the rule that lets him.

    A cooperative acts for its own residents only, even when its user also reads for the municipality. Who has a
    personal interest does nothing at all.

    Raises:
        NotYours: somebody else's case.
        NotRepresented: an application for another cooperative.
        NotTheSame: his personal interest.
        NotPermitted: the role.
    """
    rule = MAY.get(type(done.act))
    if rule is None:
        raise NotPermitted("This happens by lapse of time, and is nobody's to do")
    scope, cooperative = scope_of(done.actor), cooperative_of(done, case)
    if scope is None or not scope.holds(case.municipality, cooperative):
        raise not_his(done, case, rule.roles)
    interests.has_none(done, case)
    fitting = rule.roles & done.actor.roles
    if done.actor.cooperative == cooperative:  # whatever else he is: for his own residents he only applies
        fitting &= {APPLICANT}
    if not fitting:
        raise not_in_his_role(rule.roles)
    if fitting <= {APPLICANT} and done.actor.cooperative != cooperative:
        raise not_his(done, case, rule.roles)
    return rule


OF_A_MATTER = (in_default.determines_anew, duties.is_asked, duties.asked_it, duties.did_not_open_it)
"""Checks that look at which matter an act is about."""

OF_ITS_CONTENT = (
    *(duties.did_not_decide, at_a_reassessment.did_not_intend, duties.asks_the_other_side),
    interests.declares_his_own,
)
"""Checks that look at what an act says."""


def check_ever(kind: type[Fact], actor: Actor, case: Case, about: int | None = None) -> None:
    """Refuse whoever may do no act of that kind on this case, whatever it will say and whenever it is done.

    Raises:
        NotPermitted: the role, somebody else's case (NotYours) or the separation of duties.
    """
    which_one = 0  # no act has this version: of what it takes back nothing is known yet
    done = Performed.model_construct(actor=actor, act=kind.model_construct(about=about, version=which_one))
    rule = check_person(done, case)
    unknown = OF_ITS_CONTENT + (OF_A_MATTER if about is None else ())
    if kind is acts.ObjectionReceived:  # who objects is not known yet
        unknown += (duties.speaks_for_the_objector, duties.was_not_involved)
    for each in rule.checks:
        if each not in unknown:
            each(done, case)


def stood_in(done: Performed, task: Task | None, on: date) -> Absence | None:
    """The absence by which somebody does the task of a colleague; none when he needs no such thing.

    A task is the substitute's as if it were his own, but he does not claim what is claimed already.
    """
    holder = task.assignee if task else None
    if holder is None or isinstance(done.act, (*WHOEVER_HOLDS_IT, acts.TaskClaimed)):
        return None
    if holder.id == done.actor.id:
        return None
    return next((each for each in done.standing_in if each.lets(done.actor.id, holder.id, on)), None)


def _check_task(done: Performed, task: Task, on: date) -> None:
    """A task is for its role; what somebody holds is his until he gives it back or a coordinator assigns it.

    On the days of his absence it is his substitute's too, when that one holds the role himself.
    """
    if isinstance(done.act, WHOEVER_HOLDS_IT):
        return
    absence = stood_in(done, task, on)
    is_strict = absence is not None or isinstance(done.act, acts.TaskAct | acts.ViewInvited)
    if is_strict and task.role not in done.actor.roles:
        raise NotPermitted("This task is for: {roles}", roles=task.role)
    holder = task.assignee
    if holder is not None and holder.id != done.actor.id and absence is None:
        raise TaskTaken("{name} has held this task since {since}", name=holder.name, since=holder.since)
    if holder is not None and isinstance(done.act, acts.TaskClaimed):
        raise NotNow("You hold this task already")
    if holder is None and isinstance(done.act, acts.TaskReleased | acts.TaskHeld):
        raise NotNow("Nobody holds this task; claim it first")
    if task.held_until is None and isinstance(done.act, acts.TaskResumed):
        raise NotNow("This task does not rest")
