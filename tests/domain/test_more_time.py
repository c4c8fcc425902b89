"""The period to send what was asked for, made longer before it was over. Awb 4:5(1), 4:15(1)(a), 6:6."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from domain import acceptance, acts, letters, objections, terms
from domain.acts import DecisionAdjourned, PeriodExtended, SupplementLapsed, SupplementRequested
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from tests.domain.objected import a_case_with
from tests.examples import (
    WHY,
    a_case,
    a_check,
    a_grant,
    a_supplement,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
    done,
    objections1,
)
from tests.objecting import a_repair_request
from tests.permitting import a_renewal_asked, an_adjustment_asked
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


def of_two_requests(*happened: Any) -> Case:
    """A renewal was asked for in the third act and something is missing of it; an adjustment was asked after that."""
    return a_case(
        (APPLIED, coop_a, an_application_received()),
        (APPLIED, decider1, a_grant(APPLIED, date(2027, 8, 31))),
        (ASKED, coop_a, a_renewal_asked(date(2028, 8, 31))),
        (ASKED, clock, SupplementRequested(missing=("mandate",), until=UNTIL)),
        (ASKED, coop_a, an_adjustment_asked(20)),
        *happened,
    )


def test_more_time_for_what_is_missing_of_a_request_moves_the_term_of_that_one_only() -> None:
    """13 days, and 14 more; the term on the other request and on the application stay. Awb 4:15(1)(a)."""
    before, more = of_two_requests(), MORE.model_copy(update={"about": 3})
    after = of_two_requests((UNTIL, caseworker1, more))
    moved = [
        (terms.decision_on(after, each).due_on - terms.decision_on(before, each).due_on).days
        for each in (3, 5, None)
    ]

    assert [14, 0, 0] == moved
    assert (UNTIL, LONGER) == (terms.supplement(before, 3).due_on, terms.supplement(after, 3).due_on)
    assert terms.set_aside(before, 3).due_on + timedelta(days=14) == terms.set_aside(after, 3).due_on


@pytest.mark.parametrize("about", [None, 5, 6])
def test_more_time_is_for_a_request_of_which_something_is_awaited(about: int | None) -> None:
    more = MORE.model_copy(update={"about": about})

    acceptance.check(done(caseworker1, MORE.model_copy(update={"about": 3})), of_two_requests(), UNTIL)
    with pytest.raises(NotAcceptable, match="have these numbers: 3"):
        acceptance.check(done(caseworker1, more), of_two_requests(), UNTIL)


def test_a_new_date_for_a_request_reckons_with_what_it_stood_still_for_by_then() -> None:
    """What is asked for after that moves the new date too; what was known does not. Awb 4:14(3), 4:15(1)(a)."""
    adjourned = (UNTIL, caseworker1, DecisionAdjourned(request=3, until=date(2026, 12, 21), reasoning=WHY))
    again = (LAPSED[0], clock, SupplementRequested(missing=("plan",), until=LONGEST))

    assert date(2026, 12, 21) == terms.decision_on(of_two_requests(adjourned), 3).due_on
    assert date(2027, 1, 2) == terms.decision_on(of_two_requests(adjourned, again), 3).due_on


def test_a_request_is_not_set_aside_before_the_longer_period_is_over() -> None:
    """What came does not suffice, but the applicant has the whole of his time. Awb 4:5(1)."""
    case = of_two_requests(
        (UNTIL, caseworker1, MORE.model_copy(update={"about": 3})),
        (UNTIL, coop_a, a_supplement()),
        (UNTIL, caseworker1, acts.SetAsideProposed(missing=("mandate",), reasoning=WHY)),
    )
    set_aside = done(decider1, acts.RequestSetAside(about=3, reasoning=WHY))

    with pytest.raises(NotNow, match="has until 2026-10-06"):
        acceptance.check(set_aside, case, LONGER)
    acceptance.check(set_aside, case, LONGER + timedelta(days=1))


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
