"""When there is an occasion for an act that a case takes in at any moment: else its page leaves that out.

Whoever does it all the same, by its address or by the API, is told by the case itself what is lacking.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from domain import acts, terms
from domain.acceptance.period import is_extendable
from domain.adjustment import open_ones
from domain.case import Case
from domain.circumstances import A_YEAR
from domain.ending import told_ending
from domain.permission import requested_renewal
from domain.proposal import proposed_revocation, proposed_standstill
from domain.terms.awaited import waited_for


def _is_a_trial(case: Case, _: date) -> bool:
    return case.permission is not None and case.permission.form is acts.Form.TRIAL


def _has_a_term_to_move(case: Case, _: date) -> bool:
    """That of the application until it is decided on, also anew; then that of each request. Awb 4:14, 4:15."""
    return not case.is_participating or bool(case.overturned or terms.movable(case))


def _waits_for_a_decision(case: Case, on: date) -> bool:
    """Somebody waits for one on the application or on a request. Awb 4:17."""
    return not case.is_participating or bool(case.overturned or waited_for(case, on))


def _may_be_renewed(case: Case, on: date) -> bool:
    """Also some time after the last day: a request may have come before that. Awb 4:13."""
    permission = case.permission
    is_long_over = permission is None or permission.valid_until < on - A_YEAR
    return not (requested_renewal(case) or told_ending(case) or is_long_over)


OCCASIONS: dict[str, Callable[[Case, date], object]] = {
    "term_suspended": _has_a_term_to_move,
    "decision_adjourned": _has_a_term_to_move,
    "suspension_ended": terms.running,
    "period_extended": lambda case, _: is_extendable(case),
    "notice_of_default_received": _waits_for_a_decision,
    "trial_evaluated": _is_a_trial,
    "permission_extended_to_full": _is_a_trial,
    "renewal_requested": _may_be_renewed,
    "renewal_withdrawn": lambda case, _: requested_renewal(case),
    "adjustment_dropped": lambda case, _: open_ones(case),
    "ending_withdrawn": lambda case, _: told_ending(case),
    "standstill_proposed": lambda case, _: not proposed_standstill(case),
    "revocation_proposed": lambda case, _: not proposed_revocation(case),
    "permission_reinstated": lambda case, on: (
        case.permission and case.permission.suspended_until and case.permission.suspended_until >= on
    ),
}
"""For these kinds of act, whether there is one on that day; for all others there always is."""


def is_there_one(kind: str, case: Case, on: date) -> bool:
    """Whether such an act has an occasion in this case."""
    occasion = OCCASIONS.get(kind)
    return occasion is None or bool(occasion(case, on))
