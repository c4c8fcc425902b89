"""Notices of default about a request to renew, and about what nobody asked for. Awb 4:17(1)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, acts
from domain.acts import NoticeEffect
from domain.case import Case
from domain.errors import NotNow
from domain.matters import default
from domain.people import Actor
from domain.permission import requested_renewal
from domain.terms import penalty
from tests.examples import (
    a_case,
    a_grant,
    a_refusal,
    an_act,
    an_application_received,
    clock,
    coop_a,
    decider1,
    decider2,
    done,
)
from tests.permitting import a_renewal, a_renewal_asked
from tests.superseding import a_reversal, a_sending

BEGAN, ENDS, LONGER = date(2026, 1, 5), date(2027, 6, 30), date(2027, 12, 31)
ASKED, DUE, DAY_AFTER = date(2026, 3, 2), date(2026, 4, 28), date(2026, 4, 29)
NOTICE = acts.NoticeOfDefaultReceived()


def taking_part(*happened: tuple[date, Actor, acts.Act]) -> Case:
    """Granted in January, and a renewal asked for in March, on which there is to be a decision by 28 April."""
    return a_case(
        (BEGAN, coop_a, an_application_received()),
        (BEGAN, decider1, a_grant(BEGAN, ENDS)),
        (ASKED, coop_a, a_renewal_asked(LONGER)),
        *happened,
    )


@pytest.mark.parametrize(("on", "effect"), [(DUE, NoticeEffect.PREMATURE), (DAY_AFTER, NoticeEffect.COUNTS)])
def test_a_late_decision_on_a_renewal_costs_money_too(on: date, effect: NoticeEffect) -> None:
    """It is a decision on an application as well. Awb 4:13, 4:17."""
    weighed = default.weigh(taking_part((on, coop_a, NOTICE)), 4)

    assert (effect, DUE) == (weighed.effect, weighed.decision_due_on)


def test_what_is_owed_for_a_renewal_stops_when_it_is_decided_on() -> None:
    """And not with the decision on the application, long before."""
    late = taking_part((DAY_AFTER, coop_a, NOTICE), (date(2026, 5, 20), decider1, a_renewal(LONGER)))
    told = late.after(an_act(late, date(2026, 5, 20), clock, a_sending(5, date(2026, 5, 20))))
    told = told.after(an_act(told, date(2026, 5, 20), clock, a_sending(2, BEGAN)))

    assert penalty.decided_on(late, 4) is None
    assert date(2026, 5, 20) == penalty.decided_on(told, 4)
    with pytest.raises(NotNow, match="nothing is waited for"):
        acceptance.check(done(coop_a, NOTICE), told, date(2026, 5, 21))


def test_a_permission_that_is_taken_again_of_the_municipalitys_own_motion_costs_nothing() -> None:
    """Nobody applied for that. A refusal that is taken again was applied for."""
    late = date(2026, 6, 1)
    reversed_ = (BEGAN, decider2, a_reversal(2, date(2026, 5, 1)))
    granted, refused = a_grant(BEGAN, ENDS), a_refusal()
    of_own_motion, on_application = (
        a_case(
            (BEGAN, coop_a, an_application_received()),
            (BEGAN, decider1, decision),
            reversed_,
            (late, coop_a, NOTICE),
        )
        for decision in (granted, refused)
    )

    assert NoticeEffect.OWN_MOTION == default.weigh(of_own_motion, 4).effect
    assert NoticeEffect.COUNTS == default.weigh(on_application, 4).effect


def test_a_request_to_renew_outlives_a_new_decision_on_the_permission() -> None:
    """Unless that gives as much as was asked, or there is no permission any more."""
    again = taking_part((ASKED, decider2, a_reversal(2, date(2026, 5, 1))))
    anew = {
        decision: again.after(an_act(again, ASKED, decider1, decision))
        for decision in (a_grant(BEGAN, ENDS), a_grant(BEGAN, LONGER), a_refusal())
    }
    waiting = [requested_renewal(case) is not None for case in anew.values()]

    assert requested_renewal(again) is not None
    assert [True, False, False] == waiting


def test_a_renewal_is_waited_for_only_where_nothing_else_is() -> None:
    """While the permission is decided on again, a notice is about that."""
    again = taking_part((ASKED, decider2, a_reversal(2, date(2026, 5, 1))), (DAY_AFTER, coop_a, NOTICE))

    assert penalty.request_at(again, 3) is not None
    assert penalty.request_at(again, 5) is None
