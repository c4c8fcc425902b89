"""For how long a term stands still by one act, on each ground. Awb 4:15(1)(b), 4:15(2)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import acceptance
from domain.acts import PeriodExtended, SupplementRequested, SuspensionGround
from domain.errors import NotAcceptable
from tests.examples import A_MONDAY, WHY, a_case, a_policy, a_suspension, caseworker1, clock, done

A_DAY = timedelta(days=1)
IN_13_WEEKS, IN_A_YEAR = A_MONDAY + timedelta(weeks=13), A_MONDAY + timedelta(days=366)
LATEST = [
    (SuspensionGround.CONSENT, IN_A_YEAR),
    (SuspensionGround.INFORMATION_FROM_ABROAD, IN_13_WEEKS),
    (SuspensionGround.DELAY_BY_APPLICANT, IN_13_WEEKS),
    (SuspensionGround.FORCE_MAJEURE, IN_13_WEEKS),
]


def test_each_ground_has_its_bound() -> None:
    assert {*SuspensionGround} == {ground for ground, _ in LATEST}


@pytest.mark.parametrize(("ground", "latest"), LATEST)
def test_a_term_stands_still_until_the_bound_of_its_ground_and_no_longer(
    ground: SuspensionGround, latest: date
) -> None:
    """By consent a year, on another ground as the policy says: then somebody looks at it again."""
    acceptance.check(done(caseworker1, a_suspension(latest, ground)), a_case(), A_MONDAY)
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(caseworker1, a_suspension(latest + A_DAY, ground)), a_case(), A_MONDAY)

    assert "until" == refusal.value.field


def test_the_policy_says_for_how_long() -> None:
    case = a_case(policy=a_policy(periods={"standstill_weeks": 2}))
    until = A_MONDAY + timedelta(weeks=2)

    acceptance.check(done(caseworker1, a_suspension(until, SuspensionGround.FORCE_MAJEURE)), case, A_MONDAY)
    with pytest.raises(NotAcceptable, match="2 weeks at most"):
        acceptance.check(
            done(caseworker1, a_suspension(until + A_DAY, SuspensionGround.FORCE_MAJEURE)), case, A_MONDAY
        )


def test_the_bound_counts_from_the_day_on_which_the_term_began_to_stand_still() -> None:
    """Also where that was registered later."""
    later = A_MONDAY + timedelta(days=7)
    suspended = a_suspension(IN_13_WEEKS + A_DAY, SuspensionGround.DELAY_BY_APPLICANT, asked_on=A_MONDAY)

    with pytest.raises(NotAcceptable):
        acceptance.check(done(caseworker1, suspended), a_case(), later)


def test_a_period_is_not_made_longer_than_that_either() -> None:
    """Since it was asked for."""
    asked = SupplementRequested(missing=("mandate",), until=A_MONDAY + timedelta(days=14))
    case = a_case((A_MONDAY, clock, asked))

    acceptance.check(
        done(caseworker1, PeriodExtended(until=IN_13_WEEKS - A_DAY * 3, reasoning=WHY)), case, A_MONDAY
    )
    with pytest.raises(NotAcceptable, match="13 weeks at most"):
        acceptance.check(
            done(caseworker1, PeriodExtended(until=IN_13_WEEKS + A_DAY, reasoning=WHY)), case, A_MONDAY
        )
