"""A decision is adjourned once, and for no longer than the policy says. Awb 4:14(3)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance
from domain.acts import DecisionAdjourned
from domain.errors import NotAcceptable, NotNow
from tests.examples import A_MONDAY as TODAY, WHY, a_case, a_policy, a_suspension, caseworker1, done


def test_a_decision_is_put_off_once() -> None:
    """After that only the applicant can give more time. Awb 4:14(3), 4:15(2)(a)."""
    adjourned = DecisionAdjourned(until=date(2026, 5, 12), reasoning=WHY)
    again = done(caseworker1, adjourned.model_copy(update={"until": date(2026, 5, 26)}))
    case = a_case((TODAY, caseworker1, adjourned))

    with pytest.raises(NotNow, match="written consent"):
        acceptance.check(again, case, TODAY)
    acceptance.check(done(caseworker1, a_suspension(date(2026, 3, 20))), case, TODAY)


def test_the_policy_says_how_long_a_decision_is_put_off_at_most() -> None:
    """So many weeks after the last day that it had."""
    case = a_case(policy=a_policy(periods={"adjournment_weeks": 2}))

    acceptance.check(
        done(caseworker1, DecisionAdjourned(until=date(2026, 5, 11), reasoning=WHY)), case, TODAY
    )
    with pytest.raises(NotAcceptable, match="at most 2 weeks, so to 2026-05-12"):
        acceptance.check(
            done(caseworker1, DecisionAdjourned(until=date(2026, 5, 13), reasoning=WHY)), case, TODAY
        )
