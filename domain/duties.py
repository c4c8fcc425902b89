"""What keeps somebody from an act that his role allows: separation of duties, the mandate, and whom he speaks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from datetime import date

from domain import acts
from domain.acts import Act, Party
from domain.amounts import amount_in
from domain.annulment import taken_up
from domain.case import DECIDED, Case, Performed
from domain.errors import NotNow, NotPermitted, NotTheSame
from domain.fact import Fact, OfMatter
from domain.mandates import Decision, Mandate, highest, widest
from domain.money import euros
from domain.people import Actor, Role
from domain.representation import cooperative_of, not_in_his_role
from domain.tasks import Task

Check = Callable[[Performed, Case], None]

CHECKS = (acts.CompletenessChecked, acts.SetAsideProposed)
PREPARES = (acts.ApplicationReceived, *CHECKS, acts.ApplicationReviewed)
PROPOSES = (
    *(acts.ChangeAssessed, acts.StandstillProposed, acts.RevocationProposed, acts.TrialEvaluated),
    *(acts.RenewalRequested, acts.RenewalAdvised),
)

DECISIONS: dict[type[Fact], Decision] = {
    acts.ApplicationSetAside: Decision.SET_ASIDE,
    acts.ApplicationTakenUp: Decision.SET_ASIDE,
    acts.RequestSetAside: Decision.SET_ASIDE,
    acts.PermissionGranted: Decision.GRANT,
    acts.PermissionRefused: Decision.REFUSE,
    acts.ConditionsChanged: Decision.CHANGE,
    acts.ConditionsAdjusted: Decision.CHANGE,
    acts.AdjustmentRefused: Decision.CHANGE,
    acts.PermissionSuspended: Decision.SUSPEND,
    acts.PermissionReinstated: Decision.SUSPEND,
    acts.PermissionRevoked: Decision.REVOKE,
    acts.PermissionExtendedToFull: Decision.GRANT,
    acts.PermissionRenewed: Decision.RENEW,
    acts.RenewalRefused: Decision.RENEW,
    acts.ObjectionDecided: Decision.OBJECTION,
    acts.PenaltyDetermined: Decision.PENALTY,
}
"""The acts that decide something in the college's name, each within a mandate of its kind."""

REVERSING = frozenset({Decision.SET_ASIDE, Decision.GRANT, Decision.REFUSE})
"""Whoever may decide on an application may say that the decision on it does not stand."""

ALIKE: tuple[tuple[type[Fact], ...], ...] = (
    (acts.PermissionRenewed, acts.RenewalRefused, acts.PermissionExtendedToFull, acts.RequestSetAside),
    (acts.PermissionSuspended, acts.PermissionReinstated, acts.StandstillDropped),
    (acts.PermissionRevoked, acts.RevocationDropped),
    (acts.ConditionsChanged,),
    (acts.ConditionsAdjusted, acts.AdjustmentRefused, acts.RequestSetAside),
)
"""Decisions of which one takes the place of another."""

ON_THE_APPLICATION = (acts.ApplicationSetAside, acts.PermissionGranted, acts.PermissionRefused)
"""Decisions on whether there is a permission."""

ON_A_PERMISSION = (
    *(acts.ConditionsChanged, acts.PermissionExtendedToFull, acts.RequestSetAside),
    *(acts.PermissionSuspended, acts.PermissionReinstated, acts.PermissionRevoked),
    *(acts.PermissionRenewed, acts.RenewalRefused, acts.ConditionsAdjusted, acts.AdjustmentRefused),
)
"""Decisions that stand on a permission, and not on the application."""


def four_eyes(done: Performed, case: Case) -> None:
    """Whoever prepared the decision does not take it: the municipality's own separation of duties, with Awb 3:2, 2:4.

    To prepare is to register the application at the desk, to check it or to review it; of a request, to check that one.
    """
    found = (e for e in case.entries if isinstance(e.act, PREPARES) and e.about == taken_up(case, done.act))
    if done.actor.id in {entry.actor.id for entry in found}:
        raise NotTheSame("You prepared this decision, so somebody else takes it")


def did_not_check(done: Performed, case: Case) -> None:
    """Whoever found the application or a request incomplete does not set it aside: separation of duties too."""
    about = done.act.about if isinstance(done.act, acts.RequestSetAside) else None
    checks = (e for e in case.entries if isinstance(e.act, CHECKS) and about in (None, e.about))
    if done.actor.id in {entry.actor.id for entry in checks}:
        raise NotTheSame("You checked this application, so somebody else decides whether to set it aside")


