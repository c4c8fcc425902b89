"""The case that is measured: what people do in it, in this order, and what of it the clock runs for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True)
class Part:
    """Steps that follow each other."""

    steps: tuple[str, ...]
    is_measured: bool = True


PARTS = (
    Part(("submit", "claim", "check", "review")),
    Part(("refuse", "reverse"), is_measured=False),
    Part(("decide",)),
    Part(("report", "react"), is_measured=False),
    Part(("reassess", "end")),
)
"""What is not measured makes a reassessment due today, which is due months after the first day of a permission.

Nobody gets a permission from a day in the past, but by a decision that is taken again: that one stands in the place of
the one that was overturned. So the application came on paper half a year ago, is refused in error, and is granted after
all from when it was meant to start. And a reassessment wants a report, and the resident's own reaction.
"""

STEPS = tuple(chain.from_iterable(part.steps for part in PARTS))
MEASURED = tuple(chain.from_iterable(part.steps for part in PARTS if part.is_measured))
UNMEASURED = tuple(step for step in STEPS if step not in MEASURED)


def version_after(step: str) -> int:
    """How many acts the case has after that step: each is one, and until the report is asked none comes by itself."""
    return STEPS.index(step) + 1
