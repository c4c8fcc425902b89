"""Which acts may move which deadline, and whether one moved without."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from domain import acts, terms
from domain.case import Case
from domain.fact import Fact

TO_DECIDE = {"decision", "review"}
ON_REQUEST = {"renewal", "adjustment"}
PERMITTED = {"expiry", "reassessment", "evaluation", "report", "reaction"}
DEFAULT = {"penalty_first_day", "penalty_last_day", "penalty_determination", "penalty_payment"}
ADVICE = {"advice"}
ADJUSTMENT = {"adjustment"}
DECIDED = ADVICE | DEFAULT

MOVES: dict[type[Fact], set[str]] = {
    acts.CompletenessChecked: {"review"},
    acts.SupplementRequested: TO_DECIDE,
    acts.SupplementReceived: TO_DECIDE | {"intake", "set_aside"},
    acts.TermSuspended: TO_DECIDE | ON_REQUEST,
    acts.SuspensionEnded: TO_DECIDE | ON_REQUEST,
    acts.DecisionAdjourned: TO_DECIDE | ON_REQUEST,
    acts.ObjectionUpheld: TO_DECIDE,
    **dict.fromkeys(
        (acts.AdviceRequested, acts.AdviceReceived, acts.AdviceForgone, acts.AdviceLapsed), ADVICE
    ),
    **dict.fromkeys((acts.ApplicationWithdrawn, acts.ApplicationSetAside, acts.PermissionRefused), DECIDED),
    acts.PermissionGranted: DECIDED,
    acts.LetterSent: DEFAULT | PERMITTED,
    acts.ParticipationContinued: {"reassessment"},
    acts.ConditionsChanged: {"reassessment"},
    **dict.fromkeys((acts.ConditionsAdjusted, acts.AdjustmentRefused, acts.AdjustmentDropped), ADJUSTMENT),
    acts.PermissionSuspended: {"standstill"},
    acts.PermissionReinstated: {"standstill"},
    acts.PermissionExtendedToFull: PERMITTED,
    acts.PermissionRenewed: PERMITTED,
    acts.DecisionCorrected: PERMITTED,
    acts.DecisionReversed: PERMITTED | {"standstill"},
    acts.PermissionRevoked: PERMITTED,
    acts.ParticipationEnded: PERMITTED,
    acts.AdmissibilityJudged: {"objection_decision"},
    acts.RepairRequested: {"objection_decision"},
    acts.RepairReceived: {"objection_decision"},
    acts.ObjectionAdjourned: {"objection_decision"},
    acts.ObjectionPostponed: {"objection_decision"},
    acts.HearingInvited: {"hearing"},
    acts.ObjectionDecided: DEFAULT,
    acts.ObjectionWithdrawn: DEFAULT,
    acts.ObjectionForwarded: DEFAULT,
    acts.ObjectionClosed: DEFAULT | PERMITTED | ADJUSTMENT | {"standstill"},
    acts.NoticeOfDefaultWeighed: DEFAULT,
    **dict.fromkeys((acts.PenaltyDetermined, acts.PenaltyAvoided, acts.PenaltyPaid), DEFAULT),
}
"""What an act may move of the terms that ran before it and run after it; none where it is not here."""

LAW = ("decision", "objection_decision")
BEGINS_ANEW = (acts.ObjectionUpheld, acts.DecisionReversed, acts.ObjectionPostponed)
"""What gives a term of the law that is over another day: a decision that is to be taken again, or consent."""


def moved(before: Case, after: Case) -> Iterable[tuple[str, str]]:
    """What moved between two moments of a case for no reason of the law, each by the act that did it."""
    due = _due(before)
    for version in range(before.version + 1, after.version + 1):
        now = _due(after.model_copy(update={"entries": after.entries[:version]}))
        entry = after.entries[version - 1]
        act = entry.act
        for name in now.keys() & due.keys() & {*LAW}:
            if due[name] < entry.on and due[name] < now[name] and not isinstance(act, BEGINS_ANEW):
                yield act.kind, f"{name}, which was over"
        for name in due.keys() & now.keys() - MOVES.get(type(act), set()):
            if due[name] != now[name]:
                yield act.kind, name
        due = now


def _due(case: Case) -> dict[str, date]:
    return {name: term.due_on for name, term in terms.of(case).items()} if case.entries else {}
