"""Who gets letters electronically: only who agreed to it, by what the case has of that. Awb 2.3.

Electronically is in the case, where the cooperative reads it: for itself, and for the resident for whom it speaks.
"""

from __future__ import annotations

from domain.acts import Addressee, ConsentChanged
from domain.case import Case


def consent(case: Case, addressee: Addressee) -> str | None:
    """On what it rests that somebody gets letters electronically: case and act; none when they go by post."""
    changed = [(entry, act) for entry, act in case.every(ConsentChanged) if act.addressee is addressee]
    if changed:
        entry, act = changed[-1]
        return f"{case.number}.{entry.version}" if act.electronic else None
    if case.is_objection:
        decision = case.objection.decision
        return decision.case if addressee in decision.electronic else None
    return f"{case.number}.1" if addressee in case.application.electronic else None


def agreed(case: Case) -> tuple[Addressee, ...]:
    """Everybody who agreed."""
    return tuple(addressee for addressee in Addressee if consent(case, addressee))
