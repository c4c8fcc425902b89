"""Who may do an act: the role, the separation of duties and the mandate. Never when; that is the procedure's.

Nobody is exempt, whatever other roles he holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from domain import acts
from domain.acts import ParticipationEnded, Party, PermissionGranted
from domain.calendar import months_after
from domain.case import Case, Performed
from domain.errors import NotNow, NotPermitted, TaskTaken
from domain.fact import Fact
from domain.people import Actor, Role
from domain.policy import Decision, Mandate
from domain.tasks import Task

APPLICANT = Role.COOPERATIVE
"""The cooperative applies as the resident's representative. Pw 7(4), Awb 2:1."""

AT_THE_DESK = frozenset({APPLICANT, Role.CASEWORKER})
"""What an applicant does on paper or in person, a caseworker registers."""

READERS = frozenset({Role.CASEWORKER, Role.DECIDER, Role.COORDINATOR, Role.OBJECTIONS_OFFICER, Role.AUDITOR})
"""Who reads every case of the municipality; an administrator and a controller read none."""

Check = Callable[[Performed, Case, date], None]


@dataclass(frozen=True)
class Rule:
    """Who may do one kind of act."""

    roles: frozenset[Role]
    checks: tuple[Check, ...] = ()


def _four_eyes(done: Performed, case: Case, on: date) -> None:
    """Whoever reviewed the application does not decide on it. Awb 10:3, 3:2."""
    if done.actor.id in case.reviewers:
        raise NotPermitted("You reviewed this application, so somebody else decides on it")


def _did_not_check(done: Performed, case: Case, on: date) -> None:
    """Whoever found the application incomplete does not set it aside. Awb 10:3."""
    if any(entry.actor.id == done.actor.id for entry, _ in case.every(acts.CompletenessChecked)):
        raise NotPermitted("You checked this application, so somebody else decides whether to set it aside")


def _mandate(decision: Decision) -> Check:
    """The decider holds a mandate for this kind of decision, valid on the day and wide enough. Awb 10:3."""

    def check(done: Performed, case: Case, on: date) -> None:
        held = [m for m in case.policy.mandates if m.decider == done.actor.id and decision in m.decisions]
        valid = [m for m in held if m.is_valid_on(on)]
        if not valid:
            raise NotPermitted("You hold no mandate for this decision today")
        if isinstance(done.act, PermissionGranted) and not any(_covers(m, done.act) for m in valid):
            raise NotPermitted("This permission is longer or for more hours than your mandate allows")

    return check


def _covers(mandate: Mandate, granted: PermissionGranted) -> bool:
    ends_by = months_after(granted.valid_from, mandate.max_months)
    return granted.valid_until <= ends_by and granted.hours_a_week <= mandate.max_hours_a_week


def _speaks_for_that_party(done: Performed, case: Case, on: date) -> None:
    """A cooperative ends a participation for itself or the resident, never for the municipality. Pw 7(4)."""
    is_municipal = isinstance(done.act, ParticipationEnded) and done.act.on_behalf_of is Party.MUNICIPALITY
    if is_municipal and Role.CASEWORKER not in done.actor.roles:
        raise NotPermitted("Only the municipality ends a participation on its own behalf")


def _by(*roles: Role, checks: tuple[Check, ...] = ()) -> Rule:
    return Rule(frozenset(roles), checks)


_STAFF = _by(Role.CASEWORKER, Role.DECIDER, Role.COORDINATOR, Role.OBJECTIONS_OFFICER)
_WORKERS = _by(APPLICANT, Role.CASEWORKER, Role.DECIDER, Role.OBJECTIONS_OFFICER)
"""Whoever has tasks; that the task is for his role is checked with the task."""

MAY: dict[type[Fact], Rule] = {
    acts.ApplicationReceived: Rule(AT_THE_DESK),
    acts.CompletenessChecked: _by(Role.CASEWORKER),
    acts.SupplementReceived: Rule(AT_THE_DESK),
    acts.ApplicationSetAside: _by(Role.DECIDER, checks=(_did_not_check, _mandate(Decision.SET_ASIDE))),
    acts.ApplicationTakenUp: _by(Role.DECIDER, checks=(_did_not_check, _mandate(Decision.SET_ASIDE))),
    acts.ApplicationWithdrawn: Rule(AT_THE_DESK),
    acts.ApplicationReviewed: _by(Role.CASEWORKER),
    acts.PermissionGranted: _by(Role.DECIDER, checks=(_four_eyes, _mandate(Decision.GRANT))),
    acts.PermissionRefused: _by(Role.DECIDER, checks=(_four_eyes, _mandate(Decision.REFUSE))),
    acts.ReviewReturned: _by(Role.DECIDER, checks=(_four_eyes,)),
    acts.ProgressReported: Rule(AT_THE_DESK),
    acts.ParticipationContinued: _by(Role.CASEWORKER),
    acts.ConditionsChanged: _by(Role.CASEWORKER),
    acts.ParticipationEnded: Rule(AT_THE_DESK, checks=(_speaks_for_that_party,)),
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
        NotPermitted: the role, somebody else's case, four eyes or the mandate.
        TaskTaken: somebody else holds the task.
        NotNow: the task is his already, or nobody's yet.
    """
    rule = MAY.get(type(done.act))
    if rule is None:
        raise NotPermitted("This happens by lapse of time, and is nobody's to do")
    scope = scope_of(done.actor)
    if scope is None or not scope.holds(case.municipality, _cooperative_of(done, case)):
        raise NotPermitted("This case is not yours")
    if not rule.roles & done.actor.roles:
        allowed = ", ".join(sorted(rule.roles))
        raise NotPermitted("Your role does not allow this; it takes: {roles}", roles=allowed)
    if task is not None:
        _check_task(done, task)
    for each in rule.checks:
        each(done, case, on)


def _cooperative_of(done: Performed, case: Case) -> str:
    if isinstance(done.act, acts.ApplicationReceived):
        return done.act.application.cooperative
    return case.cooperative


def _check_task(done: Performed, task: Task) -> None:
    """A task is for its role; what somebody holds is his until he gives it back or a coordinator assigns it."""
    match done.act:
        case acts.TaskAssigned():
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
