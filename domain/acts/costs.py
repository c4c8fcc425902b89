"""What an objection cost the objector. Awb 7:15."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.fact import Day, Fact, Prose


class CostsClaimed(Fact):
    """The objector asks that his costs of the objection be paid. Awb 7:15(2), 7:15(3)."""

    basis: ClassVar[str] = "Awb 7:15"
    kind: Literal["costs_claimed"] = "costs_claimed"
    costs: Prose
    """Which they are."""
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class CostsDecided(Fact):
    """What is paid of the costs that were claimed, and why. Awb 7:15(2)."""

    cents: Annotated[int, Field(ge=0, le=10_000_000)]
    """Euro cents; none is nothing."""
    reasoning: Prose
