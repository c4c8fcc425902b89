"""What is taken in at any moment of each part of the procedure, beside what that part awaits."""

from __future__ import annotations

from domain.acts import (
    AdjustmentDropped,
    AdjustmentProposed,
    AdjustmentRequested,
    AdviceReceived,
    AdviceRequested,
    ChangeReported,
    DecisionAdjourned,
    DecisionCorrected,
    DecisionReversed,
    EndingWithdrawn,
    IncidentReported,
    ObjectionLodged,
    ObjectionReopened,
    ObjectionUpheld,
    ParticipationEnded,
    ParticipationStopped,
    PeriodExtended,
    PermissionExtendedToFull,
    PermissionReinstated,
    PermissionRevoked,
    PermissionSuspended,
    ProgressReported,
    RenewalRequested,
    RenewalWithdrawn,
    ResidentReacted,
    RevocationProposed,
    StandstillProposed,
    SupplementReceived,
    SuspensionEnded,
    TermSuspended,
    TrialEvaluated,
    ViewReceived,
)

MOVES_A_TERM = (TermSuspended, SuspensionEnded, DecisionAdjourned)
"""Of the application, or of a request during the participation. Awb 4:14, 4:15."""

BEFORE_DECISION = (
    SupplementReceived,
    PeriodExtended,
    ViewReceived,
    AdviceRequested,
    AdviceReceived,
    *MOVES_A_TERM,
)
"""What may come at any moment before the decision: what others send, and what moves the term."""

STOPS = (ParticipationEnded, EndingWithdrawn)
"""The word of who stops, and that he goes on after all."""

TOLD = (ProgressReported, ResidentReacted, ChangeReported, IncidentReported)
"""What the cooperative and the resident may tell at any moment of the participation."""

AGAINST_A_PERMISSION = (PermissionSuspended, PermissionReinstated, StandstillProposed, RevocationProposed)
"""What cannot wait when something goes wrong."""

WHILE_TAKING_PART = (
    *(*TOLD, ViewReceived, DecisionCorrected, *AGAINST_A_PERMISSION),
    *(TrialEvaluated, PermissionExtendedToFull, RenewalRequested, RenewalWithdrawn),
    *(AdjustmentRequested, AdjustmentProposed, AdjustmentDropped, *MOVES_A_TERM, *STOPS),
)
"""What is told, and what is done about the permission; a proposal or a request sets going a matter of its own."""

WHILE_DECIDED_AGAIN = (
    *(*STOPS, *AGAINST_A_PERMISSION, RenewalRequested, RenewalWithdrawn),
    *(AdjustmentRequested, AdjustmentDropped, *MOVES_A_TERM),
)
"""What of it is taken in while the permission itself is decided on again: what cannot wait, and what is asked."""

ON_A_REQUEST = (RenewalWithdrawn, AdjustmentDropped, *MOVES_A_TERM)
"""What may be said of a request that outlived its permission."""

ENDS_A_PARTICIPATION = (ParticipationStopped, PermissionRevoked, ObjectionUpheld, DecisionReversed)

OBJECTS = (ObjectionLodged, ObjectionReopened)
"""After which an objection runs, for the first time or again."""

AFTER_AN_OBJECTION = (
    SupplementReceived,
    PeriodExtended,
    ViewReceived,
    AdviceRequested,
    AdviceReceived,
    *TOLD,
)
"""What is sent or told while a decision is taken again: its term is that of the objection, and moves there."""
