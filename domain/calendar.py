"""Working days and the roll of the Algemene termijnenwet (Atw)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import holidays

from domain.fact import Text

NETHERLANDS = ZoneInfo("Europe/Amsterdam")
"""Where days begin and end."""


@dataclass(frozen=True)
class Decree:
    """Days put on a par with a recognised holiday, some years at a time. Atw 3(3)."""

    source: str
    """By the title under which it was published."""
    days: frozenset[date]


def _decreed(source: str, *days: str) -> Decree:
    return Decree(source, frozenset(date.fromisoformat(day) for day in days))


DECREES = (
    _decreed(
        "Besluit gelijkstelling van 28 april 2023, 19 mei 2023, 10 mei 2024, 27 december 2024 en 30 mei 2025"
        " met een algemeen erkende feestdag",
        *("2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30"),
    ),
    _decreed(
        "Besluit gelijkstelling van 2 januari 2026, 15 mei 2026, 7 mei 2027, 28 april 2028 en 26 mei 2028"
        " met een algemeen erkende feestdag",
        *("2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"),
    ),
)
"""The decrees that are loaded; a new one is one more entry."""

PUT_ON_A_PAR = frozenset(day for decree in DECREES for day in decree.days)
"""Every day that one of them names."""

FIRST_YEAR_LOADED = min(PUT_ON_A_PAR).year
"""Of earlier years not all days off are here, so a date before it may have been a later one."""

LAST_YEAR_LOADED = max(PUT_ON_A_PAR).year
"""Later decrees are not known yet, so a date past this year may still move."""

RECOGNISED = frozenset(
    holidays.country_holidays("NL", years=range(2015, 2066), categories=("public", "optional"))
)
"""The holidays that the law names, computed once when the program starts. Atw 3(1), (2)."""


def is_day_off(day: date) -> bool:
    """A Saturday, a Sunday, a recognised holiday, or a day put on a par with one. Atw 1, 3."""
    return day.weekday() >= 5 or day in PUT_ON_A_PAR or day in RECOGNISED


def next_working_day(day: date) -> date:
    """That day, or the first one after it that is no day off. Atw 1(1)."""
    while is_day_off(day):
        day += timedelta(days=1)
    return day


def end_of_week(day: date) -> date:
    """The Sunday of its week."""
    return day + timedelta(days=6 - day.weekday())


def last_day(first: date, months: int) -> date:
    """The last day of so many months that begin on that day: of a year from 1 May, 30 April."""
    return months_after(first, months) - timedelta(days=1)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


MONTHS = Text(
    nl="januari februari maart april mei juni juli augustus september oktober november december",
    en="January February March April May June July August September October November December",
)


def written(day: date) -> Text:
    """A date as people write it: 3 maart 2026."""
    nl, en = (months.split()[day.month - 1] for months in (MONTHS.nl, MONTHS.en))
    return Text(nl=f"{day.day} {nl} {day.year}", en=f"{day.day} {en} {day.year}")
