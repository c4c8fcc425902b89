"""What moves the decision term: suspension on a ground of the law, and adjournment. Awb 4:14, 4:15."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.fact import Day, Fact, Line, OfMatter, Prose


class SuspensionGround(StrEnum):
    """Why the decision term stands still. The wait for a supplement needs no act of its own: its request says it."""

    INFORMATION_FROM_ABROAD = "information_from_abroad"
    """Awb 4:15(1)(b)."""
    CONSENT = "consent"
    """The applicant agreed in writing. Awb 4:15(2)(a)."""
    DELAY_BY_APPLICANT = "delay_by_applicant"
    """Awb 4:15(2)(b)."""
    FORCE_MAJEURE = "force_majeure"
    """Awb 4:15(2)(c)."""


OfRequest = Annotated[int, Field(ge=1)] | None
"""The request to renew or to adjust whose term or period it is; without it that of the application."""


class TermSuspended(Fact):
    """The decision term stands still, on a ground of the law, until a day at the latest. Awb 4:15."""

    basis: ClassVar[str] = "Awb 4:15"
    kind: Literal["term_suspended"] = "term_suspended"
    request: OfRequest = None
    ground: SuspensionGround
    asked_on: Day | None = None
    """The day after which it stands still: of the request or the consent; the day of registration when not given."""
    until: Day
    """The day on which it runs again, unless it is ended before; by consent the day to which the applicant agreed."""
    document: Line | None = None
    """Where the applicant's written consent is kept."""
    reasoning: Prose


class SuspensionEnded(Fact):
    """What the term stood still for is over before its day, and the term runs again. Awb 4:15(4)."""

    basis: ClassVar[str] = "Awb 4:15(4)"
    kind: Literal["suspension_ended"] = "suspension_ended"
    suspension: Annotated[int, Field(ge=1)] | None = None
    """The act with which it began; needed when the term stands still for more than one reason."""
    ended_on: Day | None = None
    """The day on which it was over; the day of registration when not given."""
    reason: Prose


class SuspensionLapsed(OfMatter):
    """The day that was named came, and the term runs again since. Awb 4:15(4)."""

    basis: ClassVar[str] = "Awb 4:15(4)"
    kind: Literal["suspension_lapsed"] = "suspension_lapsed"


class DecisionAdjourned(Fact):
    """The applicant was told that the decision comes by another day, which then becomes the date. Awb 4:14(3).

    Not where a regulation that allows no adjournment sets the term: there it is told, and changes nothing. Awb 4:14(1).
    """

    basis: ClassVar[str] = "Awb 4:14"
    kind: Literal["decision_adjourned"] = "decision_adjourned"
    request: OfRequest = None
    until: Day
    """The new day for the decision. The municipality chooses it, so it does not roll."""
    reasoning: Prose


class PeriodExtended(Fact):
    """More time to send what was asked for, before the period for it was over. Awb 4:5(1), 6:6."""

    basis: ClassVar[str] = "Awb 4:5, 6:6"
    kind: Literal["period_extended"] = "period_extended"
    about: OfRequest = None
    """The request to renew or to adjust of which it is missing; without it the application, or the objection."""
    until: Day
    """The new last day, a working day."""
    reasoning: Prose


OfATerm = TermSuspended | SuspensionEnded | SuspensionLapsed | DecisionAdjourned | PeriodExtended
"""What moves a term, or the period in which something is sent."""
