"""The base of everything that is written down once and never changed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
)
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError, PydanticKnownError


class Fact(BaseModel):
    """An immutable value: the same class is API body, update argument, activity argument and JSON column."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


def ends_before_start(end: str) -> PydanticCustomError:
    """A refusal of an end that does not lie after its start; `end` names the field, since that is the part to mend."""
    return PydanticCustomError(
        "ends_before_start", "The end must lie after the start", {"field": to_camel(end)}
    )


class OfMatter(Fact):
    """Something about a matter beside the procedure, such as an answer to one of the questions."""

    about: int = Field(ge=1)
    """The version of the act that set it going."""


IN_ORDER = PlainSerializer(sorted, return_type=list[str])
"""A set goes out in the order of the alphabet, so that the same fact is always the same JSON."""


class Text(Fact):
    """A sentence that people read, in both languages."""

    nl: str
    en: str


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A moment with an offset; whatever the offset was, it is kept and goes out in UTC."""

TEXT = r"^[^\x00]*$"
"""PostgreSQL's JSON cannot hold a NUL character."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=TEXT)]
"""One line that says something."""

Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000, pattern=TEXT)
]
"""Reasons, explanations: text that must not be empty."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,49}$")]
"""The name of an entry in a list that the municipality keeps: an item, a criterion, a ground, a cooperative."""

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)

Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
"""A date in a case: near enough to reckon with."""


def _no_yes_or_no(given: Any) -> Any:
    if isinstance(given, bool):
        raise PydanticKnownError("int_type")
    return given


IS_A_NUMBER = BeforeValidator(_no_yes_or_no)
"""Python takes a yes for a one."""

Cents = Annotated[int, IS_A_NUMBER, Field(ge=0, le=100_000_00)]
"""An amount in whole euro cents."""

HoursAWeek = Annotated[int, IS_A_NUMBER, Field(ge=1, le=40)]
HoursAYear = Annotated[int, IS_A_NUMBER, Field(ge=1, le=2080)]

MANY = Field(max_length=50)
"""No list in an act is longer: a case travels whole, so what people put into it has a bound."""

Conditions = Annotated[tuple[Line, ...], MANY]
"""What the participant or the cooperative must keep to."""
