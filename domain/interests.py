"""A personal interest of somebody who works for the municipality: he has no part in that case. Awb 2:4(2).

It is one in the decision, so the case of the decision and the objections to it tell each other. Each declaration is
known by where it was made: told twice or late, or first of the withdrawal, they come to the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import InterestDeclared, InterestWithdrawn, OfAnInterest
from domain.errors import NotPermitted, NotTheSame
from domain.people import Role

if TYPE_CHECKING:
    from domain.case import Case
    from domain.entry import Entry, Performed


def told(case: Case, entry: Entry) -> OfAnInterest:
    """What was declared, with whose interest it is and which declaration: as another case is told."""
    act = entry.act
    assert isinstance(act, OfAnInterest)
    if isinstance(act, InterestWithdrawn):
        return act
    person, name = _whose(entry, act)
    said = {"person": person, "person_name": name, "declaration": _known_as(case, entry, act)}
    return act.model_copy(update=said)


def _whose(entry: Entry, act: InterestDeclared) -> tuple[str, str]:
    return act.person or entry.actor.id, act.person_name or entry.actor.name


def _known_as(case: Case, entry: Entry, act: InterestDeclared) -> str:
    return act.declaration or f"{case.number}.{entry.version}"


def standing(case: Case) -> dict[str, tuple[Entry, InterestDeclared]]:
    """The declarations that were not withdrawn, by what they are known as in every case."""
    gone = _withdrawn(case)
    known = {_known_as(case, *each): each for each in case.every(InterestDeclared)}
    return {declaration: each for declaration, each in known.items() if declaration not in gone}


def _withdrawn(case: Case) -> frozenset[str]:
    return frozenset(act.declaration for _, act in case.every(InterestWithdrawn))


def is_new(case: Case, act: OfAnInterest) -> bool:
    """Whether the case knew nothing of that declaration or withdrawal."""
    is_declared = isinstance(act, InterestDeclared) and act.declaration in standing(case)
    return not is_declared and act.declaration not in _withdrawn(case)


def interested(case: Case) -> frozenset[str]:
    """Those of whom a personal interest in the case is known."""
    return frozenset(_whose(*each)[0] for each in standing(case).values())


def has_none(done: Performed, case: Case) -> None:
    """Whoever has a personal interest does nothing in the case, whatever his roles. Awb 2:4(2)."""
    if done.actor.id in interested(case):
        raise NotTheSame("You have a personal interest in this case, so somebody else deals with it")


def declares_his_own(done: Performed, _: Case) -> None:
    """Somebody declares it himself, or a coordinator for him. Awb 2:4."""
    person = done.act.person if isinstance(done.act, InterestDeclared) else None
    if person not in (None, done.actor.id) and Role.COORDINATOR not in done.actor.roles:
        raise NotPermitted("Only a coordinator declares this for somebody else")
