"""An objection from its receipt to the decision on it: the procedure as chapters 6 and 7 of the Awb have it."""

from __future__ import annotations

from typing import ClassVar

from temporalio import workflow

from domain import news, objections
from domain.acts import (
    AdmissibilityJudged,
    AppealOutcomeRecorded,
    AppealRecorded,
    AppealTermLapsed,
    CommitteeAdvised,
    ConsentChanged,
    CostsClaimed,
    CourtOutcome,
    HearingDeclined,
    HearingHeld,
    HearingInvited,
    HearingReopened,
    HearingWaived,
    NoteAdded,
    NoticeOfDefaultReceived,
    ObjectionAcknowledged,
    ObjectionAdjourned,
    ObjectionClosed,
    ObjectionDecided,
    ObjectionForwarded,
    ObjectionPostponed,
    ObjectionReceived,
    ObjectionWithdrawn,
    QuestionAsked,
    RepairLapsed,
    RepairReceived,
    RepairRequested,
)
from domain.authority import APPLICANT
from domain.case import Case, Status
from domain.people import Role
from workflows.beside import Beside
from workflows.names import to_case

OFFICER, DECIDER = Role.OBJECTIONS_OFFICER, Role.DECIDER

MEANWHILE = (RepairReceived, AdmissibilityJudged, ObjectionAdjourned, ObjectionPostponed, CostsClaimed)
"""What may come at any moment before the decision; that includes a second look at whether it can be dealt with."""

ENDS_AN_OBJECTION = (ObjectionDecided, ObjectionWithdrawn, ObjectionForwarded)


@workflow.defn
class ObjectionCase(Beside):
    """Whether the municipality stands by a decision to which somebody objects; a case of its own."""

    at_any_moment = (NoteAdded, QuestionAsked, ConsentChanged, NoticeOfDefaultReceived)
    reopening = objections.REOPENING
    beside: ClassVar = {
        QuestionAsked: Beside.question,
        NoticeOfDefaultReceived: Beside.in_default,
        ObjectionClosed: Beside.determined_anew,
    }

    @workflow.init
    def __init__(self, case: Case) -> None:
        super().__init__(case)

    @workflow.run
    async def run(self, case: Case) -> Status:  # noqa: ARG002 - taken in by __init__
        """Received, examined, heard and decided, unless withdrawn or another's; then the appeal. Awb 6:15, 6:21."""
        if not self.case.last(*ENDS_AN_OBJECTION):
            async with self.phase(
                ended_by=(ObjectionWithdrawn, ObjectionForwarded),
                may_also=MEANWHILE,
            ):
                await self.take_in()
                await self.examine()
                await self.decide()
            ended = self.case.last(*ENDS_AN_OBJECTION)
            assert ended is not None
            self.tell_the_contested_case(ended[1])
        while not (self.case.is_closed and await self.rests()):
            await self.await_appeal()
        await self.close()
        return self.case.status

    async def take_in(self) -> None:
        """The receipt is acknowledged, and the case of the decision is told. Awb 6:4, 6:14."""
        received = await self.until(ObjectionReceived, by=APPLICANT)
        self.note(ObjectionAcknowledged())
        self.tell_the_contested_case(received)

    async def examine(self) -> None:
        """A person judges whether it can be dealt with; what can be mended is asked for first. Awb 6:6, 6:11."""
        while isinstance(
            await self.until(AdmissibilityJudged, RepairRequested, by=OFFICER, due=objections.examination),
            RepairRequested,
        ):
            await self.until(RepairReceived, by=APPLICANT, within=objections.repair, lapse=RepairLapsed())

    async def decide(self) -> None:
        """After the hearing, and after the advice of a committee where there is one. Awb 7:2, 7:11, 7:13."""
        decision = None
        while not isinstance(decision, ObjectionDecided):
            await self.hear()
            if objections.has_committee(self.case):
                await self.until(CommitteeAdvised, by=OFFICER, due=objections.objection_decision)
            decision = await self.until(
                ObjectionDecided, HearingReopened, by=DECIDER, due=objections.objection_decision
            )

    async def hear(self) -> None:
        """The objector is offered a hearing, unless a ground of the law says otherwise. Awb 7:2, 7:3."""
        choice = await self.until(
            HearingInvited,
            HearingHeld,
            HearingWaived,
            HearingDeclined,
            by=OFFICER,
            due=objections.objection_decision,
        )
        while isinstance(choice, HearingInvited):
            choice = await self.until(
                HearingHeld,
                HearingInvited,
                HearingWaived,
                HearingDeclined,
                by=OFFICER,
                due=objections.hearing_or_decision,
            )

    async def await_appeal(self) -> None:
        """The file waits until nobody can appeal in time any more; no term runs before it was sent. Awb 6:8, 6:9.

        An appeal of which the court tells later still comes in. What is owed for deciding too late is paid first, and
        an objection to that amount is decided on. Awb 4:87, 7:14.
        """
        if objections.open_appeals(self.case):
            await self.hear_the_court()
        elif self.case.status is not Status.OBJECTION_DECIDED:
            await self.until(AppealRecorded, unless=lambda case: case.is_closed)
        elif await self.until(AppealRecorded, within=objections.window) is None:
            self.note(AppealTermLapsed())

    async def hear_the_court(self) -> None:
        """What the court decides on an appeal; where it is upheld, the decision is taken again. Awb 8:70, 8:72.

        Not where the court lets its consequences stand: what holds in the case of the decision then holds on.
        """
        heard = await self.until(AppealOutcomeRecorded, AppealRecorded)
        if not isinstance(heard, AppealOutcomeRecorded) or heard.consequences_stand:
            return
        if heard.outcome is CourtOutcome.UPHELD:
            self.tell_the_contested_case(heard)

    def tell_the_contested_case(
        self,
        act: ObjectionReceived
        | ObjectionDecided
        | ObjectionWithdrawn
        | ObjectionForwarded
        | AppealOutcomeRecorded,
    ) -> None:
        """The case of the decision hears what comes of an objection to it. Awb 7:11(2)."""
        contested, told = self.case.objection.decision, news.of_an_objection(self.case, act)
        self.tell(to_case(contested.case, self.case.municipality, told, is_objection=contested.in_objection))