def did_not_propose(done: Performed, case: Case) -> None:
    """Who proposed, asked, advised or assessed something, or checked this request, does not decide. Awb 3:2, 2:4."""
    matters = {t.about for t in case.tasks if done.act.kind in t.accepts and done.task in (None, t.id)}
    checked = {e.actor.id for e in case.entries if isinstance(e.act, CHECKS) and e.about in matters - {None}}
    if done.actor.id in checked | {e.actor.id for e in case.entries if isinstance(e.act, PROPOSES)}:
        raise NotTheSame("You prepared this decision, so somebody else takes it")


def may_intend(done: Performed, case: Case) -> None:
    """Who invites a view means to decide so: what keeps him from the decision keeps him from this. Awb 4:7, 4:8.

    At a reassessment that is a caseworker's, whoever reviewed the application.
    """
    of_roles = {task.role for task in case.tasks if _asks_a_view(task) and done.task in (None, task.id)}
    if of_roles != {Role.CASEWORKER}:
        for each in (four_eyes, did_not_propose, decides_anew):
            each(done, case)


def _asks_a_view(task: Task) -> bool:
    return str(acts.ViewInvited.model_fields["kind"].default) in task.accepts


def did_not_open_it(done: Performed, case: Case) -> None:
    """Whoever proposed an adjustment, or registered the request for it, does not decide on it. Awb 3:2, 2:4."""
    about = done.act.about if isinstance(done.act, OfMatter) else 0
    if any(entry.version == about and entry.actor.id == done.actor.id for entry in case.entries):
        raise NotTheSame("You prepared this decision, so somebody else takes it")


def decides_anew(done: Performed, case: Case) -> None:
    """Whoever took a decision that was overturned or reversed, or one since, does not take it again.

    Nor does who took the decision on the objection, when a court annulled that. No article says so in words; the sense
    of 10:3(3) is that somebody looks at it who did not say yet what he makes of it. Who upheld the objection may: his
    new decision is a part of that (7:11(2)). Awb 7:11, 10:3(3).
    """
    overturning, standing = case.overturning, case.standing(*DECIDED)
    if not overturning:
        return
    first = min(case.first_version(act.version) for act in overturning)
    since = (e.version for e in case.entries[first:] if isinstance(e.act, ON_THE_APPLICATION))
    decisions = {*since, *(act.version for act in overturning), *([standing[0].version] if standing else [])}
    if done.actor.id in whose_ruling_was_annulled(overturning) or any(
        done.actor.id in case.deciders(version) for version in decisions
    ):
        raise NotTheSame("You took the decision that was overturned, so somebody else takes it again")


def did_not_take_it_before(done: Performed, case: Case) -> None:
    """Whoever took a decision on a permission that was annulled does not take one like it again. Awb 7:11, 10:3(3).

    Nor does who took the decision on the objection, when a court annulled that.
    """
    alike = next((kinds for kinds in ALIKE if isinstance(done.act, kinds)), ())
    again = [
        (told.act, versions)
        for told, versions in case.annulments
        if any(isinstance(case.entries[version - 1].act, alike) for version in versions)
    ]
    deciders = {who for _, versions in again for version in versions for who in case.deciders(version)}
    if done.actor.id in deciders | whose_ruling_was_annulled(told for told, _ in again):
        raise NotTheSame("You took the decision that was overturned, so somebody else takes it again")


def whose_ruling_was_annulled(told: Iterable[Act]) -> set[str]:
    """Who took the decisions on objections that a court annulled, as the case was told."""
    ended = (act for act in told if isinstance(act, acts.ObjectionUpheld | acts.ObjectionClosed))
    return {act.ruling.decided_by for act in ended if act.ruling}


def did_not_decide(done: Performed, case: Case) -> None:
    """Whoever took a decision does not judge whether it stands: separation of duties."""
    if isinstance(done.act, acts.DecisionReversed) and done.actor.id in case.deciders(done.act.version):
        raise NotTheSame("You took this decision, so somebody else says that it does not stand")


def involved(objection: Case) -> frozenset[str]:
    """Who prepared the contested decision or took it, who corrected it since, or had a part in taking it again."""
    contested = objection.objection.decision
    since = (who for _, act in objection.every(acts.ContestedDecisionReplaced) for who in act.involved)
    return frozenset((contested.decided_by, *contested.involved, *since))


def was_not_involved(done: Performed, case: Case) -> None:
    """Whoever had a part in the contested decision has none in the objection to it. Awb 7:5, 10:3(3)."""
    if case.is_objection and done.actor.id in involved(case):
        raise NotTheSame("You had a part in the contested decision, so somebody else deals with this")


DEALS_WITH_IT = (Role.CASEWORKER, Role.OBJECTIONS_OFFICER)


def deals_with_it(done: Performed, case: Case) -> None:
    """What was asked in an application is a caseworker's, and in an objection an objections officer's."""
    role = DEALS_WITH_IT[case.is_objection]
    if role not in done.actor.roles:
        raise not_in_his_role({role})


