"""What must always hold of a case as it stands, whatever people do."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from domain import acts, terms
from domain.acts import ACTS, PenaltyDetermined, PenaltyPaid
from domain.case import Case
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


def check_hearing(before: Case, decided: acts.ObjectionDecided) -> None:
    """By another's objection nobody loses a permission unheard, unless he gave up being heard. Awb 7:2, 7:3."""
    is_given = before.objection.decision.kind == "permission_granted"
    if (
        before.objection.objector is acts.Objector.ANOTHER
        and is_given
        and decided.outcome in acts.WELL_FOUNDED
    ):
        assert any(_was_he_heard(each.act) for each in before.entries)


def _was_he_heard(act: acts.Act) -> bool:
    """Or did he give that up; not by who came there and then to object."""
    if isinstance(act, acts.HearingHeld):
        return act.at_short_notice is not acts.ShortNotice.CAME_OF_HIMSELF
    return getattr(act, "resident_too", None) is not None
