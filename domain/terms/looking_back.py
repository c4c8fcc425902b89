"""The acts that a term counts from."""

from __future__ import annotations

from domain.case import A, Case, Entry


def the_last(case: Case, *kinds: type[A]) -> tuple[Entry, A]:
    """The newest act of one of these kinds, which must be there."""
    found = case.last(*kinds)
    if found is None:
        raise ValueError(f"no {kinds[0].__name__} in case {case.number}")
    return found
