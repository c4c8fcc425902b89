"""An objection, from its receipt to the decision on it. Awb chapters 6 and 7.

It is a case of its own; what the case of the decision knows of it stands in domain/acts/contested.py.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from domain.acts.costs import CostsDecided
from domain.acts.hearing import NoHearing
from domain.addressees import Addressee
from domain.extent import Extent
from domain.fact import MANY, Code, Day, Fact, Line, Prose

Version = Annotated[int, Field(ge=1)]
"""The number of an act in its case."""


class ContestedDecision(Fact):
    """The decision that an objection is against, as its case had it when the objection came."""

    case: Line
    version: Version
    kind: Code
    corrects: Code | None = None
    """The kind of the decision that it corrects, of a correction."""
    decided_on: Day
    sent_on: Day | None = None
    """The day on which it was sent, from which the objection term runs; none when it was not sent yet. Awb 6:8."""
    decided_by: Line
    involved: Annotated[tuple[Line, ...], MANY]
    """Everybody who prepared or took it, in the order of the alphabet. Awb 7:5, 10:3(3)."""
    known_as: Annotated[tuple[Line, ...], MANY] = ()
    """Their names, since who hears is told by name. Awb 7:5."""
    cooperative: Code
    resident: Line
    electronic: Annotated[tuple[Addressee, ...], MANY] = ()
    """Who had agreed to get letters electronically. Awb 2.3."""
    of_the_cooperative: bool = False
    """Whether it is on what the cooperative asked for itself, so that it is its own too. Awb 1:3(3), 7:2."""
    in_objection: bool = False
    """Whether its case is that of an objection, in which an amount was determined. Awb 4:18, 7:14."""
    leaves: Extent | None = None
    """What is allowed by it, where it grants, renews or revokes: who appeals is not left with less. Awb 8:69."""


class Objector(StrEnum):
    """Whose objection it is."""

    RESIDENT = "resident"
    COOPERATIVE = "cooperative"
    ANOTHER = "another"
    """Another interested party (Awb 1:2), by name."""


class Objecting(Fact):
    """What somebody has against a decision, and when it came."""

    objector: Objector
    objector_name: Line | None = None
    """Needed for another interested party."""
    reasons: Prose | None = None
    """The grounds of the objection; who does not give them yet is asked for them. Awb 6:5, 6:6."""
    late_because: Prose | None = None
    """Why it came late, in the objector's own words. Awb 6:11."""
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""
    posted_on: Day | None = None
    """The day of the postmark. Awb 6:9(2)."""

    @model_validator(mode="after")
    def _another_has_a_name(self) -> Objecting:
        if self.objector is Objector.ANOTHER and self.objector_name is None:
            raise PydanticCustomError("name_missing", "Another interested party has a name")
        return self


class ObjectionReceived(Objecting):
    """An objection came in. Awb 6:4."""

    basis: ClassVar[str] = "Awb 6:4"
    kind: Literal["objection_received"] = "objection_received"
    decision: ContestedDecision


class ObjectionAcknowledged(Fact):
    """The objector was told that the objection came in. Awb 6:14."""

    basis: ClassVar[str] = "Awb 6:14"
    kind: Literal["objection_acknowledged"] = "objection_acknowledged"


class Obstacle(StrEnum):
    """Why an objection cannot be dealt with."""

    LATE = "late"
    """Too late, without an excuse. Awb 6:7, 6:11."""
    NOT_MENDED = "not_mended"
    """A defect was not mended in the period for it. Awb 6:6."""
    NO_INTEREST = "no_interest"
    """Not an interested party. Awb 1:2, 7:1."""


class AdmissibilityJudged(Fact):
    """Somebody judged whether the objection can be dealt with; too late is never so by itself. Awb 6:6, 6:11."""

    basis: ClassVar[str] = "Awb 6:6, 6:11"
    kind: Literal["admissibility_judged"] = "admissibility_judged"
    obstacle: Obstacle | None = None
    """What stands in the way; none when the objection can be dealt with."""
    late_excused: bool | None = None
    """For an objection that came too late: whether the objector cannot be blamed for it. Awb 6:11."""
    committee: bool = False
    """An advisory committee hears the objector and advises; the objector is told. Awb 7:13."""
    reasoning: Prose


class Defect(StrEnum):
    """What an objection must have. Awb 2:1, 6:5."""

    REASONS = "reasons"
    SIGNATURE = "signature"
    NAME_AND_ADDRESS = "name_and_address"
    DATE = "date"
    AUTHORISATION = "authorisation"
    TRANSLATION = "translation"


