"""Where somebody goes who disagrees with a decision: to the municipality, or to the court. Awb 7:1, 8:1."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from domain import acts
from domain.case import Case, Entry
from domain.duties import ON_THE_APPLICATION, decision_in
from domain.fact import Fact
from domain.permission import ANSWERS


class Remedy(StrEnum):
    """How one goes against a decision."""

    OBJECTION = "objection"
    APPEAL = "appeal"


def remedy(case: Case, entry: Entry) -> Remedy | None:
    """How one goes against what an act decides; none when it decides nothing, or the procedure alone. Awb 1:3, 6:3.

    What is decided on an objection is for the court, and so is the new decision that is a part of it. What is owed for
    deciding on it too late is a decision of its own. Where words alone were put right, one goes against the decision
    that they are in. Awb 7:1(1)(a), 7:11(2), 8:1, 4:18.
    """
    decision = case.entries[case.first_version(entry.version) - 1]
    if isinstance(entry.act, acts.DecisionCorrected) and entry.act.is_in_words_alone:
        return None
    if decision_in(entry.act) is None or isinstance(decision.act, acts.ApplicationTakenUp):
        return None
    is_for_the_court = isinstance(decision.act, acts.ObjectionDecided) or _is_of_an_objection(case, decision)
    return Remedy.APPEAL if is_for_the_court else Remedy.OBJECTION


def open_to_objection(case: Case) -> tuple[Entry, ...]:
    """The decisions to which one can object, oldest first: not what was annulled or taken again. Awb 7:1, 7:11(2)."""
    annulled, taken_again = case.annulled, _taken_again(case)

    def counts(entry: Entry) -> bool:
        root = case.entries[case.first_version(entry.version) - 1]
        is_replaced = isinstance(root.act, ON_THE_APPLICATION) and root.version < taken_again
        return root.version not in annulled and not is_replaced

    return tuple(e for e in case.entries if remedy(case, e) is Remedy.OBJECTION and counts(e))


def _taken_again(case: Case) -> int:
    """The last decision on the application that is a part of one on an objection; 0 when there is none."""
    on_it = (e for e in reversed(case.entries) if isinstance(e.act, ON_THE_APPLICATION))
    return next((e.version for e in on_it if _is_of_an_objection(case, e)), 0)


TAKES_ITS_PLACE: tuple[tuple[type[Fact], ...], ...] = (
    (acts.PermissionSuspended, acts.PermissionReinstated, acts.StandstillDropped),
    (acts.ConditionsChanged, acts.ParticipationContinued),
)
"""What is decided where one of these was annulled, though no request or proposal is open again by that."""

DECIDES_NOTHING = (acts.StandstillDropped, acts.ParticipationContinued)
"""What leaves the permission as the objection to it left that, which its own decision told already."""


def other_parties(case: Case, version: int) -> tuple[str, ...]:
    """The names of others whose objection was upheld and of which that decision is a part, who get it too. Awb 3:41.

    Or in whose stead it is decided: the first decision since of the same kind.
    """
    decision = case.entries[case.first_version(version) - 1]
    names = (each.objector_name for each in (*_upheld(case, decision), *_annulled_before(case, decision)))
    return tuple(dict.fromkeys(name for name in names if name))


def _annulled_before(case: Case, decision: Entry) -> Iterator[acts.ObjectionClosed]:
    """The objections to a decision whose place that one takes, though it stands on its own. Awb 7:11(2)."""
    alike = next((kinds for kinds in TAKES_ITS_PLACE if isinstance(decision.act, kinds)), ())
    if isinstance(decision.act, DECIDES_NOTHING):
        return
    before = case.up_to(decision.version - 1)
    for told, annulled in before.annulments:
        is_first = alike and before.last(*alike, after=told.version) is None
        is_alike = any(isinstance(before.entries[version - 1].act, alike) for version in annulled)
        if is_first and is_alike and isinstance(told.act, acts.ObjectionClosed):
            yield told.act


def _is_of_an_objection(case: Case, decision: Entry) -> bool:
    """Whether it takes the place of what an objection or a court annulled. Awb 7:11(2), 8:72.

    The case waited for it then: what else is decided later on a permission stands on its own.
    """
    if isinstance(decision.act, acts.PenaltyDetermined):
        before = case.up_to(decision.version - 1).every(acts.PenaltyDetermined)
        return any(act.about == decision.act.about for _, act in before)
    return any(_upheld(case, decision))


def _upheld(case: Case, decision: Entry) -> Iterator[acts.ObjectionUpheld | acts.ObjectionClosed]:
    """The objections by which the case waited for that decision; what it took back itself it decides on its own."""
    before = case.up_to(decision.version - 1)
    if isinstance(decision.act, ON_THE_APPLICATION):
        yield from (each for each in before.overturning if isinstance(each, acts.ObjectionUpheld))
    elif isinstance(decision.act, ANSWERS) and decision.about is not None:
        for told, annulled in before.annulments:
            is_on_the_same = any(decision.about in (v, before.entries[v - 1].about) for v in annulled)
            if is_on_the_same and isinstance(told.act, acts.ObjectionClosed):
                yield told.act
