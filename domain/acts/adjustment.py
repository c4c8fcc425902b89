"""Other hours or conditions between two reassessments: asked for or proposed, and decided on. Awb 4:1, 4:8, 4:13."""

from __future__ import annotations

from typing import ClassVar, Literal

from domain.acts.participation import Party
from domain.acts.permission import EndedBy
from domain.acts.view import ViewWaiver
from domain.fact import Conditions, Day, Fact, HoursAWeek, OfMatter, Prose


class AdjustmentRequested(Fact):
    """The resident or the cooperative asks for other hours or conditions, between two reassessments. Awb 4:1."""

    basis: ClassVar[str] = "Awb 4:1"
    kind: Literal["adjustment_requested"] = "adjustment_requested"
    on_behalf_of: Literal[Party.RESIDENT, Party.COOPERATIVE]
    """Who asks; what the cooperative asks for itself may take something from the resident. Awb 4:8."""
    hours_a_week: HoursAWeek
    conditions: Conditions
    """All that are to count, also those that stay."""
    reasoning: Prose
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class AdjustmentProposed(Fact):
    """A caseworker proposes other hours or conditions of the municipality's own motion; another decides. Awb 3:2."""

    basis: ClassVar[str] = "Awb 3:2"
    kind: Literal["adjustment_proposed"] = "adjustment_proposed"
    hours_a_week: HoursAWeek
    conditions: Conditions
    """All that are to count, also those that stay."""
    reasoning: Prose


class ConditionsAdjusted(OfMatter):
    """The participation goes on for other hours or conditions; the next reassessment keeps its day. Awb 3:46."""

    kind: Literal["conditions_adjusted"] = "conditions_adjusted"
    hours_a_week: HoursAWeek
    conditions: Conditions
    """All that count from now on."""
    reasoning: Prose
    deviation: Prose | None = None
    """Why these hours depart from the policy rules. Awb 4:84."""
    view_waived: ViewWaiver | None = None
    """Why nobody was asked for his view, where it takes something away or gives less than was asked. Awb 4:7, 4:8."""


class AdjustmentRefused(OfMatter):
    """The hours and conditions stay what they are, though others were asked for. Awb 4:13, 3:46."""

    kind: Literal["adjustment_refused"] = "adjustment_refused"
    reasoning: Prose
    view_waived: ViewWaiver | None = None
    """Why nobody was asked for his view. Awb 4:7, 4:11."""


class AdjustmentDropped(OfMatter):
    """Nothing is decided: the request was taken back, or the municipality left its own proposal. Awb 4:1, 3:2."""

    basis: ClassVar[str] = "Awb 4:1, 3:2"
    kind: Literal["adjustment_dropped"] = "adjustment_dropped"
    reason: Prose | None = None
    received_on: Day | None = None
    """When it came by post or at the desk that a request is taken back; the day of registration when not given."""


class AdjustmentLapsed(OfMatter):
    """Nothing is decided on the request any more: the permission that it was about is there no more."""

    kind: Literal["adjustment_lapsed"] = "adjustment_lapsed"
    ended_by: EndedBy


OfAnAdjustment = (
    AdjustmentRequested
    | AdjustmentProposed
    | ConditionsAdjusted
    | AdjustmentRefused
    | AdjustmentDropped
    | AdjustmentLapsed
)
