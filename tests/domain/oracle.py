"""The terms reckoned a second way: by walking along a calendar that is made here, from Easter and a list of decrees.

Nothing of `domain/` is used. Days have numbers; what counts is counted one by one.
"""

from __future__ import annotations

from datetime import date, timedelta

from tests.domain.easter import recognised_holidays

FIRST, LAST = date(2023, 1, 1), date(2031, 12, 31)
DECREED = (
    *("2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"),
    *("2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"),
)

DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
_HOLIDAYS = {day.isoformat() for year in range(2023, 2032) for day in recognised_holidays(year)} | {*DECREED}
IS_OFF = [day.strftime("%a") in {"Sat", "Sun"} or day.isoformat() in _HOLIDAYS for day in DAYS]

NEXT_WORKING = [0] * len(DAYS)
"""For each day the number of the first working day from it on, filled from the end backwards."""
_coming = len(DAYS) - 1
for _number in reversed(range(len(DAYS))):
    if not IS_OFF[_number]:
        _coming = _number
    NEXT_WORKING[_number] = _coming


def number_of(day: date) -> int:
    """Its place on this calendar."""
    return day.toordinal() - FIRST.toordinal()


def term(start: date, weeks: int, standing_still: frozenset[date] = frozenset()) -> date:
    """Walk from the day after the start; each day that does not stand still uses up one day, and then roll."""
    left, here = 7 * weeks, number_of(start)
    stopped = len(standing_still)
    while left:
        here, left = here + 1, left - 1
    while stopped:
        here, stopped = here + 1, stopped - 1
    return DAYS[NEXT_WORKING[here]]


def between(asked: date, ended: date) -> frozenset[date]:
    """The days that lie strictly between two days."""
    return frozenset(day for day in DAYS if asked < day < ended)


def decision(received: date, *spans: tuple[date, date]) -> date:
    """Eight weeks and the days that stood still."""
    return term(received, 8, frozenset().union(*(between(*span) for span in spans)))


def objection_decision(sent: date, weeks: int, *spans: tuple[date, date], adjourned: int = 0) -> date:
    """From the end of six weeks, with the days after that end that stood still; a day that was chosen stays there."""
    end = term(sent, 6)
    still = frozenset(day for span in spans for day in between(*span) if day > end)
    return term(end, weeks, still) + timedelta(weeks=adjourned)


def owed_euros(received: date, on: date, stopped: date | None = None) -> int:
    """Day by day: what this day costs, from two whole weeks after the receipt on."""
    paid = 0
    total = 0
    here = number_of(received) + 14
    while DAYS[here] < on and paid < 42:
        here, paid = here + 1, paid + 1
        if stopped is not None and stopped <= DAYS[here]:
            break
        total += 23 if paid <= 14 else 35 if paid <= 28 else 45
    return total
