"""The appeal to the court, and what becomes of it. Awb chapter 8."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.acts.decision import PermissionGranted, PermissionRefused
from domain.acts.permission import PermissionRenewed, PermissionRevoked, RenewalRefused, RevocationDropped
from domain.fact import Day, Fact, Line, OfMatter, Prose


class AppealRecorded(Fact):
    """Somebody appealed to the court against the decision on the objection. Awb 8:1."""

    basis: ClassVar[str] = "Awb 8:1"
    kind: Literal["appeal_recorded"] = "appeal_recorded"
    court: Line
    lodged_on: Day
    reference: Line | None = None
    """The court's own."""
    by_another: bool = False
    """Whether another interested party appealed, who may want the applicant to get less. Awb 1:2, 8:69."""


class CourtAsked(OfMatter):
    """The court was asked how an appeal stands, on which it did not decide yet. Awb 8:66, 8:70."""

    basis: ClassVar[str] = "Awb 8:66, 8:70"
    kind: Literal["court_asked"] = "court_asked"
    answer: Prose
    """What it said."""


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


CourtsDecision = Annotated[
    PermissionGranted
    | PermissionRefused
    | PermissionRenewed
    | RenewalRefused
    | PermissionRevoked
    | RevocationDropped,
    Field(discriminator="kind"),
]
"""What a court decides itself: on an application, on a request to renew, or whether a permission is revoked."""


class CourtDecided(Fact):
    """The court annulled the decision and decided itself: its judgement takes the place of it. Awb 8:72(3)(b)."""

    basis: ClassVar[str] = "Awb 8:72(3)(b)"
    kind: Literal["court_decided"] = "court_decided"
    decided_on: Day
    sent_on: Day | None = None
    """When the court sent its judgement, from which the term of a higher appeal runs; by default on its day."""
    decision: CourtsDecision
    summary: Prose


class ObjectionTakenUp(Fact):
    """A court annulled that it could not be dealt with: it is heard, and decided on after all. Awb 7:2, 8:72."""

    basis: ClassVar[str] = "Awb 7:2, 7:11, 8:72"
    kind: Literal["objection_taken_up"] = "objection_taken_up"
    ruled_on: Day
    decide_by: Day
    """By when that is, as those whom it concerns are told."""
    is_term_set: bool
    """Whether the court said so itself. Awb 8:72(4)."""


class AppealTermLapsed(Fact):
    """The term to appeal is over. Awb 6:7, 6:9."""

    basis: ClassVar[str] = "Awb 6:7, 6:9"
    kind: Literal["appeal_term_lapsed"] = "appeal_term_lapsed"


OfAnAppeal = (
    AppealRecorded | CourtAsked | AppealOutcomeRecorded | CourtDecided | ObjectionTakenUp | AppealTermLapsed
)
"""What is done about an appeal, and what follows from it."""