class RepairRequested(Fact):
    """The objector was asked to mend these defects within a period. Awb 6:6, 7:10(2)."""

    basis: ClassVar[str] = "Awb 6:6, 7:10(2)"
    kind: Literal["repair_requested"] = "repair_requested"
    defects: Annotated[tuple[Defect, ...], Field(min_length=1), MANY]
    until: Day
    explanation: Prose | None = None


class RepairReceived(Fact):
    """The objector sent what was asked for; whether it suffices is for a person to say. Awb 6:6."""

    basis: ClassVar[str] = "Awb 6:6"
    kind: Literal["repair_received"] = "repair_received"
    text: Prose
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class RepairLapsed(Fact):
    """The period to mend the defects passed unused. Awb 6:6."""

    basis: ClassVar[str] = "Awb 6:6"
    kind: Literal["repair_lapsed"] = "repair_lapsed"


class Outcome(StrEnum):
    """What becomes of an objection."""

    INADMISSIBLE = "inadmissible"
    UNFOUNDED = "unfounded"
    PARTLY_UPHELD = "partly_upheld"
    UPHELD = "upheld"


WELL_FOUNDED = frozenset({Outcome.PARTLY_UPHELD, Outcome.UPHELD})
"""The contested decision does not stand as it is. Awb 7:11(2)."""


class CommitteeAdvised(Fact):
    """The advisory committee gave its advice. Awb 7:13."""

    basis: ClassVar[str] = "Awb 7:13"
    kind: Literal["committee_advised"] = "committee_advised"
    outcome: Outcome
    reasoning: Prose


class ObjectionDecided(Fact):
    """The decision on the objection, with its reasons. Awb 7:11, 7:12."""

    kind: Literal["objection_decided"] = "objection_decided"
    outcome: Outcome
    reasoning: Prose
    no_hearing: NoHearing | None = None
    """Why the objector was not heard, which the decision must say. Awb 7:12(1)."""
    departs_because: Prose | None = None
    """Why it departs from the committee's advice. Awb 7:13(7)."""
    costs: CostsDecided | None = None
    """Needed when the objector claimed his costs. Awb 7:15(3)."""


class ObjectionForwarded(Fact):
    """Another authority is to decide on this objection, and has it now; the objector was told. Awb 6:15."""

    basis: ClassVar[str] = "Awb 6:15"
    kind: Literal["objection_forwarded"] = "objection_forwarded"
    to: Line
    """That authority."""
    reasoning: Prose


class ObjectionAdjourned(Fact):
    """The decision on the objection was adjourned, in writing and before the term was over. Awb 7:10(3)."""

    basis: ClassVar[str] = "Awb 7:10(3)"
    kind: Literal["objection_adjourned"] = "objection_adjourned"
    weeks: Annotated[int, Field(ge=1, le=52)] | None = None
    until: Day | None = None
    """The new day, where that is not so many weeks later; it does not roll."""
    reasoning: Prose

    @model_validator(mode="after")
    def _says_how_long(self) -> ObjectionAdjourned:
        if (self.weeks is None) == (self.until is None):
            raise PydanticCustomError("weeks_or_until", "Say by how many weeks, or until which day")
        return self


class Consent(StrEnum):
    """On what a further postponement rests. Awb 7:10(4)."""

    ALL = "all"
    """All interested parties agree."""
    OBJECTOR = "objector"
    """The objector agrees, and it harms no other interested party."""
    PROCEDURE = "procedure"
    """Rules of procedure must be kept."""


class ObjectionPostponed(Fact):
    """The decision on the objection was postponed further, as the law allows with consent. Awb 7:10(4)."""

    basis: ClassVar[str] = "Awb 7:10(4)"
    kind: Literal["objection_postponed"] = "objection_postponed"
    until: Day
    consent: Consent
    document: Line | None = None
    """Where the consent is kept; none where rules on the procedure ask for more time."""
    agreed_on: Day | None = None
    """When they agreed; the day of registration when not given."""
    reasoning: Prose


class ObjectionWithdrawn(Fact):
    """The objector took the objection back. Awb 6:21."""

    basis: ClassVar[str] = "Awb 6:21"
    kind: Literal["objection_withdrawn"] = "objection_withdrawn"
    reason: Prose | None = None
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""
