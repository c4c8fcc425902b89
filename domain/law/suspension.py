"""Time that does not count: spans in which a term stands still, the days in several of them counted once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from domain.calendar import written
from domain.fact import Fact, Text
from domain.term import Term, in_days

A_DAY = timedelta(days=1)


class Suspension(Fact):
    """A span in which a term stands still: the days strictly between two days. Awb 4:15, 7:10(2).

    The day of the asking still counts, and so does the day on which it was completed or its period passed.
    """

    asked_on: date
    ended_on: date
    why: Text | None = None
    article: str = "Awb 4:15"


class Counted(NamedTuple):
    """The days of one suspension that stop the term, and those that do not."""

    suspension: Suspension
    days: int
    first: date
    """The first of them, when there are any."""
    twice: int
    """Days that an earlier suspension had already."""
    early: int
    """Days on which the term had not begun."""


def counted(suspensions: Iterable[Suspension], begins_after: date = date.min) -> list[Counted]:
    """What each suspension adds, in the order of their asking; a day in several is one day.

    In that order an earlier one can only have the days up to its end, so one date tells what was seen.
    """
    found: list[Counted] = []
    seen = begins_after
    for suspension in sorted(suspensions, key=lambda each: (each.asked_on, each.ended_on)):
        asked, last = suspension.asked_on, suspension.ended_on - A_DAY
        early = _between(asked, min(last, begins_after))
        twice = _between(max(asked, begins_after), min(last, seen))
        start = max(asked, seen)
        found.append(Counted(suspension, _between(start, last), start + A_DAY, twice, early))
        seen = max(seen, last)
    return found


def asked_in_time(
    suspensions: Iterable[Suspension], due_on: Callable[[Sequence[Suspension], date], date]
) -> tuple[Suspension, ...]:
    """Those that were asked for while the term still ran: one that is over cannot stand still any more.

    `due_on` gives the last day of the term with the suspensions asked for before, as it was on a day.
    """
    found: list[Suspension] = []
    for each in sorted(suspensions, key=lambda each: (each.asked_on, each.ended_on)):
        if each.asked_on <= due_on(found, each.asked_on):
            found.append(each)
    return tuple(found)


def days_suspended(suspensions: Iterable[Suspension]) -> int:
    """How many days do not count."""
    return sum(each.days for each in counted(suspensions))


def moved_by(term: Term, suspensions: Iterable[Counted]) -> Term:
    """The term later by every day that did not count, a step for each suspension."""
    for each in suspensions:
        told = _told(each)
        term = term.plus(each.days, told.nl, told.en, each.suspension.article)
    return term


def _between(excluded: date, last: date) -> int:
    """The days after the one up to and with the other; none when that lies earlier."""
    return max(0, (last - excluded).days)


def _told(each: Counted) -> Text:
    days = in_days(each.days)
    nl, en = f"{days.nl} opgeschort", f"suspended for {days.en}"
    if why := each.suspension.why:
        nl, en = f"{nl}, {why.nl}", f"{en}, {why.en}"
    if each.days:
        first, last = written(each.first), written(each.first + A_DAY * (each.days - 1))
        nl, en = f"{nl}: {first.nl} tot en met {last.nl}", f"{en}: {first.en} to {last.en} inclusive"
    if each.twice:
        days = in_days(each.twice)
        nl, en = f"{nl}; al meegeteld: {days.nl}", f"{en}; counted already: {days.en}"
    if each.early:
        days = in_days(each.early)
        nl, en = f"{nl}; vóór het begin van de termijn: {days.nl}", f"{en}; before the term began: {days.en}"
    return Text(nl=nl, en=en)
