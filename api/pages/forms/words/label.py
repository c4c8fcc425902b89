"""What a field is called, and what helps to fill it in."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from domain.fact import Fact, Text

Pair = tuple[str, str]
"""Dutch and English."""


@dataclass(frozen=True)
class Label:
    """The words of one field, in both languages."""

    text: Text
    hint: Text | None = None
    one: Text | None = None
    """One of several, on its button: `voorwaarde`."""
    none: Text | None = None
    """When nothing is chosen from a list."""
    is_alternative: bool = False
    """Whether this or another field is filled in: neither of them is optional, and neither required."""


Labels = dict[tuple[type[BaseModel], str], Label]
"""The words of a field, where its name alone does not say enough."""

Titles = dict[type[Fact], Text]
"""What a person does by an act, on its button and above its form."""


def field(
    nl: str,
    en: str,
    *,
    hint: Pair | None = None,
    one: Pair | None = None,
    none: Pair | None = None,
    is_alternative: bool = False,
) -> Label:
    """The words of a field."""
    return Label(Text(nl=nl, en=en), _text(hint), _text(one), _text(none), is_alternative)


def title(nl: str, en: str) -> Text:
    """The title of an act."""
    return Text(nl=nl, en=en)


def _text(pair: Pair | None) -> Text | None:
    return Text(nl=pair[0], en=pair[1]) if pair else None
