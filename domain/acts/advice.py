"""Advice of another party before a decision. Awb 3:5 to 3:9."""

from __future__ import annotations

from typing import ClassVar, Literal

from domain.fact import Code, Day, Fact, OfMatter, Prose


class AdviceRequested(Fact):
    """Another party is asked for advice, with what it needs to know. Awb 3:6, 3:7."""

    basis: ClassVar[str] = "Awb 3:6"
    kind: Literal["advice_requested"] = "advice_requested"
    adviser: Code
    """One of the policy's advisers."""
    question: Prose
    until: Day | None = None
    """The last day for it; by policy when not given."""


class AdviceReceived(OfMatter):
    """The advice came. Awb 3:8."""

    basis: ClassVar[str] = "Awb 3:8"
    kind: Literal["advice_received"] = "advice_received"
    advice: Prose
    received_on: Day | None = None
    """When it came; the day of registration when not given."""


class AdviceLapsed(OfMatter):
    """The term for advice passed and none came, which is no bar to deciding. Awb 3:6(2)."""

    basis: ClassVar[str] = "Awb 3:6(2)"
    kind: Literal["advice_lapsed"] = "advice_lapsed"


class AdviceForgone(OfMatter):
    """The advice is needed no more."""

    kind: Literal["advice_forgone"] = "advice_forgone"
    reason: Prose
