"""Reports that the policy wants beside the reassessments: when each is asked, and of which days. Pw 53a."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from domain import acceptance, terms
from domain.acts import (
    Act,
    EndAnnounced,
    InterimReportEscalated,
    InterimReportReminded,
    InterimReportRequested,
    ParticipationContinued,
    ParticipationStopped,
    ReportRequested,
)
from domain.case import Case, Status
from domain.errors import NotAcceptable
from domain.matters import interim
from domain.people import Actor
from domain.permission import awaits_assessment
from domain.policy import Periods
from tests.examples import (
    A_MONDAY,
    WHY,
    a_case,
    a_grant,
    a_nil_report,
    a_policy,
    a_report,
    an_application_received,
    an_ending,
    caseworker1,
    clock,
    coop_a,
    decider1,
    done,
)

STARTS, ENDS = date(2026, 4, 1), date(2027, 3, 31)
Happened = tuple[date, Actor, Act]


def taking_part(*happened: Happened, every: int | None = 1, until: date = ENDS, **said: Any) -> Case:
    """Granted on 2 March from 1 April, under a policy that wants a report so often."""
    policy = a_policy(periods=Periods(report_every_months=every))
    first = (A_MONDAY, coop_a, an_application_received())
    return a_case(first, (A_MONDAY, decider1, a_grant(STARTS, until, **said)), *happened, policy=policy)


def asked(on: date, first: date, last: date) -> Happened:
    """A report on these days was asked for."""
    return (on, clock, InterimReportRequested(period_from=first, period_until=last))


APRIL = asked(date(2026, 5, 1), STARTS, date(2026, 4, 30))
TOLD = (date(2026, 5, 4), coop_a, a_report(STARTS, date(2026, 4, 30)))
FOR_THE_REASSESSMENT = (date(2026, 9, 3), clock, ReportRequested(reassessment_on=date(2026, 10, 1)))

OF_A_TRIAL = (
    (date(2026, 5, 6), clock, EndAnnounced(ends_on=date(2026, 6, 30))),
    (date(2026, 5, 6), clock, ReportRequested(reassessment_on=date(2026, 6, 18))),
)
"""It is evaluated from then on, also on 1 June."""


def reassessed_on(day: date) -> Happened:
    """Nothing changed."""
    return day, caseworker1, ParticipationContinued(reasoning=WHY)


REASSESSED = reassessed_on(date(2026, 9, 28))


STOPS = (date(2026, 4, 20), coop_a, an_ending(date(2026, 6, 24)))


@pytest.mark.parametrize(
    ("case", "on"),
    [
        (taking_part(), date(2026, 5, 1)),
        (taking_part(every=3), date(2026, 7, 1)),
        (taking_part(every=None), None),
        (taking_part(APRIL), date(2026, 6, 1)),
        (taking_part(APRIL, TOLD), date(2026, 6, 1)),
        (taking_part((date(2026, 6, 2), coop_a, a_report(STARTS, date(2026, 5, 31)))), date(2026, 7, 1)),
        (taking_part((date(2026, 6, 2), coop_a, a_report(STARTS, date(2026, 5, 30)))), date(2026, 6, 1)),
        (taking_part(asked(date(2026, 8, 1), STARTS, date(2026, 7, 31))), None),
        (taking_part(FOR_THE_REASSESSMENT), None),
        (taking_part(FOR_THE_REASSESSMENT, REASSESSED), date(2026, 10, 1)),
        (taking_part(FOR_THE_REASSESSMENT, reassessed_on(date(2026, 10, 10))), date(2026, 10, 1)),
        (taking_part(FOR_THE_REASSESSMENT, reassessed_on(date(2026, 10, 11))), date(2026, 11, 1)),
        (taking_part(FOR_THE_REASSESSMENT, reassessed_on(date(2026, 12, 20))), date(2027, 1, 1)),
        (taking_part((date(2026, 4, 8), coop_a, an_ending(date(2026, 4, 20)))), None),
        (taking_part(until=date(2026, 4, 30)), None),
        (taking_part(until=date(2026, 6, 30), form="trial", deviation=WHY), None),
        (taking_part(*OF_A_TRIAL, until=date(2026, 6, 30), form="trial", deviation=WHY), None),
        (taking_part(STOPS, until=date(2026, 6, 30), form="trial", deviation=WHY), date(2026, 5, 1)),
        (taking_part(STOPS, until=date(2026, 6, 30)), date(2026, 5, 1)),
        (
            taking_part(*OF_A_TRIAL[:1], until=date(2026, 6, 30), form="trial", deviation=WHY),
            date(2026, 5, 1),
        ),
    ],
)
def test_a_report_is_asked_each_time_that_the_months_are_over(case: Case, on: date | None) -> None:
    """Not in the weeks in which a reassessment or the end of a trial asks for one, nor after the end."""
    term = terms.interim_request(case)

    assert on == (term and term.due_on)


def test_the_day_explains_itself() -> None:
    term = terms.interim_request(taking_part(APRIL))
    assert term is not None

    assert ["permission starts", "over: 2 times 1 months"] == [step.reason.en for step in term.steps]


def test_who_reported_nothing_reports_on_that_time_too() -> None:
    """The next report goes on where the last one ended."""
    missed = taking_part(APRIL, (date(2026, 5, 23), clock, InterimReportEscalated(about=3)))

    assert STARTS == interim.first_untold(missed)
    assert date(2026, 5, 1) == interim.first_untold(taking_part(APRIL, TOLD))


@pytest.mark.parametrize(
    ("happened", "is_so"),
    [
        ((APRIL,), True),
        ((APRIL, TOLD), False),
        ((APRIL, (date(2026, 5, 4), coop_a, a_nil_report(STARTS, date(2026, 4, 29)))), True),
        ((APRIL, FOR_THE_REASSESSMENT), False),
        ((APRIL, asked(date(2026, 6, 1), STARTS, date(2026, 5, 31))), False),
        ((APRIL, (date(2026, 5, 23), clock, InterimReportEscalated(about=3))), False),
        ((APRIL, (date(2026, 5, 4), coop_a, an_ending(date(2026, 5, 4)))), True),
        ((APRIL, (date(2026, 5, 5), clock, ParticipationStopped())), False),
    ],
)
def test_a_report_is_awaited_until_it_comes_or_something_takes_its_place(
    happened: tuple[Happened, ...], is_so: bool
) -> None:
    case = taking_part(*happened)

    assert is_so == interim.is_awaited(case, 3)
    if len(happened) == 1:
        assert date(2026, 5, 22) == terms.of(case)["interim_report"].due_on


def test_a_reminder_is_sent_once() -> None:
    """Also where the case started afresh meanwhile."""
    case, reminded = taking_part(APRIL), (date(2026, 5, 15), clock, InterimReportReminded(about=3))
    term = terms.interim_reminder_of(case.entries[2])

    assert date(2026, 5, 15) == getattr(term(case), "due_on", None)
    assert term(taking_part(APRIL, reminded)) is None


def test_a_missing_report_is_looked_at_until_it_comes() -> None:
    escalated = (date(2026, 5, 23), clock, InterimReportEscalated(about=3))
    late = (date(2026, 5, 26), coop_a, a_nil_report(STARTS, date(2026, 4, 30)))

    assert awaits_assessment(taking_part(APRIL, escalated), 4)
    assert not awaits_assessment(taking_part(APRIL, escalated, late), 4)


def test_a_report_in_between_moves_no_case() -> None:
    """Only the one for a reassessment does."""
    case = taking_part(APRIL)
    told = a_case().entries[0].model_copy(update={"act": TOLD[2], "version": 4, "task": "1", "about": 3})

    assert Status.PARTICIPATION == case.after(told).status
    assert Status.REASSESSMENT == case.after(told.model_copy(update={"about": None})).status


@pytest.mark.parametrize(
    ("field", "act"),
    [
        ("periodFrom", a_report(date(2026, 4, 2), date(2026, 4, 30))),
        ("periodUntil", a_report(STARTS, date(2026, 4, 29))),
    ],
)
def test_no_day_is_left_out(field: str, act: Act) -> None:
    """Each report goes on where the one before ended, and reaches as far as was asked."""
    with pytest.raises(NotAcceptable) as refusal:
        acceptance.check(done(coop_a, act), taking_part(APRIL), date(2026, 5, 4))

    assert field == refusal.value.field
    acceptance.check(done(coop_a, act), taking_part(every=None), date(2026, 5, 4))


def test_who_does_not_report_is_told_of_before_the_next_report_is_asked() -> None:
    with pytest.raises(ValidationError):
        Periods(report_every_months=1, report_escalation_days=28, report_weeks_before=4)
