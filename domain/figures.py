"""What may be told of groups of people."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from enum import StrEnum
from typing import TypeVar

SMALLEST = 5
"""Persons: what is told of a smaller group is told of somebody."""

Group = TypeVar("Group")


class Span(StrEnum):
    """How long ago a reassessment was due, or how soon it is."""

    OVER_EIGHT_WEEKS_LATE = "over_eight_weeks_late"
    OVER_TWO_WEEKS_LATE = "over_two_weeks_late"
    UP_TO_TWO_WEEKS_LATE = "up_to_two_weeks_late"
    WITHIN_TWO_WEEKS = "within_two_weeks"
    WITHIN_FOUR_WEEKS = "within_four_weeks"
    WITHIN_EIGHT_WEEKS = "within_eight_weeks"


A_DAY, EVER = timedelta(days=1), timedelta(weeks=5000)
SPANS: dict[Span, tuple[timedelta, timedelta]] = {
    Span.OVER_EIGHT_WEEKS_LATE: (-EVER, timedelta(weeks=-8) - A_DAY),
    Span.OVER_TWO_WEEKS_LATE: (timedelta(weeks=-8), timedelta(weeks=-2) - A_DAY),
    Span.UP_TO_TWO_WEEKS_LATE: (timedelta(weeks=-2), -A_DAY),
    Span.WITHIN_TWO_WEEKS: (timedelta(0), timedelta(weeks=2)),
    Span.WITHIN_FOUR_WEEKS: (timedelta(weeks=2) + A_DAY, timedelta(weeks=4)),
    Span.WITHIN_EIGHT_WEEKS: (timedelta(weeks=4) + A_DAY, timedelta(weeks=8)),
}
"""From how long before or after today until how long, both included."""
OVERDUE = (Span.OVER_EIGHT_WEEKS_LATE, Span.OVER_TWO_WEEKS_LATE, Span.UP_TO_TWO_WEEKS_LATE)


def without_small_groups(
    counts: Mapping[Group, int], sums: Iterable[tuple[Group, Collection[Group]]] = ()
) -> dict[Group, int | None]:
    """The counts without those of one to four persons; nobody at all tells nothing of anybody.

    `sums` tells which groups make up which whole. Who knows all of these but one reckons that one out, so others are
    left out too, the smallest first: until of each whole at least two parts are missing, of five persons together.
    """
    known = [(whole, tuple(parts)) for whole, parts in sums]
    hidden = {group for group, count in counts.items() if 0 < count < SMALLEST}
    before = -1
    while before != len(hidden):
        before = len(hidden)
        for whole, parts in known:
            while _tells(counts, hidden, whole, parts) and (more := _next(counts, hidden, whole, parts)):
                hidden.add(more)
    return {group: None if group in hidden else count for group, count in counts.items()}


def _tells(
    counts: Mapping[Group, int], hidden: Collection[Group], whole: Group, parts: Collection[Group]
) -> bool:
    """Whether something that is hidden is reckoned out from the rest of its sum."""
    missing = [counts[part] for part in parts if part in hidden]
    if whole in hidden:
        return not missing
    return bool(missing) and (len(missing) == 1 or sum(missing) < SMALLEST)


def _next(
    counts: Mapping[Group, int], hidden: Collection[Group], whole: Group, parts: Collection[Group]
) -> Group | None:
    """What is left out next: the smallest part that is there, and the whole when there is none."""
    rest = [group for group in parts if group not in hidden and counts[group]] or (
        [whole] if whole not in hidden else []
    )
    return min(rest, key=lambda group: counts[group], default=None)
