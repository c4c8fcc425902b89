"""How far a permission goes, and whether one goes less far than another: then people are heard. Awb 4:7, 4:8."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from domain.application import Application
from domain.fact import Conditions, Day, Fact, HoursAWeek, HoursAYear

WEEKS_A_YEAR = 52


class Form(StrEnum):
    """How far a permission goes."""

    FULL = "full"
    TRIAL = "trial"
    """For a short time, to see whether it works."""


class Income(StrEnum):
    """What happens with what the participant earns. Pw 31, 32; policy."""

    NONE = "none"
    """Nothing is earned."""
    SET_OFF = "set_off"
    """It is set off against the benefit."""
    RESERVED = "reserved"
    """It stays in the cooperative, and is not paid out."""


class Extent(Fact):
    """What somebody may do, from when until when, and what he must keep to."""

    valid_from: Day
    valid_until: Day
    """The last day of the permission."""
    hours_a_week: HoursAWeek
    hours_a_year: HoursAYear | None = None
    """A cap on a whole year, beside that on a week."""
    form: Form = Form.FULL
    income: Income = Income.NONE
    fee_agreed: bool = False
    """Whether the municipality pays the cooperative a fee for this participant."""
    conditions: Conditions = ()


def takes_away(new: Extent, old: Extent) -> bool:
    """Whether somebody may do less than before or less long, or gets less for it. Awb 4:8.

    Conditions are for `adds_conditions`. Whom another treatment of income favours depends on what is earned, so each
    other one counts.
    """
    return is_less(new, old) or new.income is not old.income


def is_less(new: Extent, old: Extent) -> bool:
    """Whether it is shorter or for fewer hours, no longer full, or without the fee that there was."""
    is_full = old.form is Form.FULL
    return (
        new.valid_from > old.valid_from
        or _is_smaller(new, old.valid_until, old.hours_a_week, hours_a_year(old), is_full=is_full)
        or (old.fee_agreed and not new.fee_agreed)
    )


def adds_conditions(new: Extent, old: Extent) -> bool:
    """Whether there is something to keep to that there was not before. Awb 4:8."""
    return not set(new.conditions) <= set(old.conditions)


def falls_short(new: Extent, asked: Application, on: date) -> bool:
    """Whether it gives less than was asked, on the day that it is given. Awb 4:7.

    That it cannot start before that day is nobody's view to give; conditions and income are not asked for.
    """
    hours = asked.hours_a_week
    is_later = new.valid_from > max(asked.starts_on, on)
    return is_later or _is_smaller(new, asked.ends_on, hours, hours * WEEKS_A_YEAR, is_full=True)


def _is_smaller(new: Extent, last: date, a_week: int, a_year: int, *, is_full: bool) -> bool:
    becomes_trial = is_full and new.form is Form.TRIAL
    return new.valid_until < last or new.hours_a_week < a_week or hours_a_year(new) < a_year or becomes_trial


def hours_a_year(extent: Extent) -> int:
    """The most hours in a year: by the cap on it, or else by the week."""
    by_the_week = extent.hours_a_week * WEEKS_A_YEAR
    return by_the_week if extent.hours_a_year is None else min(extent.hours_a_year, by_the_week)
