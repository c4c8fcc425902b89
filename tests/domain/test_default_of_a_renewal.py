"""Notices of default and appeals about a request, and about what nobody asked for. Awb 4:17(1), 6:12."""

from __future__ import annotations

from datetime import date

import pytest

from domain import acceptance, acts
from domain.acts import CourtOpen, NoticeEffect
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from domain.matters import default, delay
from domain.people import Actor
from domain.renewal import open_renewals
from domain.terms import penalty
from domain.terms.awaited import awaited, awaited_by
from tests.examples import (
    a_case,
    a_grant,
    a_refusal,
    an_act,
    an_application_received,
    caseworker2,
    clock,
    coop_a,
    decider1,
    decider2,
    done,
    objections1,
)
from tests.permitting import a_renewal, a_renewal_asked, an_adjustment, an_adjustment_asked
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

    assert penalty.stopped_on(late, 4) is None
    assert date(2026, 5, 20) == penalty.stopped_on(told, 4)
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
    waiting = [bool(open_renewals(case)) for case in anew.values()]

    assert open_renewals(again)
    assert [True, False, False] == waiting


def test_a_renewal_is_waited_for_only_where_nothing_else_is() -> None:
    """While the permission is decided on again, a notice is about that."""
    again = taking_part((ASKED, decider2, a_reversal(2, date(2026, 5, 1))), (DAY_AFTER, coop_a, NOTICE))

    assert (3, 3) == awaited(again.up_to(3), ASKED)
    assert (None, 4) == awaited_by(again, 5)


ADJUSTMENT_ASKED = (ASKED, coop_a, an_adjustment_asked(20))


def adjusting(*happened: tuple[date, Actor, acts.Act]) -> Case:
    """Granted in January, and other hours asked for in March, on which there is to be a decision by 28 April."""
    granted = (BEGAN, decider1, a_grant(BEGAN, ENDS))
    return a_case((BEGAN, coop_a, an_application_received()), granted, ADJUSTMENT_ASKED, *happened)


@pytest.mark.parametrize(("on", "effect"), [(DUE, NoticeEffect.PREMATURE), (DAY_AFTER, NoticeEffect.COUNTS)])
def test_a_late_decision_on_an_adjustment_costs_money_too(on: date, effect: NoticeEffect) -> None:
    """A request for it is an application as well. Awb 1:3(3), 4:13, 4:17."""
    weighed = default.weigh(adjusting((on, coop_a, NOTICE)), 4)

    assert (effect, DUE) == (weighed.effect, weighed.decision_due_on)


def test_what_is_owed_for_an_adjustment_stops_when_its_decision_went_out() -> None:
    """Or when it was taken back."""
    decided = adjusting((DAY_AFTER, coop_a, NOTICE), (date(2026, 5, 20), caseworker2, an_adjustment(3)))
    told = decided.after(an_act(decided, date(2026, 5, 21), clock, a_sending(5, date(2026, 5, 21))))
    dropped = adjusting((DAY_AFTER, coop_a, NOTICE), (DAY_AFTER, coop_a, acts.AdjustmentDropped(about=3)))

    assert penalty.stopped_on(decided, 4) is None
    assert date(2026, 5, 21) == penalty.stopped_on(told, 4)
    assert DAY_AFTER == penalty.stopped_on(dropped, 4)


def test_a_notice_says_on_which_of_several_requests_a_decision_is_waited_for() -> None:
    """Each may be put in default on its own, and once."""
    both = taking_part((date(2026, 3, 9), coop_a, an_adjustment_asked(20)))
    on_the_renewal, on_the_adjustment = (acts.NoticeOfDefaultReceived(request=number) for number in (3, 4))

    for notice in (NOTICE, acts.NoticeOfDefaultReceived(request=2)):
        with pytest.raises(NotAcceptable, match="these numbers: 3, 4"):
            acceptance.check(done(coop_a, notice), both, date(2026, 6, 1))
    case = both
    for number, notice in enumerate((on_the_renewal, on_the_adjustment, on_the_renewal)):
        acceptance.check(done(coop_a, notice), case, date(2026, 6, 1 + number))
        case = case.after(an_act(case, date(2026, 6, 1 + number), coop_a, notice))
        case = case.after(an_act(case, date(2026, 6, 1 + number), clock, default.weigh(case, case.version)))
    weighed = [(act.effect, act.decision_due_on) for _, act in case.every(acts.NoticeOfDefaultWeighed)]

    assert [
        (NoticeEffect.COUNTS, DUE),
        (NoticeEffect.COUNTS, date(2026, 5, 4)),
        (NoticeEffect.REPEATED, DUE),
    ] == weighed


def test_an_appeal_says_on_which_of_several_requests_no_decision_came() -> None:
    """It is weighed against the notice of default about that one. Awb 6:12(2)."""
    both = taking_part((date(2026, 3, 9), coop_a, an_adjustment_asked(20)))
    notice_on, on = date(2026, 5, 5), date(2026, 6, 1)
    noticed = both.after(an_act(both, notice_on, coop_a, acts.NoticeOfDefaultReceived(request=4)))
    noticed = noticed.after(an_act(noticed, notice_on, clock, default.weigh(noticed, 5)))
    about = {
        request: acts.LateDecisionAppealed(request=request, court="Rechtbank", lodged_on=on)
        for request in (None, 2, 3, 4)
    }

    for request in (None, 2):
        with pytest.raises(NotAcceptable, match="these numbers: 3, 4") as refusal:
            acceptance.check(done(objections1, about[request]), noticed, on)
        assert "request" == refusal.value.field
    for request in (3, 4):
        acceptance.check(done(objections1, about[request]), noticed, on)
    weighed = [
        delay.weigh(noticed.after(an_act(noticed, on, objections1, about[request])), 7) for request in (3, 4)
    ]

    assert [(3, CourtOpen.NO_NOTICE, None), (4, CourtOpen.OPEN, notice_on)] == [
        (act.request, act.effect, act.notice_on) for act in weighed
    ]
