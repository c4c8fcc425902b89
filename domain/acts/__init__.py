"""Everything that can happen in a case, as facts in the past tense. A case is a list of these.

The modules follow the law's own seams. Who may do an act stands in domain/authority.py, and when it may be done in
workflows/participation.py and workflows/objection.py alone.
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
from domain.acts.contested import (
    News,
    ObjectionClosed,
    ObjectionLodged,
    ObjectionTermLapsed,
    ObjectionUpheld,
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
from domain.acts.objection import (
    WELL_FOUNDED,
    AdmissibilityJudged,
    AppealRecorded,
    AppealTermLapsed,
    CommitteeAdvised,
    Consent,
    ContestedDecision,
    Defect,
    HearingDeclined,
    HearingHeld,
    HearingInvited,
    HearingReopened,
    HearingWaived,
    NoHearing,
    Objecting,
    ObjectionAcknowledged,
    ObjectionAdjourned,
    ObjectionDecided,
    ObjectionPostponed,
    ObjectionReceived,
    ObjectionWithdrawn,
    Objector,
    Obstacle,
    Outcome,
    RepairLapsed,
    RepairReceived,
    RepairRequested,
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
    "TASK_ACTS",
    "WELL_FOUNDED",
    "Act",
    "AdmissibilityJudged",
    "Answer",
    "AppealRecorded",
    "AppealTermLapsed",
    "ApplicationReceived",
    "ApplicationReviewed",
    "ApplicationSetAside",
    "ApplicationTakenUp",
    "ApplicationWithdrawn",
    "CheckReopened",
    "CommitteeAdvised",
    "CompletenessChecked",
    "ConditionsChanged",
    "Consent",
    "ContestedDecision",
    "DecisionAdjourned",
    "Defect",
    "Finding",
    "Form",
    "HearingDeclined",
    "HearingHeld",
    "HearingInvited",
    "HearingReopened",
    "HearingWaived",
    "Income",
    "News",
    "NoHearing",
    "NoteAdded",
    "Objecting",
    "ObjectionAcknowledged",
    "ObjectionAdjourned",
    "ObjectionClosed",
    "ObjectionDecided",
    "ObjectionLodged",
    "ObjectionPostponed",
    "ObjectionReceived",
    "ObjectionTermLapsed",
    "ObjectionUpheld",
    "ObjectionWithdrawn",
    "Objector",
    "Obstacle",
    "Outcome",
    "ParticipationContinued",
    "ParticipationEnded",
    "Party",
    "PermissionExpired",
    "PermissionGranted",
    "PermissionRefused",
    "ProgressReported",
    "Recommendation",
    "RepairLapsed",
    "RepairReceived",
    "RepairRequested",
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

TASK_ACTS = (TaskClaimed, TaskReleased, TaskAssigned, TaskHeld, TaskResumed)
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
    | ObjectionReceived
    | ObjectionAcknowledged
    | AdmissibilityJudged
    | RepairRequested
    | RepairReceived
    | RepairLapsed
    | HearingInvited
    | HearingWaived
    | HearingDeclined
    | HearingHeld
    | CommitteeAdvised
    | HearingReopened
    | ObjectionDecided
    | ObjectionAdjourned
    | ObjectionPostponed
    | ObjectionWithdrawn
    | AppealRecorded
    | AppealTermLapsed
    | ObjectionLodged
    | ObjectionUpheld
    | ObjectionClosed
    | ObjectionTermLapsed
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
