"""What is missing of a request during the participation, beside what was missing of the application. Awb 4:5, 4:15."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import acceptance, acts, adjustment, completeness, terms
from domain.acts import Act
from domain.case import Case
from domain.duties import did_not_check, four_eyes
from domain.errors import NotAcceptable, NotNow, NotTheSame
from domain.exceptions import Exceptional, exceptions_in
from domain.renewal import open_renewals
from domain.status import Status
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_check,
    a_grant,
    a_proposal,
    a_supplement,
    an_application_received,
    caseworker1,
    caseworker2,
    clock,
    coop_a,
    decider1,
    done,
)
from tests.permitting import a_renewal_asked, an_adjustment_asked

ENDS, LONGER = A_MONDAY + timedelta(days=700), A_MONDAY + timedelta(days=1000)
RECEIVED = (A_MONDAY, coop_a, an_application_received())
GRANTED = (A_MONDAY, decider1, a_grant(A_MONDAY, ENDS))
ON = A_MONDAY + timedelta(days=70)
UNTIL, DAY_AFTER = ON + timedelta(days=14), ON + timedelta(days=15)
ASKED = (ON, coop_a, a_renewal_asked(LONGER))
CHECKED = (ON, caseworker1, a_check("plan"))
MISSING = (ON, clock, acts.SupplementRequested(missing=("plan",), until=UNTIL))
LAPSED = (DAY_AFTER, clock, acts.SupplementLapsed())
REQUEST = 3
SET_ASIDE = acts.RequestSetAside(about=REQUEST, reasoning=WHY)


def taking_part(*happened: tuple[date, object, Act]) -> Case:
    """Granted on a Monday; the request to renew is the third act."""
    return a_case(RECEIVED, GRANTED, ASKED, *happened)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("happened", "step"),
    [
        ((), None),
        ((CHECKED, MISSING), Status.SUPPLEMENT_AWAITED),
        ((CHECKED, MISSING, (ON, coop_a, a_supplement("plan"))), Status.COMPLETENESS_CHECK),
        ((CHECKED, MISSING, LAPSED), Status.SETTING_ASIDE),
        ((CHECKED, MISSING, LAPSED, (DAY_AFTER, clock, acts.CheckReopened())), Status.COMPLETENESS_CHECK),
        ((CHECKED, MISSING, LAPSED, (DAY_AFTER, clock, acts.SetAsideLapsed())), None),
        ((CHECKED, MISSING, LAPSED, (DAY_AFTER, decider1, acts.ApplicationTakenUp(reasoning=WHY))), None),
        ((CHECKED, MISSING, LAPSED, (DAY_AFTER, decider1, SET_ASIDE)), None),
        ((CHECKED, MISSING, (ON, coop_a, acts.RenewalWithdrawn())), None),
    ],
)
def test_how_far_it_is_with_a_request_follows_from_its_own_acts(
    happened: tuple[tuple[date, object, Act], ...], step: Status | None
) -> None:
    """And the participation goes on, whatever is missing."""
    case = taking_part(*happened)

    assert step == completeness.step(case, REQUEST)
    assert ((REQUEST,) if step else ()) == completeness.incomplete(case)
    assert completeness.step(case) is None
    assert Status.PARTICIPATION == case.status


def test_what_is_missing_of_an_application_is_its_status() -> None:
    case = a_case(RECEIVED, CHECKED, MISSING)

    assert Status.SUPPLEMENT_AWAITED == completeness.step(case) == case.status
    assert () == completeness.incomplete(case)


def test_the_term_of_a_request_stands_still_from_the_asking_until_it_came_or_the_period_passed() -> None:
    """Both days excluded; that of another request and of the application does not. Awb 4:15(1)(a)."""
    before = terms.answer_to(taking_part().entries[2])(taking_part()).due_on
    came = taking_part(CHECKED, MISSING, (ON + timedelta(days=7), coop_a, a_supplement("plan")))
    other = taking_part(CHECKED, MISSING, (ON, coop_a, an_adjustment_asked(20)))

    assert (
        timedelta(days=7) == terms.answer_to(came.entries[2])(came).due_on - before
    )  # six days, and it rolls
    assert timedelta(days=13) <= terms.answer_to(other.entries[2])(other).due_on - before
    assert before == terms.answer_to(other.entries[-1])(other).due_on
    assert terms.decision(taking_part()) == terms.decision(came)


def test_a_request_that_is_set_aside_is_open_no_more_and_the_others_are() -> None:
    both = taking_part((ON, coop_a, an_adjustment_asked(20)), (ON, coop_a, an_adjustment_asked(24)))
    second, third = (entry.version for entry in adjustment.open_ones(both))
    without = both.after(
        both.entries[-1].model_copy(
            update={"act": acts.RequestSetAside(about=second, reasoning=WHY), "version": both.version + 1}
        )
    )

    assert [third] == [entry.version for entry in adjustment.open_ones(without)]
    assert open_renewals(without)
    assert not open_renewals(taking_part((ON, decider1, SET_ASIDE)))


@pytest.mark.parametrize(
    ("happened", "act", "why"),
    [
        ((), a_check(), "Name what is missing"),
        (
            (CHECKED, MISSING, LAPSED, (DAY_AFTER, clock, acts.SetAsideLapsed())),
            a_check("plan"),
            "asked for before",
        ),
        (
            (CHECKED, MISSING, (ON, coop_a, a_supplement("plan"))),
            a_proposal("mandate"),
            "was not asked for yet",
        ),
    ],
)
def test_what_is_said_to_be_missing_of_a_request_must_fit(
    happened: tuple[tuple[date, object, Act], ...], act: Act, why: str
) -> None:
    with pytest.raises(NotAcceptable, match=why):
        acceptance.check(done(caseworker1, act), taking_part(*happened), DAY_AFTER, REQUEST)


def test_what_was_asked_for_the_application_counts_not_for_a_request() -> None:
    """Nor the other way round."""
    asked_before = (A_MONDAY, clock, acts.SupplementRequested(missing=("mandate",), until=UNTIL))
    case = a_case(
        RECEIVED, asked_before, GRANTED, ASKED, CHECKED, MISSING, (ON, coop_a, a_supplement("plan"))
    )

    with pytest.raises(NotAcceptable, match="was not asked for yet"):
        acceptance.check(done(caseworker1, a_proposal("mandate")), case, DAY_AFTER, 4)

    acceptance.check(done(caseworker1, a_proposal("plan")), case, DAY_AFTER, 4)


def test_a_request_is_not_set_aside_as_long_as_there_is_time_to_complete_it() -> None:
    """Awb 4:5(1)."""
    case = taking_part(CHECKED, MISSING)

    with pytest.raises(NotNow, match="The applicant has until"):
        acceptance.check(done(decider1, SET_ASIDE), case, UNTIL, REQUEST)

    acceptance.check(done(decider1, SET_ASIDE), case, DAY_AFTER, REQUEST)


def test_who_checked_a_request_does_not_set_it_aside_and_who_checked_the_application_may() -> None:
    """Nor did he prepare the decision on the application by that."""
    case = a_case(RECEIVED, (A_MONDAY, caseworker2, a_check()), GRANTED, ASKED, CHECKED, MISSING, LAPSED)
    set_aside = acts.RequestSetAside(about=4, reasoning=WHY)

    with pytest.raises(NotTheSame):
        did_not_check(done(caseworker1, set_aside), case)
    with pytest.raises(NotTheSame):
        four_eyes(done(caseworker2, set_aside), case)

    did_not_check(done(caseworker2, set_aside), case)
    four_eyes(done(caseworker1, set_aside), case)


@pytest.mark.parametrize(("days", "late"), [(84, True), (20, False)])
def test_a_request_that_is_set_aside_after_its_term_is_decided_on_late(days: int, late: bool) -> None:
    case = taking_part(CHECKED, MISSING, LAPSED, (ON + timedelta(days=days), decider1, SET_ASIDE))

    assert late == (Exceptional.DECIDED_LATE in exceptions_in(case, case.entries[-1]))
