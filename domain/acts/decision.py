"""Review by one, decision by another. Awb 3:2, 3:46, 4:13."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from domain.acts.view import ViewWaiver
from domain.extent import Extent
from domain.fact import MANY, Code, Fact, Prose, ends_before_start


class Answer(StrEnum):
    """How a criterion is answered."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


class Finding(Fact):
    """One criterion of the policy, answered with a reason."""

    criterion: Code
    answer: Answer
    reason: Prose


class Recommendation(StrEnum):
    """What the reviewer advises the decider."""

    GRANT = "grant"
    REFUSE = "refuse"


class ApplicationReviewed(Fact):
    """A caseworker held the application against each of the municipality's criteria. Awb 3:2."""

    basis: ClassVar[str] = "Awb 3:2"
    kind: Literal["application_reviewed"] = "application_reviewed"
    findings: Annotated[tuple[Finding, ...], MANY]
    recommendation: Recommendation
    reasoning: Prose
    deviation: Prose | None = None
    """Why it is advised otherwise than the findings say, which departs from the policy rules. Awb 4:84."""


class PermissionGranted(Extent):
    """The resident may take part and keeps the benefit. Awb 4:13, 3:46."""

    kind: Literal["permission_granted"] = "permission_granted"
    reasons: Annotated[tuple[Code, ...], MANY] = ()
    """From the list that the municipality keeps."""
    reasoning: Prose
    deviation: Prose | None = None
    """Why this departs from the policy rules. Awb 4:84."""
    view_waived: ViewWaiver | None = None
    """Why nobody was asked for his view, when less is granted than was asked. Awb 4:7, 4:11."""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> PermissionGranted:
        if self.valid_until <= self.valid_from:
            raise ends_before_start("valid_until")
        return self


class PermissionRefused(Fact):
    """The permission is refused on grounds of the policy. Awb 4:13, 3:46."""

    kind: Literal["permission_refused"] = "permission_refused"
    grounds: Annotated[tuple[Code, ...], Field(min_length=1), MANY]
    reasoning: Prose
    deviation: Prose | None = None
    """Why it is refused though the review found each criterion met or not applicable. Awb 4:84."""
    view_waived: ViewWaiver | None = None
    """Why nobody was asked for his view. Awb 4:7, 4:11."""


class ReviewReturned(Fact):
    """The decider sent the case back to be reviewed again."""

    basis: ClassVar[str] = "Awb 3:2"
    kind: Literal["review_returned"] = "review_returned"
    reason: Prose
