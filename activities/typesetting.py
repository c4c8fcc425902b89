"""A letter as a PDF: from the template that counts and what is to be said, and the same bytes for the same input.

Or as pictures, to be looked at before it is sent. The PDF declares PDF/UA-1 and PDF/A-2a. Fonts are those inside typst
itself, so no machine's own fonts have a say.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, cast

import typst

TEMPLATES = Path(__file__).parent / "letters"
"""A folder for each day from which templates count, in which they stand by the kind of letter."""

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-2a"]
UNPRINTABLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
"""Unicode's categories of what has no look of its own, or turns the direction of what does."""
REMEMBERED = 8
"""Letters of which the pages are kept in memory: a few people look at theirs at the same time."""
MARK = "\N{REPLACEMENT CHARACTER}"
"""Stands where a letter cannot show what somebody typed."""


def typeset(template: str, version: date, given: Mapping[str, Any]) -> bytes:
    """The letter.

    An archivable PDF shows every character or is none. So when somebody typed what the fonts do not have (an emoji),
    the letter is set once more with a mark in its place, rather than never.
    """
    (document,) = _set(template, version, given, pdf_standards=STANDARDS)
    return document


def pictured(template: str, version: date, given: Mapping[str, Any]) -> list[bytes]:
    """The letter's pages as SVG images; what is looked at needs no tags to be read aloud by.

    Who looks at a letter asks for its pages one by one, so the last few letters are remembered, each by all that it
    says: whatever changes in it makes another letter.
    """
    return list(_pictured(template, version, json.dumps(given, sort_keys=True)))


@lru_cache(maxsize=REMEMBERED)
def _pictured(template: str, version: date, given: str) -> tuple[bytes, ...]:
    return tuple(_set(template, version, json.loads(given), format="svg"))


def _set(template: str, version: date, given: Mapping[str, Any], **form: Any) -> list[bytes]:
    source = TEMPLATES / version.isoformat() / f"{template}.typ"
    try:
        return _compiled(source, _each_text(given, _printable), **form)
    except typst.TypstError:
        return _compiled(source, _each_text(given, _plain), **form)


def _compiled(source: Path, given: Any, **form: Any) -> list[bytes]:
    its_day = datetime.combine(date.fromisoformat(given["day"]), datetime.min.time(), UTC)
    made = cast(
        "object",
        typst.compile(
            source,
            root=TEMPLATES,
            font_paths=_fonts(),
            sys_inputs={"letter": json.dumps(given, ensure_ascii=False, sort_keys=True)},
            timestamp=its_day,
            **form,
        ),
    )
    return cast("list[bytes]", made if isinstance(made, list) else [made])


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return "".join(map(change, unicodedata.normalize("NFC", value)))
    if isinstance(value, Mapping):
        return {name: _each_text(inner, change) for name, inner in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_each_text(inner, change) for inner in cast("list[Any]", value)]
    return value


def _printable(character: str) -> str:
    """The character, or nothing for what is none to the eye."""
    if character in "\n\t":
        return character
    return "" if unicodedata.category(character) in UNPRINTABLE else character


def _plain(character: str) -> str:
    """The character when it is of the Latin script or common punctuation, which the fonts surely have."""
    if character <= "\u024f" or character in "‘’“”–—…€•":  # up to Latin Extended-B
        return _printable(character)
    return MARK if _printable(character) else ""
