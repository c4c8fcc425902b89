"""What comes along with an act: documents that were handed in before, and are named by their hash."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from domain.fact import Code, Fact, Line

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A file by the hash of what is in it (FIPS 180-4), so that what is read later is what was sent."""


class Item(Fact):
    """A document that the policy asks for, with an application or a supplement."""

    code: Code
    """Which of the items that the policy asks for."""
    file: Sha256 | None = None
    """The document itself, handed in before; none when it comes another way."""
    title: Line
    """What the sender calls it, so that it can be found again."""


class Enclosure(Fact):
    """A document that the sender adds of his own accord, such as an invoice with a report."""

    file: Sha256 | None = None
    """The document itself, handed in before; none when it comes another way."""
    title: Line
    """What the sender calls it, so that it can be found again."""
