"""What one case tells another of what happens in it: of a decision to the objections to it, and back. Awb 6:8, 6:19."""

from __future__ import annotations

from collections.abc import Iterator

from domain import acts, interests, objections
from domain.acts import (
    ContestedDecisionReplaced,
    ContestedDecisionSent,
    DecisionCorrected,
    LetterSent,
    ObjectionLodged,
    ObjectionReopened,
    OfAnInterest,
)
from domain.case import Case, Entry
from domain.fact import OfMatter
from domain.people import Role
from domain.permission import ANSWERS
from domain.sending import sent_to
from domain.terms import penalty

REPLACES = (
    *(DecisionCorrected, acts.DecisionReversed),
    *(acts.ApplicationSetAside, acts.PermissionGranted, acts.PermissionRefused),
    *(acts.PenaltyDetermined, *ANSWERS),
)
"""What takes the place of a decision before it, or says that one will."""


def for_objections(
    case: Case, entry: Entry
) -> Iterator[tuple[str, ContestedDecisionReplaced | ContestedDecisionSent | OfAnInterest]]:
    """Each objection that runs, by its number, with what took the place of its decision, or when that was sent.

    Also what did so before the objection was known here. A personal interest is told to those that are decided on too.
    Awb 2:4(2), 6:8, 6:19.
    """
    if isinstance(entry.act, OfAnInterest | ObjectionLodged):
        yield from _of_interests(case, entry)
    if not isinstance(entry.act, (*REPLACES, ObjectionLodged, ObjectionReopened, LetterSent)):
        return

    def begins(objection: ObjectionLodged) -> bool:
        is_again = isinstance(entry.act, ObjectionReopened) and entry.act.objection == objection.objection
        return is_again or entry.act == objection

    lodged = [act for _, act in case.every(ObjectionLodged) if act.objection in case.open_objections]
    for objection in (each for each in lodged if each.before_sending):
        sent_on = sent_to(case, objection.version, objection.objector)
        is_of_it = isinstance(entry.act, LetterSent) and entry.act.version == objection.version
        if sent_on and (is_of_it or begins(objection)):
            yield objection.objection, ContestedDecisionSent(sent_on=sent_on)
    for each in (each for each in case.entries if isinstance(each.act, REPLACES)):
        for objection in lodged:
            is_new = entry.version == each.version or begins(objection)
            if is_new and _replaces(case, each, objection.version):
                yield objection.objection, _replaced(case, each)


def _of_interests(case: Case, entry: Entry) -> Iterator[tuple[str, OfAnInterest]]:
    """What was declared or withdrawn now, for each objection; or what stands, for the one that was lodged now."""
    if isinstance(entry.act, ObjectionLodged):
        for declared, _ in interests.standing(case).values():
            yield entry.act.objection, interests.told(case, declared)
        return
    for _, lodged in case.every(ObjectionLodged):
        yield lodged.objection, interests.told(case, entry)


def for_the_contested_case(case: Case, entry: Entry) -> OfAnInterest | None:
    """What an objection tells the case of the decision of a personal interest, unless that case told it. Awb 2:4(2)."""
    if not case.is_objection or not isinstance(entry.act, OfAnInterest):
        return None
    came_from_there = Role.CLOCK in entry.actor.roles and case.last(ObjectionLodged) is None
    return None if came_from_there else interests.told(case, entry)


def _replaces(case: Case, later: Entry, version: int) -> bool:
    """Whether it corrects that decision, or is the one on the application or on what was asked, anew. Awb 7:11(2).

    Also where it corrects what took the place of that decision, or says that this does not stand.
    """
    decision = case.entries[case.first_version(version) - 1]
    if isinstance(later.act, DecisionCorrected | acts.DecisionReversed):
        changed = case.entries[later.act.version - 1]
        return changed == decision or (
            isinstance(changed.act, REPLACES) and _replaces(case, changed, version)
        )
    if isinstance(later.act, acts.PenaltyDetermined):
        before = penalty.whose_place_it_takes(case, later)
        return before is not None and (before[0] == decision or _replaces(case, before[0], version))
    if isinstance(later.act, ANSWERS):
        is_on_the_same = later.about is not None and later.about == decision.about
        return later.version > version and is_on_the_same and isinstance(decision.act, ANSWERS)
    return later.version > version and not isinstance(decision.act, OfMatter)


def _replaced(case: Case, later: Entry) -> ContestedDecisionReplaced:
    """Who corrects or reverses a decision had a part in that alone; who takes it again, or prepared it, in the whole.

    Awb 7:5.
    """
    is_alone = isinstance(later.act, DecisionCorrected | acts.DecisionReversed)
    return ContestedDecisionReplaced(
        version=later.version,
        decision=later.act.kind,
        decided_on=later.on,
        involved=(later.actor.id,) if is_alone else objections.involved_in(case, later),
    )
