"""What a case rests on whose permission is over: the answers to what was asked before that. Awb 6:7, 6:8."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acceptance.correction import reversible
from domain.acts import (
    Act,
    ObjectionLodged,
    ObjectionTermLapsed,
    ParticipationStopped,
    PermissionExpired,
    RequestSetAside,
)
from domain.case import Case
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


def test_it_rests_on_nothing_that_was_decided_before_or_is_objected_to_or_taken_back() -> None:
    before = taking_part(ASKED, (ASKED_ON, caseworker2, a_refused_adjustment(3, WAIVED)), OVER)

    assert () == rests_on(before)
    assert () == rests_on(over(REFUSED, (LATER, clock, OBJECTED)))
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
