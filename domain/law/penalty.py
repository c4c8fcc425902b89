"""The penalty payment for a late decision, as a function of dates. Awb 4:17, 4:18."""

from __future__ import annotations

from datetime import date, timedelta

from domain.calendar import written
from domain.fact import Fact, Text
from domain.law.figures import FIXING_WEEKS, GRACE_WEEKS, PAYMENT_WEEKS, PENALTY_RATES, in_force
from domain.money import euros
from domain.term import Step, Term, in_days, in_weeks, starting

A_DAY = timedelta(days=1)


class Stretch(Fact):
    """Consecutive days at one amount a day, in euro cents."""

    first_on: date
    last_on: date
    days: int
    cents_a_day: int
    cents: int


class Penalty(Fact):
    """What is owed on a day for deciding too late, with the steps that lead to it."""

    first_day_on: date | None
    """The first day that is paid for; none when no day will be."""
    last_day_on: date | None
    """The last day that is paid for, at most."""
    days: int
    """Days that are owed, up to and including the day that was asked about."""
    owed_cents: int
    """Euro cents."""
    stretches: tuple[Stretch, ...]
    fix_by_on: date | None
    """The last day to fix it by a decision; none while it still grows."""
    steps: tuple[Step, ...]
    warning: Text | None = None


def penalty(
    received_on: date,
    on_date: date,
    *,
    decision_due_on: date | None = None,
    stopped_on: date | None = None,
) -> Penalty:
    """What is owed on `on_date`, that day included, after a notice of default that was received on a day.

    The notice has no effect unless it was received after the decision term had passed; that is assumed when
    `decision_due_on` is not given. The first paid day comes when two weeks after the receipt have passed, and the days
    are consecutive: no day off moves them. On the day `stopped_on`, when the decision was sent, the municipality is no
    longer in default, so that day is not owed. Awb 3:40, 3:41, 4:17, 4:18.
    """
    term = starting(received_on, "ingebrekestelling ontvangen", "notice of default received", "Awb 4:17(3)")
    if decision_due_on is not None and received_on <= decision_due_on:
        return _nothing(_premature(term, decision_due_on))
    weeks = in_force(GRACE_WEEKS, received_on)
    told = in_weeks(weeks)
    term = term.plus(
        7 * weeks, f"{told.nl} om alsnog te besluiten", f"{told.en} to decide after all", "Awb 4:17(3)"
    )
    first = term.due_on + A_DAY
    if stopped_on is not None and stopped_on <= first:
        return _nothing(_stopped(term, stopped_on))
    term = term.plus(1, "de eerste dag die geld kost", "the first day that is paid for", "Awb 4:17(3)")
    longest = sum(rate.days for rate in in_force(PENALTY_RATES, received_on))
    last = first + A_DAY * (longest - 1)
    if stopped_on is not None and stopped_on <= last:
        last = stopped_on - A_DAY
    stretches = _stretches(received_on, first, min(last, on_date))
    for stretch in stretches:
        term = _with(term, stretch)
    is_over = last <= on_date
    if is_over:
        term = _over(term, last, longest, stopped_on)
    return Penalty(
        first_day_on=first,
        last_day_on=last,
        days=sum(each.days for each in stretches),
        owed_cents=sum(each.cents for each in stretches),
        stretches=stretches,
        fix_by_on=term.due_on if is_over else None,
        steps=term.steps,
        warning=term.warning,
    )


def payment(determined_on: date) -> Term:
    """The last day to pay, after the amount was determined and that was notified. Awb 4:87(1)."""
    weeks = in_force(PAYMENT_WEEKS, determined_on)
    told = in_weeks(weeks)
    return (
        starting(
            determined_on, "bedrag vastgesteld en bekendgemaakt", "amount determined and notified", "Awb 4:18"
        )
        .plus(7 * weeks, f"{told.nl} om te betalen", f"{told.en} to pay", "Awb 4:87(1)")
        .rolled_after(weeks)
    )


def _stretches(received_on: date, first: date, last: date) -> tuple[Stretch, ...]:
    """The days from the first up to and including the last, by what each costs."""
    found: list[Stretch] = []
    for rate in in_force(PENALTY_RATES, received_on):
        end = min(last, first + A_DAY * (rate.days - 1))
        if end < first:
            break
        days = (end - first).days + 1
        cents = days * rate.cents_a_day
        found.append(
            Stretch(first_on=first, last_on=end, days=days, cents_a_day=rate.cents_a_day, cents=cents)
        )
        first = end + A_DAY
    return tuple(found)


def _nothing(term: Term) -> Penalty:
    return Penalty(
        first_day_on=None,
        last_day_on=None,
        days=0,
        owed_cents=0,
        stretches=(),
        fix_by_on=None,
        steps=term.steps,
    )


def _premature(term: Term, decision_due_on: date) -> Term:
    day = written(decision_due_on)
    return term.moved_to(
        term.due_on,
        f"te vroeg: besluiten kon nog tot en met {day.nl}, dus zonder gevolg",
        f"too early: a decision was in time until {day.en}, so without effect",
        "Awb 4:17(3)",
    )


def _stopped(term: Term, stopped_on: date) -> Term:
    return term.moved_to(
        stopped_on,
        "besluit verzonden: vanaf deze dag is niets verschuldigd",
        "decision sent: from this day on nothing is owed",
        "Awb 4:17(1), 3:41",
    )


def _with(term: Term, stretch: Stretch) -> Term:
    days, each, total = in_days(stretch.days), euros(stretch.cents_a_day), euros(stretch.cents)
    return term.moved_to(
        stretch.last_on,
        f"{days.nl} à {each.nl}: {total.nl}",
        f"{days.en} at {each.en}: {total.en}",
        "Awb 4:17(2)",
    )


def _over(term: Term, last: date, longest: int, stopped_on: date | None) -> Term:
    """The last paid day, and the day by which the amount is fixed."""
    if stopped_on is not None and last < stopped_on <= last + A_DAY:
        term = _stopped(term, stopped_on)
    most, weeks = in_days(longest), in_force(FIXING_WEEKS, last)
    told = in_weeks(weeks)
    return (
        term.moved_to(
            last,
            f"de laatste dag die geld kost; {most.nl} is het meeste",
            f"the last day that is paid for; {most.en} is the most",
            "Awb 4:17(1)",
        )
        .plus(
            7 * weeks,
            f"{told.nl} om het bedrag vast te stellen",
            f"{told.en} to fix the amount",
            "Awb 4:18",
        )
        .rolled_after(weeks)
    )
