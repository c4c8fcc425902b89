"""How many hours a permission may be for by the policy, a week and a year, and how one departs from it. Awb 4:84."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from domain import acceptance
from domain.acts import Act
from domain.case import Case
from domain.errors import NotAcceptable, NotNow
from domain.people import Actor
from tests.examples import (
    WHY,
    a_case,
    a_change,
    a_grant,
    a_policy,
    a_review,
    an_application_received,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    done,
)
from tests.permitting import an_adjustment, an_adjustment_asked, an_extension

TODAY = date(2026, 3, 2)
FROM, UNTIL = date(2026, 3, 2), date(2026, 12, 31)
POLICY = a_policy(min_hours_a_week=12, max_hours_a_year=1040)


def applied(hours: int = 16) -> Case:
    """Reviewed, under a policy with the least hours of a week and the most of a year."""
    asked = an_application_received(starts_on=FROM, ends_on=UNTIL, hours_a_week=hours)
    return a_case((TODAY, coop_a, asked), (TODAY, caseworker1, a_review()), policy=POLICY)


def taking_part(hours: int = 16, *then: tuple[date, Actor, Act], **said: Any) -> Case:
    """Granted for so many hours a week."""
    asked = an_application_received(starts_on=FROM, ends_on=UNTIL, hours_a_week=16)
    granted = a_grant(FROM, UNTIL, hours, **said)
    return a_case((TODAY, coop_a, asked), (TODAY, decider1, granted), *then, policy=POLICY)


def asked(hours: int = 10) -> tuple[date, Actor, Act]:
    """The resident asks for other hours."""
    return (TODAY, coop_a, an_adjustment_asked(hours))


OUTSIDE: list[tuple[str, Actor, Act, Case]] = [
    ("hoursAWeek", decider1, a_grant(FROM, UNTIL, 10), applied(10)),
    ("hoursAYear", decider1, a_grant(FROM, UNTIL, 24), applied(24)),
    ("hoursAWeek", caseworker1, a_change(10), taking_part()),
    ("hoursAWeek", caseworker1, a_change(24), taking_part()),
    ("hoursAWeek", caseworker2, an_adjustment(3, 10), taking_part(16, asked())),
    ("hoursAWeek", decider1, an_extension(UNTIL.replace(year=2027), 24), taking_part(form="trial")),
]


def field_of_refusal(actor: Actor, act: Act, case: Case) -> str | None:
    """Where something does not fit; the view that is to be asked first is no field."""
    try:
        acceptance.check(done(actor, act), case, TODAY)
    except NotAcceptable as refusal:
        return refusal.field
    except NotNow:
        return None
    return None


@pytest.mark.parametrize(("field", "actor", "act", "case"), OUTSIDE)
def test_hours_outside_the_policy_need_a_reason_of_their_own(
    field: str, actor: Actor, act: Act, case: Case
) -> None:
    """Fewer a week than the policy asks for, or more a year than it allows; with it they are a deviation."""
    assert field == field_of_refusal(actor, act, case)

    reasoned = act.model_copy(update={"deviation": WHY})

    assert field_of_refusal(actor, reasoned, case) in (None, "viewWaived")


def test_a_cap_on_the_year_keeps_a_full_week_within_the_policy() -> None:
    """24 hours in some weeks, and 1040 in the year; less than was asked, so it was heard."""
    capped = a_grant(FROM, UNTIL, 24, hours_a_year=1040, view_waived="not_on_his_facts")

    acceptance.check(done(decider1, capped), applied(24), TODAY)


def test_hours_that_were_allowed_before_need_no_reason_again() -> None:
    """Other conditions for the same few hours."""
    few = taking_part(8, deviation=WHY)

    acceptance.check(done(caseworker1, a_change(8)), few, TODAY)


def test_an_application_for_fewer_hours_is_taken_in() -> None:
    """Whether the policy is departed from is decided, and not refused at the door."""
    few = an_application_received(hours_a_week=4)

    acceptance.check(done(coop_a, few), Case(number="1", municipality="zonnedam", policy=POLICY), TODAY)


def test_a_policy_leaves_some_hours() -> None:
    with pytest.raises(ValidationError):
        a_policy(min_hours_a_week=25)
