"""A case from application to the end of the participation: the procedure as the law and the policy have it."""

from __future__ import annotations

from typing import ClassVar

from temporalio import workflow

from domain import objections, permission, terms
from domain.acts import (
    Act,
    AdviceReceived,
    AdviceRequested,
    ApplicationReceived,
    ApplicationReviewed,
    ApplicationSetAside,
    ApplicationTakenUp,
    ApplicationWithdrawn,
    ChangeReported,
    CheckReopened,
    CompletenessChecked,
    ConsentChanged,
    DecisionAdjourned,
    DecisionCorrected,
    DecisionReversed,
    IncidentReported,
    NoteAdded,
    NoticeOfDefaultReceived,
    ObjectionClosed,
    ObjectionLodged,
    ObjectionTermLapsed,
    ObjectionUpheld,
    ParticipationEnded,
    PermissionExtendedToFull,
    PermissionGranted,
    PermissionRefused,
    PermissionReinstated,
    PermissionRevoked,
    PermissionSuspended,
    ProgressReported,
    QuestionAsked,
    RenewalRequested,
    RenewalWithdrawn,
    ResidentReacted,
    ReviewReturned,
    RevocationProposed,
    SetAsideLapsed,
    SetAsideProposed,
    SupplementLapsed,
    SupplementReceived,
    SupplementReminded,
    SupplementRequested,
    SuspensionEnded,
    TermSuspended,
    TrialEvaluated,
    ViewInvited,
    ViewLapsed,
    ViewReceived,
)
from domain.authority import APPLICANT
from domain.case import CLOSED, DECIDED, Case, Status
from domain.people import Role
from workflows.permission import OnAPermission
from workflows.taking_part import TakingPart

CASEWORKER, DECIDER = Role.CASEWORKER, Role.DECIDER

BEFORE_DECISION = (
    *(SupplementReceived, ViewReceived, AdviceRequested, AdviceReceived),
    *(TermSuspended, SuspensionEnded, DecisionAdjourned),
)
"""What may come at any moment before the decision: what others send, and what moves the term."""

TOLD = (ProgressReported, ResidentReacted, ChangeReported, IncidentReported)
"""What the cooperative and the resident may tell at any moment of the participation."""

AGAINST_A_PERMISSION = (PermissionSuspended, PermissionReinstated, RevocationProposed)
"""What cannot wait when something goes wrong."""

WHILE_TAKING_PART = (
    *(*TOLD, ViewReceived, DecisionCorrected, *AGAINST_A_PERMISSION),
    *(PermissionExtendedToFull, RenewalRequested, RenewalWithdrawn),
)
"""The same, and what is done about the permission; a proposal or a request sets going a matter of its own."""

ENDS_A_PARTICIPATION = (ParticipationEnded, PermissionRevoked, ObjectionUpheld, DecisionReversed)

AFTER_AN_OBJECTION = (SupplementReceived, ViewReceived, AdviceRequested, AdviceReceived, *TOLD)
"""The same while a decision is taken again: its term is that of the objection, and moves there."""


