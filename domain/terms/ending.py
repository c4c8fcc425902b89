"""Until when somebody takes part who said that he stops. Pw 44a."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from domain.acts import ParticipationEnded
from domain.case import Case, Entry
from domain.term import Term, starting
from domain.terms.application import view
from domain.terms.participation import expiry
from domain.untold import is_untold


def stop(told: Entry) -> Callable[[Case], Term | None]:
    """The last day that he named, and at once where that lay no longer ahead; none while no permission is in force.

    The last day of the permission where that comes first, once that was told. Awb 3:40.
    """
    act = told.act
    assert isinstance(act, ParticipationEnded)
    lies_ahead = act.ends_on > told.on
    last = act.ends_on if lies_ahead else told.on - timedelta(days=1)

    def term(case: Case) -> Term | None:
        if not case.is_participating:
            return None
        named = starting(last, "beëindigd", "ended", "Pw 44a")
        return named if is_untold(case) else min(named, expiry(case), key=lambda each: each.due_on)

    return term


def view_in_time(case: Case) -> Term:
    """The last day for a view at a reassessment: not after that of the permission, with which it is over. Awb 4:9."""
    return min(view(case), expiry(case), key=lambda term: term.due_on)
