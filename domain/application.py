"""What a cooperative asks for a resident."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, StringConstraints, model_validator
from pydantic_core import PydanticCustomError
from stdnum.nl import bsn as stdnum_bsn

from domain.addressees import Addressee
from domain.documents import Item
from domain.fact import MANY, Code, Day, Fact, HoursAWeek, Line, Moment, Prose, ends_before_start


def _passes_the_eleven_test(value: str) -> str:
    if not stdnum_bsn.is_valid(value):
        raise PydanticCustomError("bsn", "This is not a valid BSN")
    return value


Bsn = Annotated[str, StringConstraints(pattern=r"^\d{9}$"), AfterValidator(_passes_the_eleven_test)]
"""A citizen service number of nine digits that passes the eleven test (Wabb art. 1)."""


class Resident(Fact):
    """The person on welfare who applies."""

    bsn: Bsn
    name: Line


class Application(Fact):
    """An application for permission to take part in a social cooperative with the benefit kept. Awb 4:1, Pw 10."""

    cooperative: Code
    resident: Resident
    signed_at: Moment
    """When the resident signed it."""
    activity: Line
    """What the resident will do."""
    plan: Prose
    """How this helps the resident on."""
    starts_on: Day
    ends_on: Day
    hours_a_week: HoursAWeek
    items: Annotated[tuple[Item, ...], MANY] = ()
    electronic: Annotated[tuple[Addressee, ...], MANY] = ()
    """Who agrees to get letters electronically; to all others they go by post. Awb 2.3."""
    reference: Line | None = None
    """The cooperative's own reference."""
    earlier_case: Line | None = None
    """The number of the case that this one follows on, such as one at another cooperative."""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Application:
        if self.ends_on <= self.starts_on:
            raise ends_before_start("ends_on")
        return self
