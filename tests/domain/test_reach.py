"""That a mandate does not reach is known before anything is filled in, as far as the case tells what is decided."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain import acts, reach
from domain.duties import DECISIONS
from domain.fact import Fact
from domain.mandates import Mandate
from tests.domain.late import DAY_AFTER, a_late_case
from tests.examples import A_MONDAY, a_case
from tests.mandates import a_mandate

APPLIED = a_case()
LATE = a_late_case()
TWENTY_DAYS_ON = DAY_AFTER + timedelta(34)
"""Two weeks after the notice it began to cost money."""


def told(kind: type[Fact], *mandates: Mandate, on: date = A_MONDAY) -> str | None:
    case = LATE if kind is acts.PenaltyDetermined else APPLIED
    found = reach.falls_short(kind, case, None, mandates, on)
    return str(found) if found else None


@pytest.mark.parametrize("kind", DECISIONS)
def test_who_holds_no_mandate_for_a_decision_is_told_so(kind: type[Fact]) -> None:
    another = next(each for each in ("set_aside", "objection") if each != DECISIONS[kind])

    assert "You hold no mandate for this decision today" == told(kind)
    assert "You hold no mandate for this decision today" == told(kind, a_mandate(decisions=[another]))
    assert "You hold no mandate for this decision today" == told(
        kind, a_mandate(decisions=[DECISIONS[kind]], valid_until=A_MONDAY - timedelta(1))
    )


def test_who_decides_nothing_needs_no_mandate() -> None:
    assert (None, None) == (told(acts.NoteAdded), told(acts.ApplicationReviewed))


@pytest.mark.parametrize(
    ("max_cents", "sentence"),
    [
        (None, None),
        (1000_00, None),
        (100_00, "Your mandate reaches up to €100.00, and €532.00 is owed here today"),
    ],
)
def test_an_amount_above_the_mandate_is_told_with_how_far_it_reaches(
    max_cents: int | None, sentence: str | None
) -> None:
    """Fourteen days of € 23 and six of € 35. Awb 4:17(2)."""
    assert sentence == told(acts.PenaltyDetermined, a_mandate(max_cents=max_cents), on=TWENTY_DAYS_ON)


@pytest.mark.parametrize(
    ("changed", "falls_short"),
    [({}, False), ({"max_months": 11}, True), ({"max_hours_a_week": 15}, True), ({"max_months": 12}, False)],
)
def test_a_permission_beyond_the_mandate_is_told_when_as_much_is_asked(
    changed: dict[str, Any], falls_short: bool
) -> None:
    """A year of 16 hours a week."""
    found = told(acts.PermissionGranted, a_mandate(**changed))

    assert falls_short == bool(found)
    assert found is None or "and more is asked for here" in found
