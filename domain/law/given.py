"""Days and spans as people give them, and how it is said that two of them contradict each other."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, LiteralString

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from domain.fact import FIRST_DAY, LAST_DAY, Day
from domain.law.suspension import Suspension

MANY = 20
"""Suspensions in one question, at most."""


_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""One way of writing a day; Python reads more of them, such as 2026-W40-2."""


def contradiction(field: str, template: LiteralString, **facts: object) -> PydanticCustomError:
    """A refusal of what cannot be so together; `field` names the part to mend."""
    told = {name: str(value) for name, value in facts.items()}
    return PydanticCustomError("contradiction", template, {"field": to_camel(field), **told})


def _written(given: Any) -> Any:
    """Only as people write a day: a bare number would be read as seconds since 1970."""
    if not isinstance(given, str):
        return given
    try:
        day = date.fromisoformat(given if _ISO.fullmatch(given) else "")
    except ValueError:
        raise PydanticCustomError("day", "Write a day as year-month-day, such as 2026-09-01") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise PydanticCustomError("day_out_of_reach", "Give a day in the years 1900 to 2199")
    return day


def _span(given: Any) -> Any:
    """Two days as one piece of text."""
    if not isinstance(given, str):
        return given
    asked, slash, ended = given.partition("/")
    if not slash:
        raise PydanticCustomError(
            "span", "Write two days with a slash between them, such as 2026-09-08/2026-09-22"
        )
    return {"asked_on": _written(asked), "ended_on": _written(ended)}


def _in_order(span: Suspension) -> Suspension:
    if span.ended_on < span.asked_on:
        raise PydanticCustomError("ends_before_asked", "The second day lies before the first")
    return span


def _sorted(spans: tuple[Suspension, ...]) -> tuple[Suspension, ...]:
    return tuple(sorted(spans, key=lambda span: (span.asked_on, span.ended_on)))


GivenDay = Annotated[Day, BeforeValidator(_written)]

GivenSpan = Annotated[
    Suspension, AfterValidator(_in_order), BeforeValidator(_span, json_schema_input_type=str)
]

GivenSpans = Annotated[
    tuple[GivenSpan, ...],
    AfterValidator(_sorted),
    Field(
        max_length=MANY,
        description="A suspension: the days of request and end, both excluded, as 2026-09-08/2026-09-22; repeatable.",
    ),
]
