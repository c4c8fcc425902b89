"""What holds of every deadline, whatever happened."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, strategies as st

from domain import terms
from domain.acts import Act, SupplementLapsed, SupplementRequested
from domain.calendar import LAST_YEAR_LOADED, is_day_off
from domain.case import Case
from domain.people import Actor
from domain.term import Term, starting
from tests.examples import (
    a_case,
    a_check,
    a_policy,
    a_supplement,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
)

receipts = st.dates(date(2024, 1, 1), date(2028, 6, 1))
gaps = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=3)


def a_case_that_waited(received_on: date, waits: list[tuple[int, int]]) -> Case:
    """Asked some days after what came before, and supplied some days after that, or never within the fortnight."""
    happened: list[tuple[date, Actor, Act]] = [(received_on, coop_a, an_application_received())]
    today = received_on
    for before, waited in waits:
        today += timedelta(days=before)
        until = terms.supplement_period(a_case(*happened), today).due_on
        happened.append((today, caseworker1, a_check("mandate")))
        happened.append((today, clock, SupplementRequested(missing=("mandate",), until=until)))
        if today + timedelta(days=waited) <= until:
            today += timedelta(days=waited)
            happened.append((today, coop_a, a_supplement()))
        else:
            today = until + timedelta(days=1)
            happened.append((today, clock, SupplementLapsed()))
    return a_case(*happened)


cases = st.builds(a_case_that_waited, receipts, gaps)


@given(cases)
def test_a_decision_is_never_due_before_its_term_after_receipt(case: Case) -> None:
    """Eight weeks at least, since nothing shortens them."""
    assert case.received_on + timedelta(weeks=8) <= terms.decision(case).due_on


@given(cases)
def test_a_decision_is_never_due_on_a_day_off(case: Case) -> None:
    """A term set in law rolls. Atw 1."""
    assert not is_day_off(terms.decision(case).due_on)


@given(receipts, gaps, st.integers(0, 30))
def test_asking_once_more_never_brings_the_decision_forward(
    received_on: date, waits: list[tuple[int, int]], waited: int
) -> None:
    """Monotone in what is asked."""
    case = a_case_that_waited(received_on, waits)
    asked_again = a_case_that_waited(received_on, [*waits, (1, waited)])

    assert terms.decision(case).due_on <= terms.decision(asked_again).due_on


@given(receipts, st.integers(0, 20), st.integers(0, 14), st.integers(0, 14))
def test_a_longer_wait_never_brings_the_decision_forward(
    received_on: date, before: int, one: int, other: int
) -> None:
    """Monotone in suspension."""
    shorter, longer = (a_case_that_waited(received_on, [(before, days)]) for days in sorted((one, other)))

    assert terms.decision(shorter).due_on <= terms.decision(longer).due_on


@given(receipts, gaps)
def test_suspended_days_are_those_that_lie_strictly_between_asking_and_its_end(
    received_on: date, waits: list[tuple[int, int]]
) -> None:
    """Counted here one by one, a second time."""
    case = a_case_that_waited(received_on, waits)
    counted: set[date] = set()
    for place, entry in enumerate(case.entries):
        if isinstance(entry.act, SupplementRequested):
            end = case.entries[place + 1]
            last = entry.act.until if isinstance(end.act, SupplementLapsed) else end.on
            counted |= {
                entry.on + timedelta(days=n) for n in range(1, 400) if entry.on + timedelta(days=n) < last
            }

    assert len(counted) == terms.suspended_days(case)


@given(cases)
def test_every_deadline_explains_itself_up_to_its_date(case: Case) -> None:
    """The steps start at a fact, go on in order, and the last one leads to the date."""
    asked = (
        [terms.supplement, terms.supplement_reminder, terms.set_aside]
        if case.last(SupplementRequested)
        else []
    )
    for term in (terms.decision(case), terms.intake(case), *(each(case) for each in asked)):
        assert term.steps[-1].on == term.due_on
        assert all(step.article and step.reason.nl and step.reason.en for step in term.steps)


@given(st.dates(date(2029, 1, 1), date(2035, 12, 31)))
def test_a_date_past_the_last_decree_says_that_it_may_move(received_on: date) -> None:
    """Holidays put on a par are known up to a year."""
    term = terms.decision(a_case((received_on, coop_a, an_application_received())))

    assert "Atw 3(3)" == term.steps[-1].article
    assert str(LAST_YEAR_LOADED) in term.steps[-1].reason.en


@given(receipts.filter(lambda day: day.year < 2028))
def test_a_date_within_the_decrees_has_no_such_warning(received_on: date) -> None:
    """It would frighten for nothing."""
    term = terms.decision(a_case((received_on, coop_a, an_application_received())))

    assert "Atw 3(3)" not in [step.article for step in term.steps]


@given(receipts, st.integers(2, 60))
def test_the_period_for_missing_items_is_never_shorter_than_the_policy_says(
    asked_on: date, days: int
) -> None:
    """It may be longer by the days off at its end."""
    case = a_case(
        (asked_on, coop_a, an_application_received()),
        policy=a_policy(periods={"supplement_days": days, "supplement_reminder_days": 1}),
    )
    until = terms.supplement_period(case, asked_on).due_on

    assert asked_on + timedelta(days=days) <= until
    assert not is_day_off(until)


@given(cases, st.integers(0, 400))
def test_what_is_sent_unasked_moves_no_deadline(case: Case, later: int) -> None:
    """It is kept, and judged by whoever checks."""
    assume(case.last(SupplementRequested) is None or _is_over(case))
    on = case.entries[-1].on + timedelta(days=later)
    more = a_case(*((e.on, e.actor, e.act) for e in case.entries), (on, coop_a, a_supplement()))

    assert terms.suspended_days(case) == terms.suspended_days(more)
    assert terms.decision(case).due_on == terms.decision(more).due_on
    assert terms.intake(case).due_on == terms.intake(more).due_on


def _is_over(case: Case) -> bool:
    request = case.last(SupplementRequested)
    return request is not None and terms.supplement_ended_on(case, request[0]) is not None


@pytest.mark.parametrize("days", range(-3, 4))
def test_the_eve_of_a_term_is_the_day_before_it(days: int) -> None:
    """It explains itself by the same steps."""
    term: Term = starting(date(2026, 3, 2), "begin", "start", "Awb 4:13").plus(
        days, "dagen", "days", "policy"
    )

    assert term.due_on - timedelta(days=1) == term.eve().due_on
    assert term.steps == term.eve().steps
