"""Amounts as letters write them since the first: the same letter is made of the same words."""

from __future__ import annotations

from domain.fact import Text
from domain.money import euros


def in_full(cents: int) -> Text:
    """With its cents: € 647,00."""
    said = euros(cents)
    return Text(nl=said.nl.replace("\N{NO-BREAK SPACE}", " "), en=said.en)


def rounded(cents: int) -> Text:
    """With cents where there are any: € 1.442, or € 23,50."""
    whole, rest = divmod(cents, 100)
    en = f"€ {whole:,}" + (f".{rest:02}" if rest else "")
    return Text(nl=en.translate(str.maketrans(",.", ".,")), en=en)
