"""The power to decide in the college's name, as the municipality's register has it. Awb 10:3.

A mandate is looked up on the day of the decision and stands with the act as evidence: the policy that a case started
with says nothing about who may decide years later.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.calendar import last_day
from domain.fact import IN_ORDER, Cents, Code, Fact, HoursAWeek, Line

Months = Annotated[int, Field(ge=1, le=120)]


class Decision(StrEnum):
    """The decisions for which a mandate can be given."""

    GRANT = "grant"
    REFUSE = "refuse"
    SET_ASIDE = "set_aside"
    CHANGE = "change"
    SUSPEND = "suspend"
    REVOKE = "revoke"
    RENEW = "renew"
    OBJECTION = "objection"
    PENALTY = "penalty"


class Mandate(Fact):
    """The power to decide in the college's name, by kind and amount, valid on the day. Awb 10:3."""

    code: Code
    """Its name in the register of mandates."""
    holder: Line
    """The person's id at the identity provider."""
    decisions: Annotated[frozenset[Decision], Field(min_length=1), IN_ORDER]
    max_months: Months
    """The longest permission that may be granted."""
    max_hours_a_week: HoursAWeek
    max_cents: Cents | None = None
    """The highest penalty payment or costs of an objection that may be decided, in euro cents; unbounded when None."""
    valid_from: date
    valid_until: date | None = None
    """The last day; open-ended when not given."""

    def is_valid_on(self, day: date) -> bool:
        """Whether it holds on that day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def covers(self, first: date, last: date, hours_a_week: int) -> bool:
        """Whether it is wide enough for a permission of those days and hours."""
        return last <= last_day(first, self.max_months) and hours_a_week <= self.max_hours_a_week

    def reaches(self, cents: int) -> bool:
        """Whether it is wide enough for that amount."""
        return self.max_cents is None or cents <= self.max_cents


def widest(held: Iterable[Mandate]) -> Mandate:
    """The one that reaches furthest in time."""
    return max(held, key=lambda each: (each.max_months, each.max_hours_a_week))


def highest(held: Iterable[Mandate]) -> int:
    """The highest amount that these let somebody decide, where each has a limit, in euro cents."""
    return max(each.max_cents or 0 for each in held)
