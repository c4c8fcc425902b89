"""A case from application to the end of the participation: the procedure as the law and the policy have it."""

from __future__ import annotations

from typing import ClassVar

from temporalio import workflow

from domain import annulment, completeness, objections, renewal, requests, terms
from domain.acts import (
    AdjustmentProposed,
    AdjustmentRefused,
    AdjustmentRequested,
    AdviceRequested,
    ApplicationReceived,
    ApplicationReviewed,
    ApplicationWithdrawn,
    ChangeReported,
    CompletenessChecked,
    ConsentChanged,
    DecisionCorrected,
    DecisionReversed,
    EndingWithdrawn,
    IncidentReported,
    InterestDeclared,
    InterestWithdrawn,
    InterimReportEscalated,
    InterimReportRequested,
    LateDecisionAppealed,
    LetterSent,
    NoteAdded,
    NoticeOfDefaultReceived,
    NoticeOfDefaultWeighed,
    ObjectionClosed,
    ObjectionTermLapsed,
    ObjectionUpheld,
    ParticipationEnded,
    ParticipationStopped,
    PeriodExtended,
    PermissionGranted,
    PermissionRefused,
    PermissionSuspended,
    QuestionAsked,
    RenewalRefused,
    RenewalRequested,
    RequestSetAside,
    ReviewReturned,
    RevocationProposed,
    StandstillProposed,
    SupplementReceived,
    TermSuspended,
    TrialEvaluated,
    ViewInvited,
)
from domain.authority import APPLICANT
from domain.case import CLOSED, DECIDED, Case, Status
from domain.ending import stopped_by
from domain.fact import Fact
from domain.people import Role
from domain.status import RESTS_ON
from workflows.permission import OnAPermission
from workflows.taken_in import (
    AFTER_AN_OBJECTION,
    BEFORE_DECISION,
    ENDS_A_PARTICIPATION,
    OBJECTS,
    ON_A_REQUEST,
    WHILE_DECIDED_AGAIN,
    WHILE_TAKING_PART,
)
from workflows.taking_part import TakingPart

CASEWORKER, DECIDER = Role.CASEWORKER, Role.DECIDER


