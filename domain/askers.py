"""Who asked for a decision and waits for it, with who speaks for him. Awb 1:3(3), 2:1, 4:17(1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.acts import AdjustmentRequested, Objector, Party
from domain.addressees import Addressee

if TYPE_CHECKING:
    from domain.case import Case

RESIDENT = (Addressee.RESIDENT, Addressee.COOPERATIVE)
"""With the cooperative, which speaks for him. Awb 2:1."""


def who_asked(case: Case, request: int | None) -> tuple[Addressee, ...]:
    """Who made that request or the application: the resident, or the cooperative for itself. Awb 1:3(3), 2:1."""
    asked = case.act(request, AdjustmentRequested) if request else None
    is_its_own = asked is not None and asked.on_behalf_of is Party.COOPERATIVE
    return (Addressee.COOPERATIVE,) if is_its_own else RESIDENT


def who_objects(case: Case) -> tuple[Addressee, ...]:
    """Who objects, or who speaks for him. Awb 2:1, 6:6, 6:14."""
    match case.objection.objector:
        case Objector.RESIDENT:
            return RESIDENT
        case Objector.COOPERATIVE:
            return (Addressee.COOPERATIVE,)
        case Objector.ANOTHER:
            return (Addressee.OBJECTOR,)


def who_waits(case: Case, version: int) -> tuple[Addressee, ...]:
    """Who waits for what that act decides, or for the decision whose term it moves. Awb 4:14(3), 4:17(1), 7:10(3)."""
    if case.is_objection:
        return who_objects(case)
    entry = case.entries[version - 1]
    named = getattr(entry.act, "request", None) or getattr(entry.act, "about", None)
    return who_asked(case, named or entry.about)
