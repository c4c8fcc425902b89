"""A decision is taken in the college's name within a mandate. Awb 10:3."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.acts import Act
from tests.domain.permitted import may
from tests.examples import (
    WHY,
    a_case,
    a_grant,
    a_mandate,
    a_policy,
    a_refusal,
    decider1,
    decider2,
)

FROM, UNTIL = date(2026, 6, 1), date(2027, 5, 31)
SIX_MONTHS_ON = date(2026, 12, 1)

MANDATED: list[tuple[str, Act]] = [
    ("grant", a_grant(FROM, UNTIL)),
    ("refuse", a_refusal()),
    ("set_aside", acts.ApplicationSetAside(reasoning=WHY)),
    ("set_aside", acts.ApplicationTakenUp(reasoning=WHY)),
]


@pytest.mark.parametrize(("decision", "act"), MANDATED)
def test_a_mandate_is_for_a_kind_of_decision(decision: str, act: Act) -> None:
    """And for no other kind."""
    others = [kind for kind in ("grant", "refuse", "set_aside") if kind != decision]
    with_it = a_case(policy=a_policy(mandates=[a_mandate(decisions=[decision])]))
    without = a_case(policy=a_policy(mandates=[a_mandate(decisions=others)]))

    assert may(decider1, act, with_it)
    assert not may(decider1, act, without)
    assert not may(decider2, act, with_it)


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
    case = a_case(policy=a_policy(mandates=[limited]))

    assert expected == may(decider1, act, case, on=date.fromisoformat(on))


@pytest.mark.parametrize(
    ("until", "hours", "expected"),
    [
        (SIX_MONTHS_ON, 16, True),
        (date(2026, 12, 2), 16, False),
        (SIX_MONTHS_ON, 17, False),
        (date(2026, 12, 2), 17, False),
    ],
)
def test_a_mandate_reaches_so_many_months_and_hours(until: date, hours: int, expected: bool) -> None:
    """Up to and with its limits: half a year of sixteen hours."""
    assert expected == may(decider2, a_grant(FROM, until, hours))


def test_two_narrow_mandates_are_not_one_wide_mandate() -> None:
    """One for long and one for many hours do not add up."""
    long = a_mandate(max_months=36, max_hours_a_week=8)
    full = a_mandate(max_months=3, max_hours_a_week=24)
    case = a_case(policy=a_policy(mandates=[long, full]))

    assert may(decider1, a_grant(FROM, UNTIL, 8), case)
    assert may(decider1, a_grant(FROM, date(2026, 9, 1), 24), case)
    assert not may(decider1, a_grant(FROM, UNTIL, 24), case)
