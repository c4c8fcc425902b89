"""Until when somebody takes part who said that he stops. Pw 44a."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from domain.acts import ParticipationEnded, RenewalRefused, RequestSetAside
from domain.by_a_court import is_by_a_court
from domain.case import Case, Entry
from domain.meantime import RENEWS_A_PERMISSION, annulled_in, replaced_by
from domain.sending import notified_on
from domain.term import Term, starting
from domain.terms.application import view
from domain.terms.participation import expiry

DECIDES_AGAIN = (*RENEWS_A_PERMISSION, RenewalRefused, RequestSetAside)


def stop(told: Entry) -> Callable[[Case], Term | None]:
    """The last day that he named, and at once where that lay no longer ahead; none while no permission is in force."""
    act = told.act
    assert isinstance(act, ParticipationEnded)
    lies_ahead = act.ends_on > told.on
    last = act.ends_on if lies_ahead else told.on - timedelta(days=1)

    def term(case: Case) -> Term | None:
        if not case.is_participating:
            return None
        return min(starting(last, "beëindigd", "ended", "Pw 44a"), expiry(case), key=lambda each: each.due_on)

    return term


def awaits_sending(case: Case) -> bool:
    """Whether it is over by a decision in the place of an annulled one, which did not go out yet. Awb 3:41, 7:11(2)."""
    permission = case.permission
    return permission is not None and any(
        isinstance(e.act, RENEWS_A_PERMISSION)
        and case.as_it_reads(e, e.act).valid_until > permission.valid_until
        and (by := replaced_by(case, e)) is not None
        and _is_to_be_sent(case, by)
        for e in annulled_in(case)
    )


def _is_to_be_sent(case: Case, by: Entry) -> bool:
    is_ours = isinstance(by.act, DECIDES_AGAIN) and not is_by_a_court(case, by)
    return is_ours and notified_on(case, by.version) is None


def view_in_time(case: Case) -> Term:
    """The last day for a view at a reassessment: not after that of the permission, with which it is over. Awb 4:9."""
    return min(view(case), expiry(case), key=lambda term: term.due_on)
