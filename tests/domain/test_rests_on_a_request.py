"""What a case rests on whose permission is over: the answers to what was asked before that. Awb 6:7, 6:8."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acceptance.correction import reversible
from domain.acts import (
    Act,
    ObjectionClosed,
    ObjectionLodged,
    ObjectionTermLapsed,
    ParticipationStopped,
    PermissionExpired,
    RequestSetAside,
    ViewInvited,
)
from domain.case import Case, Status
from domain.matters import enquiries
from domain.people import Actor
from domain.requests import rests_on
from tests.domain.test_adjustment import WAIVED, taking_part
from tests.examples import WHY, an_act, an_ending, caseworker2, clock, coop_a, decider1
from tests.permitting import a_refused_adjustment, an_adjustment_asked
from tests.superseding import a_correction, a_reversal, a_sending

ASKED_ON, DAY_AFTER, LATER = date(2027, 12, 15), date(2028, 1, 1), date(2028, 1, 10)
ASKED = (ASKED_ON, coop_a, an_adjustment_asked(20))
OVER = (DAY_AFTER, clock, PermissionExpired())
REFUSED = (LATER, caseworker2, a_refused_adjustment(3, WAIVED))
ASIDE = (LATER, decider1, RequestSetAside(about=3, reasoning=WHY))
OBJECTED = ObjectionLodged(objection="MD-DFRV-5ZBB-CE1S", version=5, received_on=LATER)
REWORDED = a_refused_adjustment(3, WAIVED).model_copy(update={"reasoning": "In other words."})

Happened = tuple[date, Actor, Act]


def over(*happened: Happened) -> Case:
    """The answer to it is act 5."""
    return taking_part(ASKED, OVER, *happened)


@pytest.mark.parametrize("answer", [REFUSED, ASIDE])
def test_a_case_rests_on_the_answer_until_nobody_can_object_in_time(answer: Happened) -> None:
    """As long as its letter lies there it is looked after."""
    case = over(answer)
    sent = case.after(an_act(case, LATER, clock, a_sending(5, LATER)))
    lapsed = sent.after(an_act(sent, LATER, clock, ObjectionTermLapsed()).model_copy(update={"about": 5}))

    assert ((5,), (5,), False) == (rests_on(case), enquiries.unsent(case), case.is_closed)
    assert ((5,), (), False) == (rests_on(sent), enquiries.unsent(sent), sent.is_closed)
    assert ((), (), True) == (rests_on(lapsed), enquiries.unsent(lapsed), lapsed.is_closed)


@pytest.mark.parametrize("answer", [REFUSED, ASIDE])
def test_until_then_the_last_day_to_object_is_among_its_dates(answer: Happened) -> None:
    """Six weeks from the letter; none as long as that lies there. Awb 6:7, 6:8."""
    case = over(answer)
    sent = case.after(an_act(case, LATER, clock, a_sending(5, LATER)))

    assert "objection" not in terms.of(case)
    assert date(2028, 2, 21) == terms.of(sent)["objection"].due_on


def test_it_rests_on_what_was_decided_before_the_last_day_until_that_is_out_and_its_term_over() -> None:
    """Awb 3:41, 6:7, 6:8: the six weeks, and one for the post, count from the letter and not from the last day."""
    long_ago, just_before = date(2027, 10, 1), date(2027, 12, 30)
    no = (ASKED_ON, caseworker2, a_refused_adjustment(3, WAIVED))
    unsent = taking_part(ASKED, no)
    told = taking_part(ASKED, no, (just_before, clock, a_sending(4, just_before)), OVER)
    told_before = taking_part(ASKED, no, (just_before, clock, a_sending(4, long_ago)), OVER)

    assert (4,) == enquiries.unsent(unsent)
    assert ((4,), False) == (rests_on(taking_part(ASKED, no, OVER)), taking_part(ASKED, no, OVER).is_closed)
    assert ((4,), False) == (rests_on(told), told.is_closed)
    assert ((), True) == (rests_on(told_before), told_before.is_closed)


def test_it_rests_on_nothing_that_is_objected_to_or_taken_back() -> None:
    """Once that objection is withdrawn or dismissed it does again, for others, and until it is sent. Awb 6:21."""
    objected = (LATER, clock, OBJECTED)
    closed = (LATER, clock, ObjectionClosed(objection=OBJECTED.objection, was_heard=False))
    sent = (LATER, clock, a_sending(5, LATER))
    much_later = (date(2028, 3, 1), *closed[1:])

    assert ((), (5,)) == (rests_on(over(REFUSED, objected)), enquiries.unsent(over(REFUSED, objected)))
    assert ((5,), (5,)) == (
        rests_on(over(REFUSED, objected, closed)),
        enquiries.unsent(over(REFUSED, objected, closed)),
    )
    assert (5,) == rests_on(over(REFUSED, objected, sent, closed))
    assert () == rests_on(over(REFUSED, objected, sent, much_later))
    assert () == rests_on(over(ASIDE, (LATER, decider1, a_reversal(5, date(2028, 2, 7)))))


def test_a_correction_is_sent_too_and_can_be_objected_to() -> None:
    corrected = (LATER, caseworker2, a_correction(5, REWORDED))

    assert (5, 6) == rests_on(over(REFUSED, corrected))


def test_that_a_request_was_set_aside_is_taken_back_while_the_permission_lasts_or_ran_out() -> None:
    """Not once somebody stopped: then nothing is asked any more."""
    stopped = ((LATER, coop_a, an_ending(LATER)), (LATER, clock, ParticipationStopped()))

    assert 4 in reversible(taking_part(ASKED, ASIDE))
    assert 5 in reversible(over(ASIDE))
    assert 4 not in reversible(taking_part(ASKED, ASIDE, *stopped))


def test_a_view_that_is_asked_once_a_request_is_taken_up_leaves_the_participation_as_it_is() -> None:
    """It is on what was proposed, and not on the application. Awb 4:5(4), 4:8."""
    taken_up = (LATER, decider1, a_reversal(4, date(2028, 2, 7)))
    asked = (LATER, decider1, ViewInvited(intention=WHY, until=date(2028, 1, 24)))

    assert Status.PARTICIPATION == taking_part(ASKED, ASIDE, taken_up, asked).status
