"""Words as searches compare them: without capitals, accents and signs."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")


def words_of(*texts: str) -> list[str]:
    """Every word of some texts once, in the order of the alphabet: José Smit-Bakker has bakker, jose and smit."""
    plain = unicodedata.normalize("NFKD", " ".join(texts).casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return sorted(set(WORD.findall(letters)))
