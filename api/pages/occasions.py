"""When there is an occasion for an act that a case takes in: else its page, and that of a task, leave that out.

Whoever does it all the same, by its address or by the API, is told by the case itself what is lacking.
"""

from __future__ import annotations

from collections.abc import Callable

from domain import acts, interests, terms
from domain.acceptance.correction import reversible
from domain.acceptance.period import is_extendable
from domain.adjustment import open_ones
from domain.circumstances import A_YEAR, Circumstances
from domain.ending import told_ending
from domain.matters import advice
from domain.people import REGISTRARS
from domain.proposal import proposed_revocation, proposed_standstill
from domain.renewal import open_renewals
from domain.terms.awaited import waited_for


def _is_a_trial(now: Circumstances) -> bool:
    permission = now.case.permission
    return permission is not None and permission.form is acts.Form.TRIAL


def _is_suspended(now: Circumstances) -> bool:
    permission = now.case.permission
    return bool(permission and permission.suspended_until and permission.suspended_until >= now.on)


def _has_a_term_to_move(now: Circumstances) -> bool:
    """That of the application until it is decided on, also anew; then that of each request. Awb 4:14, 4:15."""
    return not now.case.is_participating or bool(now.case.overturned or terms.movable(now.case))


def _waits_for_a_decision(now: Circumstances) -> bool:
    """Somebody waits for one on the application or on a request, or did, as staff may register later. Awb 4:17."""
    if now.case.is_closed:
        return bool(now.actor.roles & REGISTRARS)
    return not now.case.is_participating or bool(now.case.overturned or waited_for(now.case, now.on))


def _may_be_asked(now: Circumstances) -> bool:
    """Also some time after the last day: a request may have come before that. Awb 4:13."""
    permission = now.case.permission
    return permission is not None and permission.valid_until >= now.on - A_YEAR


def _may_be_renewed(now: Circumstances) -> bool:
    return _may_be_asked(now) and not (open_renewals(now.case) or told_ending(now.case))


def _may_be_taken_again(now: Circumstances) -> bool:
    """Whoever took the decision leaves that to another."""
    return any(now.actor.id not in now.case.deciders(version) for version in reversible(now.case))


def _is_advice_awaited(now: Circumstances) -> bool:
    """Also when it comes late."""
    return any(not advice.has_come(now.case, e.version) for e, _ in now.case.every(acts.AdviceRequested))


def _had_permission(now: Circumstances) -> bool:
    return now.case.permission is not None


OCCASIONS: dict[str, Callable[[Circumstances], object]] = {
    "term_suspended": _has_a_term_to_move,
    "decision_adjourned": _has_a_term_to_move,
    "decision_reversed": _may_be_taken_again,
    "suspension_ended": lambda now: terms.running(now.case, now.on),
    "period_extended": lambda now: is_extendable(now.case),
    "advice_received": _is_advice_awaited,
    "notice_of_default_received": _waits_for_a_decision,
    "trial_evaluated": _is_a_trial,
    "permission_extended_to_full": _is_a_trial,
    "renewal_requested": _may_be_renewed,
    "renewal_withdrawn": lambda now: open_renewals(now.case),
    "adjustment_requested": _may_be_asked,
    "adjustment_dropped": lambda now: open_ones(now.case),
    "conditions_adjusted": lambda now: now.case.is_participating,
    "ending_withdrawn": lambda now: told_ending(now.case),
    "standstill_proposed": lambda now: not proposed_standstill(now.case),
    "revocation_proposed": lambda now: not proposed_revocation(now.case),
    "permission_revoked": lambda now: proposed_revocation(now.case),
    "permission_reinstated": _is_suspended,
    **dict.fromkeys(
        ("progress_reported", "resident_reacted", "change_reported", "incident_reported"), _had_permission
    ),
    "interest_withdrawn": lambda now: interests.standing(now.case),
}
"""For these kinds of act, whether there is one for that person on that day; for all others there always is."""


def is_there_one(kind: str, now: Circumstances) -> bool:
    """Whether such an act has an occasion in this case."""
    occasion = OCCASIONS.get(kind)
    return occasion is None or bool(occasion(now))
