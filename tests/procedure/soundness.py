"""What must always hold of a case, whatever people do."""

from __future__ import annotations

from collections import Counter

from domain.acts import (
    ACTS,
    AdjustmentRefused,
    ApplicationReceived,
    ApplicationReviewed,
    ChangeAssessed,
    CompletenessChecked,
    DecisionReversed,
    ObjectionDecided,
    OfMatter,
    PenaltyDetermined,
    PenaltyPaid,
    PermissionExtendedToFull,
    PermissionGranted,
    PermissionRefused,
    PermissionReinstated,
    PermissionRenewed,
    PermissionRevoked,
    PermissionSuspended,
    RenewalAdvised,
    RenewalRefused,
    RenewalRequested,
    ReviewReturned,
    RevocationDropped,
    RevocationProposed,
    SetAsideProposed,
    TrialEvaluated,
    TrialLeftToEnd,
    ViewLapsed,
    ViewReceived,
)
from domain.case import Case
from domain.duties import DECISIONS

BY_ANOTHER = (
    *(PermissionSuspended, PermissionReinstated, PermissionExtendedToFull),
    *(PermissionRevoked, RevocationDropped, PermissionRenewed, RenewalRefused, TrialLeftToEnd),
)
"""What is decided on a permission by another than who prepared it."""


def check_tasks(case: Case) -> None:
    """Each decision is asked for by one task, in a matter by one for each, and no task takes two."""
    asked = Counter(
        (kind, task.about if issubclass(ACTS[kind], OfMatter) else None)
        for task in case.tasks
        for kind in task.accepts
        if ACTS[kind] in DECISIONS
    )
    taken = Counter(entry.task for entry in case.entries if entry.task and type(entry.act) in DECISIONS)
    assert {1} >= {*asked.values(), *taken.values()}, (asked, taken)


def check_application(case: Case) -> None:
    """Nobody decides on what he prepared, and whoever gets less than he asked could say something about it."""
    prepared: set[str] = set()
    heard = False
    for entry in case.entries:
        match entry.act:
            case ApplicationReceived() | CompletenessChecked() | SetAsideProposed():
                prepared.add(entry.actor.id)
            case ApplicationReviewed():
                prepared.add(entry.actor.id)
                heard = False
            case ViewReceived() | ViewLapsed():
                heard = True
            case DecisionReversed():
                assert entry.actor.id not in prepared | case.deciders(entry.act.version)
                heard = False
            case PermissionGranted() | PermissionRefused() | ReviewReturned():
                assert entry.actor.id not in prepared
            case _:
                pass
        if isinstance(entry.act, PermissionRefused):
            assert heard or entry.act.view_waived
        if (
            isinstance(entry.act, PermissionGranted)
            and entry.act.hours_a_week < case.application.hours_a_week
        ):
            assert heard or entry.act.view_waived


def check_permission(case: Case) -> None:
    """Nobody decides on what he proposed, asked or advised, and whom it concerns could say something about that."""
    prepared: set[str] = set()
    heard: set[int | None] = set()
    proposed = requested = None
    for entry in case.entries:
        match entry.act:
            case (
                RevocationProposed()
                | RenewalRequested()
                | RenewalAdvised()
                | ChangeAssessed()
                | TrialEvaluated()
            ):
                prepared.add(entry.actor.id)
            case ViewReceived() | ViewLapsed():
                heard.add(entry.about)
            case PermissionRevoked(view_waived=waived):
                assert waived or proposed in heard
            case RenewalRefused(view_waived=waived):
                assert waived or requested in heard
            case AdjustmentRefused(about=about, view_waived=waived):
                assert waived or about in heard
                assert entry.actor.id != case.entries[about - 1].actor.id
            case _:
                pass
        proposed = entry.version if isinstance(entry.act, RevocationProposed) else proposed
        requested = entry.version if isinstance(entry.act, RenewalRequested) else requested
        assert not isinstance(entry.act, BY_ANOTHER) or entry.actor.id not in prepared


def check_objection(case: Case) -> None:
    """Nobody who had a part in the contested decision has one in the objection to it. Awb 7:5, 10:3(3)."""
    contested = case.objection.decision
    for entry, _ in case.every(ObjectionDecided):
        assert entry.actor.id not in {contested.decided_by, *contested.involved}


def check_penalties(case: Case) -> None:
    """An amount is paid once, by another than who determined it last. Awb 4:18, 4:87."""
    determined: dict[int, str] = {}
    for entry in case.entries:
        match entry.act:
            case PenaltyDetermined(about=about):
                determined[about] = entry.actor.id
            case PenaltyPaid(about=about):
                assert determined.pop(about) != entry.actor.id
            case _:
                pass
