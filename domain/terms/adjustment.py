"""By when somebody decides on other hours or conditions, or on whatever is asked for. Awb 4:13; policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from domain import requests
from domain.acts import AdjustmentRequested
from domain.adjustment import open_ones
from domain.case import Case, Entry
from domain.renewal import annulment
from domain.term import Term
from domain.terms.application import decision
from domain.terms.participation import answer_to, revocation_of


def adjustment(case: Case) -> Term | None:
    """The last day to decide on the oldest request or proposal to adjust; none when there is none. Awb 4:13."""
    opened = open_ones(case)
    return adjustment_of(opened[0])(case) if opened else None


def adjustment_of(opened: Entry) -> Callable[[Case], Term]:
    """The last day to decide on that request; of the municipality's own proposal it is policy. Awb 4:13."""
    return answer_to(opened) if isinstance(opened.act, AdjustmentRequested) else revocation_of(opened)


def movable(case: Case) -> tuple[Entry, ...]:
    """The requests to renew or to adjust whose term may stand still or be put off. Awb 4:14, 4:15.

    Not one that is decided on again after an objection, whose term is that of the objection.
    """
    return tuple(e for e in requests.open_ones(case) if annulment(case, e.version) is None)


def decision_on(case: Case, request: int | None) -> Term:
    """The last day to decide on that request, or on the application. Awb 4:13 to 4:15."""
    if request is None:
        return decision(case)
    return answer_to(case.entries[request - 1])(case)


def last_decision_on(case: Case, requests: Iterable[int | None]) -> Term:
    """The day by which all of these are decided on. Awb 4:13 to 4:15."""
    return max((decision_on(case, each) for each in requests), key=lambda term: term.due_on)
