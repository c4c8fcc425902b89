"""What the figures tell of open cases, so that nobody reckons out how a few of them stand."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from api.counting import DECISIONS, Tally
from domain.figures import Span
from domain.status import Status


def cases(number: int, *, later: int = 0) -> Any:
    """So many in one phase, of which so many are decided on later."""
    none = dict.fromkeys((*DECISIONS, *(span.value for span in Span)), 0)
    return SimpleNamespace(**none | {"cases": number, "later": later})


@pytest.mark.parametrize(("taking_part", "is_told"), [(4, False), (5, True), (0, True)])
def test_how_many_wait_for_no_decision_is_not_reckoned_out_when_they_are_few(
    taking_part: int, *, is_told: bool
) -> None:
    """Of all that are open and of those that wait, both in one chart, one is left out then."""
    tally = Tally()
    tally.phases({Status.REVIEW: cases(52, later=52), Status.PARTICIPATION: cases(taking_part)})
    told = tally.told()

    assert is_told == (None not in (told["open",], told["decisions", "later"]))
