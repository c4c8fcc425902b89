"""What becomes of a permission while somebody takes part: suspended, revoked, extended or renewed. Awb 4:8, Pw 44a."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from domain.acts.view import ViewWaiver
from domain.fact import MANY, Code, Conditions, Day, Fact, HoursAWeek, Prose, ends_before_start

Grounds = Annotated[tuple[Code, ...], Field(min_length=1), MANY]
"""From a list that the municipality keeps."""


class PermissionSuspended(Fact):
    """The permission stands still until a day at the latest; the case goes on. Awb 4:8, 3:46."""

    kind: Literal["permission_suspended"] = "permission_suspended"
    suspended_from: Day
    """The first day on which the resident may not take part."""
    suspended_until: Day
    """The last one, unless it is lifted before."""
    reasoning: Prose
    view_waived: ViewWaiver | None = None
    """Why nobody was asked for his view. Awb 4:8, 4:11."""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> PermissionSuspended:
        if self.suspended_until < self.suspended_from:
            raise ends_before_start("suspended_until")
        return self


class PermissionReinstated(Fact):
    """The suspension is lifted before its last day. Awb 3:46."""

    kind: Literal["permission_reinstated"] = "permission_reinstated"
    holds_from: Day
    """The first day on which the resident may take part again."""
    reasoning: Prose


class PermissionResumed(Fact):
    """The last day of the suspension has passed, so the permission holds again."""

    kind: Literal["permission_resumed"] = "permission_resumed"


class StandstillProposed(Fact):
    """A caseworker proposes to suspend the permission; whom it concerns is heard, and another decides. Awb 3:2, 4:8."""

    basis: ClassVar[str] = "Awb 3:2, 4:8"
    kind: Literal["standstill_proposed"] = "standstill_proposed"
    reasoning: Prose


class StandstillDropped(Fact):
    """The permission is not suspended, though it was proposed."""

    basis: ClassVar[str] = "Awb 3:2"
    kind: Literal["standstill_dropped"] = "standstill_dropped"
    reasoning: Prose


class RevocationProposed(Fact):
    """A caseworker proposes to revoke the permission; another decides. Awb 3:2."""

    basis: ClassVar[str] = "Awb 3:2"
    kind: Literal["revocation_proposed"] = "revocation_proposed"
    grounds: Grounds
    reasoning: Prose


class PermissionRevoked(Fact):
    """The municipality takes the permission back, after hearing whom it concerns. Awb 4:8, 3:46."""

    kind: Literal["permission_revoked"] = "permission_revoked"
    grounds: Grounds
    revoked_from: Day
    """The first day on which the permission no longer holds."""
    reasoning: Prose
    view_waived: ViewWaiver | None = None
    """Why nobody was asked for his view. Awb 4:8, 4:11."""


class RevocationDropped(Fact):
    """The permission is not revoked, though it was proposed."""

    basis: ClassVar[str] = "Awb 3:2"
    kind: Literal["revocation_dropped"] = "revocation_dropped"
    reasoning: Prose


class TrialAdvice(StrEnum):
    """What the caseworker advises the decider at the end of a trial."""

    MAKE_FULL = "make_full"
    LET_END = "let_end"


class TrialEvaluated(Fact):
    """A caseworker looked with the resident how the trial went; another decides what becomes of it. Pw 44a, Awb 3:2."""

    basis: ClassVar[str] = "Pw 44a, Awb 3:2"
    kind: Literal["trial_evaluated"] = "trial_evaluated"
    recommendation: TrialAdvice
    reasoning: Prose


class TrialLeftToEnd(Fact):
    """The trial is not made full, and ends on the day that it would; that was decided with its grant. Awb 3:2."""

    basis: ClassVar[str] = "Awb 3:2"
    kind: Literal["trial_left_to_end"] = "trial_left_to_end"
    reasoning: Prose


class PermissionExtendedToFull(Fact):
    """The trial went well: the permission is a full one from now on, until a later day. Awb 3:46, Pw 44a."""

    kind: Literal["permission_extended_to_full"] = "permission_extended_to_full"
    valid_until: Day
    """The last day of the permission."""
    hours_a_week: HoursAWeek
    conditions: Conditions = ()
    reasoning: Prose
    deviation: Prose | None = None
    """Why this departs from the policy rules. Awb 4:84."""
    view_waived: ViewWaiver | None = None
    """Why nobody was asked for his view: on more conditions, or less time than was asked for. Awb 4:7, 4:8, 4:11."""


class RenewalRequested(Fact):
    """The cooperative asks, for the resident, that the permission last longer. Awb 4:1."""

    basis: ClassVar[str] = "Awb 4:1"
    kind: Literal["renewal_requested"] = "renewal_requested"
    valid_until: Day
    """The last day that is asked for."""
    reasoning: Prose
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class RenewalWithdrawn(Fact):
    """The request to renew was taken back, before it was decided on: the permission ends on the day that it would."""

    basis: ClassVar[str] = "Awb 4:1"
    kind: Literal["renewal_withdrawn"] = "renewal_withdrawn"
    request: Annotated[int, Field(ge=1)] | None = None
    """Which one; needed when more than one is open."""
    reason: Prose | None = None
    received_on: Day | None = None
    """When it came by post or at the desk; the day of registration when not given."""


class EndedBy(StrEnum):
    """What a permission came to its end by before its last day, on which no request lapses. Awb 4:13."""

    PERMISSION_REFUSED = "permission_refused"
    """When the application was decided on again."""
    PERMISSION_REVOKED = "permission_revoked"
    PARTICIPATION_ENDED = "participation_ended"


class RenewalLapsed(Fact):
    """Nothing is decided on the request to renew any more: the permission that it was about is there no more."""

    kind: Literal["renewal_lapsed"] = "renewal_lapsed"
    ended_by: EndedBy


class RenewalAdvice(StrEnum):
    """What the caseworker advises the decider."""

    RENEW = "renew"
    REFUSE = "refuse"


class RenewalAdvised(Fact):
    """A caseworker looked at the request to renew. Awb 3:2."""

    basis: ClassVar[str] = "Awb 3:2"
    kind: Literal["renewal_advised"] = "renewal_advised"
    recommendation: RenewalAdvice
    reasoning: Prose


class PermissionRenewed(Fact):
    """The permission lasts longer, on the same conditions. Awb 4:13, 3:46."""

    kind: Literal["permission_renewed"] = "permission_renewed"
    valid_until: Day
    """The last day of the permission."""
    reasoning: Prose
    deviation: Prose | None = None
    """Why this departs from the policy rules. Awb 4:84."""
    view_waived: ViewWaiver | None = None
    """Why nobody was asked for his view, when it lasts less long than was asked. Awb 4:7, 4:11."""


class RenewalRefused(Fact):
    """The permission ends on the day that it would. Awb 4:13, 3:46."""

    kind: Literal["renewal_refused"] = "renewal_refused"
    grounds: Grounds
    reasoning: Prose
    view_waived: ViewWaiver | None = None
    """Why nobody was asked for his view. Awb 4:7, 4:11."""


OfThePermission = (
    PermissionSuspended
    | PermissionReinstated
    | PermissionResumed
    | StandstillProposed
    | StandstillDropped
    | RevocationProposed
    | PermissionRevoked
    | RevocationDropped
    | TrialEvaluated
    | TrialLeftToEnd
    | PermissionExtendedToFull
    | RenewalRequested
    | RenewalWithdrawn
    | RenewalLapsed
    | RenewalAdvised
    | PermissionRenewed
    | RenewalRefused
)
