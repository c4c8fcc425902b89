"""Everything that can happen in a case, as facts in the past tense. A case is a list of these.

The modules follow the law's own seams. Who may do an act stands in domain/authority.py, and when in workflows/ alone.
"""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import Field

from domain.acts.adjustment import (
    AdjustmentDropped as AdjustmentDropped,
    AdjustmentLapsed as AdjustmentLapsed,
    AdjustmentProposed as AdjustmentProposed,
    AdjustmentRefused as AdjustmentRefused,
    AdjustmentRequested as AdjustmentRequested,
    ConditionsAdjusted as ConditionsAdjusted,
    OfAnAdjustment as OfAnAdjustment,
)
from domain.acts.advice import (
    AdviceForgone as AdviceForgone,
    AdviceLapsed as AdviceLapsed,
    AdviceReceived as AdviceReceived,
    AdviceRequested as AdviceRequested,
)
from domain.acts.appeal import (
    AppealOutcomeRecorded as AppealOutcomeRecorded,
    AppealRecorded as AppealRecorded,
    AppealTermLapsed as AppealTermLapsed,
    CourtAsked as CourtAsked,
    CourtDecided as CourtDecided,
    CourtOutcome as CourtOutcome,
    CourtsDecision as CourtsDecision,
    ObjectionTakenUp as ObjectionTakenUp,
    OfAnAppeal as OfAnAppeal,
)
from domain.acts.application import (
    ApplicationReceived as ApplicationReceived,
    ApplicationSetAside as ApplicationSetAside,
    ApplicationTakenUp as ApplicationTakenUp,
    ApplicationWithdrawn as ApplicationWithdrawn,
    CheckReopened as CheckReopened,
    CompletenessChecked as CompletenessChecked,
    OfASupplement as OfASupplement,
    RequestSetAside as RequestSetAside,
    SetAsideLapsed as SetAsideLapsed,
    SetAsideProposed as SetAsideProposed,
    SupplementLapsed as SupplementLapsed,
    SupplementReceived as SupplementReceived,
    SupplementReminded as SupplementReminded,
    SupplementRequested as SupplementRequested,
)
from domain.acts.change import (
    ChangeAssessed as ChangeAssessed,
    ChangeReported as ChangeReported,
    Conclusion as Conclusion,
    IncidentReported as IncidentReported,
    OfAChange as OfAChange,
    Severity as Severity,
)
from domain.acts.contested import (
    HeardOfAnObjection as HeardOfAnObjection,
    News as News,
    ObjectionClosed as ObjectionClosed,
    ObjectionLodged as ObjectionLodged,
    ObjectionReopened as ObjectionReopened,
    ObjectionTermLapsed as ObjectionTermLapsed,
    ObjectionUpheld as ObjectionUpheld,
    Ruling as Ruling,
)
from domain.acts.correction import (
    ContestedDecisionReplaced as ContestedDecisionReplaced,
    ContestedDecisionSent as ContestedDecisionSent,
    Correctable as Correctable,
    DecisionCorrected as DecisionCorrected,
    DecisionReversed as DecisionReversed,
)
from domain.acts.costs import (
    CostsClaimed as CostsClaimed,
    CostsDecided as CostsDecided,
)
from domain.acts.decision import (
    Answer as Answer,
    ApplicationReviewed as ApplicationReviewed,
    Finding as Finding,
    PermissionGranted as PermissionGranted,
    PermissionRefused as PermissionRefused,
    Recommendation as Recommendation,
    ReviewReturned as ReviewReturned,
)
from domain.acts.default import (
    NoPenalty as NoPenalty,
    NoticeEffect as NoticeEffect,
    NoticeOfDefaultReceived as NoticeOfDefaultReceived,
    NoticeOfDefaultWeighed as NoticeOfDefaultWeighed,
    OfADefault as OfADefault,
    PenaltyAvoided as PenaltyAvoided,
    PenaltyDetermined as PenaltyDetermined,
    PenaltyPaid as PenaltyPaid,
)
from domain.acts.delay import (
    CourtOpen as CourtOpen,
    LateDecisionAppealed as LateDecisionAppealed,
    LateDecisionAppealWeighed as LateDecisionAppealWeighed,
    LateDecisionCame as LateDecisionCame,
    LateDecisionRuled as LateDecisionRuled,
    OfADelay as OfADelay,
)
from domain.acts.desk import (
    TASK_ACTS as TASK_ACTS,
    InterestDeclared as InterestDeclared,
    InterestWithdrawn as InterestWithdrawn,
    NoteAdded as NoteAdded,
    OfAnInterest as OfAnInterest,
    OfTheDesk as OfTheDesk,
    TaskAct as TaskAct,
    TaskAssigned as TaskAssigned,
    TaskClaimed as TaskClaimed,
    TaskHeld as TaskHeld,
    TaskReleased as TaskReleased,
    TaskResumed as TaskResumed,
)
from domain.acts.hearing import (
    HeardApart as HeardApart,
    Hearer as Hearer,
    HearingDeclined as HearingDeclined,
    HearingHeld as HearingHeld,
    HearingInvited as HearingInvited,
    HearingReopened as HearingReopened,
    HearingWaived as HearingWaived,
    NoHearing as NoHearing,
    OfAHearing as OfAHearing,
    ResidentUnheard as ResidentUnheard,
    ShortNotice as ShortNotice,
)
from domain.acts.messages import (
    ItemAnswered as ItemAnswered,
    QuestionAnswered as QuestionAnswered,
    QuestionAsked as QuestionAsked,
    QuestionWithdrawn as QuestionWithdrawn,
)
from domain.acts.objection import (
    WELL_FOUNDED as WELL_FOUNDED,
    AdmissibilityJudged as AdmissibilityJudged,
    CommitteeAdvised as CommitteeAdvised,
    Consent as Consent,
    ContestedDecision as ContestedDecision,
    Defect as Defect,
    Objecting as Objecting,
    ObjectionAcknowledged as ObjectionAcknowledged,
    ObjectionAdjourned as ObjectionAdjourned,
    ObjectionDecided as ObjectionDecided,
    ObjectionForwarded as ObjectionForwarded,
    ObjectionPostponed as ObjectionPostponed,
    ObjectionReceived as ObjectionReceived,
    ObjectionWithdrawn as ObjectionWithdrawn,
    Objector as Objector,
    Obstacle as Obstacle,
    Outcome as Outcome,
    RepairLapsed as RepairLapsed,
    RepairReceived as RepairReceived,
    RepairRequested as RepairRequested,
)
from domain.acts.participation import (
    ConditionsChanged as ConditionsChanged,
    EndAnnounced as EndAnnounced,
    EndingWithdrawn as EndingWithdrawn,
    InterimReportEscalated as InterimReportEscalated,
    InterimReportReminded as InterimReportReminded,
    InterimReportRequested as InterimReportRequested,
    OfAnEnding as OfAnEnding,
    OfAReport as OfAReport,
    ParticipationContinued as ParticipationContinued,
    ParticipationEnded as ParticipationEnded,
    ParticipationStopped as ParticipationStopped,
    Party as Party,
    PermissionExpired as PermissionExpired,
    ProgressReported as ProgressReported,
    ReactionLapsed as ReactionLapsed,
    ReportEscalated as ReportEscalated,
    ReportReminded as ReportReminded,
    ReportRequested as ReportRequested,
    ResidentReacted as ResidentReacted,
)
from domain.acts.permission import (
    EndedBy as EndedBy,
    OfThePermission as OfThePermission,
    PermissionExtendedToFull as PermissionExtendedToFull,
    PermissionReinstated as PermissionReinstated,
    PermissionRenewed as PermissionRenewed,
    PermissionResumed as PermissionResumed,
    PermissionRevoked as PermissionRevoked,
    PermissionSuspended as PermissionSuspended,
    RenewalAdvice as RenewalAdvice,
    RenewalAdvised as RenewalAdvised,
    RenewalLapsed as RenewalLapsed,
    RenewalRefused as RenewalRefused,
    RenewalRequested as RenewalRequested,
    RenewalWithdrawn as RenewalWithdrawn,
    RevocationDropped as RevocationDropped,
    RevocationProposed as RevocationProposed,
    StandstillDropped as StandstillDropped,
    StandstillProposed as StandstillProposed,
    TrialAdvice as TrialAdvice,
    TrialEvaluated as TrialEvaluated,
    TrialLeftToEnd as TrialLeftToEnd,
)
from domain.acts.sending import (
    ConsentChanged as ConsentChanged,
    LetterSent as LetterSent,
    OfALetter as OfALetter,
    PostingLookedInto as PostingLookedInto,
    Sent as Sent,
)
from domain.acts.term import (
    DecisionAdjourned as DecisionAdjourned,
    OfATerm as OfATerm,
    PeriodExtended as PeriodExtended,
    SuspensionEnded as SuspensionEnded,
    SuspensionGround as SuspensionGround,
    SuspensionLapsed as SuspensionLapsed,
    TermSuspended as TermSuspended,
)
from domain.acts.view import (
    ViewInvited as ViewInvited,
    ViewLapsed as ViewLapsed,
    ViewReceived as ViewReceived,
    ViewWaiver as ViewWaiver,
)
from domain.addressees import Addressee as Addressee, Channel as Channel
from domain.extent import Form as Form, Income as Income
from domain.fact import Fact, OfMatter as OfMatter

