"""What counts beside it while the decision on a permission is taken again, and once that is refused. Awb 7:11(2)."""

from __future__ import annotations

from domain.case import Case, Entry, Status
from domain.ending import told_ending
from domain.status import decided
from domain.term import Term
from domain.terms.adjustment import adjustment
from domain.terms.participation import expiry, renewal
from domain.terms.standstill import standstill


def is_decided_again_since(case: Case, entry: Entry) -> bool:
    """Whether that act set going that the decision is taken again, and it was not yet."""
    return case.opens_anew(entry) and decided(case, after=entry.version) is None


def last_day_meanwhile(case: Case) -> Term | None:
    """The last day of a permission that is decided on again; none when no such one is in force, or who has it stops."""
    return expiry(case) if _is_in_force(case) and told_ending(case) is None else None


def meanwhile(case: Case) -> dict[str, Term]:
    """What counts beside the term of the new decision, or after a refusal, by the name of its term."""
    if case.status is Status.REFUSED and case.permission:
        return {"expiry": expiry(case)}
    if case.overturned is None:
        return {}
    found = {
        "standstill": standstill(case) if case.is_participating else None,
        "renewal": renewal(case),
        "adjustment": adjustment(case),
        "expiry": expiry(case) if _is_in_force(case) else None,
    }
    return {name: term for name, term in found.items() if term is not None}


def _is_in_force(case: Case) -> bool:
    return case.is_participating and case.overturned is not None