@workflow.defn
class ParticipationCase(TakingPart):
    """Whether this resident may take part in a social cooperative and keep the benefit, and how it goes on."""

    at_any_moment = (
        *(NoteAdded, InterestDeclared, InterestWithdrawn, QuestionAsked, ConsentChanged),
        *(NoticeOfDefaultReceived, LateDecisionAppealed),
    )
    ends_in_time = (ParticipationEnded,)
    beside: ClassVar = {
        QuestionAsked: OnAPermission.question,
        AdviceRequested: OnAPermission.advice,
        NoticeOfDefaultReceived: OnAPermission.noticed,
        NoticeOfDefaultWeighed: OnAPermission.in_default,
        LetterSent: OnAPermission.told_later,
        LateDecisionAppealed: OnAPermission.at_court,
        **dict.fromkeys((*RESTS_ON, RenewalRefused, AdjustmentRefused), OnAPermission.stands),
        ObjectionClosed: OnAPermission.decided_anew,
        TermSuspended: OnAPermission.standstill,
        ChangeReported: OnAPermission.change,
        IncidentReported: OnAPermission.change,
        PermissionSuspended: OnAPermission.suspension,
        PermissionGranted: OnAPermission.reports,
        InterimReportRequested: OnAPermission.interim_report,
        InterimReportEscalated: OnAPermission.change,
        ParticipationEnded: OnAPermission.ending,
        StandstillProposed: OnAPermission.proposal,
        RevocationProposed: OnAPermission.proposal,
        TrialEvaluated: OnAPermission.trial,
        RenewalRequested: OnAPermission.renewal,
        RequestSetAside: OnAPermission.told_too_late,
        AdjustmentRequested: OnAPermission.adjustment,
        AdjustmentProposed: OnAPermission.adjustment,
        ObjectionUpheld: OnAPermission.last_day,
        DecisionReversed: OnAPermission.taken_back,
    }
    """What each of these sets going beside the procedure, with a task or a clock of its own, while `run` goes on."""

    @workflow.init
    def __init__(self, case: Case) -> None:
        super().__init__(case)

    @workflow.run
    async def run(self, case: Case) -> Status:  # noqa: ARG002 - taken in by __init__
        """From application to decision, then from permission to its end; one run for each reassessment.

        What may come at any moment of it stands in `taken_in`, and what an act sets going beside it in `beside`.
        """
        if not self.case.last(*DECIDED):
            async with self.phase(ended_by=ApplicationWithdrawn, may_also=BEFORE_DECISION):
                await self.until(ApplicationReceived, by=APPLICANT)
                if await self.completed():
                    await self.decide()
        while not (self.case.is_closed and await self.rests()):
            if self.case.overturned:
                await self.decide_again()
            elif self.case.status in CLOSED:
                async with self.phase(
                    ended_by=(ObjectionUpheld, DecisionReversed),
                    unless=annulment.taken_up,
                    may_also=lambda case: (DecisionCorrected, *_comes_on_a_request(case)),
                ):
                    await self.await_objections()
            else:
                async with self.phase(
                    ended_by=ENDS_A_PARTICIPATION,
                    unless=annulment.taken_up,
                    may_also=_comes_to_who_takes_part,
                ):
                    await self.participate()
        await self.close()
        return self.case.status

    async def decide(self) -> None:
        """One reviews, another decides, or sends it back to be reviewed again. Awb 3:2, 4:13."""
        decision = None
        while (decision is None or isinstance(decision, ReviewReturned)) and await self.reviewed():
            decision = await self.decided()

    async def reviewed(self) -> bool:
        """What turns out to be missing only now is asked for too; without it the application may be set aside. Awb 4:5.

        Not when a decision is taken again: that is one on substance, in a term that does not stand still for it.
        """
        asks = () if self.case.overturned else (CompletenessChecked,)
        while True:
            done = await self.until(ApplicationReviewed, *asks, by=CASEWORKER, due=terms.review)
            if isinstance(done, ApplicationReviewed):
                return True
            self.ask_for_it(done)
            if not await self.completed():
                return False

    async def decided(self) -> PermissionGranted | PermissionRefused | ReviewReturned:
        """Before an adverse decision the applicant may give his view, unless a ground says why not. Awb 4:7."""
        while True:
            decision = await self.until(
                PermissionGranted,
                PermissionRefused,
                ReviewReturned,
                ViewInvited,
                by=DECIDER,
                due=terms.decision,
            )
            if not isinstance(decision, ViewInvited):
                return decision
            await self.viewed()

    async def await_objections(self) -> None:
        """The decision stands once nobody can object to it in time, and no objection runs. Awb 6:7, 6:9.

        No term runs as long as the letter did not go out to everybody. Awb 3:40, 6:8.
        What is owed for deciding too late is paid before the case closes, and what was asked is decided on that was
        open on the last day, or is again since its refusal was annulled. Awb 4:13, 4:87, 7:11(2).
        """
        if self.case.open_objections:
            await self.until(ObjectionUpheld, ObjectionClosed, unless=_is_taken_up_again)
        elif self.case.awaits_objections:
            await self.stands_or_not()
        else:
            await self.until(
                *OBJECTS,
                unless=lambda case: case.is_closed or _is_taken_up_again(case),
            )

    async def stands_or_not(self) -> None:
        """One objects in time, or no more; what was set aside too late is to be taken again anyway. Awb 4:5(4), 6:9.

        A court may do away with it meanwhile.
        """
        if terms.was_set_aside_too_late(self.case):
            contested = objections.is_contested
            await self.until(DecisionReversed, by=DECIDER, within=objections.window, unless=contested)
        else:
            await self.until(
                *OBJECTS,
                within=objections.window,
                unless=lambda case: terms.was_set_aside_too_late(case) or not case.awaits_objections,
            )
        window = objections.window(self.case) if self.case.awaits_objections else None
        if window and window.due_on < self.today and not self.case.open_objections:
            self.note(ObjectionTermLapsed(for_the_court=objections.is_for_the_court(self.case)))

    async def decide_again(self) -> None:
        """What an upheld objection overturned, or another reversed, is decided on again by another. Awb 7:11(2).

        A permission stays in force until then or until its last day, so it can still be ended or suspended, and reports
        are still taken in. What is proposed or asked about it is decided on once the new decision is there.
        """
        async with self.phase(
            ended_by=lambda case: (ParticipationStopped if case.is_participating else ApplicationWithdrawn,),
            may_also=_comes_meanwhile,
        ):
            decision = None
            if self.case.reviewers:
                decision = await self.decided()
            if decision is None or isinstance(decision, ReviewReturned):
                await self.decide()


def _comes_meanwhile(case: Case) -> tuple[type[Fact], ...]:
    """What is taken in while it is decided on again, as long as there is a permission or a request about it."""
    if case.is_participating:
        return (*AFTER_AN_OBJECTION, *WHILE_DECIDED_AGAIN)
    return (*AFTER_AN_OBJECTION, *_comes_on_a_request(case))


def _comes_to_who_takes_part(case: Case) -> tuple[type[Fact], ...]:
    """What is taken in while somebody takes part."""
    return (*WHILE_TAKING_PART, *_comes_late(case))


def _comes_on_a_request(case: Case) -> tuple[type[Fact], ...]:
    """What is taken in about a request that outlived its permission, also where it is only registered now."""
    about_it = (*ON_A_REQUEST, *_comes_late(case)) if requests.open_ones(case) else ()
    return (*_registered_late(case), *about_it)


def _registered_late(case: Case) -> tuple[type[Fact], ...]:
    """What may have come before it was over, and is registered after that; one to renew at a time. Awb 4:13."""
    if renewal.open_renewals(case):
        return (AdjustmentRequested,) if case.status is Status.EXPIRED else ()
    if case.overturned and stopped_by(case):
        return (EndingWithdrawn,)
    return objections.COMES_LATE.get(case.status, ())


def _comes_late(case: Case) -> tuple[type[Fact], ...]:
    """What was asked for may still come, until the request is decided on. Awb 4:5(1).

    And there may be more time for it, until it is decided whether to set the request aside.
    """
    late = (SupplementReceived,) if completeness.asked_for_more(case) else ()
    return (*late, PeriodExtended) if completeness.incomplete(case) else late


def _is_taken_up_again(case: Case) -> bool:
    """Whether a permission that was over is in force: it was renewed after all, or who stopped goes on. Awb 4:13."""
    return case.is_participating
