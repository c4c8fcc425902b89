"""What a case knows of objections to the decisions in it; each of these is a case of its own. Awb 6:4, 7:11."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.acts.appeal import CourtsDecision
from domain.acts.correction import ContestedDecisionReplaced, ContestedDecisionSent
from domain.acts.desk import OfAnInterest
from domain.acts.objection import Objector, Outcome, Version
from domain.acts.sending import LetterSent
from domain.fact import Code, Day, Fact, Line


class ObjectionLodged(Fact):
    """Somebody objected to a decision in this case. Awb 6:4."""

    basis: ClassVar[str] = "Awb 6:4"
    kind: Literal["objection_lodged"] = "objection_lodged"
    objection: Line
    """The number of its case."""
    version: Version
    """The decision that it is against."""
    decided: Code | None = None
    """The kind of that act; not known of what was told before it was named."""
    decided_on: Day | None = None
    """The day of that act."""
    received_on: Day
    before_sending: bool = False
    """Whether it came before the decision was sent, so that it is to be told when that was. Awb 6:10."""
    objector: Objector | None = None
    """Whose it is, since the term of each runs from when it was sent to him. Awb 6:8."""


Times = Annotated[int, Field(ge=0)]
"""How often a court had an objection dealt with after all, by then: what ended it before ended it no more."""


class ObjectionReopened(Fact):
    """An objection that could not be dealt with runs again, since a court annulled that. Awb 7:2, 8:72."""

    basis: ClassVar[str] = "Awb 7:2, 7:11, 8:72"
    kind: Literal["objection_reopened"] = "objection_reopened"
    objection: Line
    times: Times
    ruled_on: Day
    decide_by: Day
    """The term to decide on it."""


class Ruling(Fact):
    """A court annulled the decision on an objection. Awb 8:72."""

    ruled_on: Day
    is_term_set: bool
    """Whether the court said itself by when the decision is taken again. Awb 8:72(4)."""
    decided_by: Line
    """Who took the decision that it annulled."""
    by_another: bool = False
    """Whether the appeal was of another interested party than who objected. Awb 1:2, 8:69."""


class ObjectionUpheld(Fact):
    """An objection was upheld, so the decision is taken again, unless a court did so itself. Awb 7:11(2), 8:72."""

    basis: ClassVar[str] = "Awb 7:11(2), 8:72"
    kind: Literal["objection_upheld"] = "objection_upheld"
    objection: Line
    version: Version
    decide_by: Day
    """The term to decide on the objection, of which the new decision is a part."""
    ruling: Ruling | None = None
    """Of the court that upheld it, on appeal."""
    was_heard: bool = False
    """Whether the resident could say on it what he thought, whoever objected. Awb 4:11(b), 7:2."""
    objector_name: Line | None = None
    """Of another party that was upheld, who is sent what is decided anew. Awb 3:41, 7:11(2)."""
    times: Times = 0
    decision: CourtsDecision | None = None
    """What the court decided itself, which is the next act of the case. Awb 8:72(3)(b)."""


class ObjectionClosed(Fact):
    """An objection changes nothing in this case, or nothing more. Awb 6:21, 7:11."""

    basis: ClassVar[str] = "Awb 6:21, 7:11"
    kind: Literal["objection_closed"] = "objection_closed"
    objection: Line
    outcome: Outcome | None = None
    """None when it was withdrawn or forwarded."""
    decide_by: Day | None = None
    """By when an amount that was determined is determined again."""
    ruling: Ruling | None = None
    """Of the court that upheld it, on appeal."""
    was_heard: bool = False
    """Whether the resident could say on it what he thought, whoever objected. Awb 4:11(b), 7:2."""
    objector_name: Line | None = None
    """Of another party that was upheld, who is sent what is decided anew. Awb 3:41, 7:11(2)."""
    times: Times = 0
    decision: CourtsDecision | None = None
    """What the court decided itself, which is the next act of the case. Awb 8:72(3)(b)."""


class ObjectionTermLapsed(Fact):
    """The term to object to the decision is over, or to go to the court against it. Awb 6:7, 6:9."""

    basis: ClassVar[str] = "Awb 6:7, 6:9"
    kind: Literal["objection_term_lapsed"] = "objection_term_lapsed"
    for_the_court: bool = False
    """Whether the decision belonged to that on an objection. Awb 7:11(2), 8:1."""


HeardOfAnObjection = (
    ObjectionLodged | ObjectionReopened | ObjectionUpheld | ObjectionClosed | ObjectionTermLapsed
)
"""What a case knows of objections."""

News = Annotated[
    ObjectionLodged
    | ObjectionReopened
    | ObjectionUpheld
    | ObjectionClosed
    | ContestedDecisionReplaced
    | ContestedDecisionSent
    | LetterSent
    | OfAnInterest,
    Field(discriminator="kind"),
]
"""What a case is told: of an objection, of a correction, that a letter went out, of somebody's personal interest."""
