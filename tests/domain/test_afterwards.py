"""That nothing more comes is said of a closed case alone; else what comes, also without a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import acts
from domain.afterwards import AT_COURT, OBJECTION_RUNS
from domain.case import Case
from domain.people import Actor
from domain.standing import STAYS_OPEN, Standing, standing
from tests.domain.objected import HEARD, JUDGED, TODAY, a_case_with
from tests.domain.test_adjustment import WAIVED, taking_part
from tests.examples import A_MONDAY, an_act, caseworker2, clock, coop_a, decider2, objections1
from tests.objecting import a_decision, a_refused_case
from tests.permitting import a_refused_adjustment, an_adjustment_asked
from tests.superseding import a_sending

LATER = A_MONDAY + timedelta(days=200)


def then(case: Case, *happened: tuple[date, Actor, acts.Act]) -> Case:
    for on, actor, act in happened:
        case = case.after(an_act(case, on, actor, act))
    return case


def told(found: Standing) -> tuple[list[str], list[str]]:
    return [each.name for each in found.ahead], [each.en for each in found.some_day]


def days(case: Case, on: date) -> list[tuple[str, date]]:
    return [(each.name, each.on) for each in standing(case, on).ahead]


REFUSED = a_refused_case()
SENT = then(REFUSED, (A_MONDAY, clock, a_sending(REFUSED.version, A_MONDAY)))
UNFOUNDED = a_case_with(JUDGED, HEARD, (TODAY, decider2, a_decision(acts.Outcome.UNFOUNDED)))
TO_OBJECT = "The letter with the decision goes out. After that there are 6 weeks to object."
TO_GO_TO_COURT = "The letter with the decision goes out. After that there are 6 weeks to go to court."
LAST, ARRIVED_BY = date(2026, 4, 13), date(2026, 4, 20)
"""Six weeks after Monday 2 March, and a week more for the post."""


@pytest.mark.parametrize(("case", "says"), [(REFUSED, TO_OBJECT), (UNFOUNDED, TO_GO_TO_COURT)])
def test_before_the_letter_went_out_it_is_said_that_it_comes_and_what_one_can_do_then(
    case: Case, says: str
) -> None:
    """However long it lies: no term begins before that. Awb 3:41, 6:8."""
    assert ([], [says]) == told(standing(case, TODAY)) == told(standing(case, LATER))


def test_once_it_went_out_the_last_day_is_told_and_then_what_the_post_may_still_bring() -> None:
    """Nobody is late once it passed. Awb 6:7, 6:9(2)."""
    assert [("objection", LAST)] == days(SENT, LAST)
    assert [("window", ARRIVED_BY)] == days(SENT, LAST + timedelta(days=1))
    assert (STAYS_OPEN,) == standing(SENT, LATER).some_day


def test_nothing_comes_once_nobody_can_object_any_more() -> None:
    over = then(SENT, (LATER, clock, acts.ObjectionTermLapsed()))

    assert over.is_closed
    assert ([], []) == told(standing(over, LATER))


def test_while_an_objection_runs_it_is_said_that_it_is_decided_on() -> None:
    objection = acts.ObjectionLodged(objection="ZON-2026-0002", version=REFUSED.version, received_on=TODAY)
    lodged = then(SENT, (TODAY, clock, objection))

    assert OBJECTION_RUNS in standing(lodged, LATER).some_day
    assert [] == days(lodged, LATER)


def test_while_an_appeal_runs_it_is_said_that_the_court_decides() -> None:
    sent = then(UNFOUNDED, (TODAY, clock, a_sending(UNFOUNDED.version, TODAY)))
    appealed = then(sent, (TODAY, objections1, acts.AppealRecorded(court="Rechtbank", lodged_on=TODAY)))

    assert (AT_COURT,) == standing(appealed, TODAY).some_day


def test_a_refused_request_of_a_permission_that_is_over_is_told_of_in_the_same_way() -> None:
    """The case stays open for it. Awb 6:7, 6:8."""
    asked_on, over_on, later = date(2027, 12, 15), date(2028, 1, 1), date(2028, 1, 10)
    refused = taking_part(
        (asked_on, coop_a, an_adjustment_asked(20)),
        (over_on, clock, acts.PermissionExpired()),
        (later, caseworker2, a_refused_adjustment(3, WAIVED)),
    )
    sent = then(refused, (later, clock, a_sending(refused.version, later)))

    assert ([], [TO_OBJECT]) == told(standing(refused, later))
    assert [("objection", date(2028, 2, 21))] == days(sent, later)
    assert [("window", date(2028, 2, 28))] == days(sent, date(2028, 2, 22))