def speaks_for_the_objector(done: Performed, case: Case) -> None:
    """A cooperative objects for itself or the resident, and for nobody else. Awb 2:1."""
    is_at_the_desk = done.actor.roles & {Role.CASEWORKER, Role.OBJECTIONS_OFFICER}
    if is_at_the_desk and done.actor.cooperative != cooperative_of(done, case):
        return
    received = done.act if isinstance(done.act, acts.ObjectionReceived) else None
    if received is None and case.is_objection:
        received = case.objection
    if received and received.objector is acts.Objector.ANOTHER:
        raise NotPermitted("You do not speak for this objector")


def decision_in(act: Act) -> Decision | None:
    """The decision that an act takes in the college's name, for which it needs a mandate; none when it takes none."""
    return DECISIONS.get(type(act.decision if isinstance(act, acts.DecisionCorrected) else act))


def check_mandate(done: Performed, case: Case, on: date) -> None:
    """Who decides holds a mandate for this kind of decision, valid on the day and wide enough. Awb 10:3."""
    decision = decision_in(done.act)
    wanted = {decision} - {None}
    if isinstance(done.act, acts.DecisionReversed):
        wanted = {Decision.REVOKE} if case.act(done.act.version, acts.PermissionRevoked) else REVERSING
    if not wanted:
        return
    valid = [m for m in done.mandates if _is_for(m, done.actor, wanted) and m.is_valid_on(on)]
    if not valid:
        raise NotPermitted("You hold no mandate for this decision today")
    amount = amount_in(done.act)
    if amount is not None and not any(mandate.reaches(amount) for mandate in valid):
        most = euros(highest(valid))
        raise NotPermitted("This amount is higher than your mandate allows: {most} at most", most=most)
    if not any(_covers(mandate, done.act, case) for mandate in valid):
        limit = widest(valid)
        raise NotPermitted(
            "This permission is longer or for more hours than your mandate allows: {months} months and {hours} hours"
            " a week at most",
            months=limit.max_months,
            hours=limit.max_hours_a_week,
        )


def needs_a_mandate(act: Act) -> bool:
    """Whether it is done in the college's name: a decision, or that one does not stand."""
    return decision_in(act) is not None or isinstance(act, acts.DecisionReversed)


def _is_for(mandate: Mandate, actor: Actor, wanted: Set[Decision | None]) -> bool:
    return mandate.holder == actor.id and not wanted.isdisjoint(mandate.decisions)


def _covers(mandate: Mandate, act: Act, case: Case) -> bool:
    """Whether it reaches far enough; of a permission that lasts longer, the whole of it counts."""
    permission = case.permission
    match act:
        case acts.PermissionGranted():
            return mandate.covers(act.valid_from, act.valid_until, act.hours_a_week)
        case acts.DecisionCorrected():
            return _covers(mandate, act.decision, case)
        case acts.PermissionExtendedToFull() if permission:
            return mandate.covers(permission.valid_from, act.valid_until, act.hours_a_week)
        case acts.PermissionRenewed() if permission:
            return mandate.covers(permission.valid_from, act.valid_until, permission.hours_a_week)
        case acts.ConditionsChanged() | acts.ConditionsAdjusted():
            return act.hours_a_week <= mandate.max_hours_a_week
        case _:
            return True


def asks_the_other_side(done: Performed, case: Case) -> None:
    """A cooperative asks the municipality; staff ask it, or register what it asked by telephone."""
    if isinstance(done.act, acts.QuestionAsked) and done.act.of is Party.COOPERATIVE and _applies(done, case):
        raise NotPermitted("A cooperative asks the municipality, and not itself")


def is_asked(done: Performed, case: Case) -> None:
    """A cooperative answers what it was asked; staff answer too for whoever answered by telephone."""
    if _question(done, case).of is Party.MUNICIPALITY and _applies(done, case):
        raise NotPermitted("This was asked of the municipality")


def asked_it(done: Performed, case: Case) -> None:
    """A cooperative withdraws its own questions only; staff theirs, or what it took back by telephone."""
    if _question(done, case).of is Party.COOPERATIVE and _applies(done, case):
        raise NotPermitted("Whoever asked withdraws a question")


def _question(done: Performed, case: Case) -> acts.QuestionAsked:
    asked = case.act(done.act.about, acts.QuestionAsked) if isinstance(done.act, OfMatter) else None
    if asked is None:
        raise NotNow("There is no such question")
    return asked


def _applies(done: Performed, case: Case) -> bool:
    """Whether somebody acts for the cooperative of this case."""
    return done.actor.cooperative == cooperative_of(done, case)
