"""Everything that can happen in a case, as facts in the past tense. A case is a list of these.

The modules follow the law's own seams. Who may do an act stands in domain/authority.py, and when it may be done in
workflows/participation.py alone.
"""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field

from domain.acts.application import (
    ApplicationReceived,
    ApplicationSetAside,
    ApplicationTakenUp,
    ApplicationWithdrawn,
    CheckReopened,
    CompletenessChecked,
    SetAsideLapsed,
    SetAsideProposed,
    SupplementLapsed,
    SupplementReceived,
    SupplementReminded,
    SupplementRequested,
)
from domain.acts.decision import (
    Answer,
    ApplicationReviewed,
    Finding,
    Form,
    Income,
    PermissionGranted,
    PermissionRefused,
    Recommendation,
    ReviewReturned,
)
from domain.acts.desk import (
    NoteAdded,
    TaskAssigned,
    TaskClaimed,
    TaskHeld,
    TaskReleased,
    TaskResumed,
)
from domain.acts.participation import (
    ConditionsChanged,
    ParticipationContinued,
    ParticipationEnded,
    Party,
    PermissionExpired,
    ProgressReported,
    ReportEscalated,
    ReportReminded,
    ReportRequested,
)
from domain.acts.term import (
    DecisionAdjourned,
    SuspensionEnded,
    SuspensionGround,
    TermSuspended,
)
from domain.acts.view import (
    ViewInvited,
    ViewLapsed,
    ViewReceived,
    ViewWaiver,
)
from domain.fact import Fact

__all__ = [
    "ACTS",
    "Act",
    "Answer",
    "ApplicationReceived",
    "ApplicationReviewed",
    "ApplicationSetAside",
    "ApplicationTakenUp",
    "ApplicationWithdrawn",
    "CheckReopened",
    "CompletenessChecked",
    "ConditionsChanged",
    "DecisionAdjourned",
    "Finding",
    "Form",
    "Income",
    "NoteAdded",
    "ParticipationContinued",
    "ParticipationEnded",
    "Party",
    "PermissionExpired",
    "PermissionGranted",
    "PermissionRefused",
    "ProgressReported",
    "Recommendation",
    "ReportEscalated",
    "ReportReminded",
    "ReportRequested",
    "ReviewReturned",
    "SetAsideLapsed",
    "SetAsideProposed",
    "SupplementLapsed",
    "SupplementReceived",
    "SupplementReminded",
    "SupplementRequested",
    "SuspensionEnded",
    "SuspensionGround",
    "TaskAct",
    "TaskAssigned",
    "TaskClaimed",
    "TaskHeld",
    "TaskReleased",
    "TaskResumed",
    "TermSuspended",
    "ViewInvited",
    "ViewLapsed",
    "ViewReceived",
    "ViewWaiver",
]

TaskAct = TaskClaimed | TaskReleased | TaskAssigned | TaskHeld | TaskResumed

Act = Annotated[
    ApplicationReceived
    | CompletenessChecked
    | SupplementRequested
    | SupplementReminded
    | SupplementReceived
    | SupplementLapsed
    | SetAsideProposed
    | CheckReopened
    | ApplicationSetAside
    | ApplicationTakenUp
    | SetAsideLapsed
    | ApplicationWithdrawn
    | TermSuspended
    | SuspensionEnded
    | DecisionAdjourned
    | ApplicationReviewed
    | ViewInvited
    | ViewReceived
    | ViewLapsed
    | PermissionGranted
    | PermissionRefused
    | ReviewReturned
    | ReportRequested
    | ReportReminded
    | ReportEscalated
    | ProgressReported
    | ParticipationContinued
    | ConditionsChanged
    | ParticipationEnded
    | PermissionExpired
    | NoteAdded
    | TaskClaimed
    | TaskReleased
    | TaskAssigned
    | TaskHeld
    | TaskResumed,
    Field(discriminator="kind"),
]

ACTS: dict[str, type[Fact]] = {
    str(kind.model_fields["kind"].default): kind for kind in get_args(get_args(Act)[0])
}
"""Every act by its kind."""
