"""The number of a case: short enough to say on the telephone, and never given twice for one request."""

from __future__ import annotations

import hashlib

from stdnum import luhn

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letters that look like a digit."""


def case_number(*parts: str) -> str:
    """The number that belongs to a request, so that the same request always finds the same case.

    Eleven characters of a hash and a check character: `MD-7Q2K-9F3M-X4H6`.
    """
    digest = int.from_bytes(hashlib.sha256("\n".join(parts).encode()).digest()[:7]) >> 1
    characters = "".join(ALPHABET[digest >> shift & 31] for shift in range(50, -1, -5))
    return _written(characters + luhn.calc_check_digit(characters, ALPHABET))


def is_case_number(text: str) -> bool:
    """Whether it is written as a case number and its check character is right."""
    characters = text.removeprefix("MD-").replace("-", "")
    return text == _written(characters) and luhn.is_valid(characters, ALPHABET)


def _written(characters: str) -> str:
    return f"MD-{characters[:4]}-{characters[4:8]}-{characters[8:12]}"
