"""The numbers that the law sets: each with the day from which it counts, and its source.

When a number changes, add a version with its first day; what happened before keeps the one that counted then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Version(Generic[T]):
    """A number as it counts from a day on, until the next version."""

    since: date
    value: T
    source: str


@dataclass(frozen=True)
class Rate:
    """So many days at one amount a day, in euro cents."""

    days: int
    cents_a_day: int


AWB = date(1994, 1, 1)
"""The day on which the Awb came into force."""

PENALTY_ACT = date(2009, 10, 1)
"""The day on which the act on penalty payments and appeal for late decisions did. Stb. 2009, 383."""

DECISION_WEEKS = (Version(AWB, 8, "Awb 4:13(2)"),)
"""To decide on an application, when no other rule sets a term."""

SET_ASIDE_WEEKS = (Version(AWB, 4, "Awb 4:5(4)"),)
"""To notify that an application is set aside."""

OBJECTION_WEEKS = (Version(AWB, 6, "Awb 6:7"),)
"""To object to a decision."""

POST_WEEKS = (Version(AWB, 1, "Awb 6:9(2)"),)
"""For an objection that was posted in time to come in."""

OBJECTION_DECISION_WEEKS = (Version(PENALTY_ACT, 6, "Awb 7:10(1)"),)
"""To decide on an objection, counted from the end of the objection term."""

COMMITTEE_WEEKS = (Version(PENALTY_ACT, 12, "Awb 7:10(1)"),)
"""The same with an advisory committee (Awb 7:13)."""

INSPECTION_WEEKS = (Version(AWB, 1, "Awb 7:4(2)"),)
"""How long the file lies ready before a hearing."""

DOCUMENTS_DAYS = (Version(AWB, 10, "Awb 7:4(1)"),)
"""So long before a hearing documents can be sent at the latest."""

INVITATION_DAYS = (Version(AWB, 4, "Awb 7:4(3)"),)
"""From an invitation to the last day to send documents, so that it is there first, by post and over a weekend too."""

ADJOURNMENT_WEEKS = (Version(PENALTY_ACT, 6, "Awb 7:10(3)"),)
"""The longest adjournment of the decision on an objection."""

GRACE_WEEKS = (Version(PENALTY_ACT, 2, "Awb 4:17(3)"),)
"""After a notice of default, before the first day that is paid for."""

FIXING_WEEKS = (Version(PENALTY_ACT, 2, "Awb 4:18"),)
"""To fix the penalty payment by a decision, after the last day that is paid for."""

PAYMENT_WEEKS = (Version(date(2009, 7, 1), 6, "Awb 4:87(1)"),)
"""To pay what was determined, after the decision was notified. In force with the fourth tranche of the Awb."""

PENALTY_RATES = (
    Version(date(2019, 1, 1), (Rate(14, 2300), Rate(14, 3500), Rate(14, 4500)), "Awb 4:17(1), (2)"),
)
"""What each day costs, and for how many days at most."""


def in_force(versions: tuple[Version[T], ...], day: date) -> T:
    """The value that counts on a day; on a day before the first version, that first one."""
    counting = [version for version in versions if version.since <= day]
    return max(counting or versions[:1], key=_since).value


def is_loaded(versions: tuple[Version[T], ...], day: date) -> bool:
    """Whether it is known what counted on that day."""
    return versions[0].since <= day


def _since(version: Version[T]) -> date:
    return version.since
