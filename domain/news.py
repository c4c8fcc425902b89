"""What one case tells another, and what that one makes of it. Awb 6:19, 7:11, 8:72."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain import acts, objections
from domain.acts import (
    AppealOutcomeRecorded,
    ContestedDecisionReplaced,
    ContestedDecisionSent,
    DecisionCorrected,
    HearingDeclined,
    HearingHeld,
    LetterSent,
    News,
    ObjectionClosed,
    ObjectionDecided,
    ObjectionForwarded,
    ObjectionLodged,
    ObjectionReceived,
    ObjectionUpheld,
    ObjectionWithdrawn,
    Objector,
    Ruling,
)
from domain.case import Case, Entry
from domain.duties import ON_A_PERMISSION, decision_in
from domain.fact import OfMatter
from domain.law import objection as law
from domain.permission import ANSWERS_A_RENEWAL

REPLACES = (
    *(DecisionCorrected, acts.ApplicationSetAside, acts.PermissionGranted, acts.PermissionRefused),
    *ANSWERS_A_RENEWAL,
)
"""What takes the place of a decision before it."""

OF_AN_OBJECTION = (ObjectionLodged, ObjectionUpheld, ObjectionClosed)


def of_an_objection(
    case: Case,
    act: ObjectionReceived
    | ObjectionDecided
    | ObjectionWithdrawn
    | ObjectionForwarded
    | AppealOutcomeRecorded,
) -> ObjectionLodged | ObjectionUpheld | ObjectionClosed:
    """What the case of the contested decision hears of an act of the objection."""
    version = case.objection.decision.version
    match act:
        case ObjectionReceived():
            return ObjectionLodged(
                objection=case.number,
                version=version,
                received_on=case.received_on,
                before_sending=act.decision.sent_on is None,
            )
        case AppealOutcomeRecorded():
            decided = case.last(ObjectionDecided)
            assert decided is not None
            anew = law.decision_after_a_ruling(act.decided_on, committee=objections.has_committee(case))
            ruling = Ruling(
                ruled_on=act.decided_on,
                is_term_set=act.decide_by is not None,
                decided_by=decided[0].actor.id,
            )
            return ObjectionUpheld(
                objection=case.number,
                version=version,
                decide_by=act.decide_by or anew.due_on,
                ruling=ruling,
                was_heard=_was_heard(case),
            )
        case ObjectionWithdrawn() | ObjectionForwarded():
            return ObjectionClosed(objection=case.number)
        case ObjectionDecided(outcome=outcome) if outcome not in acts.WELL_FOUNDED:
            return ObjectionClosed(objection=case.number, outcome=outcome)
        case ObjectionDecided():
            decide_by = max(objections.objection_decision(case).due_on, _decided_on(case))
            return ObjectionUpheld(
                objection=case.number, version=version, decide_by=decide_by, was_heard=_was_heard(case)
            )


def _was_heard(case: Case) -> bool:
    """Whether it is of who asked for the permission, who was heard on it or did not want to be. Awb 7:2, 7:3."""
    is_his = case.objection.objector is not Objector.ANOTHER
    return is_his and case.last(HearingHeld, HearingDeclined) is not None


def taken_in(case: Case, told: News) -> News | None:
    """What a case makes of the news; none of what it knows already.

    News may come twice, and in another order than it was sent. An objection that is upheld about a matter beside the
    procedure is for that matter, and one about a decision on a permission annuls that one. The letter of an
    act that a crash took away is no letter of this case.
    """
    if isinstance(told, LetterSent):
        decision = case.entries[told.version - 1] if told.version <= case.version else None
        is_new = objections.notified_on(case, told.version) is None
        return told if is_new and decision and decision_in(decision.act) else None
    if isinstance(told, ContestedDecisionSent):
        is_known = case.objection.decision.sent_on or case.last(ContestedDecisionSent)
        return None if is_known else told
    if isinstance(told, ContestedDecisionReplaced):
        heard_of = {act.version for _, act in case.every(ContestedDecisionReplaced)}
        return told if told.version > case.objection.decision.as_of and told.version not in heard_of else None
    heard = [each.act for each in case.entries if isinstance(each.act, OF_AN_OBJECTION)]
    of_this = [act for act in heard if act.objection == told.objection]
    ended = [act for act in of_this if isinstance(act, ObjectionUpheld | ObjectionClosed)]
    if isinstance(told, ObjectionUpheld) and told.ruling:
        ended = [act for act in ended if act.ruling == told.ruling]
    if of_this if isinstance(told, ObjectionLodged) else ended:
        return None
    if isinstance(told, ObjectionUpheld) and _is_beside(case, told.version):
        return ObjectionClosed(
            objection=told.objection,
            outcome=acts.Outcome.UPHELD,
            decide_by=told.decide_by,
            ruling=told.ruling,
            was_heard=told.was_heard,
        )
    return told


def _is_beside(case: Case, version: int) -> bool:
    """Whether that decision is one of a matter or on a permission, and not on whether there is one. Awb 7:11(2)."""
    act = case.entries[case.first_version(version) - 1].act
    is_on_a_permission = isinstance(act, ON_A_PERMISSION) and not isinstance(act, acts.PermissionRevoked)
    return isinstance(act, OfMatter) or is_on_a_permission


def for_objections(
    case: Case, entry: Entry
) -> Iterator[tuple[str, ContestedDecisionReplaced | ContestedDecisionSent]]:
    """Each objection that runs, by its number, with what took the place of its decision, or when that was sent.

    Also what did so before the objection was known here: the objection itself says whether it knew that one.
    Awb 6:8, 6:19.
    """
    if not isinstance(entry.act, (*REPLACES, ObjectionLodged, LetterSent)):
        return
    lodged = [act for _, act in case.every(ObjectionLodged) if act.objection in case.open_objections]
    for objection in (each for each in lodged if each.before_sending):
        sent_on = objections.notified_on(case, objection.version)
        is_of_it = isinstance(entry.act, LetterSent) and entry.act.version == objection.version
        if sent_on and (is_of_it or entry.act == objection):
            yield objection.objection, ContestedDecisionSent(sent_on=sent_on)
    for each in (each for each in case.entries if isinstance(each.act, REPLACES)):
        for objection in lodged:
            is_new = entry.version == each.version or entry.act == objection
            if is_new and _replaces(case, each, objection.version):
                yield objection.objection, _replaced(case, each)


def _replaces(case: Case, later: Entry, version: int) -> bool:
    """Whether it corrects that decision; or is the one on the application or the request, taken again. Awb 7:11(2)."""
    decision = case.entries[case.first_version(version) - 1]
    if isinstance(later.act, DecisionCorrected):
        return later.act.version == decision.version
    if isinstance(later.act, ANSWERS_A_RENEWAL):
        is_on_the_same = later.about is not None and later.about == decision.about
        return later.version > version and is_on_the_same and isinstance(decision.act, ANSWERS_A_RENEWAL)
    return later.version > version and not isinstance(decision.act, OfMatter)


def _replaced(case: Case, later: Entry) -> ContestedDecisionReplaced:
    """Who corrects a decision had a part in that alone; who takes it again or prepared it, in the whole. Awb 7:5."""
    is_corrected = isinstance(later.act, DecisionCorrected)
    involved = (later.actor.id,) if is_corrected else objections.involved_in(case, later)
    return ContestedDecisionReplaced(version=later.version, decision=later.act.kind, involved=involved)


def _decided_on(case: Case) -> date:
    found = case.last(ObjectionDecided)
    assert found is not None
    return found[0].on
