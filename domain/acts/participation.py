"""From permission to its end: reports and reassessments. Pw 44a, 53a."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from domain.documents import Enclosure
from domain.fact import (
    MANY,
    Cents,
    Code,
    Conditions,
    Day,
    Fact,
    HoursAWeek,
    Line,
    OfMatter,
    Prose,
    ends_before_start,
)


class ReportRequested(Fact):
    """The cooperative was asked for a progress report, and the resident how he sees it himself. Pw 53a, 44a."""

    basis: ClassVar[str] = "Pw 53a"
    kind: Literal["report_requested"] = "report_requested"
    reassessment_on: Day


class ReportReminded(Fact):
    """The cooperative was reminded of the progress report."""

    kind: Literal["report_reminded"] = "report_reminded"


class ReportEscalated(Fact):
    """No progress report came: the caseworker is told, and reassesses without it."""

    kind: Literal["report_escalated"] = "report_escalated"


class ProgressReported(Fact):
    """The cooperative told how the resident fares; that nothing was done is reported too, with the reason. Pw 53a."""

    basis: ClassVar[str] = "Pw 53a"
    kind: Literal["progress_reported"] = "progress_reported"
    period_from: Day
    period_until: Day
    hours: Annotated[int, Field(ge=0, le=5000)]
    """Worked in the whole period."""
    income_cents: Cents
    """Earned in the whole period, in euro cents."""
    activities: Prose | None = None
    results: Prose | None = None
    nothing_done_because: Prose | None = None
    """Of a nil report: why nothing was done."""
    enclosures: Annotated[tuple[Enclosure, ...], MANY] = ()
    """What shows it, such as invoices."""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> ProgressReported:
        if self.period_until < self.period_from:
            raise ends_before_start("period_until")
        return self

    @model_validator(mode="after")
    def _says_what_was_done_or_why_nothing(self) -> ProgressReported:
        if self.nothing_done_because is None and not (self.activities and self.results):
            raise PydanticCustomError(
                "says_nothing", "Say what was done and what came of it, or why nothing was done"
            )
        if self.nothing_done_because and (self.hours or self.income_cents or self.activities or self.results):
            raise PydanticCustomError(
                "not_nothing", "Where nothing was done there are no hours, income, activities or results"
            )
        return self


class InterimReportRequested(Fact):
    """The cooperative was asked how it went in a period, beside the reassessments. Pw 53a."""

    basis: ClassVar[str] = "Pw 53a"
    kind: Literal["interim_report_requested"] = "interim_report_requested"
    period_from: Day
    period_until: Day


class InterimReportReminded(OfMatter):
    """The cooperative was reminded of that report."""

    kind: Literal["interim_report_reminded"] = "interim_report_reminded"


class InterimReportEscalated(OfMatter):
    """That report did not come: a caseworker looks what is the matter. The next one is about this period too."""

    kind: Literal["interim_report_escalated"] = "interim_report_escalated"


OfAReport = (
    ReportRequested
    | ReportReminded
    | ReportEscalated
    | ProgressReported
    | InterimReportRequested
    | InterimReportReminded
    | InterimReportEscalated
)


class ResidentReacted(Fact):
    """The resident told how he sees it himself, or that he does not want to: a plan is evaluated with him. Pw 44a."""

    basis: ClassVar[str] = "Pw 44a"
    kind: Literal["resident_reacted"] = "resident_reacted"
    reaction: Prose | None = None
    declined_because: Prose | None = None
    """On which ground he gives none."""
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""

    @model_validator(mode="after")
    def _says_one_of_two(self) -> ResidentReacted:
        if self.reaction and self.declined_because:
            raise PydanticCustomError(
                "not_both",
                "Fill in one of the two: how the resident sees it, or why he does not want to react",
            )
        if self.reaction is None and self.declined_because is None:
            raise PydanticCustomError(
                "one_of_two", "Say how the resident sees it, or why he does not want to react"
            )
        return self


class ReactionLapsed(Fact):
    """The time to react passed, and the resident let nothing be heard: he is reassessed without it. Pw 44a."""

    basis: ClassVar[str] = "Pw 44a"
    kind: Literal["reaction_lapsed"] = "reaction_lapsed"


class ParticipationContinued(Fact):
    """Reassessed: the participation goes on as it was. Pw 44a."""

    basis: ClassVar[str] = "Pw 44a"
    kind: Literal["participation_continued"] = "participation_continued"
    reasoning: Prose
    next_reassessment_on: Day | None = None
    """By policy when not given."""


class ConditionsChanged(Fact):
    """Reassessed: the participation goes on, on other conditions or for other hours. Pw 44a."""

    kind: Literal["conditions_changed"] = "conditions_changed"
    hours_a_week: HoursAWeek
    conditions: Conditions
    reasoning: Prose
    deviation: Prose | None = None
    """Why these hours depart from the policy rules. Awb 4:84."""
    next_reassessment_on: Day | None = None
    """By policy when not given."""


class Party(StrEnum):
    """Who takes part in a participation, each in its own way."""

    RESIDENT = "resident"
    COOPERATIVE = "cooperative"
    MUNICIPALITY = "municipality"


class ParticipationEnded(Fact):
    """The resident or the cooperative stops before the term is over, which is no decision of anybody.

    Until the day that is named somebody takes part.
    """

    basis: ClassVar[str] = "Pw 44a"
    kind: Literal["participation_ended"] = "participation_ended"
    on_behalf_of: Literal[Party.RESIDENT, Party.COOPERATIVE]
    """Who stops; what the municipality wants to end, it revokes. Awb 4:8."""
    ends_on: Day
    """The last day of the permission."""
    message: Line | None = None
    """Where the message about it is kept, when the municipality registers it."""
    transferred_to: Code | None = None
    """The cooperative where the resident goes on, for which that one applies anew."""
    transferred_to_name: Line | None = None
    """Its name, as the municipality had it then: no need to say it."""
    reasoning: Prose
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""

    @field_validator("on_behalf_of", mode="before")
    @classmethod
    def _the_municipality_revokes(cls, party: object) -> object:
        if party == Party.MUNICIPALITY:
            raise PydanticCustomError(
                "revoked_instead",
                "The municipality ends a participation by revoking the permission: propose that",
            )
        return party


class EndingWithdrawn(Fact):
    """Who wanted to stop on a day that lies ahead goes on after all: the permission ends on the day that it would."""

    basis: ClassVar[str] = "Pw 44a"
    kind: Literal["ending_withdrawn"] = "ending_withdrawn"
    message: Line | None = None
    """Where the message about it is kept, when the municipality registers it."""
    reason: Prose | None = None
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class ParticipationStopped(Fact):
    """The last day that the resident or the cooperative named has passed."""

    kind: Literal["participation_stopped"] = "participation_stopped"


class EndAnnounced(Fact):
    """The resident and the cooperative were told that the permission ends, and how they can go on."""

    kind: Literal["end_announced"] = "end_announced"
    ends_on: Day
    """The last day of the permission, as it stood then."""


class PermissionExpired(Fact):
    """The permission's last day has passed."""

    kind: Literal["permission_expired"] = "permission_expired"


OfAnEnding = ParticipationEnded | EndingWithdrawn | ParticipationStopped | EndAnnounced | PermissionExpired
