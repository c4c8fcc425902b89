"""What is told before an act is sent of what it leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from api.pages.after import left_out
from domain.acts import SupplementRequested
from tests.examples import a_case, a_check, a_supplement, caseworker1, clock, coop_a

DAY = date(2026, 3, 2)
ASKED = (
    (DAY, caseworker1, a_check("plan", "mandate")),
    (DAY, clock, SupplementRequested(missing=("plan", "mandate"), until=date(2026, 3, 16))),
)


@pytest.mark.parametrize(
    ("supplements", "left"),
    [(("plan",), "mandate"), (("plan", "mandate"), None), (("other",), "plan; mandate")],
)
def test_who_sends_one_of_two_items_is_told_that_the_other_is_not_among_it(
    supplements: tuple[str, ...], left: str | None
) -> None:
    found = left_out(a_case(*ASKED, (DAY, coop_a, a_supplement(*supplements))))

    assert left == (found and found.nl)


def test_what_came_before_counts_and_of_another_act_nothing_is_said() -> None:
    first = (DAY, coop_a, a_supplement("plan"))

    assert None is left_out(a_case(*ASKED, first, (DAY, coop_a, a_supplement("mandate"))))
    assert None is left_out(a_case(*ASKED))
