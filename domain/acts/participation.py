"""From permission to its end: reports and reassessments. Pw 44a, 53a."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from domain.fact import Conditions, Day, Fact, HoursAWeek, Line, Prose


class ReportRequested(Fact):
    """The cooperative was asked for a progress report before a reassessment. Pw 53a."""

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
    """The cooperative told how the resident fares; nothing done is reported too, with no hours. Pw 53a."""

    basis: ClassVar[str] = "Pw 53a"
    kind: Literal["progress_reported"] = "progress_reported"
    period_from: Day
    period_until: Day
    hours: Annotated[int, Field(ge=0, le=5000)]
    """Worked in the whole period."""
    activities: Prose
    results: Prose

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> ProgressReported:
        if self.period_until < self.period_from:
            raise PydanticCustomError("ends_before_start", "The end must lie after the start")
        return self


class ParticipationContinued(Fact):
    """Reassessed: the participation goes on as it was. Pw 44a."""

    basis: ClassVar[str] = "Pw 44a"
    kind: Literal["participation_continued"] = "participation_continued"
    reasoning: Prose
    next_reassessment_on: Day | None = None
    """By policy when not given."""


class ConditionsChanged(Fact):
    """Reassessed: the participation goes on, on other conditions or for other hours. Pw 44a."""

    basis: ClassVar[str] = "Pw 44a"
    kind: Literal["conditions_changed"] = "conditions_changed"
    hours_a_week: HoursAWeek
    conditions: Conditions
    reasoning: Prose
    next_reassessment_on: Day | None = None
    """By policy when not given."""


class Party(StrEnum):
    """Who wants the participation to end."""

    RESIDENT = "resident"
    COOPERATIVE = "cooperative"
    MUNICIPALITY = "municipality"


class ParticipationEnded(Fact):
    """The participation ends before its term."""

    basis: ClassVar[str] = "Pw 44a"
    kind: Literal["participation_ended"] = "participation_ended"
    on_behalf_of: Party
    ends_on: Day
    """The last day of the permission."""
    message: Line | None = None
    """Where the message of the resident or the cooperative is kept, when the municipality registers it."""
    reasoning: Prose


class PermissionExpired(Fact):
    """The permission's last day has passed."""

    kind: Literal["permission_expired"] = "permission_expired"
