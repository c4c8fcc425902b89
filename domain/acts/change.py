"""What changes or goes wrong during a participation, and what a caseworker makes of it. Pw 17."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from domain.fact import Day, Fact, OfMatter, Prose


class ChangeReported(Fact):
    """Something changed in the work, the income or the circumstances: that must be told at once. Pw 17."""

    basis: ClassVar[str] = "Pw 17"
    kind: Literal["change_reported"] = "change_reported"
    change: Prose
    """What changed; nothing about anybody's health."""
    since: Day
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class Severity(StrEnum):
    """How bad an incident was."""

    MINOR = "minor"
    SERIOUS = "serious"
    GRAVE = "grave"


class IncidentReported(Fact):
    """Something went wrong where the resident takes part."""

    basis: ClassVar[str] = "Pw 17"
    kind: Literal["incident_reported"] = "incident_reported"
    incident: Prose
    """What happened; nothing about anybody's health."""
    severity: Severity
    happened_on: Day
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class Conclusion(StrEnum):
    """What a change or an incident leads to."""

    NOTHING = "nothing"
    AT_THE_REASSESSMENT = "at_the_reassessment"
    """It is weighed when the permission is reassessed."""
    PASSED_ON = "passed_on"
    """To who handles the benefit: nothing about that is decided here."""
    MEASURE = "measure"
    """The permission is to be suspended, changed or revoked, for which other acts are."""


class ChangeAssessed(OfMatter):
    """A caseworker looked at a change or an incident."""

    basis: ClassVar[str] = "Pw 17"
    kind: Literal["change_assessed"] = "change_assessed"
    conclusion: Conclusion
    reasoning: Prose


OfAChange = ChangeReported | IncidentReported | ChangeAssessed
