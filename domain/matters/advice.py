"""Advice of another party: what is awaited, and until when. Awb 3:5 to 3:9."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from domain.acts import (
    AdviceForgone,
    AdviceLapsed,
    AdviceReceived,
    AdviceRequested,
    ApplicationSetAside,
    PermissionGranted,
    PermissionRefused,
)
from domain.case import Case, Entry
from domain.permission import is_settled
from domain.policy import Adviser
from domain.term import Term, starting

DECISIONS = (PermissionGranted, PermissionRefused, ApplicationSetAside)


def is_awaited(case: Case, about: int) -> bool:
    """Whether it did not come yet, its term is not over, and nothing was decided without it."""
    later = case.entries[about:]
    ended = (AdviceReceived, AdviceLapsed, AdviceForgone)
    return not any(
        isinstance(entry.act, DECISIONS) or (isinstance(entry.act, ended) and entry.act.about == about)
        for entry in later
    )


def has_come(case: Case, about: int) -> bool:
    """Whether the advice that was requested by that act is there."""
    return any(act.about == about for _, act in case.every(AdviceReceived))


def weighed(case: Case) -> tuple[Adviser, ...]:
    """Whose advice came on the application: what is asked beside a permission is on something else. Awb 3:8, 3:50."""
    came = (
        adviser(case, asked)
        for entry, asked in case.every(AdviceRequested)
        if has_come(case, entry.version) and not is_settled(case.up_to(entry.version))
    )
    return tuple({each.code: each for each in came}.values())


def awaited(case: Case) -> Iterator[tuple[Entry, AdviceRequested]]:
    """What is awaited now, oldest first."""
    return ((entry, act) for entry, act in case.every(AdviceRequested) if is_awaited(case, entry.version))


def adviser(case: Case, asked: AdviceRequested) -> Adviser:
    """Who is asked, as the policy has it."""
    return next(each for each in case.policy.advisers if each.code == asked.adviser)


def term(entry: Entry, asked: AdviceRequested) -> Callable[[Case], Term]:
    """The last day for the advice: as the request says, else by policy. Awb 3:6(1)."""
    return lambda case: _term(case, entry, asked)


def latest(case: Case) -> Term | None:
    """The last day for all that is awaited now."""
    terms = [_term(case, entry, asked) for entry, asked in awaited(case)]
    return max(terms, key=lambda each: each.due_on, default=None)


def _term(case: Case, entry: Entry, asked: AdviceRequested) -> Term:
    if asked.until is not None:
        return starting(asked.until, "termijn in het verzoek", "the period in the request", "Awb 3:6(1)")
    days = adviser(case, asked).days
    return (
        starting(entry.on, "om advies gevraagd", "advice requested", "Awb 3:6(1)")
        .plus(days, f"{days} dagen voor het advies", f"{days} days for the advice", "policy")
        .on_a_working_day()
    )
