"""What the API says, in the reader's language.

Sentences are English templates with `{names}`; they are the msgids of the catalogues in `locale/`. A catalogue for
English exists too: it words better what others (pydantic, the code of a role) say in their own way.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from babel.dates import format_date, format_time
from babel.messages.pofile import read_po

from domain.calendar import NETHERLANDS

LOCALE = Path(__file__).parent / "locale"
VERBATIM = frozenset({"code", "codes", "known"})
"""Facts that are codes of the municipality's own lists, which no catalogue knows, even if it has the same word."""

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}\S*)?\Z")
_NAME = re.compile(r"\{(\w+)\}")
_RANGE = re.compile(r"\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*|\*)\s*(?:;\s*q=\s*([01](?:\.\d{0,3})?)\s*)?")


class Language(StrEnum):
    """A language that we speak; the first is the default."""

    NL = "nl"
    EN = "en"


DEFAULT = Language.NL
_DATES_LIKE = {Language.NL: "nl_NL", Language.EN: "en_GB"}


@lru_cache(maxsize=512)
def negotiated(accept_language: str | None) -> Language:
    """The language that suits the reader best, Dutch when nothing suits. RFC 9110 12.5.4."""
    wanted: dict[str, float] = {}
    for part in (accept_language or "")[:1000].split(","):
        if match := _RANGE.fullmatch(part):
            primary = match[1].lower().split("-")[0]
            wanted[primary] = max(float(match[2] or 1), wanted.get(primary, 0.0))
    rest = wanted.get("*", 0.0)
    order = [*wanted, *Language]
    best = max(Language, key=lambda known: (wanted.get(known, rest), -order.index(known)))
    return best if wanted.get(best, rest) > 0 else DEFAULT


@cache
def catalogue(language: Language) -> Mapping[str, str]:
    """Every translated sentence of a language, by its English template."""
    with (LOCALE / language / "LC_MESSAGES" / "meedoen.po").open("rb") as file:
        entries = read_po(file, locale=language, abort_invalid=True)
    return {
        str(entry.id): str(entry.string) for entry in entries if entry.id and entry.string and not entry.fuzzy
    }


def names_in(template: str) -> frozenset[str]:
    """The names of the facts that a template tells."""
    return frozenset(_NAME.findall(template))


def translate(template: str, language: Language, **facts: object) -> str:
    """A sentence in a language, with its facts told in that language too."""
    sentence = catalogue(language).get(template, template)
    told = {
        name: value if name in VERBATIM and isinstance(value, str) else tell(value, language)
        for name, value in facts.items()
    }
    return _NAME.sub(lambda match: told.get(match[1], match[0]), sentence)


def tell(value: object, language: Language) -> str:
    """A fact in words: a known word translated, a date or moment as people write it, several joined by commas.

    One that comes in two languages is told in its own words.
    """
    if isinstance(value, Mapping):
        return str(cast("Mapping[str, object]", value)[language])
    if isinstance(value, Collection) and not isinstance(value, str | bytes):
        return ", ".join(sorted(tell(each, language) for each in cast("Collection[object]", value)))
    text = value.isoformat() if isinstance(value, date) else str(value)
    if _ISO.match(text):
        return _written(text, language)
    if ", " in text:
        return ", ".join(catalogue(language).get(word, word) for word in text.split(", "))
    return catalogue(language).get(text, text)


def template_of(sentence: str, facts: Mapping[str, object]) -> str | None:
    """The template that gave a sentence, where only the sentence and its facts are left."""
    if sentence in catalogue(DEFAULT):
        return sentence
    plain = {name: str(value) for name, value in facts.items()}
    for template in catalogue(DEFAULT):
        names = names_in(template)
        if names and names <= plain.keys() and _NAME.sub(lambda match: plain[match[1]], template) == sentence:
            return template
    return None


def _written(text: str, language: Language) -> str:
    like = _DATES_LIKE[language]
    try:
        if len(text) == len("2026-11-24"):
            return format_date(date.fromisoformat(text), "d MMMM y", locale=like)
        moment = datetime.fromisoformat(text).astimezone(NETHERLANDS)
    except ValueError:
        return text
    return format_date(moment, "d MMMM y", locale=like) + ", " + format_time(moment, "HH:mm", locale=like)
