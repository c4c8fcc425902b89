"""The period to send what was asked for, made longer before it was over. Awb 4:5(1), 4:15(1)(a), 6:6."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from domain import acceptance, acts, letters, objections, terms
from domain.acts import PeriodExtended, SupplementLapsed, SupplementRequested
from domain.case import Case
from domain.errors import NotNow
from tests.domain.objected import a_case_with
from tests.examples import (
    WHY,
    a_case,
    a_check,
    a_supplement,
    caseworker1,
    clock,
    coop_a,
    decider1,
    done,
    objections1,
)
from tests.objecting import a_repair_request
from tests.superseding import a_sending

APPLIED, ASKED = date(2026, 9, 1), date(2026, 9, 8)
UNTIL, LONGER, LONGEST = date(2026, 9, 22), date(2026, 10, 6), date(2026, 10, 20)
MORE, MOST = (PeriodExtended(until=day, reasoning=WHY) for day in (LONGER, LONGEST))
LAPSED = (date(2026, 10, 7), clock, SupplementLapsed())


def asked(*happened: Any) -> Case:
    """A supplement was asked for on 8 September, by the 22nd, in the third act; and then this."""
    return a_case(
        (APPLIED, coop_a, acts.NoteAdded(text="x")),
        (ASKED, clock, SupplementRequested(missing=("mandate",), until=UNTIL)),
        *happened,
    )


@pytest.mark.parametrize(
    ("happened", "due_on"),
    [
        ((), date(2026, 11, 9)),
        (((UNTIL, caseworker1, MORE),), date(2026, 11, 23)),
        (((UNTIL, caseworker1, MORE), (LONGER, caseworker1, MOST)), date(2026, 12, 7)),
        (((UNTIL, caseworker1, MORE), (date(2026, 9, 29), coop_a, a_supplement())), date(2026, 11, 16)),
        (((UNTIL, caseworker1, MORE), LAPSED), date(2026, 11, 23)),
        (((UNTIL, caseworker1, MORE), (UNTIL, clock, a_sending(4, UNTIL))), date(2026, 11, 23)),
        (((UNTIL, caseworker1, MORE), (UNTIL, clock, a_sending(4, date(2026, 9, 23)))), date(2026, 11, 9)),
    ],
)
def test_the_term_to_decide_stands_still_until_the_end_of_the_longer_period(
    happened: Any, due_on: date
) -> None:
    """27 October and the days between 8 September and its end; none more where it was told after the first one."""
    assert due_on == terms.decision(asked(*happened)).due_on


def test_the_last_day_says_how_it_came_about() -> None:
    case = asked((UNTIL, caseworker1, MORE), (LONGER, caseworker1, MOST))
    steps = terms.supplement(case).steps

    assert [UNTIL, LONGER, LONGEST] == [step.on for step in steps]
    assert ["more time was given"] * 2 == [step.reason.en for step in steps[1:]]


def test_more_time_belongs_to_the_request_before_it() -> None:
    """What is asked for later has a period of its own."""
    later = SupplementRequested(missing=("plan",), until=date(2026, 10, 30))
    case = asked(
        (UNTIL, caseworker1, MORE), (date(2026, 10, 7), caseworker1, a_check("plan")), (LONGEST, clock, later)
    )

    assert date(2026, 10, 30) == terms.supplement(case).due_on


def test_nothing_is_set_aside_while_the_longer_period_runs() -> None:
    with pytest.raises(NotNow, match="until 2026-10-06"):
        acceptance.check(
            done(decider1, acts.ApplicationSetAside(reasoning=WHY)), asked((UNTIL, caseworker1, MORE)), LONGER
        )


def test_what_came_in_the_longer_period_is_received_by_a_letter() -> None:
    case = asked((UNTIL, caseworker1, MORE), (LONGER, coop_a, a_supplement()))

    assert letters.called_for(case, case.entries[-1]) is not None


@pytest.mark.parametrize("on", [date(2026, 9, 23), date(2026, 10, 30)])
def test_after_its_last_day_a_period_is_not_made_longer(on: date) -> None:
    with pytest.raises(NotNow):
        acceptance.check(done(caseworker1, MOST), asked(), on)


def test_the_term_to_decide_on_an_objection_stands_still_as_long() -> None:
    """From 21 April to 11 May are 21 days, on top of 26 May; in the longer period it is a week more."""
    on, until = date(2026, 4, 20), date(2026, 5, 12)
    request = (on, objections1, a_repair_request(until))
    more = (until, objections1, PeriodExtended(until=date(2026, 5, 19), reasoning=WHY))
    before, after = (
        objections.objection_decision(a_case_with(*each)).due_on for each in ((request,), (request, more))
    )

    assert 7 == (after - before).days
