"""The form above a list: what was typed in it, read as the API reads it; what is wrong stands at its field."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import TypeVar

from fastapi import Request
from starlette.datastructures import FormData

from api.periods import Period

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""Python would take the day of a week too."""

NO_DAY = "Give a day, such as 24-11-2026."
NO_CHOICE = "Choose one from the list."
TOO_LONG = "This is too long."
REVERSED = "The last day lies before the first."

Choice = TypeVar("Choice", bound=StrEnum)


class Filter:
    """What a page is asked to show; a field that is left empty asks for nothing."""

    def __init__(self, request: Request, form: FormData | None = None) -> None:
        """`form` when it was posted, so that what was typed stands in no address."""
        given = request.query_params.items() if form is None else form.items()
        self.typed = {name: text.replace("\0", "").strip() for name, text in given if isinstance(text, str)}
        self.wrong: dict[str, str] = {}
        """By field the sentence that says so."""

    @property
    def status(self) -> int:
        """Of the answer."""
        return 400 if self.wrong else 200

    def used(self, names: Collection[str]) -> int:
        """In how many of these fields something stands."""
        return sum(bool(self.typed.get(name)) for name in names)

    def text(self, name: str, longest: int = 100) -> str | None:
        """What was typed."""
        typed = self.typed.get(name) or None
        if typed and len(typed) > longest:
            self.wrong[name] = TOO_LONG
            return None
        return typed

    def one_of(self, name: str, known: Collection[str]) -> str | None:
        """What was chosen."""
        typed = self.typed.get(name) or None
        if typed and typed not in known:
            self.wrong[name] = NO_CHOICE
            return None
        return typed

    def kind(self, name: str, kinds: type[Choice]) -> Choice | None:
        """What was chosen from an enumeration."""
        chosen = self.one_of(name, [each.value for each in kinds])
        return kinds(chosen) if chosen else None

    def number(self, name: str, otherwise: int, most: int, wrong: str) -> int:
        """A number from 1 on."""
        typed = self.typed.get(name) or str(otherwise)
        if not (typed.isascii() and typed.isdigit() and len(typed) < 10 and 1 <= int(typed) <= most):
            self.wrong[name] = wrong
            return otherwise
        return int(typed)

    def day(self, name: str) -> date | None:
        """A day as the browser's own field for one sends it."""
        typed = self.typed.get(name)
        if not typed:
            return None
        try:
            if DAY.fullmatch(typed):
                return date.fromisoformat(typed)
        except ValueError:
            pass
        self.wrong[name] = NO_DAY
        return None

    def period(self) -> Period:
        """From one day up to and including another."""
        first, last = self.day("from"), self.day("to")
        if first and last and last < first:
            self.wrong["to"] = REVERSED
        return Period(first, last)
