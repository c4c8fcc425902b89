"""The first day that the form of a permission offers. Awb 3:40."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acts
from domain.case import Case
from tests.examples import A_MONDAY, a_case, a_refusal, an_application_received, coop_a, decider1, decider2
from tests.pages.forms.cases import a_form
from tests.superseding import a_reversal

APPLIED = (A_MONDAY, coop_a, an_application_received())
STARTS = an_application_received().application.starts_on
LATER = date(2026, 7, 1)
REVERSED = ((LATER, decider1, a_refusal()), (LATER, decider2, a_reversal(2, date(2026, 7, 8))))


@pytest.mark.parametrize(
    ("case", "on", "first"),
    [
        (a_case(APPLIED), A_MONDAY, STARTS),
        (a_case(APPLIED), LATER, LATER),
        (a_case(APPLIED, *REVERSED), LATER, STARTS),
    ],
    ids=["in time", "too late for it", "decided again"],
)
def test_the_first_day_that_is_offered_is_the_one_asked_for_when_it_can_be(
    case: Case, on: date, first: date
) -> None:
    """Else today, since nobody takes part before the decision."""
    assert (first.isoformat(),) == a_form(acts.PermissionGranted, case, decider1, on).supplied.filled[
        "valid_from"
    ]
