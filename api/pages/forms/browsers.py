"""What a browser is told of a field, beside what its reader sees."""

from __future__ import annotations

from datetime import date

from api.pages.forms import values
from api.pages.forms.fields import Control, Field

OF_SOMEBODY_ELSE = frozenset({"name", "bsn", "objector_name", "assignee_name"})
"""A browser knows who sits before it, and this is about another: it must not fill in that one. WCAG 1.3.5."""


def readable_day(text: str) -> str:
    """The day as a browser's own field takes it; nothing when it is none."""
    try:
        return date.fromisoformat(values.day_in(text)).isoformat()
    except ValueError:
        return ""


def attributes(asked: Field) -> dict[str, str]:
    """What helps the browser, and the keyboard of a telephone."""
    found: dict[str, str] = {}
    if asked.name in OF_SOMEBODY_ELSE:
        found["autocomplete"] = "off"
    match asked.control:
        case Control.NUMBER | Control.BSN:
            found["inputmode"] = "numeric"
        case Control.EUROS:
            found["inputmode"] = "decimal"
        case Control.DAY:
            found |= {"min": str(asked.least), "max": str(asked.most)}
        case _:
            pass
    return found
