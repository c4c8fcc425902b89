"""Who may do an act: the role, the separation of duties and the mandate. Never when; that is the procedure's.

Nobody is exempt, whatever other roles he holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from domain import acts
from domain.acts import Act, ParticipationEnded, Party
from domain.calendar import last_day
from domain.case import Case, Performed
from domain.errors import NotNow, NotPermitted, NotYours, TaskTaken
from domain.fact import Fact
from domain.mandates import Decision, Mandate
from domain.people import Actor, Role
from domain.tasks import Task

APPLICANT = Role.COOPERATIVE
"""The cooperative applies as the resident's representative. Pw 7(4), Awb 2:1."""

AT_THE_DESK = frozenset({APPLICANT, Role.CASEWORKER})
"""What an applicant does on paper or in person, a caseworker registers."""

AT_THE_OBJECTIONS_DESK = AT_THE_DESK | {Role.OBJECTIONS_OFFICER}
"""What an objector does."""

READERS = frozenset({Role.CASEWORKER, Role.DECIDER, Role.COORDINATOR, Role.OBJECTIONS_OFFICER, Role.AUDITOR})
"""Who reads every case of the municipality; an administrator and a controller read none."""

Check = Callable[[Performed, Case, date], None]


@dataclass(frozen=True)
class Rule:
    """Who may do one kind of act."""

    roles: frozenset[Role]
    checks: tuple[Check, ...] = ()


def _four_eyes(done: Performed, case: Case, on: date) -> None:
    """Whoever prepared the decision does not take it: the municipality's own separation of duties, with Awb 3:2, 2:4.

    To prepare is to register the application at the desk, to check it or to review it.
    """
    if done.actor.id in {entry.actor.id for entry in case.entries if isinstance(entry.act, PREPARES)}:
        raise NotPermitted("You prepared this decision, so somebody else takes it")


def _did_not_check(done: Performed, case: Case, on: date) -> None:
    """Whoever found the application incomplete does not set it aside: separation of duties too."""
    if done.actor.id in {entry.actor.id for entry in case.entries if isinstance(entry.act, CHECKS)}:
        raise NotPermitted("You checked this application, so somebody else decides whether to set it aside")


def _decides_anew(done: Performed, case: Case, on: date) -> None:
    """Whoever took a decision that was overturned does not take it again. Awb 7:11, 10:3(3)."""
    overturned = case.overturned
    if overturned and case.entries[overturned.version - 1].actor.id == done.actor.id:
        raise NotPermitted("You took the decision that was overturned, so somebody else takes it again")


def _was_not_involved(done: Performed, case: Case, on: date) -> None:
    """Whoever had a part in the contested decision has none in the objection to it. Awb 7:5, 10:3(3)."""
    contested = case.objection.decision if case.is_objection else None
    if contested and done.actor.id in (contested.decided_by, *contested.involved):
        raise NotPermitted("You had a part in the contested decision, so somebody else deals with this")


def _speaks_for_the_objector(done: Performed, case: Case, on: date) -> None:
    """A cooperative objects for itself or the resident, and for nobody else. Awb 2:1."""
    is_at_the_desk = done.actor.roles & {Role.CASEWORKER, Role.OBJECTIONS_OFFICER}
    if is_at_the_desk and done.actor.cooperative != _cooperative_of(done, case):
        return
    received = done.act if isinstance(done.act, acts.ObjectionReceived) else None
    if received is None and case.is_objection:
        received = case.objection
    if received and received.objector is acts.Objector.ANOTHER:
        raise NotPermitted("You do not speak for this objector")


def decision_in(act: Act) -> Decision | None:
    """The decision that an act takes in the college's name, for which it needs a mandate; none when it takes none."""
    if isinstance(act, ParticipationEnded) and act.on_behalf_of is not Party.MUNICIPALITY:
        return None
    return DECISIONS.get(type(act))


def _check_mandate(done: Performed, on: date) -> None:
    """Who decides holds a mandate for this kind of decision, valid on the day and wide enough. Awb 10:3."""
    decision = decision_in(done.act)
    if decision is None:
        return
    valid = [m for m in done.mandates if _is_for(m, done.actor, decision) and m.is_valid_on(on)]
    if not valid:
        raise NotPermitted("You hold no mandate for this decision today")
    if not any(_covers(mandate, done.act) for mandate in valid):
        raise NotPermitted("This permission is longer or for more hours than your mandate allows")


