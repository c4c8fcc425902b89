"""A decision is never edited: a new act corrects it, or says that it is taken again. Awb 3:40, 3:41."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.acts.adjustment import AdjustmentRefused, ConditionsAdjusted
from domain.acts.application import ApplicationSetAside, RequestSetAside
from domain.acts.decision import PermissionGranted, PermissionRefused
from domain.acts.default import PenaltyDetermined
from domain.acts.objection import ObjectionDecided, Version
from domain.acts.participation import ConditionsChanged
from domain.acts.permission import (
    PermissionExtendedToFull,
    PermissionRenewed,
    PermissionRevoked,
    PermissionSuspended,
    RenewalRefused,
)
from domain.acts.view import ViewWaiver
from domain.fact import MANY, Code, Day, Fact, Line, Prose

Correctable = (
    ApplicationSetAside
    | PermissionGranted
    | PermissionRefused
    | ConditionsChanged
    | PermissionSuspended
    | PermissionExtendedToFull
    | PermissionRenewed
    | RenewalRefused
    | PermissionRevoked
    | ConditionsAdjusted
    | AdjustmentRefused
    | RequestSetAside
    | ObjectionDecided
    | PenaltyDetermined
)

IN_WORDS_ALONE = (ObjectionDecided, PenaltyDetermined, RequestSetAside)
"""Of which a slip can be put right and nothing else: there is no more to what they decide than that they do."""


class DecisionCorrected(Fact):
    """An obvious slip in a decision was put right; it goes out anew, and can be objected to anew. Awb 3:41, 6:8.

    Not where the words alone are others: that has no legal effect, so it is no decision (Awb 1:3(1)), and the term to
    go against the one that was corrected runs on from when that was sent (Awb 6:8(1)).
    """

    kind: Literal["decision_corrected"] = "decision_corrected"
    version: Version
    """The decision that the slip is in."""
    wrong: Prose
    """What it said."""
    right: Prose
    """What it must be."""
    decision: Annotated[Correctable, Field(discriminator="kind")]
    """The whole decision as it must read."""
    view_waived: ViewWaiver | None = None
    """Why nobody was asked for his view on other words of a condition. Awb 4:8, 4:11."""

    @property
    def is_in_words_alone(self) -> bool:
        """Whether nothing is decided otherwise by it, so that no term begins anew. Awb 1:3(1), 6:8(1)."""
        return isinstance(self.decision, IN_WORDS_ALONE)


class ContestedDecisionReplaced(Fact):
    """A decision was corrected or taken again while an objection to it runs, which is about both then. Awb 6:19.

    Also that it is being taken again, of which the new decision is told once it is there.
    """

    basis: ClassVar[str] = "Awb 6:19"
    kind: Literal["contested_decision_replaced"] = "contested_decision_replaced"
    version: Version
    """What took its place, in the case of the decision."""
    decision: Code
    """The kind of that act."""
    decided_on: Day | None = None
    """The day of that act; the day on which it was told when not given."""
    involved: Annotated[tuple[Line, ...], MANY]
    """Who has a part in the decision since, and none in the objection. Awb 7:5, 10:3(3)."""


class ContestedDecisionSent(Fact):
    """A decision to which somebody objected before it was sent went out to him: his term runs since. Awb 6:8, 6:10."""

    basis: ClassVar[str] = "Awb 6:8, 6:10"
    kind: Literal["contested_decision_sent"] = "contested_decision_sent"
    sent_on: Day


class DecisionReversed(Fact):
    """The municipality takes a decision again, of its own motion; the old one counts until then. Awb 3:46, 4:8."""

    basis: ClassVar[str] = "Awb 3:46, 4:8"
    kind: Literal["decision_reversed"] = "decision_reversed"
    version: Version
    """The decision that does not stand."""
    reasoning: Prose
    decide_by: Day
    """By when the new decision comes, as those who have the old one are told."""
