"""What may be told of groups of people."""

from __future__ import annotations

from collections.abc import Mapping

SMALLEST = 5
"""Persons: what is told of a smaller group is told of somebody."""


def without_small_groups(counts: Mapping[str, int]) -> dict[str, int | None]:
    """The counts without those of one to four persons; nobody at all tells nothing of anybody.

    Where only one group is left out, whoever knows the total could reckon it out: so the next smallest goes too.
    """
    told: dict[str, int | None] = {
        group: count if count == 0 or count >= SMALLEST else None for group, count in counts.items()
    }
    if list(told.values()).count(None) == 1:
        rest = [group for group, count in told.items() if count]
        if rest:
            told[min(rest, key=lambda group: counts[group])] = None
    return told
