"""The appeal to the court, and what becomes of it. Awb chapter 8."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from domain.fact import Day, Fact, Line, Prose


class AppealRecorded(Fact):
    """Somebody appealed to the court against the decision on the objection. Awb 8:1."""

    basis: ClassVar[str] = "Awb 8:1"
    kind: Literal["appeal_recorded"] = "appeal_recorded"
    court: Line
    lodged_on: Day
    reference: Line | None = None
    """The court's own."""


class CourtOutcome(StrEnum):
    """What became of an appeal."""

    UPHELD = "upheld"
    UNFOUNDED = "unfounded"
    INADMISSIBLE = "inadmissible"
    WITHDRAWN = "withdrawn"


class AppealOutcomeRecorded(Fact):
    """The court decided on an appeal, or it was withdrawn; upheld, the decision is taken again. Awb 8:70, 8:72."""

    basis: ClassVar[str] = "Awb 8:70, 8:72"
    kind: Literal["appeal_outcome_recorded"] = "appeal_outcome_recorded"
    outcome: CourtOutcome
    decided_on: Day
    decide_by: Day | None = None
    """By when the decision is taken again, where the court says so; else the term of the law begins anew."""
    consequences_stand: bool = False
    """The court lets what the annulled decision did stand, so that nothing is decided again. Awb 8:72(3)(a)."""
    summary: Prose


class AppealTermLapsed(Fact):
    """The term to appeal is over. Awb 6:7, 6:9."""

    basis: ClassVar[str] = "Awb 6:7, 6:9"
    kind: Literal["appeal_term_lapsed"] = "appeal_term_lapsed"
