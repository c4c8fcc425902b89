"""Which decisions count no more since an objection to them was upheld. Awb 7:11(2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import (
    WELL_FOUNDED,
    DecisionReversed,
    EndingWithdrawn,
    ObjectionClosed,
    ObjectionLodged,
    PermissionRevoked,
    RequestSetAside,
)
from domain.ending import stop
from domain.fact import Fact
from domain.permission import ANSWERS

if TYPE_CHECKING:
    from domain.case import Case
    from domain.entry import Entry


def annulments_in(case: Case) -> tuple[tuple[Entry, tuple[int, ...]], ...]:
    """Each upheld objection to a decision on a permission, with the decisions that it annulled, by their versions.

    These are the contested one, and what was decided on the same request or proposal since: that is of the objection
    too. Awb 6:19. What the municipality takes back itself on a permission is among these; and that somebody stopped,
    where it is known since that he had taken that back before his day.
    """
    found: list[tuple[Entry, tuple[int, ...]]] = []
    for entry in case.entries:
        match entry.act:
            case ObjectionClosed(outcome=outcome, objection=number) if outcome in WELL_FOUNDED:
                if contested := _contested_by(case, number):
                    found.append((entry, _on_the_same(case, contested, entry.version)))
            case DecisionReversed(version=version) if takes_back(case, entry.act):
                found.append((entry, (version,)))
            case EndingWithdrawn() if over := stop(case.up_to(entry.version - 1)):
                found.append((entry, (over.version,)))
            case _:
                pass
    return tuple(found)


def takes_back(case: Case, act: Fact) -> bool:
    """Whether the municipality says itself that a revocation does not stand, which then counts no more.

    Or that a request was set aside, on which is decided then.
    """
    is_of_a_revocation = isinstance(act, DecisionReversed) and case.act(act.version, PermissionRevoked)
    return bool(is_of_a_revocation or taken_up(case, act))


def taken_up(case: Case, act: Fact) -> int | None:
    """The request of which the municipality says itself that it was wrong to set it aside. Awb 4:5(4)."""
    aside = case.act(act.version, RequestSetAside) if isinstance(act, DecisionReversed) else None
    return aside and aside.about


def _contested_by(case: Case, objection: str) -> int | None:
    """The decision to which somebody objected by it, by its version as it was taken."""
    against = (act.version for _, act in case.every(ObjectionLodged) if act.objection == objection)
    return next(map(case.first_version, against), None)


def _on_the_same(case: Case, version: int, until: int) -> tuple[int, ...]:
    """That decision, and up to an act those on what it was one on. Awb 6:19, 7:11(2)."""
    matters = {case.entries[version - 1].about, version} - {None}
    later = (e for e in case.entries[version:until] if e.about in matters)
    return (version, *(entry.version for entry in later if isinstance(entry.act, ANSWERS)))
