"""What one case tells another, and what that one makes of it. Awb 6:19, 7:11, 8:72."""

from __future__ import annotations

from datetime import date

from domain import acts, hearings, interests, objections, rulings
from domain.acts import (
    Act,
    AppealOutcomeRecorded,
    AppealRecorded,
    ContestedDecisionReplaced,
    ContestedDecisionSent,
    CourtDecided,
    HearingDeclined,
    HearingHeld,
    InterestDeclared,
    InterestWithdrawn,
    LetterSent,
    News,
    ObjectionClosed,
    ObjectionDecided,
    ObjectionForwarded,
    ObjectionLodged,
    ObjectionReceived,
    ObjectionReopened,
    ObjectionTakenUp,
    ObjectionUpheld,
    ObjectionWithdrawn,
    Objector,
    OfAnInterest,
    Ruling,
)
from domain.case import Case
from domain.duties import ON_A_PERMISSION, decision_in
from domain.fact import OfMatter
from domain.law import objection as law
from domain.sending import MOVES_BY_BEING_TOLD

OF_AN_OBJECTION = (ObjectionLodged, ObjectionReopened, ObjectionUpheld, ObjectionClosed)


def of_an_objection(
    case: Case,
    act: ObjectionReceived
    | ObjectionDecided
    | ObjectionWithdrawn
    | ObjectionForwarded
    | ObjectionTakenUp
    | AppealOutcomeRecorded
    | CourtDecided,
) -> ObjectionLodged | ObjectionReopened | ObjectionUpheld | ObjectionClosed:
    """What the case of the contested decision hears of an act of the objection."""
    version, times = case.objection.decision.version, rulings.times(case)
    match act:
        case ObjectionReceived(decision=decision):
            return ObjectionLodged(
                objection=case.number,
                version=version,
                decided=decision.kind,
                decided_on=decision.decided_on,
                received_on=case.received_on,
                before_sending=decision.sent_on is None,
                objector=act.objector,
            )
        case ObjectionTakenUp(ruled_on=ruled_on, decide_by=decide_by):
            return ObjectionReopened(
                objection=case.number, times=times, ruled_on=ruled_on, decide_by=decide_by
            )
        case AppealOutcomeRecorded() | CourtDecided():
            return _annulled(case, act)
        case ObjectionWithdrawn() | ObjectionForwarded():
            return ObjectionClosed(objection=case.number, times=times)
        case ObjectionDecided(outcome=outcome) if outcome not in acts.WELL_FOUNDED:
            return ObjectionClosed(objection=case.number, outcome=outcome, times=times)
        case ObjectionDecided():
            decide_by = max(objections.objection_decision(case).due_on, _decided_on(case))
            return ObjectionUpheld(
                objection=case.number,
                version=version,
                decide_by=decide_by,
                was_heard=_was_heard(case),
                objector_name=case.objection.objector_name,
                times=times,
            )


def _annulled(case: Case, act: AppealOutcomeRecorded | CourtDecided) -> ObjectionUpheld:
    """By a court, which decided itself or says by when it is decided again, or leaves the law's term. Awb 8:72."""
    decided = case.last(ObjectionDecided)
    assert decided is not None
    itself = act.decision if isinstance(act, CourtDecided) else None
    decide_by = act.decided_on if isinstance(act, CourtDecided) else act.decide_by
    anew = law.decision_after_a_ruling(act.decided_on, committee=objections.has_committee(case))
    return ObjectionUpheld(
        objection=case.number,
        version=case.objection.decision.version,
        decide_by=decide_by or anew.due_on,
        ruling=Ruling(
            ruled_on=act.decided_on,
            is_term_set=decide_by is not None,
            decided_by=decided[0].actor.id,
            by_another=_is_appealed_by_another(case),
        ),
        was_heard=_was_heard(case),
        objector_name=case.objection.objector_name,
        times=rulings.times(case),
        decision=itself,
    )


def _is_appealed_by_another(case: Case) -> bool:
    """Whether each appeal was, so that whoever objected may get less by it. Awb 8:69."""
    lodged = [act.by_another for _, act in case.every(AppealRecorded)]
    return bool(lodged) and all(lodged)


def _was_heard(case: Case) -> bool:
    """Whether the resident was heard on it, or did not want to be. Awb 7:2, 7:3.

    Where he does not object himself he is heard with who does, and who of them declines does so for himself alone.
    """
    since = rulings.taken_up(case)
    if case.objection.objector is Objector.RESIDENT:
        return case.last(HearingHeld, HearingDeclined, after=since) is not None
    return case.last(HearingHeld, after=since) is not None or hearings.resident_too(case) is not None


def taken_in(case: Case, told: News) -> News | None:
    """What a case makes of the news; none of what it knows already.

    News may come twice, and in another order than it was sent. An objection that is upheld about a matter beside the
    procedure is for that matter, and one about a decision on a permission annuls that one. The letter of an
    act that a crash took away is no letter of this case.
    """
    if not isinstance(told, OF_AN_OBJECTION):
        return told if _is_new(case, told) else None
    heard = [each.act for each in case.entries if isinstance(each.act, OF_AN_OBJECTION)]
    of_this = [act for act in heard if act.objection == told.objection]
    match told:
        case ObjectionLodged():
            is_known = bool(of_this)
        case ObjectionReopened():
            is_known = told in of_this
        case ObjectionUpheld() | ObjectionClosed():
            is_known = any(_ends_it_too(act, told) for act in of_this)
    if is_known:
        return None
    if isinstance(told, ObjectionUpheld) and _is_beside(case, told.version):
        return ObjectionClosed(
            objection=told.objection,
            outcome=acts.Outcome.UPHELD,
            decide_by=told.decide_by,
            ruling=told.ruling,
            was_heard=told.was_heard,
            objector_name=told.objector_name,
            times=told.times,
            decision=told.decision,
        )
    return told


def _is_new(
    case: Case, told: LetterSent | ContestedDecisionSent | ContestedDecisionReplaced | OfAnInterest
) -> bool:
    match told:
        case LetterSent():
            entry = case.entries[told.version - 1] if told.version <= case.version else None
            is_of_it = entry is not None and counts_from_its_sending(entry.act)
            return is_of_it and objections.notified_on(case, told.version) is None
        case ContestedDecisionSent():
            return not (case.objection.decision.sent_on or case.last(ContestedDecisionSent))
        case ContestedDecisionReplaced():
            heard_of = {act.version for _, act in case.every(ContestedDecisionReplaced)}
            return told.version > case.objection.decision.version and told.version not in heard_of
        case InterestDeclared() | InterestWithdrawn():
            return interests.is_new(case, told)


def counts_from_its_sending(act: Act) -> bool:
    """Whether a case is to know when the letter of that act went out. Awb 3:40, 4:14(3), 4:15(1)."""
    return decision_in(act) is not None or isinstance(act, MOVES_BY_BEING_TOLD)


def _ends_it_too(act: Act, told: ObjectionUpheld | ObjectionClosed) -> bool:
    """Whether by that act it ended already, and no court had it dealt with since or upheld it."""
    if not isinstance(act, ObjectionUpheld | ObjectionClosed) or act.times != told.times:
        return False
    return told.ruling is None or act.ruling == told.ruling


def _is_beside(case: Case, version: int) -> bool:
    """Whether that decision is one of a matter or on a permission, and not on whether there is one. Awb 7:11(2)."""
    act = case.entries[case.first_version(version) - 1].act
    return isinstance(act, (OfMatter, *ON_A_PERMISSION))


def _decided_on(case: Case) -> date:
    found = case.last(ObjectionDecided)
    assert found is not None
    return found[0].on
