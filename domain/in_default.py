"""Who may not determine what is owed for deciding too late, or have it paid. Awb 4:18, 7:11, 10:3(3)."""

from __future__ import annotations

from domain import acts
from domain.case import Case, Performed
from domain.duties import whose_ruling_was_annulled
from domain.errors import NotTheSame


def determines_anew(done: Performed, case: Case) -> None:
    """Whoever determined an amount that was overturned does not determine it again. Awb 7:11, 10:3(3).

    Nor where that was on a notice of default in the place of which one that had come first counts since. Nor does who
    took the decision on the objection to it, when a court annulled that.
    """
    notice = done.act.about if isinstance(done.act, acts.PenaltyDetermined) else None
    weighed = {act.about: act.effect for _, act in case.every(acts.NoticeOfDefaultWeighed)}
    contested = _contested_with_success(case)
    determined = {
        entry.actor.id
        for entry, act in case.every(acts.PenaltyDetermined)
        if act.about == notice
        or (entry.version in contested and weighed.get(act.about) is acts.NoticeEffect.REPEATED)
    }
    annulled = whose_ruling_was_annulled(act for _, act in case.every(acts.ObjectionClosed))
    if determined and done.actor.id in determined | annulled:
        raise NotTheSame("You took the decision that was overturned, so somebody else takes it again")


def _contested_with_success(case: Case) -> set[int]:
    """The decisions to which an objection was upheld."""
    upheld = {
        act.objection for _, act in case.every(acts.ObjectionClosed) if act.outcome in acts.WELL_FOUNDED
    }
    lodged = (act for _, act in case.every(acts.ObjectionLodged) if act.objection in upheld)
    return {case.first_version(act.version) for act in lodged}


def did_not_determine(done: Performed, case: Case) -> None:
    """Whoever determined an amount does not have it paid: the municipality's own separation of duties."""
    notice = done.act.about if isinstance(done.act, acts.PenaltyPaid) else None
    determined = [entry.actor.id for entry, act in case.every(acts.PenaltyDetermined) if act.about == notice]
    if determined and determined[-1] == done.actor.id:
        raise NotTheSame("You determined this amount, so somebody else sees to the payment")
