"""Who gets a letter, and how it goes to him."""

from __future__ import annotations

from enum import StrEnum


class Addressee(StrEnum):
    """Who gets a letter. Awb 3:41."""

    RESIDENT = "resident"
    COOPERATIVE = "cooperative"
    """The resident's representative. Awb 2:1."""
    OBJECTOR = "objector"
    """Another interested party who objects. Awb 1:2."""


class Channel(StrEnum):
    """How a letter goes to somebody."""

    POST = "post"
    CASE = "case"
    """It lies ready in the case, and a mail without personal data tells of it."""
