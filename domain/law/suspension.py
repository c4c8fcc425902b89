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
    last: date
    """The last of them; in between may lie days that counted already."""
    twice: int
    """Days that an earlier suspension had already."""
    early: int
    """Days on which the term had not begun."""


def counted(
    suspensions: Iterable[Suspension], begins_after: date = date.min, already: Iterable[Suspension] = ()
) -> list[Counted]:
    """What each suspension adds, in the order of their asking; a day in several is one day.

    `already` are those whose days were counted before.
    """
    found: list[Counted] = []
    seen = [_span(each) for each in already]
    for suspension in sorted(suspensions, key=lambda each: (each.asked_on, each.ended_on)):
        asked, last = _span(suspension)
        early = _between(asked, min(last, begins_after))
        begun = max(asked, begins_after)
        new = _besides(begun, last, seen)
        days = sum(_between(*each) for each in new)
        first_on, last_on = (new[0][0] + A_DAY, new[-1][1]) if new else (begun + A_DAY, last)
        found.append(Counted(suspension, days, first_on, last_on, _between(begun, last) - days, early))
        seen.append((asked, last))
    return found


def _span(suspension: Suspension) -> tuple[date, date]:
    """The day after which it stops the term, and the last one on which it does."""
    return suspension.asked_on, suspension.ended_on - A_DAY


def _besides(excluded: date, last: date, seen: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The stretches from after the one day to the other that none of those hold."""
    left = [(excluded, last)]
    for begun, ended in seen:
        parts = (part for a, b in left for part in ((a, min(b, begun)), (max(a, ended), b)))
        left = [part for part in parts if _between(*part)]
    return left


def asked_in_time(
    suspensions: Iterable[Suspension], due_on: Callable[[Sequence[Suspension]], date]
) -> tuple[Suspension, ...]:
    """Those that were asked for while the term still ran: one that is over cannot stand still any more.

    `due_on` gives the last day of the term with the suspensions asked for before.
    """
    found: list[Suspension] = []
    for each in sorted(suspensions, key=lambda each: (each.asked_on, each.ended_on)):
        if each.asked_on <= due_on(found):
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
    """The days after the one up to and including the other; none when that lies earlier."""
    return max(0, (last - excluded).days)


def _told(each: Counted) -> Text:
    days = in_days(each.days)
    nl, en = f"{days.nl} opgeschort", f"suspended for {days.en}"
    if why := each.suspension.why:
        nl, en = f"{nl}, {why.nl}", f"{en}, {why.en}"
    if each.days:
        first, last = written(each.first), written(each.last)
        nl, en = f"{nl}: {first.nl} tot en met {last.nl}", f"{en}: {first.en} to {last.en} inclusive"
    if each.twice:
        days = in_days(each.twice)
        nl, en = f"{nl}; al meegeteld: {days.nl}", f"{en}; counted already: {days.en}"
    if each.early:
        days = in_days(each.early)
        nl, en = f"{nl}; vóór het begin van de termijn: {days.nl}", f"{en}; before the term began: {days.en}"
    return Text(nl=nl, en=en)
