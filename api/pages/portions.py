"""What is long comes in parts, so that no page grows with the years of a case."""

from __future__ import annotations

from collections.abc import Sequence

from api.views import Told

LINES = 40
"""Of what happened, in one part."""
SIGNS = 20_000
"""Of text in one part, unless a single line has more."""


def portions(lines: Sequence[Told]) -> list[list[Told]]:
    """What happened in parts, in the order of the lines; one part when nothing did."""
    parts: list[list[Told]] = [[]]
    signs = 0
    for line in lines:
        signs += len(line.text)
        if parts[-1] and (len(parts[-1]) == LINES or signs > SIGNS):
            parts.append([])
            signs = len(line.text)
        parts[-1].append(line)
    return parts
