"""From application to complete application. Awb 4:1 to 4:6."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from domain.acts.term import OfRequest
from domain.application import Application
from domain.documents import Item
from domain.fact import MANY, Code, Day, Fact, OfMatter, Prose


class ApplicationReceived(Fact):
    """The application came in."""

    basis: ClassVar[str] = "Awb 4:1"
    kind: Literal["application_received"] = "application_received"
    application: Application
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class CompletenessChecked(Fact):
    """A caseworker looked whether everything is there. Awb 4:5."""

    basis: ClassVar[str] = "Awb 4:5"
    kind: Literal["completeness_checked"] = "completeness_checked"
    missing: Annotated[tuple[Code, ...], MANY] = ()
    """The items of the policy that are still needed; none when the application is complete."""
    explanation: Prose | None = None


class SupplementRequested(Fact):
    """The applicant was asked for the missing items, each named, within a period. Awb 4:5(1), 4:15(1)(a)."""

    basis: ClassVar[str] = "Awb 4:5(1), 4:15(1)(a)"
    kind: Literal["supplement_requested"] = "supplement_requested"
    missing: Annotated[tuple[Code, ...], MANY]
    until: Day
    explanation: Prose | None = None


class SupplementReminded(Fact):
    """The applicant was reminded of the missing items."""

    kind: Literal["supplement_reminded"] = "supplement_reminded"


class SupplementReceived(Fact):
    """The applicant sent items; whether they suffice is for the caseworker to say."""

    kind: Literal["supplement_received"] = "supplement_received"
    request: OfRequest = None
    """For which request to renew or to adjust; needed where it could be for another than the one that awaits it."""
    items: Annotated[tuple[Item, ...], Field(min_length=1), MANY]
    received_on: Day | None = None
    """When they came by post or at the desk; the day of registration when not given."""


class SupplementLapsed(Fact):
    """The supplement period passed unused. Awb 4:5(1)."""

    basis: ClassVar[str] = "Awb 4:5(1)"
    kind: Literal["supplement_lapsed"] = "supplement_lapsed"


class SetAsideProposed(Fact):
    """What came does not suffice, and it is not asked again: a decider says whether to set aside. Awb 4:5(1)."""

    basis: ClassVar[str] = "Awb 4:5(1)"
    kind: Literal["set_aside_proposed"] = "set_aside_proposed"
    missing: Annotated[tuple[Code, ...], Field(min_length=1), MANY]
    """The items that were asked for and are still needed."""
    reasoning: Prose


class CheckReopened(Fact):
    """The supplement had come in time after all, so it is checked before anything is set aside. Awb 4:5."""

    basis: ClassVar[str] = "Awb 4:5"
    kind: Literal["check_reopened"] = "check_reopened"


class ApplicationSetAside(Fact):
    """The application is not dealt with, for want of the items asked for. Awb 4:5."""

    kind: Literal["application_set_aside"] = "application_set_aside"
    reasoning: Prose


class ApplicationTakenUp(Fact):
    """The application is dealt with although items are missing."""

    kind: Literal["application_taken_up"] = "application_taken_up"
    reasoning: Prose


class SetAsideLapsed(Fact):
    """The four weeks to set the application aside passed: only a decision on substance is left. Awb 4:5(4)."""

    basis: ClassVar[str] = "Awb 4:5(4)"
    kind: Literal["set_aside_lapsed"] = "set_aside_lapsed"


class RequestSetAside(OfMatter):
    """A request to renew or to adjust is not dealt with, for want of the items asked for. Awb 4:5."""

    kind: Literal["request_set_aside"] = "request_set_aside"
    reasoning: Prose


class ApplicationWithdrawn(Fact):
    """The applicant took the application back before a decision."""

    kind: Literal["application_withdrawn"] = "application_withdrawn"
    reason: Prose | None = None
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


OfASupplement = (
    SupplementRequested
    | SupplementReminded
    | SupplementReceived
    | SupplementLapsed
    | SetAsideProposed
    | CheckReopened
    | SetAsideLapsed
    | RequestSetAside
)
"""What is missing: of the application, or of a request while somebody takes part. Awb 4:5."""