Act = Annotated[
    ApplicationReceived
    | CompletenessChecked
    | OfASupplement
    | ApplicationSetAside
    | ApplicationTakenUp
    | ApplicationWithdrawn
    | OfATerm
    | ApplicationReviewed
    | ViewInvited
    | ViewReceived
    | ViewLapsed
    | PermissionGranted
    | PermissionRefused
    | ReviewReturned
    | OfAReport
    | ResidentReacted
    | ReactionLapsed
    | ParticipationContinued
    | ConditionsChanged
    | OfAnEnding
    | DecisionCorrected
    | DecisionReversed
    | OfThePermission
    | OfAnAdjustment
    | OfAChange
    | ObjectionReceived
    | ObjectionAcknowledged
    | AdmissibilityJudged
    | RepairRequested
    | RepairReceived
    | RepairLapsed
    | OfAHearing
    | CommitteeAdvised
    | CostsClaimed
    | ObjectionDecided
    | ObjectionForwarded
    | ObjectionAdjourned
    | ObjectionPostponed
    | ObjectionWithdrawn
    | OfAnAppeal
    | OfADelay
    | HeardOfAnObjection
    | ContestedDecisionReplaced
    | ContestedDecisionSent
    | AdviceRequested
    | AdviceReceived
    | AdviceLapsed
    | AdviceForgone
    | OfALetter
    | OfADefault
    | QuestionAsked
    | QuestionAnswered
    | QuestionWithdrawn
    | OfTheDesk,
    Field(discriminator="kind"),
]

ACTS: dict[str, type[Fact]] = {
    str(kind.model_fields["kind"].default): kind for kind in get_args(get_args(Act)[0])
}
"""Every act by its kind."""
