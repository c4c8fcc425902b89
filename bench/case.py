"""The case that is measured: what people do in it, in this order."""

from __future__ import annotations

STEPS = (
    *("submit", "claim", "check", "review"),
    *("refuse", "reverse"),
    "decide",
    *("report", "react"),
    *("reassess", "end"),
)
"""Each is one act of somebody: the human steps of a case, and what makes a reassessment due today.

A reassessment is due months after the first day of a permission, and nobody gets one from a day in the past but by a
decision that is taken again: that one stands in the place of the one that was overturned. So the application came on
paper half a year ago, is refused in error, and is granted after all from when it was meant to start. And a reassessment
wants a report, and the resident's own reaction.
"""

STARTS_AFRESH_AFTER = STEPS.index("reassess") + 1
"""How many acts a case has when its workflow goes on as a new run, at the reassessment."""


def version_after(step: str) -> int:
    """How many acts the case has after that step: each is one, and until the report is asked none comes by itself."""
    return STEPS.index(step) + 1
