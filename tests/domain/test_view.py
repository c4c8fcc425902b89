"""A view is heard on what is intended, before it is decided. Awb 4:7, 4:8."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance
from domain.acts import ConditionsChanged, ViewInvited, ViewReceived
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from tests.examples import (
    WHY,
    a_case,
    a_change,
    a_grant,
    a_refusal,
    a_review,
    an_act,
    caseworker1,
    coop_a,
    decider1,
    done,
)

TODAY = date(2026, 3, 2)
HEARD = ((TODAY, decider1, ViewInvited(intention=WHY)), (TODAY, coop_a, ViewReceived(view=WHY)))


def a_participation() -> Case:
    """Granted for a year of sixteen hours a week."""
    return a_case((TODAY, decider1, a_grant(date(2026, 6, 1), date(2027, 5, 31))))


@pytest.mark.parametrize("less", [a_change(15), a_change(16, "By day")])
def test_a_reassessment_takes_nothing_away_unheard(less: ConditionsChanged) -> None:
    """Fewer hours, or more to keep to. Awb 4:8."""
    heard = a_participation()
    for _, actor, act in HEARD:
        heard = heard.after(an_act(heard, TODAY, actor, act))

    acceptance.check(done(caseworker1, less), heard, TODAY)
    with pytest.raises(NotNow, match="takes something away"):
        acceptance.check(done(caseworker1, less), a_participation(), TODAY)


def test_a_view_counts_for_the_review_after_which_it_was_asked() -> None:
    """Once the application was reviewed again, it may rest on other facts."""
    again = a_case((TODAY, caseworker1, a_review()), *HEARD, (TODAY, caseworker1, a_review()))

    with pytest.raises(NotAcceptable, match="view first"):
        acceptance.check(done(decider1, a_refusal(view_waived=None)), again, TODAY)
