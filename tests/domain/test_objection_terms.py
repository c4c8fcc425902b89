"""The dates of an objection when something is to be mended. Awb 6:6, 7:10(2)."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain import acts, objections
from tests.domain.objected import TODAY, TOMORROW, a_case_with
from tests.examples import WHY, clock, coop_a, objections1
from tests.objecting import a_repair_request


def test_what_is_to_be_mended_after_the_term_brings_no_term_back() -> None:
    """Six weeks after 13 April it is over, whatever is asked on 10 June. Awb 7:10(2)."""
    asked = (date(2026, 6, 10), objections1, a_repair_request(date(2026, 7, 1)))

    assert date(2026, 5, 26) == objections.objection_decision(a_case_with(asked)).due_on


def test_what_nobody_asked_for_leaves_the_day_to_examine_as_it_is() -> None:
    """And each day says from when it counts."""
    mended = (TOMORROW, coop_a, acts.RepairReceived(text=WHY))
    asked = (TODAY, objections1, a_repair_request(date(2026, 3, 24)))
    lapsed = (date(2026, 3, 25), clock, acts.RepairLapsed())

    def since(*happened: Any) -> tuple[date, str]:
        step = objections.examination(a_case_with(*happened)).steps[0]
        return step.on, step.reason.en

    assert (TODAY, "objection came in") == since() == since(mended) == since(asked)
    assert (TOMORROW, "the repair came in") == since(asked, mended)
    assert (date(2026, 3, 25), "the period to mend it is over") == since(asked, lapsed)
