"""What was asked to adjust and not decided on when the permission came to its last day. Awb 3:40, 4:13."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, adjustment, authority, standing, terms
from domain.acts import Act, AdjustmentDropped, NoticeOfDefaultReceived, PermissionExpired
from domain.case import Case, Status
from domain.errors import CaseError, NotAcceptable, NotNow, NotPermitted
from domain.matters import default
from domain.people import Actor
from tests.domain.test_adjustment import HEARD, WAIVED, taking_part
from tests.examples import an_act, caseworker1, caseworker2, clock, coop_a, decider1, done
from tests.permitting import (
    a_refused_adjustment,
    a_renewal,
    a_renewal_asked,
    an_adjustment,
    an_adjustment_asked,
    an_adjustment_proposed,
)

ASKED_ON, DAY_AFTER, LONGER = date(2027, 12, 15), date(2028, 1, 1), date(2028, 3, 31)
ASKED = (ASKED_ON, coop_a, an_adjustment_asked(20))
OVER = (DAY_AFTER, clock, PermissionExpired())
RENEWAL_ASKED = (ASKED_ON, coop_a, a_renewal_asked(LONGER))
RENEWED = (date(2028, 2, 1), decider1, a_renewal(LONGER))
DUE = date(2028, 2, 9)

Happened = tuple[date, Actor, Act]


def over(*happened: Happened) -> Case:
    """A permission that came to its last day with that request open."""
    return taking_part(ASKED, OVER, *happened)


def test_who_asked_in_time_still_gets_his_answer() -> None:
    """In the term of the law; what the municipality proposed itself is over."""
    case = taking_part(ASKED, (ASKED_ON, caseworker2, an_adjustment_proposed(12)), OVER)

    assert [3] == [entry.version for entry in adjustment.open_ones(case)]
    assert (Status.EXPIRED, False) == (case.status, case.is_closed)
    assert DUE == terms.of(case)["adjustment"].due_on
    assert standing.ADJUSTMENT_AWAITED == standing.standing(case, DAY_AFTER).now


@pytest.mark.parametrize("came", [date(2027, 12, 31), ASKED_ON])
def test_what_came_by_the_last_day_is_registered_after_it(came: date) -> None:
    """By the municipality, and decided on in the term of the law, which runs from the day on which it came."""
    asked = an_adjustment_asked(20, received_on=came)
    acceptance.check(done(caseworker1, asked), taking_part(OVER), DAY_AFTER)
    case = taking_part(OVER, (DAY_AFTER, caseworker1, asked))

    assert [4] == [entry.version for entry in adjustment.open_requests(case)]
    assert (Status.EXPIRED, False) == (case.status, case.is_closed)
    assert came == terms.received_on(case, 4)


@pytest.mark.parametrize("came", [None, DAY_AFTER])
def test_what_came_after_the_last_day_is_refused(came: date | None) -> None:
    with pytest.raises(NotNow, match="had to come by then"):
        acceptance.check(
            done(caseworker1, an_adjustment_asked(20, received_on=came)), taking_part(OVER), DAY_AFTER
        )


def test_only_the_municipality_says_that_it_came_by_the_last_day() -> None:
    asked = done(coop_a, an_adjustment_asked(20))

    with pytest.raises(NotPermitted, match="only the municipality"):
        authority.check(asked, taking_part(OVER), None, DAY_AFTER)
    authority.check(asked, taking_part(), None, ASKED_ON)


@pytest.mark.parametrize(
    "answer",
    [
        (DUE, caseworker2, a_refused_adjustment(3, WAIVED)),
        (DUE, coop_a, AdjustmentDropped(about=3)),
    ],
)
def test_it_ends_by_a_refusal_or_by_his_own_word(answer: Happened) -> None:
    _, actor, act = answer
    acceptance.check(done(actor, act), over(), DUE)

    assert not adjustment.open_ones(over(answer))


def test_a_refusal_is_told_of_first_as_before() -> None:
    with pytest.raises(CaseError, match="view first"):
        acceptance.check(done(caseworker2, a_refused_adjustment(3)), over(), DUE)

    view = [(DUE, actor, act) for _, actor, act in HEARD]
    acceptance.check(done(caseworker2, a_refused_adjustment(3)), over(*view), DUE)


def test_nothing_is_granted_of_a_permission_that_is_over() -> None:
    """Unless it was renewed first."""
    with pytest.raises(NotAcceptable, match="nothing of it can be adjusted any more") as refusal:
        acceptance.check(done(caseworker2, an_adjustment(3, 20)), over(), DUE)

    assert "about" == refusal.value.field

    renewed = taking_part(ASKED, RENEWAL_ASKED, OVER)
    renewed = renewed.after(an_act(renewed, *RENEWED).model_copy(update={"about": 4}))
    acceptance.check(done(caseworker2, an_adjustment(3, 20)), renewed, DUE)


def test_a_notice_of_default_counts_on_across_the_last_day() -> None:
    """What is owed stops at the decision, and not at the end of the permission. Awb 4:17(1)."""
    asked = (date(2027, 10, 1), coop_a, an_adjustment_asked(20))
    notice = (date(2027, 12, 13), coop_a, NoticeOfDefaultReceived())
    case = taking_part(asked, notice)
    case = case.after(an_act(case, date(2027, 12, 13), clock, default.weigh(case, 4)))
    case = case.after(an_act(case, *OVER))

    assert 5 * 2_300 == default.reckoning(case, 4).owed_cents(date(2028, 1, 1))
    assert 10 * 2_300 == default.reckoning(case, 4).owed_cents(date(2028, 1, 6))
