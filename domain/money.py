"""Amounts in words."""

from __future__ import annotations

from domain.fact import Text


def euros(cents: int) -> Text:
    """An amount, with the points and the comma of each language, on one line."""
    whole, rest = divmod(cents, 100)
    en = f"{whole:,}.{rest:02}"
    return Text(nl=f"€\N{NO-BREAK SPACE}{en.translate(str.maketrans(',.', '.,'))}", en=f"€{en}")
