"""What must always hold of a case as it stands, whatever people do."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from domain import acts, terms
from domain.acts import ACTS, PenaltyDetermined, PenaltyPaid
from domain.case import Case, Entry
from domain.duties import DECISIONS
from domain.fact import Fact
from domain.tasks import Task

ONE_DAY = timedelta(days=1)
APPLICATION, PERMISSION = "the application", "the permission"

DECIDES_ON: dict[type[Fact], str] = {
    **dict.fromkeys((acts.ApplicationSetAside, acts.ApplicationTakenUp), APPLICATION),
    **dict.fromkeys((acts.PermissionGranted, acts.PermissionRefused), APPLICATION),
    acts.ConditionsChanged: "its conditions",
    acts.PermissionRevoked: "its revocation",
    **dict.fromkeys((acts.PermissionSuspended, acts.PermissionReinstated), "its suspension"),
    **dict.fromkeys((acts.PermissionRenewed, acts.RenewalRefused), "its renewal"),
    acts.PermissionExtendedToFull: "its renewal",
    **dict.fromkeys((acts.ConditionsAdjusted, acts.AdjustmentRefused), "its adjustment"),
    acts.RequestSetAside: "what is missing of it",
    acts.ObjectionDecided: "the objection",
    acts.PenaltyDetermined: "what is owed",
}
"""What a decision is on."""

FOLLOWS: dict[type[Fact], str] = {
    acts.CompletenessChecked: "intake",
    acts.SupplementReceived: "supplement",
    acts.ApplicationSetAside: "set_aside",
    acts.ApplicationReviewed: "review",
    acts.PermissionGranted: "decision",
    acts.ViewReceived: "view",
    acts.ProgressReported: "report",
    acts.RepairReceived: "repair",
    acts.ObjectionDecided: "objection_decision",
    acts.CommitteeAdvised: "objection_decision",
}
"""By which term a task of the procedure itself is done, by the first act that it asks for."""


def check_tasks(case: Case) -> None:
    """At most one task asks for a decision, and no two on the same; each is due on the day of its term.

    Beside each other may stand what is decided on a permission: a revocation that is proposed, a renewal that is asked,
    and a reassessment. These wait while the permission itself is decided on again. Not so what is missing of a request,
    since the four weeks to set it aside run on, and what is owed for deciding too late, which is no decision on the
    case. Awb 4:5(4), 4:18.
    """
    assert set(DECISIONS) == set(DECIDES_ON)
    asked = Counter(subject for task in case.tasks for subject in _subjects(task))
    assert {*asked.values()} <= {1}, asked
    if (APPLICATION, None) in asked:
        beside = {DECIDES_ON[kind] for kind in (acts.RequestSetAside, PenaltyDetermined)}
        assert {subject for subject, _ in asked} <= {APPLICATION, *beside}, asked
    taken = Counter(entry.task for entry in case.entries if entry.task and type(entry.act) in DECISIONS)
    assert {*taken.values()} <= {1}, taken
    due = {name: term.due_on for name, term in terms.of(case).items()} if case.entries else {}
    for task in case.tasks:
        name = FOLLOWS.get(ACTS[task.accepts[0]])
        if task.about is None and name in due:
            assert due[name] == task.due_on, (name, due[name], task)


MANY = (
    *(PenaltyDetermined, acts.ConditionsAdjusted, acts.AdjustmentRefused),
    *(acts.PermissionRenewed, acts.RenewalRefused, acts.PermissionExtendedToFull),
)
"""Of which there may be one for each notice of default, request to renew, or request or proposal to adjust."""


def _subjects(task: Task) -> set[tuple[str, int | None]]:
    """What a task lets somebody decide on."""
    kinds = [ACTS[kind] for kind in task.accepts]
    if acts.RequestSetAside in kinds:
        return {(DECIDES_ON[acts.RequestSetAside], task.about)}
    return {(DECIDES_ON[kind], task.about if kind in MANY else None) for kind in kinds if kind in DECIDES_ON}


def check_penalties(case: Case) -> None:
    """An amount is paid once, and after it was determined. Awb 4:18, 4:87."""
    determined: set[int] = set()
    for entry in case.entries:
        match entry.act:
            case PenaltyDetermined(about=about):
                determined.add(about)
            case PenaltyPaid(about=about):
                assert about in determined
                determined.remove(about)
            case _:
                pass


def check_days(before: Case, after: Case) -> None:
    """Nobody took part without permission on a day on which he had one, whatever was done since. Awb 3:40."""
    had, has, on = before.permission, after.permission, after.entries[-1].on
    if had and before.is_participating and had.valid_from < on:
        assert has is not None
        assert has.valid_until >= min(had.valid_until, on - ONE_DAY), (had.valid_until, has.valid_until)


GIVES = frozenset(
    {
        *("permission_granted", "permission_renewed", "permission_extended_to_full"),
        *("permission_reinstated", "conditions_changed", "conditions_adjusted"),
    }
)
"""What gives the resident something, or can."""


def check_hearing(before: Case, decided: acts.ObjectionDecided, contested: Case) -> None:
    """By an objection that is not his own nobody loses anything unheard, unless he gave that up. Awb 7:2, 7:3."""
    if decided.outcome not in acts.WELL_FOUNDED:
        return
    received = before.objection
    kind = received.decision.corrects or received.decision.kind
    is_its_own = _is_of_the_cooperative(contested, received.decision.version)
    if received.objector is acts.Objector.RESIDENT:
        if is_its_own and kind == "conditions_adjusted":
            assert any(map(_was_it_heard, before.entries))
    elif kind in GIVES or (is_its_own and kind == "adjustment_refused"):
        assert any(_was_he_heard(each.act) for each in before.entries)


def check_told(told: acts.ObjectionUpheld | acts.ObjectionClosed, objection: Case) -> None:
    """That the resident was heard is told only where he objected and was or declined, or somebody else did with him."""
    is_his = objection.objection.objector is acts.Objector.RESIDENT
    heard = (
        _was_he_heard(each.act) or (is_his and isinstance(each.act, acts.HearingHeld | acts.HearingDeclined))
        for each in objection.entries
    )
    assert any(heard) or not told.was_heard


def _is_of_the_cooperative(contested: Case, version: int) -> bool:
    """Whether that decision is on what the cooperative asked for itself."""
    about = contested.entries[version - 1].about
    asked = contested.entries[about - 1].act if about else None
    return isinstance(asked, acts.AdjustmentRequested) and asked.on_behalf_of is acts.Party.COOPERATIVE


def _was_he_heard(act: acts.Act) -> bool:
    """Or did he give that up; not by who came there and then to object."""
    if isinstance(act, acts.HearingHeld):
        return act.at_short_notice is not acts.ShortNotice.CAME_OF_HIMSELF
    return getattr(act, "resident_too", None) is not None


def _was_it_heard(entry: Entry) -> bool:
    """The cooperative, or did it give that up: it said so itself, or did not answer."""
    match entry.act:
        case acts.HearingDeclined():
            return entry.actor.cooperative is not None
        case acts.HearingWaived(ground=ground):
            return ground is acts.NoHearing.NO_ANSWER
        case act:
            return _was_he_heard(act)