def _is_for(mandate: Mandate, actor: Actor, decision: Decision) -> bool:
    return mandate.holder == actor.id and decision in mandate.decisions


def _covers(mandate: Mandate, act: Act) -> bool:
    match act:
        case acts.PermissionGranted():
            is_too_long = act.valid_until > last_day(act.valid_from, mandate.max_months)
            return not is_too_long and act.hours_a_week <= mandate.max_hours_a_week
        case acts.ConditionsChanged():
            return act.hours_a_week <= mandate.max_hours_a_week
        case _:
            return True


def _speaks_for_that_party(done: Performed, case: Case, on: date) -> None:
    """A cooperative ends a participation for itself or the resident, never for the municipality. Pw 7(4)."""
    is_municipal = isinstance(done.act, ParticipationEnded) and done.act.on_behalf_of is Party.MUNICIPALITY
    if is_municipal and Role.CASEWORKER not in done.actor.roles:
        raise NotPermitted("Only the municipality ends a participation on its own behalf")


def _by(*roles: Role, checks: tuple[Check, ...] = ()) -> Rule:
    return Rule(frozenset(roles), checks)


CHECKS = (acts.CompletenessChecked, acts.SetAsideProposed)
PREPARES = (acts.ApplicationReceived, *CHECKS, acts.ApplicationReviewed)

DECISIONS: dict[type[Fact], Decision] = {
    acts.ApplicationSetAside: Decision.SET_ASIDE,
    acts.ApplicationTakenUp: Decision.SET_ASIDE,
    acts.PermissionGranted: Decision.GRANT,
    acts.PermissionRefused: Decision.REFUSE,
    acts.ConditionsChanged: Decision.CHANGE,
    acts.ParticipationEnded: Decision.END,
    acts.ObjectionDecided: Decision.OBJECTION,
}
"""The acts that decide something in the college's name, each within a mandate of its kind."""

_OBJECTOR = Rule(AT_THE_OBJECTIONS_DESK, checks=(_speaks_for_the_objector,))
_OFFICER = _by(Role.OBJECTIONS_OFFICER, checks=(_was_not_involved,))
_DECIDER = _by(Role.DECIDER, checks=(_four_eyes, _decides_anew))
_OF_OBJECTIONS = _by(Role.DECIDER, checks=(_was_not_involved,))
_STAFF = _by(Role.CASEWORKER, Role.DECIDER, Role.COORDINATOR, Role.OBJECTIONS_OFFICER)
_WORKERS = _by(APPLICANT, Role.CASEWORKER, Role.DECIDER, Role.OBJECTIONS_OFFICER)
"""Whoever has tasks; that the task is for his role is checked with the task."""

