"""Which acts may move which deadline, and whether one moved without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from domain import acts, terms
from domain.case import Case, Entry
from domain.fact import Fact

TO_DECIDE = {"decision", "review"}
ON_REQUEST = {"renewal", "adjustment"}
PERMITTED = {"expiry", "reassessment", "evaluation", "report", "reaction"}
DEFAULT = {"penalty_first_day", "penalty_last_day", "penalty_determination", "penalty_payment"}
ADVICE = {"advice"}
ADJUSTMENT = {"adjustment"}
COURT = {"court"}
DECIDED = ADVICE | DEFAULT
INCOMPLETE = {"supplement", "set_aside"}
SET_ASIDE, REVIEW, RENEWAL, EXAMINATION = {"set_aside"}, {"review"}, {"renewal"}, {"examination"}

MOVES: dict[type[Fact], set[str]] = {
    acts.CompletenessChecked: {"review"},
    acts.SupplementRequested: TO_DECIDE | ON_REQUEST,
    acts.SupplementReceived: TO_DECIDE | ON_REQUEST | {"intake"} | INCOMPLETE,
    **dict.fromkeys((acts.SupplementLapsed, acts.SetAsideLapsed), INCOMPLETE),
    **dict.fromkeys((acts.CheckReopened, acts.ApplicationTakenUp), INCOMPLETE),
    acts.RequestSetAside: ADJUSTMENT | DEFAULT | INCOMPLETE,
    acts.TermSuspended: TO_DECIDE | ON_REQUEST,
    acts.SuspensionEnded: TO_DECIDE | ON_REQUEST,
    acts.DecisionAdjourned: TO_DECIDE | ON_REQUEST,
    acts.PeriodExtended: TO_DECIDE | ON_REQUEST | {"supplement", "repair", "objection_decision"},
    acts.ObjectionUpheld: TO_DECIDE,
    **dict.fromkeys(
        (acts.AdviceRequested, acts.AdviceReceived, acts.AdviceForgone, acts.AdviceLapsed), ADVICE
    ),
    **dict.fromkeys((acts.ApplicationWithdrawn, acts.ApplicationSetAside), DECIDED),
    acts.PermissionRefused: DECIDED | {"expiry"},
    acts.PermissionGranted: DECIDED | PERMITTED,
    acts.LetterSent: DEFAULT | PERMITTED | TO_DECIDE | ON_REQUEST | {"objection_decision"},
    acts.ParticipationContinued: {"reassessment"},
    acts.ConditionsChanged: {"reassessment"},
    **dict.fromkeys((acts.ConditionsAdjusted, acts.AdjustmentRefused), ADJUSTMENT),
    acts.AdjustmentDropped: ADJUSTMENT | DEFAULT | INCOMPLETE,
    acts.PermissionExpired: ADJUSTMENT,
    acts.RenewalWithdrawn: DEFAULT | INCOMPLETE,
    acts.PermissionSuspended: {"standstill"},
    acts.PermissionReinstated: {"standstill"},
    acts.PermissionExtendedToFull: PERMITTED,
    acts.PermissionRenewed: PERMITTED,
    acts.DecisionCorrected: PERMITTED,
    acts.DecisionReversed: PERMITTED | {"standstill"},
    acts.PermissionRevoked: PERMITTED,
    acts.ParticipationEnded: PERMITTED | DEFAULT,
    acts.EndingWithdrawn: PERMITTED,
    acts.AdmissibilityJudged: {"objection_decision"},
    acts.RepairRequested: {"objection_decision"},
    acts.RepairReceived: {"objection_decision"},
    acts.ObjectionAdjourned: {"objection_decision"},
    acts.ObjectionPostponed: {"objection_decision"},
    acts.AppealOutcomeRecorded: {"objection_decision"} | COURT,
    acts.CourtDecided: {"appeal"} | COURT,
    acts.CourtAsked: COURT,
    acts.LateDecisionRuled: TO_DECIDE | ON_REQUEST | {"objection_decision"} | COURT,
    acts.HearingInvited: {"hearing"},
    acts.ObjectionDecided: DEFAULT,
    acts.ObjectionWithdrawn: DEFAULT,
    acts.ObjectionForwarded: DEFAULT,
    acts.ObjectionClosed: DEFAULT | PERMITTED | ADJUSTMENT | {"standstill"},
    acts.NoticeOfDefaultWeighed: DEFAULT,
    **dict.fromkeys((acts.PenaltyDetermined, acts.PenaltyAvoided, acts.PenaltyPaid), DEFAULT),
}
"""What an act may move of the terms that ran before it and run after it; none where it is not here."""

BEGINS: dict[type[Fact], set[str]] = {
    acts.ObjectionUpheld: TO_DECIDE,
    acts.DecisionReversed: TO_DECIDE | ON_REQUEST,
    acts.SupplementRequested: {"supplement"},
    **dict.fromkeys((acts.SupplementLapsed, acts.SetAsideProposed), SET_ASIDE),
    **dict.fromkeys((acts.CompletenessChecked, acts.ReviewReturned), REVIEW),
    **dict.fromkeys((acts.ApplicationTakenUp, acts.SetAsideLapsed), REVIEW),
    acts.CheckReopened: {"intake"},
    acts.ViewInvited: {"view"},
    acts.PermissionGranted: PERMITTED,
    acts.ReportRequested: {"report", "reaction"},
    acts.InterimReportRequested: {"interim_report"},
    **dict.fromkeys((acts.RenewalRequested, acts.ObjectionClosed), RENEWAL),
    **dict.fromkeys((acts.AdjustmentRequested, acts.AdjustmentProposed), ADJUSTMENT),
    acts.LetterSent: {"objection", "appeal"},
    acts.CourtDecided: {"appeal"},
    **dict.fromkeys((acts.AppealRecorded, acts.LateDecisionAppealed), COURT),
    acts.RepairRequested: {"repair"},
    **dict.fromkeys((acts.RepairReceived, acts.RepairLapsed), EXAMINATION),
    acts.HearingReopened: {"hearing"},
    acts.ObjectionTakenUp: {"hearing", "objection_decision"},
}
"""What an act lets run, which is another day than when it ran before."""

LAW = ("decision", "objection_decision")
BEGINS_ANEW = (
    *(acts.ObjectionUpheld, acts.DecisionReversed),
    acts.LateDecisionRuled,
)
"""What gives a term of the law that is over another day: a decision that is to be taken again, or a court."""


@dataclass
class Deadlines:
    """The day of each term of a case as it was last told, also of one that does not run for the time being."""

    told: dict[str, date] = field(default_factory=dict[str, date])
    may_return: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """The acts done while a term did not run, for each that is away."""

    def moved(self, before: Case, after: Case) -> list[tuple[str, str]]:
        """What moved between two moments of a case for no reason of the law, each by the act that did it."""
        found: list[tuple[str, str]] = []
        for entry in after.entries[before.version :]:
            then = after.up_to(entry.version)
            found += self._by(entry, _due(then), _moves(entry.act) | _moves_in_its_place(then, entry.act))
        return found

    def _by(self, entry: Entry, now: dict[str, date], moves: set[str]) -> Iterator[tuple[str, str]]:
        act = entry.act
        begins = BEGINS.get(type(act), set())
        for name in now.keys() & self.told.keys():
            is_back = name in self.may_return
            excuse = self.may_return.pop(name, set()) | moves | (begins if is_back else set())
            if is_back and now[name] != self.told[name] and name not in excuse:
                yield act.kind, f"{name}, which came back"
            elif not is_back and now[name] != self.told[name] and name not in moves:
                yield act.kind, name
            was_over = name in LAW and self.told[name] < min(entry.on, now[name])
            if was_over and not is_back and not _was_not_over(act, self.told[name]):
                yield act.kind, f"{name}, which was over"
        for name in self.told.keys() - now.keys():
            self.may_return.setdefault(name, set()).update(moves | begins)
        self.told |= now


def _was_not_over(act: Fact, told: date) -> bool:
    """Whether by that act the term goes on: given anew, or it stood still by then or was put off with consent.

    Which may be registered later.
    """
    since = act.asked_on if isinstance(act, acts.TermSuspended) else getattr(act, "agreed_on", None)
    return isinstance(act, BEGINS_ANEW) or (since is not None and since <= told)


def _moves(act: Fact) -> set[str]:
    """An upheld objection also moves what rested on the decision on a permission that it annulled. Awb 7:11(2)."""
    annuls = isinstance(act, acts.ObjectionClosed) and act.outcome in acts.WELL_FOUNDED
    return MOVES.get(type(act), set()) | (PERMITTED | RENEWAL | {"standstill"} if annuls else set())


IN_ITS_PLACE = (
    *(acts.RenewalRefused, acts.RenewalWithdrawn, acts.RequestSetAside),
    *(acts.AdjustmentRefused, acts.AdjustmentDropped),
)
GIVES = (acts.PermissionRenewed, acts.PermissionExtendedToFull, acts.ConditionsAdjusted)


def _moves_in_its_place(then: Case, act: Fact) -> set[str]:
    """What is refused in the place of what an objection annulled ends what that gave. Awb 7:11(2)."""
    is_undone = any(isinstance(then.entries[version - 1].act, GIVES) for version in then.annulled)
    return PERMITTED | {"standstill"} if is_undone and isinstance(act, IN_ITS_PLACE) else set()


def _due(case: Case) -> dict[str, date]:
    return {name: term.due_on for name, term in terms.of(case).items()} if case.entries else {}
