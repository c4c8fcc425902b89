"""What holds of every term of the law, whatever the dates; and that a second reckoning agrees on every day."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from domain.calendar import FIRST_YEAR_LOADED, LAST_YEAR_LOADED, PUT_ON_A_PAR, is_day_off
from domain.law import application, objection
from domain.law.application import Adjournment
from domain.law.penalty import penalty
from domain.law.suspension import Suspension, days_suspended
from domain.term import Term
from tests.domain import oracle

EVERY_DAY = [date(2024, 1, 1) + timedelta(days=n) for n in range((date(2029, 1, 1) - date(2024, 1, 1)).days)]
YEARS = range(2024, 2029)

days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
gaps = st.lists(st.tuples(st.integers(-10, 60), st.integers(0, 60)), max_size=5)
weeks = st.integers(1, 20)
steps_of_time = re.compile(r"(?:^|by |for )(\d+) (day|week)s?\b")


def spans_from(start: date, gaps: list[tuple[int, int]]) -> list[tuple[date, date]]:
    """Requests some days after one another, each with its end, which may overlap."""
    found: list[tuple[date, date]] = []
    for gap, length in gaps:
        start = max(start, start + timedelta(days=gap))
        found.append((start, start + timedelta(days=length)))
    return found


def still(spans: list[tuple[date, date]]) -> list[Suspension]:
    return [Suspension(asked_on=asked, ended_on=ended) for asked, ended in spans]


def days_in(year: int) -> list[date]:
    return [day for day in EVERY_DAY if day.year == year]


@pytest.mark.parametrize("year", YEARS)
def test_a_second_reckoning_agrees_on_every_day(year: int) -> None:
    """Every day of five years as the day of receipt, of sending, and of the end of the supplement period."""
    for day in days_in(year):
        assert oracle.decision(day) == application.decision(day).due_on
        assert oracle.term(day, 4) == application.set_aside(day).due_on
        assert oracle.term(day, 6) == objection.objection(day).due_on
        assert oracle.objection_decision(day, 6) == objection.objection_decision(day).due_on
        assert oracle.objection_decision(day, 12) == objection.objection_decision(day, committee=True).due_on
        assert oracle.term(day, 6) == objection.decision_after_a_ruling(day).due_on
        assert oracle.term(day, 12) == objection.decision_after_a_ruling(day, committee=True).due_on


@pytest.mark.parametrize("year", YEARS)
def test_a_second_reckoning_agrees_on_suspensions_that_overlap(year: int) -> None:
    """One for each day of receipt, of lengths that differ from day to day."""
    for number, day in enumerate(days_in(year)):
        asked = day + timedelta(days=number % 13)
        first = (asked, asked + timedelta(days=number % 31))
        other = (asked + timedelta(days=number % 7), asked + timedelta(days=number % 17 + 7))

        assert (
            oracle.decision(day, first, other)
            == application.decision(day, None, still([first, other])).due_on
        )


@pytest.mark.parametrize("year", YEARS)
def test_a_second_reckoning_agrees_on_repairs_and_adjournment(year: int) -> None:
    """Around the end of the objection term, where only some days count."""
    for number, day in enumerate(days_in(year)):
        asked = day + timedelta(days=30 + number % 23)
        repair = (asked, asked + timedelta(days=number % 19))
        adjourned = number % 7
        term = objection.objection_decision(day, repairs=still([repair]), adjourned_days=7 * adjourned)

        assert oracle.objection_decision(day, 6, repair, adjourned=adjourned) == term.due_on


@pytest.mark.parametrize("year", YEARS)
def test_a_second_reckoning_agrees_on_the_penalty(year: int) -> None:
    """Notices of every day, asked about on all kinds of later days, stopped or not."""
    for number, day in enumerate(days_in(year)):
        on = day + timedelta(days=number % 71)
        stopped = day + timedelta(days=number % 67) if number % 3 else None

        assert 100 * oracle.owed_euros(day, on, stopped) == penalty(day, on, stopped_on=stopped).owed_cents


@given(days, gaps)
def test_the_days_of_several_suspensions_are_their_union(start: date, gaps: list[tuple[int, int]]) -> None:
    """Made here as a set of days."""
    spans = spans_from(start, gaps)

    assert len(frozenset().union(*(oracle.between(*span) for span in spans))) == days_suspended(still(spans))


@given(days, gaps, weeks)
def test_a_decision_is_never_due_before_its_weeks_after_receipt(
    day: date, gaps: list[tuple[int, int]], weeks: int
) -> None:
    """Nothing shortens them."""
    assert (
        day + timedelta(weeks=weeks) <= application.decision(day, weeks, still(spans_from(day, gaps))).due_on
    )


@given(days, gaps, st.integers(0, 4))
def test_one_suspension_more_never_brings_a_date_forward(
    day: date, gaps: list[tuple[int, int]], left_out: int
) -> None:
    """Monotone in the suspensions, for both decisions."""
    more = still(spans_from(day, gaps))
    fewer = more[:left_out] + more[left_out + 1 :]

    assert application.decision(day, None, fewer).due_on <= application.decision(day, None, more).due_on
    assert (
        objection.objection_decision(day, repairs=fewer).due_on
        <= objection.objection_decision(day, repairs=more).due_on
    )


@given(days, st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_longer_suspension_never_brings_a_date_forward(day: date, after: int, one: int, other: int) -> None:
    """Monotone in its length."""
    asked = day + timedelta(days=after)
    shorter, longer = (still([(asked, asked + timedelta(days=days))]) for days in sorted((one, other)))

    assert application.decision(day, None, shorter).due_on <= application.decision(day, None, longer).due_on


@given(days, days)
def test_a_later_start_never_ends_sooner(one: date, other: date) -> None:
    """Monotone in the day itself."""
    sooner, later = sorted((one, other))
    for term in (
        application.decision,
        application.set_aside,
        objection.objection,
        objection.objection_decision,
    ):
        assert term(sooner).due_on <= term(later).due_on


@given(days, gaps, st.booleans())
def test_a_term_set_in_law_never_ends_on_a_day_off(
    day: date, gaps: list[tuple[int, int]], committee: bool
) -> None:
    """Atw 1, by the other calendar."""
    spans = still(spans_from(day, gaps))
    for term in (
        application.decision(day, None, spans),
        application.set_aside(day),
        objection.objection(day),
        objection.objection_decision(day, committee=committee, repairs=spans),
    ):
        assert not oracle.IS_OFF[oracle.number_of(term.due_on)]


@given(days)
def test_a_term_of_a_week_or_more_holds_two_working_days(day: date) -> None:
    """So that Atw 2 never adds anything to the terms here."""
    within = [day + timedelta(days=n) for n in range(1, 8)]

    assert 2 <= sum(not is_day_off(each) for each in within)


@given(days, weeks, st.integers(1, 400))
def test_a_date_that_the_municipality_chose_stays_where_it_put_it(day: date, weeks: int, later: int) -> None:
    """Day off or not. Awb 4:14(3)."""
    to = application.decision(day, weeks).due_on + timedelta(days=later)

    assert to == application.decision(day, weeks, (), Adjournment(to=to)).due_on


@given(days, st.booleans(), st.integers(1, 6))
def test_a_decision_on_an_objection_is_adjourned_by_whole_weeks_from_its_last_day(
    day: date, committee: bool, adjourned: int
) -> None:
    """Day off or not, as any day that the municipality chose. Awb 7:10(3)."""
    before = objection.objection_decision(day, committee=committee).due_on
    after = objection.objection_decision(day, committee=committee, adjourned_days=7 * adjourned)

    assert before + timedelta(weeks=adjourned) == after.due_on


def reckoned(term: Term) -> date:
    """The date that the words of the steps lead to, from the first one on."""
    here = term.steps[0].on
    for step in term.steps[1:]:
        if found := steps_of_time.search(step.reason.en):
            here += timedelta(days=int(found[1]) * (7 if found[2] == "week" else 1))
        elif step.article == "Atw 1":
            here = oracle.DAYS[oracle.NEXT_WORKING[oracle.number_of(here)]]
        assert step.on == here, step
    return here


@given(days, gaps, st.booleans(), st.integers(0, 6))
def test_the_steps_add_up_to_the_date(
    day: date, gaps: list[tuple[int, int]], committee: bool, adjourned: int
) -> None:
    """What they say in words, added up, is what they lead to."""
    spans = still(spans_from(day, gaps))
    for term in (
        application.decision(day, None, spans),
        application.set_aside(day),
        objection.objection_decision(day, committee=committee, repairs=spans, adjourned_days=7 * adjourned),
    ):
        assert term.due_on == reckoned(term)
        assert all(step.article and step.reason.nl and step.reason.en for step in term.steps)


@given(days, st.integers(0, 80), st.none() | st.integers(0, 80))
def test_the_stretches_of_a_penalty_are_consecutive_and_add_up(
    day: date, on: int, stopped: int | None
) -> None:
    """Each starts where the one before ended, and the steps tell the same amounts."""
    owed = penalty(
        day, day + timedelta(days=on), stopped_on=None if stopped is None else day + timedelta(days=stopped)
    )
    here = day + timedelta(days=15)
    for each in owed.stretches:
        assert (here, each.days) == (each.first_on, (each.last_on - each.first_on).days + 1)
        assert each.cents == each.days * each.cents_a_day
        here = each.last_on + timedelta(days=1)

    told = [float(step.reason.en.partition(": €")[2]) for step in owed.steps if step.article == "Awb 4:17(2)"]
    assert (owed.days, owed.owed_cents) == (
        sum(each.days for each in owed.stretches),
        sum(each.cents for each in owed.stretches),
    )
    assert owed.owed_cents == 100 * sum(told)
    assert owed.days <= 42


@given(days, st.integers(0, 80))
def test_a_day_more_never_owes_less(day: date, on: int) -> None:
    """Monotone in the day that is asked about."""
    today = day + timedelta(days=on)

    assert penalty(day, today).owed_cents <= penalty(day, today + timedelta(days=1)).owed_cents


@given(days, st.integers(-10, 20))
def test_who_objects_a_day_sooner_is_never_later_for_it(day: date, after: int) -> None:
    """In time stays in time."""
    end = objection.objection(day).due_on
    came = end + timedelta(days=after)
    posted = min(came, end)

    assert (
        objection.lodging(day, came, posted).in_time
        <= objection.lodging(day, came - timedelta(days=1), min(posted, came - timedelta(days=1))).in_time
    )


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)))
def test_a_date_outside_the_years_of_the_decrees_has_a_warning_and_one_within_has_none(day: date) -> None:
    """For every term that rolls."""
    for term in (application.decision(day), application.set_aside(day), objection.objection(day)):
        assert (FIRST_YEAR_LOADED <= term.due_on.year <= LAST_YEAR_LOADED) == (term.warning is None)


def test_the_second_calendar_has_the_same_decrees() -> None:
    """Written down twice, from the same source."""
    assert {day.isoformat() for day in PUT_ON_A_PAR} == {*oracle.DECREED}
