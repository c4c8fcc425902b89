"""Whether what is said of an appeal to the court fits. Awb chapter 8."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from domain import acts, duties, objections, rulings
from domain.by_a_court import leaves_less
from domain.case import Case
from domain.circumstances import Circumstances, check_listed
from domain.errors import NotAcceptable, NotNow
from domain.fact import Fact


def _appealed(act: acts.AppealRecorded, now: Circumstances) -> None:
    """Against the decision that there was on its day, though another may have been taken since. Awb 6:19, 8:1."""
    first = next((entry.on for entry, _ in now.case.every(acts.ObjectionDecided)), None)
    if first is not None and not first <= act.lodged_on <= now.on:
        raise NotAcceptable("lodgedOn", "An appeal is lodged after the decision, and not in the future")
    if rulings.decision_on(now.case, act.lodged_on) is None:
        raise NotNow("There is no decision on this objection to appeal against")


def _ruled(act: acts.AppealOutcomeRecorded, now: Circumstances) -> None:
    """Only when it was upheld the court may say by when the decision is taken again. Awb 8:72(4)."""
    is_upheld = act.outcome is acts.CourtOutcome.UPHELD
    _check_day(act.decided_on, now)
    if not is_upheld and act.decide_by is not None:
        raise NotAcceptable("decideBy", "The decision stands: leave this out")
    if act.consequences_stand and not is_upheld:
        raise NotAcceptable("consequencesStand", "The decision stands: leave this out")
    if act.consequences_stand and act.decide_by is not None:
        raise NotAcceptable("decideBy", "Nothing is decided again: leave this out; Awb 8:72(3)")
    if act.decide_by is not None and act.decide_by <= act.decided_on:
        raise NotAcceptable("decideBy", "The court's term ends after its decision")


def _check_day(decided_on: date, now: Circumstances) -> None:
    """A court decides on an appeal that runs, and after it was lodged: with each decision, on one more. Awb 8:1."""
    if objections.open_appeals(now.case) == 0:
        raise NotNow("No appeal runs")
    lodged = sorted(act.lodged_on for _, act in now.case.every(acts.AppealRecorded))
    decided = sorted((decided_on, *rulings.days(now.case)))
    if decided_on > now.on or any(day < appeal for appeal, day in zip(lodged, decided, strict=False)):
        raise NotAcceptable("decidedOn", "A court decides after the appeal, and not in the future")


OF_A_COURT: tuple[tuple[tuple[type[Fact], ...], tuple[type[Fact], ...]], ...] = (
    (duties.ON_THE_APPLICATION, (acts.PermissionGranted, acts.PermissionRefused)),
    (
        (acts.PermissionRenewed, acts.RenewalRefused),
        (acts.PermissionRenewed, acts.RenewalRefused),
    ),
    ((acts.PermissionRevoked,), (acts.PermissionRevoked, acts.RevocationDropped)),
)
"""By what it annuls, what a court can decide itself. Awb 8:72(3)(b)."""


def courts_decisions(contested: acts.ContestedDecision) -> tuple[type[Fact], ...]:
    """What can take the place of that decision; nothing where it is annulled, or decided on again by who decides it."""
    kind = acts.ACTS[contested.corrects or contested.kind]
    return next((decisions for kinds, decisions in OF_A_COURT if kind in kinds), ())


def _court_decided(act: acts.CourtDecided, now: Circumstances) -> None:
    """What takes the place of the contested decision is on the same; a court is not held to the policy."""
    _check_day(act.decided_on, now)
    if act.sent_on and not act.decided_on <= act.sent_on <= now.on:
        raise NotAcceptable("sentOn", "A court sends its decision after taking it, and not in the future")
    if type(act.decision) not in courts_decisions(now.case.objection.decision):
        raise NotAcceptable(
            "decision/kind", "This does not take the place of the decision that was contested"
        )
    if _is_his_own_appeal(now.case) and leaves_less(act.decision, now.case.objection.decision.leaves):
        raise NotAcceptable(
            "decision",
            "A court leaves who appeals no less than the contested decision did, unless another appealed too; Awb 8:69",
        )
    match act.decision:
        case acts.PermissionRefused(grounds=grounds) | acts.RenewalRefused(grounds=grounds):
            check_listed(grounds, now.policy.refusal_grounds, "decision/grounds")
        case acts.PermissionRevoked(grounds=grounds):
            check_listed(grounds, now.policy.revocation_grounds, "decision/grounds")
        case _:
            pass


def _is_his_own_appeal(case: Case) -> bool:
    """Whether only whoever wants to take part, or his cooperative, went against the decision."""
    is_anothers = any(act.by_another for _, act in case.every(acts.AppealRecorded))
    return case.objection.objector is not acts.Objector.ANOTHER and not is_anothers


FITS: dict[type[Fact], Callable[[Any, Circumstances], None]] = {
    acts.AppealRecorded: _appealed,
    acts.AppealOutcomeRecorded: _ruled,
    acts.CourtDecided: _court_decided,
}
"""What each act's content must be."""
