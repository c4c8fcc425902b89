"""The court to which somebody went since no decision came in time: whether it ruled, and by when. Awb 6:12, 8:55d."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from domain.acts import (
    Act,
    LateDecisionAppealed,
    LateDecisionAppealWeighed,
    LateDecisionRuled,
    ObjectionTakenUp,
)
from domain.term import Term

if TYPE_CHECKING:
    from domain.case import Case


def at_court(acts: Iterable[Act]) -> tuple[int, ...]:
    """The appeals on which the court did not rule yet, by their versions; of all acts of a case."""
    found: dict[int, None] = {}
    for version, act in enumerate(acts, start=1):
        match act:
            case LateDecisionAppealed():
                found[version] = None
            case LateDecisionRuled(about=about):
                found.pop(about, None)
            case _:
                pass
    return tuple(found)


def ordered(case: Case, request: int | None, since: int) -> tuple[int, LateDecisionRuled] | None:
    """The newest ruling that says by when to decide on that request, or else on the case itself, with its version.

    `since` is the act since which that decision is awaited: what was to be decided before is another matter.
    """
    about = {act.about: act.request for _, act in case.every(LateDecisionAppealWeighed)}
    if not about:
        return None
    found = [
        (entry.version, act)
        for entry, act in case.every(LateDecisionRuled)
        if act.decide_by and entry.version > since and about.get(act.about) == request
    ]
    return found[-1] if found else None


def awaited_since(case: Case) -> int:
    """The act since which the case itself awaits a decision anew; 0 when it is the first."""
    anew = (e for e in reversed(case.entries) if case.opens_anew(e) or isinstance(e.act, ObjectionTakenUp))
    return next((entry.version for entry in anew), 0)


def by_the_court(term: Term, ruled: tuple[int, LateDecisionRuled] | None) -> Term:
    """The term, which is the court's since it ruled so. Awb 8:55d(1)."""
    if ruled is None or (decide_by := ruled[1].decide_by) is None:
        return term
    return term.moved_to(
        decide_by, "te laat: de termijn van de rechter", "late: the court's term", "Awb 8:55d(1)"
    )