@workflow.defn
class ParticipationCase(TakingPart):
    """Whether this resident may take part in a social cooperative and keep the benefit, and how it goes on."""

    at_any_moment = (NoteAdded, QuestionAsked, ConsentChanged, NoticeOfDefaultReceived)
    beside: ClassVar = {
        QuestionAsked: OnAPermission.question,
        AdviceRequested: OnAPermission.advice,
        NoticeOfDefaultReceived: OnAPermission.in_default,
        ObjectionClosed: OnAPermission.decided_anew,
        TermSuspended: OnAPermission.standstill,
        ChangeReported: OnAPermission.change,
        IncidentReported: OnAPermission.change,
        PermissionSuspended: OnAPermission.suspension,
        RevocationProposed: OnAPermission.revocation,
        TrialEvaluated: OnAPermission.trial,
        RenewalRequested: OnAPermission.renewal,
    }

    @workflow.init
    def __init__(self, case: Case) -> None:
        super().__init__(case)

    @workflow.run
    async def run(self, case: Case) -> Status:  # noqa: ARG002 - taken in by __init__
        """From application to decision, then from permission to its end; one run for each reassessment."""
        if not self.case.last(*DECIDED):
            async with self.phase(ended_by=ApplicationWithdrawn, may_also=BEFORE_DECISION):
                await self.until(ApplicationReceived, by=APPLICANT)
                if await self.completed():
                    await self.decide()
        while not (self.case.is_closed and await self.rests()):
            if self.case.overturned:
                await self.decide_again()
            elif self.case.status in CLOSED:
                is_asked = not permission.no_renewal_is_asked(self.case)
                async with self.phase(
                    ended_by=(ObjectionUpheld, DecisionReversed),
                    may_also=(DecisionCorrected, RenewalWithdrawn) if is_asked else (DecisionCorrected,),
                ):
                    await self.await_objections()
            else:
                async with self.phase(ended_by=ENDS_A_PARTICIPATION, may_also=WHILE_TAKING_PART):
                    await self.participate()
        await self.close()
        return self.case.status

    async def completed(self) -> bool:
        """What is missing is asked for until it is there; without it the application may be set aside. Awb 4:5."""
        while True:
            check = await self.until(CompletenessChecked, SetAsideProposed, by=CASEWORKER, due=terms.intake)
            if not check.missing:
                return True
            if isinstance(check, CompletenessChecked) and await self.supplemented(check):
                continue
            choice = await self.set_aside()
            if not isinstance(choice, CheckReopened):
                return not isinstance(choice, ApplicationSetAside)

    async def supplemented(self, check: CompletenessChecked) -> bool:
        """The applicant gets a period for the missing items, each named, and a reminder. Awb 4:5(1)."""
        until = terms.supplement_period(self.case, self.today).due_on
        self.note(SupplementRequested(missing=check.missing, until=until, explanation=check.explanation))
        supplement = await self.until(
            SupplementReceived,
            by=APPLICANT,
            within=terms.supplement,
            reminders=((terms.supplement_reminder, SupplementReminded()),),
            lapse=SupplementLapsed(),
        )
        return supplement is not None

    async def set_aside(self) -> Act:
        """Within four weeks, unless what was asked for turns out to have come in time. Awb 4:5(4)."""
        choice = await self.until(
            ApplicationSetAside,
            ApplicationTakenUp,
            by=DECIDER,
            within=terms.set_aside,
            unless=terms.supplied_in_time,
        )
        if choice is not None:
            return choice
        return self.note(CheckReopened() if terms.supplied_in_time(self.case) else SetAsideLapsed())

    async def decide(self) -> None:
        """One reviews, another decides, or sends it back to be reviewed again. Awb 3:2, 4:13."""
        decision = None
        while decision is None or isinstance(decision, ReviewReturned):
            await self.until(ApplicationReviewed, by=CASEWORKER, due=terms.review)
            decision = await self.decided()

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
            await self.until(ViewReceived, by=APPLICANT, within=terms.view, lapse=ViewLapsed())

    async def await_objections(self) -> None:
        """The decision stands once nobody can object to it in time, and no objection runs. Awb 6:7, 6:9.

        No term runs as long as the letter did not go out to everybody. Awb 3:40, 6:8.
        What is owed for deciding too late is paid before the case closes, and a request to renew is decided on again
        whose refusal was annulled after the last day. Awb 4:87, 7:11(2).
        """
        if self.case.open_objections:
            await self.until(ObjectionUpheld, ObjectionClosed, unless=_is_taken_up_again)
        elif self.case.awaits_objections:
            await self.stands_or_not()
        else:
            await self.until(
                ObjectionLodged,
                unless=lambda case: case.is_closed or _is_taken_up_again(case),
            )

    async def stands_or_not(self) -> None:
        """One objects in time, or no more; what was set aside too late is to be taken again anyway. Awb 4:5(4), 6:9."""
        if terms.was_set_aside_too_late(self.case):
            contested = objections.is_contested
            await self.until(DecisionReversed, by=DECIDER, within=objections.window, unless=contested)
        else:
            too_late = terms.was_set_aside_too_late
            await self.until(ObjectionLodged, within=objections.window, unless=too_late)
        window = objections.window(self.case)
        if window and window.due_on < self.today and not self.case.open_objections:
            self.note(ObjectionTermLapsed(for_the_court=objections.is_for_the_court(self.case)))

    async def decide_again(self) -> None:
        """What an upheld objection overturned, or another reversed, is decided on again by another. Awb 7:11(2).

        A permission stays in force until then, so it can still be ended or suspended, and reports are still taken in. A
        proposal to revoke it is decided on once the new decision is there.
        """
        ending = ParticipationEnded if self.case.is_participating else ApplicationWithdrawn
        beside = AGAINST_A_PERMISSION if self.case.is_participating else ()
        async with self.phase(ended_by=ending, may_also=(*AFTER_AN_OBJECTION, *beside)):
            decision = None
            if self.case.reviewers:
                decision = await self.decided()
            if decision is None or isinstance(decision, ReviewReturned):
                await self.decide()


def _is_taken_up_again(case: Case) -> bool:
    """Whether a permission that had expired is in force, since its renewal was granted after all. Awb 7:11(2)."""
    return case.status is Status.PARTICIPATION
