"""A decision is taken in the college's name within a mandate. Awb 10:3."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts, authority
from domain.acts import Act, Party
from domain.errors import NotPermitted
from domain.mandates import Decision
from tests.domain.permitted import may
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_change,
    a_grant,
    a_refusal,
    an_ending,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider2,
    done,
)
from tests.mandates import a_mandate
from tests.objecting import a_decision
from tests.permitting import a_refused_renewal, a_renewal, a_revocation, a_suspended_permission, an_extension
from tests.superseding import a_reversal

FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)
SIX_MONTHS_ON = date(2026, 11, 30)

MANDATED: list[tuple[str, Act]] = [
    ("grant", a_grant(FROM, UNTIL)),
    ("refuse", a_refusal()),
    ("set_aside", acts.ApplicationSetAside(reasoning=WHY)),
    ("set_aside", acts.ApplicationTakenUp(reasoning=WHY)),
    ("suspend", a_suspended_permission(FROM, UNTIL)),
    ("suspend", acts.PermissionReinstated(holds_from=UNTIL, reasoning=WHY)),
    ("revoke", a_revocation(UNTIL)),
    ("renew", a_renewal(UNTIL)),
    ("renew", a_refused_renewal()),
    ("grant", an_extension(UNTIL)),
    ("objection", a_decision(acts.Outcome.UPHELD)),
    ("penalty", acts.PenaltyDetermined(about=2, cents=2300, reasoning=WHY)),
]


def test_who_says_that_a_decision_does_not_stand_may_decide_on_an_application() -> None:
    """It is said in the college's name too. Awb 10:3."""
    case = a_case((A_MONDAY, decider1, a_refusal()))
    reversal = a_reversal(2, date(2026, 4, 1))

    assert may(decider2, reversal, case)
    assert not may(decider2, reversal, case, mandates=())
    assert not may(decider2, reversal, case, mandates=[a_mandate("decider2", decisions=["objection"])])


@pytest.mark.parametrize(("decision", "act"), MANDATED)
def test_a_mandate_is_for_a_kind_of_decision(decision: str, act: Act) -> None:
    """And for no other kind."""
    others = [kind for kind in Decision if kind != decision]
    with_it = [a_mandate(decisions=[decision])]

    assert may(decider1, act, mandates=with_it)
    assert not may(decider1, act, mandates=[a_mandate(decisions=others)])
    assert not may(decider2, act, mandates=with_it)


@pytest.mark.parametrize(("decision", "act"), MANDATED)
@pytest.mark.parametrize(
    ("on", "expected"),
    [("2026-02-28", False), ("2026-03-01", True), ("2026-03-31", True), ("2026-04-01", False)],
)
def test_a_mandate_is_valid_from_its_first_through_its_last_day(
    decision: str, act: Act, on: str, expected: bool
) -> None:
    """Of the decision, not of the application."""
    limited = a_mandate(valid_from=date(2026, 3, 1), valid_until=date(2026, 3, 31))

    assert expected == may(decider1, act, mandates=[limited], on=date.fromisoformat(on))


@pytest.mark.parametrize(
    ("until", "hours", "expected"),
    [
        (SIX_MONTHS_ON, 16, True),
        (date(2026, 12, 1), 16, False),
        (SIX_MONTHS_ON, 17, False),
        (date(2026, 12, 1), 17, False),
    ],
)
def test_a_mandate_reaches_so_many_months_and_hours(until: date, hours: int, expected: bool) -> None:
    """Up to and including its limits: half a year of sixteen hours."""
    assert expected == may(decider2, a_grant(FROM, until, hours))


def test_two_narrow_mandates_are_not_one_wide_mandate() -> None:
    """One for long and one for many hours do not add up."""
    long = a_mandate(max_months=36, max_hours_a_week=8)
    full = a_mandate(max_months=3, max_hours_a_week=24)

    assert may(decider1, a_grant(FROM, UNTIL, 8), mandates=[long, full])
    assert may(decider1, a_grant(FROM, date(2026, 8, 31), 24), mandates=[long, full])
    assert not may(decider1, a_grant(FROM, UNTIL, 24), mandates=[long, full])


@pytest.mark.parametrize(
    ("cents", "expected"), [(0, True), (50_000, True), (50_001, False), (144_200, False)]
)
def test_a_mandate_reaches_up_to_an_amount(cents: int, expected: bool) -> None:
    """Of a penalty payment, and of the costs of an objection; as it reads when it is corrected. Awb 4:18, 7:15."""
    held = [a_mandate(max_cents=50_000)]
    why_none = None if cents else acts.NoPenalty.NO_INTEREST
    determined = acts.PenaltyDetermined(about=2, cents=cents, none_because=why_none, reasoning=WHY)
    costs = a_decision(acts.Outcome.UPHELD, costs=acts.CostsDecided(cents=cents, reasoning=WHY))

    assert [expected] * 2 == [may(decider1, act, mandates=held) for act in (determined, costs)]
    assert all(may(decider1, act) for act in (determined, costs))


def test_of_mandates_the_widest_in_money_counts() -> None:
    """And what grants a permission knows of no amount."""
    narrow, wide = a_mandate(max_cents=100), a_mandate(code="wide", max_cents=2_300)
    determined = acts.PenaltyDetermined(about=2, cents=2_300, reasoning=WHY)

    assert may(decider1, determined, mandates=[narrow, wide])
    assert may(decider1, a_grant(FROM, UNTIL), mandates=[narrow])
    assert may(decider1, a_decision(acts.Outcome.UPHELD), mandates=[a_mandate(max_cents=0)])


@pytest.mark.parametrize(
    ("act", "limit"),
    [
        (acts.PenaltyDetermined(about=2, cents=2_301, reasoning=WHY), "€23.00 at most"),
        (a_grant(FROM, UNTIL), "6 months and 24 hours a week at most"),
    ],
)
def test_who_is_refused_is_told_how_far_his_mandate_reaches(act: Act, limit: str) -> None:
    """That is the widest of those that he holds."""
    held = [a_mandate(max_cents=100, max_months=3), a_mandate(code="wide", max_cents=2_300, max_months=6)]

    with pytest.raises(NotPermitted, match=limit):
        authority.check(done(decider1, act, mandates=held), a_case(), None, A_MONDAY)


def test_what_a_municipality_does_of_its_own_motion_needs_a_mandate_too() -> None:
    """A caseworker reassesses, and changes only within what he was given."""
    held = a_mandate("caseworker1", decisions=["change"])

    assert may(caseworker1, a_change(20), mandates=[held])
    assert not may(caseworker1, a_change(20), mandates=[])
    assert not may(caseworker1, a_change(20), mandates=[a_mandate("caseworker2", decisions=["change"])])


def test_a_change_keeps_within_the_hours_of_the_mandate() -> None:
    """Sixteen and no more."""
    assert may(caseworker2, a_change(16))
    assert not may(caseworker2, a_change(17))


def test_who_stops_by_himself_needs_no_mandate_of_anybody() -> None:
    """Nothing is decided then."""
    assert may(caseworker1, an_ending(UNTIL), mandates=[])
    assert may(coop_a, an_ending(UNTIL, Party.COOPERATIVE), mandates=[])
