"""What templates say things with: each function speaks one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import partial
from typing import Any

from babel.dates import format_time
from babel.numbers import format_decimal

from api.beginnings import today
from api.languages import Language, translate
from api.pages.forms import words as of_forms
from domain import words
from domain.calendar import NETHERLANDS
from domain.due import Due, due
from domain.fact import Text
from domain.kinds import KINDS, REFUSALS
from domain.money import euros

TONES = {"none": "neutral", "later": "neutral", "soon": "warning", "late": "late"}
"""The tone of a badge, by how urgent a day is."""


def in_language(language: Language) -> dict[str, Callable[..., Any]]:
    """The functions that templates call, by the name under which they do."""
    code: words.Language = language.value

    def sentence(template: str, /, **facts: object) -> str:
        return translate(template, language, **facts)

    def day(on: date | datetime | None) -> str:
        return words.day(local_day(on), code) if on else ""

    def clock(at: datetime) -> str:
        return format_time(at.astimezone(NETHERLANDS), "HH:mm", locale=code)

    def moment(at: datetime) -> str:
        return f"{words.day(local_day(at), code)}, {clock(at)}"

    def due_in_words(on: date | None) -> str:
        return words.in_language(due_of(on).words, code)

    def said(text: Text) -> str:
        return words.in_language(text, code)

    def duty(kind: str) -> str:
        return words.duty(kind, code)

    def term(name: str) -> str:
        return words.term(name, code)

    def by(known: Mapping[Any, Text]) -> Callable[[str], str]:
        return lambda name: _capital(words.in_language(known[name], code))

    return {
        "_": sentence,
        "local_day": local_day,
        "chosen": partial(_chosen, code),
        "day": day,
        "clock": clock,
        "moment": moment,
        "due_in_words": due_in_words,
        "due_tone": _due_tone,
        "status": by(words.STATUSES),
        "said": said,
        "duty": duty,
        "act_named": by(KINDS),
        "exceptional": by(words.EXCEPTIONS),
        "refusal": by(REFUSALS),
        "term": term,
        "size": partial(_size, code),
        "amount": partial(_amount, code),
    }


def _chosen(code: words.Language, value: Enum) -> str:
    """What was chosen, as a form calls it."""
    return words.in_language(of_forms.value(type(value), value.value), code)


def _size(code: words.Language, count: int) -> str:
    """How large a file is."""
    if count < 1_000_000:
        return f"{max(round(count / 1000), 1)} kB"
    return f"{format_decimal(round(count / 1_000_000, 1), locale=code)} MB"


def due_of(on: date | None) -> Due:
    """How a day by which something is due looks today."""
    return due(on, today())


def _due_tone(on: date | None) -> str:
    return TONES[due_of(on).urgency]


def local_day(on: date | datetime) -> date:
    """The day in the Netherlands, which begins an hour or two before that of UTC."""
    return on.astimezone(NETHERLANDS).date() if isinstance(on, datetime) else on


def _capital(words_: str) -> str:
    return words_[:1].upper() + words_[1:]


def _amount(code: words.Language, cents: int) -> str:
    return words.in_language(euros(cents), code)
