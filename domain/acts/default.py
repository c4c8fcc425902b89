"""What follows when the municipality does not decide in time: notice of default and penalty payment. Awb 4:17, 4:18."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from domain.acts.term import OfRequest
from domain.fact import Day, Fact, OfMatter, Prose


class NoticeOfDefaultReceived(Fact):
    """The applicant or objector gave written notice that the term to decide is over. Awb 4:17(3)."""

    basis: ClassVar[str] = "Awb 4:17(3)"
    kind: Literal["notice_of_default_received"] = "notice_of_default_received"
    request: OfRequest = None
    """On which a decision is waited for; needed where it is on more than one."""
    text: Prose | None = None
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class NoticeEffect(StrEnum):
    """What a notice of default does."""

    COUNTS = "counts"
    """Two weeks later each day costs money, until there is a decision."""
    PREMATURE = "premature"
    """The term to decide was not over yet."""
    OWN_MOTION = "own_motion"
    """What is waited for was asked by nobody: the municipality takes a permission again itself. Awb 4:17(1)."""
    REPEATED = "repeated"
    """An earlier one counts already for the same decision."""


class NoticeOfDefaultWeighed(OfMatter):
    """Held against the term to decide, the notice counts, or it has no effect. Awb 4:17(3)."""

    basis: ClassVar[str] = "Awb 4:17(3)"
    kind: Literal["notice_of_default_weighed"] = "notice_of_default_weighed"
    effect: NoticeEffect
    decision_due_on: Day
    """The last day to decide, as it was when the notice came."""
    first_day_on: Day | None = None
    """The first day that is paid for when there is no decision before; for a notice that counts."""
    was: NoticeEffect | None = None
    """What it was said to do before something older became known; none when it is weighed for the first time."""


class PenaltyAvoided(OfMatter):
    """There was a decision before a day had to be paid for. Awb 4:17(3)."""

    basis: ClassVar[str] = "Awb 4:17(3)"
    kind: Literal["penalty_avoided"] = "penalty_avoided"


class NoPenalty(StrEnum):
    """The grounds on which nothing is owed. Awb 4:17(6)."""

    UNREASONABLY_LATE = "unreasonably_late"
    """The notice of default came unreasonably late. Awb 4:17(6)(a)."""
    NO_INTEREST = "no_interest"
    """The applicant is not an interested party. Awb 4:17(6)(b)."""
    MANIFESTLY_HOPELESS = "manifestly_hopeless"
    """What was asked is manifestly inadmissible or unfounded. Awb 4:17(6)(c)."""


class PenaltyDetermined(OfMatter):
    """The amount was determined by a decision: what was reckoned, or nothing on a ground of the law. Awb 4:18."""

    kind: Literal["penalty_determined"] = "penalty_determined"
    cents: Annotated[int, Field(ge=0, le=100_000_000)]
    """Euro cents."""
    none_because: NoPenalty | None = None
    """Needed when nothing is owed."""
    reasoning: Prose

    @model_validator(mode="after")
    def _nothing_has_a_ground(self) -> PenaltyDetermined:
        if (self.cents == 0) != (self.none_because is not None):
            raise PydanticCustomError(
                "amount_or_ground", "Give an amount, or nothing with the ground of Awb 4:17(6) for it"
            )
        return self


class PenaltyPaid(OfMatter):
    """The amount was paid. Awb 4:87."""

    basis: ClassVar[str] = "Awb 4:87"
    kind: Literal["penalty_paid"] = "penalty_paid"
    paid_on: Day


OfADefault = (
    NoticeOfDefaultReceived | NoticeOfDefaultWeighed | PenaltyAvoided | PenaltyDetermined | PenaltyPaid
)
"""A notice of default, and what comes of it."""
