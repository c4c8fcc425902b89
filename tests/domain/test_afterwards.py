"""That nothing more comes is said of a closed case alone; else what comes, also without a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import acts
from domain.afterwards import AT_COURT, OBJECTION_RUNS
from domain.case import Case
from domain.law import objection as law
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


GRANTED = taking_part()
GRANT = next(entry.version for entry in GRANTED.entries if isinstance(entry.act, acts.PermissionGranted))
GRANTED_ON = GRANTED.entries[GRANT - 1].on


def to_object(case: Case, on: date) -> list[tuple[str, date]]:
    return [(each.what.en, each.on) for each in standing(case, on).ahead if each.name == "objection"]


def test_who_may_take_part_is_told_until_when_one_can_object_to_how() -> None:
    """The letter first; nothing any more once that day passed. Awb 6:7, 6:8."""
    told = then(GRANTED, (GRANTED_ON, clock, a_sending(GRANT, GRANTED_ON)))
    last = law.objection(GRANTED_ON).due_on

    assert TO_OBJECT in told_some_day(GRANTED)
    assert [] == to_object(GRANTED, GRANTED_ON)
    assert TO_OBJECT not in told_some_day(told)
    assert [("Last day to object", last)] == to_object(told, last)
    assert [] == to_object(told, last + timedelta(days=1))


def test_each_has_his_own_last_day_where_a_letter_went_later() -> None:
    """Awb 3:41, 6:8."""
    posted_on = GRANTED_ON + timedelta(days=7)
    told = then(GRANTED, (posted_on, clock, a_sending(GRANT, GRANTED_ON, posted_on)))

    assert [
        ("Last day for the cooperative to object", law.objection(GRANTED_ON).due_on),
        ("Last day for the resident to object", law.objection(posted_on).due_on),
    ] == to_object(told, posted_on)


def test_of_two_decisions_it_is_said_to_which_one_can_object() -> None:
    first, later = GRANTED_ON + timedelta(days=20), GRANTED_ON + timedelta(days=40)
    suspended = acts.PermissionSuspended(suspended_from=later, suspended_until=later, reasoning="Ill.")
    told = then(
        GRANTED,
        (GRANTED_ON, clock, a_sending(GRANT, GRANTED_ON)),
        (first, decider2, suspended),
        (first, clock, a_sending(GRANTED.version + 2, first)),
    )

    assert [
        ("Last day to object: permission granted", law.objection(GRANTED_ON).due_on),
        ("Last day to object: permission suspended", law.objection(first).due_on),
    ] == to_object(told, first)


def test_to_what_is_objected_already_no_last_day_is_told() -> None:
    objection = acts.ObjectionLodged(objection="ZON-2026-0003", version=GRANT, received_on=GRANTED_ON)
    told = then(
        GRANTED,
        (GRANTED_ON, clock, a_sending(GRANT, GRANTED_ON)),
        (GRANTED_ON, clock, objection),
    )

    assert [] == to_object(told, GRANTED_ON)
    assert OBJECTION_RUNS in standing(told, GRANTED_ON).some_day


def told_some_day(case: Case) -> list[str]:
    return [each.en for each in standing(case, GRANTED_ON).some_day]
