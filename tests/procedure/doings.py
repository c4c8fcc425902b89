"""What may come to anybody's mind: the acts that the state machines try."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from domain import completeness, interests
from domain.acts import (
    Act,
    Addressee,
    AdjustmentDropped,
    AdviceForgone,
    AdviceReceived,
    AdviceRequested,
    ApplicationSetAside,
    ApplicationTakenUp,
    ApplicationWithdrawn,
    ConsentChanged,
    DecisionAdjourned,
    DecisionCorrected,
    DecisionReversed,
    EndingWithdrawn,
    Form,
    InterestDeclared,
    InterestWithdrawn,
    ItemAnswered,
    LateDecisionAppealed,
    LateDecisionRuled,
    NoteAdded,
    NoticeOfDefaultReceived,
    ParticipationContinued,
    Party,
    PenaltyDetermined,
    PenaltyPaid,
    PeriodExtended,
    PermissionReinstated,
    QuestionAnswered,
    QuestionAsked,
    QuestionWithdrawn,
    RenewalWithdrawn,
    RequestSetAside,
    ResidentReacted,
    ReviewReturned,
    RevocationDropped,
    StandstillDropped,
    SuspensionEnded,
    TaskAssigned,
    TaskClaimed,
    TaskHeld,
    TaskReleased,
    TaskResumed,
    TrialLeftToEnd,
    ViewInvited,
    ViewReceived,
)
from domain.calendar import last_day, next_working_day
from domain.case import Case
from domain.fact import Fact
from tests.examples import (
    WHY,
    a_change,
    a_check,
    a_grant,
    a_nil_report,
    a_proposal,
    a_refusal,
    a_report,
    a_review,
    a_supplement,
    a_suspension,
    an_application_received,
    an_ending,
)
from tests.permitting import (
    a_change_report,
    a_proposed_revocation,
    a_proposed_standstill,
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_revocation,
    a_suspended_permission,
    an_adjustment,
    an_adjustment_asked,
    an_adjustment_proposed,
    an_advice_to_renew,
    an_assessment,
    an_evaluation,
    an_extension,
    an_incident,
)
from tests.procedure.owing import ASKED_AFTER, a_payment, a_ruling_on_a_delay, what_is_owed
from tests.procedure.slips import a_decision_taken_back, a_slip_put_right

Doing = Callable[[date], Act]
"""What somebody says on a day."""

Answer = Callable[[Case, date], Act | None]
"""What somebody says on a day of what stands in the case; nothing when there is no such thing."""


def a_declaration_taken_back(case: Case, _on: date) -> InterestWithdrawn | None:
    """The newest personal interest that stands was declared in error."""
    stand = interests.standing(case)
    return InterestWithdrawn(declaration=list(stand)[-1], reason=WHY) if stand else None


def more_time(on: date) -> PeriodExtended:
    """Three weeks from now to send what was asked for."""
    return PeriodExtended(until=next_working_day(on + timedelta(weeks=3)), reasoning=WHY)


def more_time_for_what_is_awaited(case: Case, on: date) -> PeriodExtended:
    """The same for the newest request of which something is awaited, or for the application."""
    about = next(reversed(completeness.awaited(case)), None)
    return more_time(on).model_copy(update={"about": about})


IN_ANY_CASE: tuple[Doing, ...] = (
    lambda on: QuestionAsked(of=Party.COOPERATIVE, items=("Who?", "What?")),
    lambda on: QuestionAsked(of=Party.MUNICIPALITY, items=("When?",)),
    lambda on: NoteAdded(text="Called."),
    lambda on: InterestDeclared(person="caseworker2", person_name="Caseworker2", reason=WHY),
    lambda on: ConsentChanged(addressee=Addressee.COOPERATIVE, electronic=on.day % 2 == 0),
    lambda on: NoticeOfDefaultReceived(),
    lambda on: NoticeOfDefaultReceived(received_on=on - timedelta(days=12)),
    lambda on: LateDecisionAppealed(court="Rechtbank Zonnedam", lodged_on=on),
    lambda on: TaskClaimed(),
    lambda on: TaskReleased(),
    lambda on: TaskHeld(until=on + timedelta(days=14), reason=WHY),
    lambda on: TaskResumed(),
    lambda on: TaskAssigned(assignee="caseworker2", assignee_name="Caseworker2"),
)
"""What may be done in every case."""
ABOUT_A_TASK = (TaskClaimed, TaskReleased, TaskHeld, TaskResumed, TaskAssigned)

IN_ANY_MATTER: tuple[Callable[[int], Act], ...] = (
    lambda about: QuestionAnswered(about=about, answers=(ItemAnswered(item=1, answer=WHY),)),
    lambda about: QuestionAnswered(about=about, answers=(ItemAnswered(item=2, answer=WHY),)),
    lambda about: QuestionWithdrawn(about=about, reason=WHY),
    *ASKED_AFTER,
)
IN_A_MATTER: tuple[Callable[[int], Act], ...] = (
    *IN_ANY_MATTER,
    lambda about: AdviceReceived(about=about, advice=WHY),
    lambda about: AdviceForgone(about=about, reason=WHY),
    an_assessment,
    an_adjustment,
    lambda about: an_adjustment(about, 8),
    a_refused_adjustment,
    lambda about: AdjustmentDropped(about=about),
    lambda about: RequestSetAside(about=about, reasoning=WHY),
)
"""What belongs to a matter beside the procedure, by the act that set it going."""

ON_ANY_CASE: dict[type[Fact], Answer] = {
    InterestWithdrawn: a_declaration_taken_back,
    PenaltyDetermined: what_is_owed,
    PenaltyPaid: a_payment,
    LateDecisionRuled: a_ruling_on_a_delay,
}

WITH_AN_APPLICATION: tuple[Doing, ...] = (
    lambda on: an_application_received(),
    *(lambda on, each=each: a_check(*each) for each in ((), ("mandate",))),
    lambda on: a_proposal("mandate"),
    lambda on: a_supplement(),
    lambda on: ApplicationSetAside(reasoning=WHY),
    lambda on: ApplicationTakenUp(reasoning=WHY),
    *(lambda on, each=each: a_review(each) for each in ("grant", "refuse")),
    lambda on: ViewInvited(intention=WHY, until=on + timedelta(days=7)),
    lambda on: ViewReceived(view=WHY),
    lambda on: a_grant(on, last_day(on, 14)),
    lambda on: a_grant(on, last_day(on, 5), 8),
    lambda on: a_grant(on, last_day(on, 3), form=Form.TRIAL),
    lambda on: a_refusal(view_waived=None),
    lambda on: ReviewReturned(reason=WHY),
    lambda on: a_suspension(on + timedelta(days=10)),
    lambda on: SuspensionEnded(reason=WHY),
    lambda on: DecisionAdjourned(until=next_working_day(on + timedelta(days=60)), reasoning=WHY),
    lambda on: a_report(on - timedelta(days=30), on),
    lambda on: a_nil_report(on - timedelta(days=30), on),
    lambda on: ResidentReacted(reaction=WHY),
    lambda on: ParticipationContinued(reasoning=WHY),
    lambda on: a_change(12, "No work on Sundays"),
    lambda on: AdviceRequested(adviser="work_coach", question=WHY, until=on + timedelta(days=9)),
    lambda on: AdviceRequested(adviser="client_council", question=WHY),
    a_change_report,
    an_incident,
    lambda on: a_suspended_permission(on + timedelta(days=1), on + timedelta(days=20)),
    lambda on: PermissionReinstated(holds_from=on + timedelta(days=1), reasoning=WHY),
    lambda on: a_proposed_standstill(),
    lambda on: StandstillDropped(reasoning=WHY),
    lambda on: a_proposed_revocation(),
    lambda on: a_revocation(on + timedelta(days=10)),
    lambda on: RevocationDropped(reasoning=WHY),
    lambda on: an_evaluation(),
    lambda on: TrialLeftToEnd(reasoning=WHY),
    lambda on: an_extension(last_day(on, 12)),
    lambda on: a_renewal_asked(last_day(on, 24)),
    lambda on: RenewalWithdrawn(),
    lambda on: an_adjustment_asked(),
    lambda on: an_adjustment_asked(12, received_on=on - timedelta(days=12)),
    lambda on: an_adjustment_proposed(),
    lambda on: an_advice_to_renew(),
    lambda on: a_renewal(last_day(on, 20)),
    lambda on: a_refused_renewal(),
    *IN_ANY_CASE,
)
ON_WHAT_WAS_DECIDED: dict[type[Fact], Answer] = {
    DecisionCorrected: a_slip_put_right,
    DecisionReversed: a_decision_taken_back,
    PeriodExtended: more_time_for_what_is_awaited,
    **ON_ANY_CASE,
}
ENDING_A_PARTICIPATION: tuple[Doing, ...] = (
    lambda on: ApplicationWithdrawn(),
    an_ending,
    lambda on: an_ending(on, Party.COOPERATIVE),
    lambda on: an_ending(on + timedelta(days=40)),
    lambda on: EndingWithdrawn(message="letter.pdf"),
)
