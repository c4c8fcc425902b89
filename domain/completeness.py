"""Whether what was asked is complete: the application, or a request during the participation. Awb 4:5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import requests
from domain.acts import SupplementRequested
from domain.renewal import annulment
from domain.status import ABOUT_WHAT_IS_MISSING, PHASES, STATUS_AFTER, Phase, Status

if TYPE_CHECKING:
    from domain.case import Case

INCOMPLETE = frozenset({Status.COMPLETENESS_CHECK, Status.SUPPLEMENT_AWAITED, Status.SETTING_ASIDE})


def step(case: Case, request: int | None = None) -> Status | None:
    """How far it is with what is missing of that request, or of the application; none once that is over.

    What is decided on again is decided on its substance, in a term that does not stand still for it. Awb 7:11(2).
    """
    if request is None:
        return case.status if case.status in INCOMPLETE else None
    if not may_be_asked(case, request):
        return None
    newest = case.last_in(request, *ABOUT_WHAT_IS_MISSING)
    status = STATUS_AFTER[type(newest[1])] if newest else None
    return status if status in INCOMPLETE else None


def may_be_asked(case: Case, request: int) -> bool:
    """Whether something that is missing may be asked for, of a request that is open for the first time. Awb 4:5."""
    return requests.is_open(case, request) and annulment(case, request) is None


def incomplete(case: Case) -> tuple[int, ...]:
    """The requests of which something is missing, oldest first."""
    return lacking(case) if case.status in PHASES[Phase.PARTICIPATION] | {Status.EXPIRED} else ()


def lacking(case: Case) -> tuple[int, ...]:
    """The same, also while the permission is decided on again."""
    return tuple(version for version in _checked(case) if step(case, version))


def awaited(case: Case) -> tuple[int, ...]:
    """The requests of which what is missing is awaited, oldest first, also while the permission is decided on again."""
    return tuple(each for each in _checked(case) if step(case, each) is Status.SUPPLEMENT_AWAITED)


def asked_for_more(case: Case) -> tuple[int, ...]:
    """The requests of which something was asked for, as long as nobody decided on them, oldest first.

    Also those that are dealt with without it: what comes late is kept all the same. Awb 4:5(4).
    """
    asked = sorted({entry.about for entry, _ in case.every(SupplementRequested) if entry.about})
    return tuple(version for version in asked if requests.is_open(case, version))


def _checked(case: Case) -> list[int]:
    return sorted({e.about for e in case.entries if e.about and isinstance(e.act, ABOUT_WHAT_IS_MISSING)})
