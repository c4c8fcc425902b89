"""The hearing in an objection. Awb 7:2 to 7:9."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from domain.fact import MANY, Day, Fact, Line, Prose


class HearingInvited(Fact):
    """The objector and the other interested parties were invited to be heard. Awb 7:2, 7:4."""

    basis: ClassVar[str] = "Awb 7:2, 7:4"
    kind: Literal["hearing_invited"] = "hearing_invited"
    hearing_on: Day
    place: Line
    answer_by: Day | None = None
    """By when the objector says whether to be heard. Awb 7:3(d)."""
    sooner_agreed: bool = False
    """All interested parties agree to less time for the file and for documents before it. Awb 7:4(1), (2), (5)."""


class NoHearing(StrEnum):
    """The grounds on which there need be no hearing. Awb 7:3."""

    MANIFESTLY_INADMISSIBLE = "manifestly_inadmissible"
    MANIFESTLY_UNFOUNDED = "manifestly_unfounded"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    FULLY_MET = "fully_met"


class ResidentUnheard(StrEnum):
    """Why the resident need not be heard either, where he can lose what he was given. Awb 7:3(c), (d)."""

    DECLINED = "declined"
    NO_ANSWER = "no_answer"


class HearingWaived(Fact):
    """There is no hearing, on one of the grounds of the law. Awb 7:3."""

    basis: ClassVar[str] = "Awb 7:3"
    kind: Literal["hearing_waived"] = "hearing_waived"
    ground: NoHearing
    resident_too: ResidentUnheard | None = None
    """None where the resident can lose nothing, or did not give up being heard."""
    reasoning: Prose


class HearingDeclined(Fact):
    """The objector does not want to be heard. Awb 7:3(c)."""

    basis: ClassVar[str] = "Awb 7:3(c)"
    kind: Literal["hearing_declined"] = "hearing_declined"
    resident_too: ResidentUnheard | None = None
    """None where the resident can lose nothing, or did not give up being heard."""


class HeardApart(StrEnum):
    """Why not everybody was heard in the presence of the others. Awb 7:6(2)."""

    HINDERS_CARE = "hinders_care"
    """To hear them together would hinder a careful treatment."""
    SECRECY = "secrecy"
    """Facts would come out that must stay secret for weighty reasons."""


class ShortNotice(StrEnum):
    """Why he could be heard whom nobody invited a week before. Awb 7:4(5)."""

    CAME_OF_HIMSELF = "came_of_himself"
    """The objector came and wanted to be heard there and then."""
    AGREED = "agreed"
    """All interested parties agreed to it."""


class Hearer(Fact):
    """One of the municipality's own people who heard."""

    id: Line
    """His id at the identity provider, by which the municipality keeps duties apart."""
    name: Line


class HearingHeld(Fact):
    """The objector was heard, by somebody who was not involved in the decision. Awb 7:5, 7:7."""

    basis: ClassVar[str] = "Awb 7:5, 7:7"
    kind: Literal["hearing_held"] = "hearing_held"
    held_on: Day
    at_short_notice: ShortNotice | None = None
    """None when he was invited for that day, and the file lay ready for a week before it. Awb 7:4(2), 7:4(5)."""
    staff: Annotated[tuple[Hearer, ...], MANY] = ()
    """Who heard, of the municipality's own people: none who had a part in the decision."""
    heard_by: Annotated[tuple[Line, ...], MANY] = ()
    """Who else heard, by name: those of a committee, or its chair alone. Awb 7:13."""
    report: Prose
    """Who was there, and what was said. Awb 7:7."""
    apart: HeardApart | None = None
    """None when everybody was heard together, as the law would have it. Awb 7:6."""

    @model_validator(mode="after")
    def _somebody_heard(self) -> HearingHeld:
        if not self.staff and not self.heard_by:
            raise PydanticCustomError("somebody_heard", "Say who heard")
        return self


class HearingReopened(Fact):
    """The decider wants the objector heard first, still or again. Awb 7:2, 7:9."""

    basis: ClassVar[str] = "Awb 7:2, 7:9"
    kind: Literal["hearing_reopened"] = "hearing_reopened"
    reason: Prose


OfAHearing = HearingInvited | HearingWaived | HearingDeclined | HearingHeld | HearingReopened
"""What becomes of hearing an objector."""
