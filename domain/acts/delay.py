"""The appeal to the court since no decision came in time. Awb 6:2(b), 6:12, 6:20, 8:55b to 8:55d."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from domain.acts.appeal import CourtOutcome
from domain.acts.objection import Version
from domain.acts.term import OfRequest
from domain.fact import Cents, Day, Fact, Line, OfMatter, Prose


class LateDecisionAppealed(Fact):
    """Somebody went to the court since no decision came in time. Awb 6:2(b), 6:12."""

    basis: ClassVar[str] = "Awb 6:2(b), 6:12"
    kind: Literal["late_decision_appealed"] = "late_decision_appealed"
    request: OfRequest = None
    """On which no decision came; needed where one is waited for on more than one."""
    court: Line
    lodged_on: Day
    reference: Line | None = None
    """The court's own."""


class CourtOpen(StrEnum):
    """Whether one could go to the court by then, as far as the case tells; the court judges it."""

    OPEN = "open"
    """Two weeks had passed after a notice of default that counts."""
    TOO_SOON = "too_soon"
    """They had not yet."""
    NO_NOTICE = "no_notice"
    """There was no notice of default that counts."""


class LateDecisionAppealWeighed(OfMatter):
    """Held against the notice of default, the appeal came once one could appeal, or before. Awb 6:12(2)."""

    basis: ClassVar[str] = "Awb 6:12(2)"
    kind: Literal["late_decision_appeal_weighed"] = "late_decision_appeal_weighed"
    effect: CourtOpen
    request: Version | None = None
    """The request on which no decision came; none when that is the application or the objection."""
    notice_on: Day | None = None
    """The day of the notice of default that counts."""
    open_from: Day | None = None
    """The first day on which one could appeal."""


class LateDecisionCame(OfMatter):
    """A decision went out while the court had not ruled yet: the appeal is about that too, and goes on. Awb 6:20."""

    basis: ClassVar[str] = "Awb 6:20"
    kind: Literal["late_decision_came"] = "late_decision_came"
    decision: Version


class LateDecisionRuled(OfMatter):
    """The court said what comes of it, or the appeal was withdrawn. Awb 8:55d."""

    basis: ClassVar[str] = "Awb 8:55d"
    kind: Literal["late_decision_ruled"] = "late_decision_ruled"
    outcome: CourtOutcome
    decided_on: Day
    decide_by: Day | None = None
    """By when the court wants the decision, which is usually two weeks; needed when it was upheld and none came."""
    daily_cents: Cents | None = None
    """What the court has the municipality pay for each day that it is late then. Awb 8:55d(2)."""
    most_cents: Cents | None = None
    """The most that it has it pay."""
    summary: Prose

    @model_validator(mode="after")
    def _an_amount_has_a_maximum(self) -> LateDecisionRuled:
        if (self.daily_cents is None) != (self.most_cents is None):
            raise PydanticCustomError("amount_and_maximum", "Give an amount a day and a maximum, or neither")
        return self


OfADelay = LateDecisionAppealed | LateDecisionAppealWeighed | LateDecisionCame | LateDecisionRuled
"""What is done about an appeal since no decision came in time."""
