"""The articles that an act rests on: of a decision those that give the power to it, as they count on its day.

The duties that a decision must meet too, such as to hear (Awb 4:8) and to give reasons (Awb 3:46), give no power to it.
When a law changes, add a version with its first day; a decision of before that keeps the one that counted then.
"""

from __future__ import annotations

from datetime import date

from domain import acts
from domain.acts import Act, Outcome
from domain.fact import Fact
from domain.law.figures import AWB, PENALTY_ACT, Version, in_force

PW = date(2015, 1, 1)
"""The day on which the Participatiewet came into force."""

Articles = tuple[Version[str], ...]

SUPPORT = (Version(PW, "Pw 7, 10", "Pw 7(1)(a), 10(1)"),)
"""To support people towards work, and so to permit it, on conditions, to suspend that and to take it back."""

EVALUATION = (Version(PW, "Pw 7, 10, 44a", "Pw 7(1)(a), 10(1), 44a"),)
"""The same, once it was evaluated with whom it concerns how it goes."""

SETTING_ASIDE = (Version(AWB, "Awb 4:5", "Awb 4:5(1)"),)

ADMISSIBILITY = (Version(AWB, "Awb 6:6, 6:7, 7:1", "Awb 6:6, 6:7, 7:1"),)
"""Which of these it is, the reasons say: a defect that was not mended, too late, or by somebody who may not object."""

DECISIONS: dict[type[Fact], Articles] = {
    acts.ApplicationSetAside: SETTING_ASIDE,
    acts.RequestSetAside: SETTING_ASIDE,
    acts.ApplicationTakenUp: SETTING_ASIDE,
    acts.PermissionGranted: SUPPORT,
    acts.PermissionRefused: SUPPORT,
    acts.ConditionsChanged: EVALUATION,
    acts.ConditionsAdjusted: SUPPORT,
    acts.AdjustmentRefused: SUPPORT,
    acts.PermissionSuspended: SUPPORT,
    acts.PermissionReinstated: SUPPORT,
    acts.PermissionRevoked: SUPPORT,
    acts.PermissionExtendedToFull: EVALUATION,
    acts.PermissionRenewed: SUPPORT,
    acts.RenewalRefused: SUPPORT,
    acts.ObjectionDecided: (Version(AWB, "Awb 7:11", "Awb 7:11"),),
    acts.PenaltyDetermined: (Version(PENALTY_ACT, "Awb 4:17, 4:18", "Awb 4:17, 4:18"),),
}
"""What each decision rests on. Awb 3:47(2)."""


def basis(act: Act, on: date) -> str | None:
    """The articles that an act of that day rests on; a correction on those of what it corrects."""
    match act:
        case acts.DecisionCorrected(decision=decision):
            return basis(decision, on)
        case acts.ObjectionDecided(outcome=Outcome.INADMISSIBLE):
            return in_force(ADMISSIBILITY, on)
        case _ if type(act) in DECISIONS:
            return in_force(DECISIONS[type(act)], on)
        case _:
            return getattr(act, "basis", None)