MAY: dict[type[Fact], Rule] = {
    acts.ApplicationReceived: Rule(AT_THE_DESK),
    acts.CompletenessChecked: _by(Role.CASEWORKER),
    acts.SetAsideProposed: _by(Role.CASEWORKER),
    acts.SupplementReceived: Rule(AT_THE_DESK),
    acts.ApplicationSetAside: _by(Role.DECIDER, checks=(_did_not_check,)),
    acts.ApplicationTakenUp: _by(Role.DECIDER, checks=(_did_not_check,)),
    acts.ApplicationWithdrawn: Rule(AT_THE_DESK),
    acts.ApplicationReviewed: _by(Role.CASEWORKER),
    acts.TermSuspended: _by(Role.CASEWORKER),
    acts.SuspensionEnded: _by(Role.CASEWORKER),
    acts.DecisionAdjourned: _by(Role.CASEWORKER, Role.DECIDER),
    acts.ViewInvited: _DECIDER,
    acts.ViewReceived: Rule(AT_THE_DESK),
    acts.PermissionGranted: _DECIDER,
    acts.PermissionRefused: _DECIDER,
    acts.ReviewReturned: _DECIDER,
    acts.ProgressReported: Rule(AT_THE_DESK),
    acts.ParticipationContinued: _by(Role.CASEWORKER),
    acts.ConditionsChanged: _by(Role.CASEWORKER),
    acts.ParticipationEnded: Rule(AT_THE_DESK, checks=(_speaks_for_that_party,)),
    acts.ObjectionReceived: _OBJECTOR,
    acts.RepairReceived: _OBJECTOR,
    acts.HearingDeclined: _OBJECTOR,
    acts.ObjectionWithdrawn: _OBJECTOR,
    acts.AdmissibilityJudged: _OFFICER,
    acts.RepairRequested: _OFFICER,
    acts.HearingInvited: _OFFICER,
    acts.HearingWaived: _OFFICER,
    acts.HearingHeld: _OFFICER,
    acts.CommitteeAdvised: _OFFICER,
    acts.HearingReopened: _OF_OBJECTIONS,
    acts.ObjectionDecided: _OF_OBJECTIONS,
    acts.ObjectionAdjourned: _by(Role.OBJECTIONS_OFFICER, Role.DECIDER, checks=(_was_not_involved,)),
    acts.ObjectionPostponed: _by(Role.OBJECTIONS_OFFICER, Role.DECIDER, checks=(_was_not_involved,)),
    acts.AppealRecorded: _by(Role.CASEWORKER, Role.OBJECTIONS_OFFICER),
    acts.NoteAdded: _STAFF,
    acts.TaskClaimed: _WORKERS,
    acts.TaskReleased: _WORKERS,
    acts.TaskHeld: _WORKERS,
    acts.TaskResumed: _WORKERS,
    acts.TaskAssigned: _by(Role.COORDINATOR),
}
"""What is not here happens by lapse of time, and is nobody's to do."""


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
        _check_task(done, task)
    for each in rule.checks:
        each(done, case, on)
    _check_mandate(done, on)


def check_person(done: Performed, case: Case) -> Rule:
    """Refuse whoever may not do such an act on this case, whatever the moment; answers with the rule that lets him.

    A cooperative acts for its own residents only, even when its user also reads for the municipality.

    Raises:
        NotYours: somebody else's case.
        NotPermitted: the role.
    """
    rule = MAY.get(type(done.act))
    if rule is None:
        raise NotPermitted("This happens by lapse of time, and is nobody's to do")
    scope, cooperative = scope_of(done.actor), _cooperative_of(done, case)
    if scope is None or not scope.holds(case.municipality, cooperative):
        raise NotYours("This case is not yours")
    fitting = rule.roles & done.actor.roles
    if done.actor.cooperative == cooperative:  # whatever else he is: for his own residents he only applies
        fitting &= {APPLICANT}
    if not fitting:
        allowed = ", ".join(sorted(rule.roles))
        raise NotPermitted("Your role does not allow this; it takes: {roles}", roles=allowed)
    if fitting <= {APPLICANT} and done.actor.cooperative != cooperative:
        raise NotYours("This case is not yours")
    return rule


def _cooperative_of(done: Performed, case: Case) -> str:
    if isinstance(done.act, acts.ApplicationReceived):
        return done.act.application.cooperative
    if isinstance(done.act, acts.ObjectionReceived):
        return done.act.decision.cooperative
    return case.cooperative if case.entries else ""


def _check_task(done: Performed, task: Task) -> None:
    """A task is for its role; what somebody holds is his until he gives it back or a coordinator assigns it."""
    match done.act:
        case acts.TaskAssigned() | acts.HearingDeclined():  # the objector's own word, whoever holds the task
            return
        case acts.TaskClaimed() | acts.TaskReleased() | acts.TaskHeld() | acts.TaskResumed():
            if task.role not in done.actor.roles:
                raise NotPermitted("This task is for: {roles}", roles=task.role)
        case _:
            pass
    holder = task.assignee
    if holder is not None and holder.id != done.actor.id:
        raise TaskTaken(
            "{name} has held this task since {since}", name=holder.name, since=holder.since.isoformat()
        )
    if holder is not None and isinstance(done.act, acts.TaskClaimed):
        raise NotNow("You hold this task already")
    if holder is None and isinstance(done.act, acts.TaskReleased | acts.TaskHeld):
        raise NotNow("Nobody holds this task; claim it first")
