"""An objection from its receipt to the decision on it: the procedure as chapters 6 and 7 of the Awb have it."""

from __future__ import annotations

from typing import ClassVar

from temporalio import workflow

from domain import after_a_ruling, news, objections, rulings
from domain.acts import (
    AdmissibilityJudged,
    AppealOutcomeRecorded,
    AppealRecorded,
    AppealTermLapsed,
    CommitteeAdvised,
    ConsentChanged,
    CostsClaimed,
    CourtDecided,
    DecisionCorrected,
    HearingDeclined,
    HearingHeld,
    HearingInvited,
    HearingReopened,
    HearingWaived,
    InterestDeclared,
    InterestWithdrawn,
    LateDecisionAppealed,
    LetterSent,
    NoteAdded,
    NoticeOfDefaultReceived,
    NoticeOfDefaultWeighed,
    ObjectionAcknowledged,
    ObjectionAdjourned,
    ObjectionClosed,
    ObjectionDecided,
    ObjectionForwarded,
    ObjectionPostponed,
    ObjectionReceived,
    ObjectionTakenUp,
    ObjectionWithdrawn,
    PeriodExtended,
    QuestionAsked,
    RepairReceived,
    RepairRequested,
)
from domain.authority import APPLICANT
from domain.case import Case, Status
from domain.people import Role
from domain.rulings import ENDS_AN_OBJECTION
from workflows.beside import Beside
from workflows.mending import Mending

OFFICER, DECIDER = Role.OBJECTIONS_OFFICER, Role.DECIDER

MEANWHILE = (
    *(RepairRequested, RepairReceived, PeriodExtended, AdmissibilityJudged),
    *(ObjectionAdjourned, ObjectionPostponed, CostsClaimed),
)
"""What may come at any moment before the decision; that includes a second look at whether it can be dealt with."""

TAKES_IT_AWAY = (ObjectionWithdrawn, ObjectionForwarded)


@workflow.defn
class ObjectionCase(Mending):
    """Whether the municipality stands by a decision to which somebody objects; a case of its own."""

    at_any_moment = (
        *(NoteAdded, InterestDeclared, InterestWithdrawn, QuestionAsked, ConsentChanged),
        *(NoticeOfDefaultReceived, LateDecisionAppealed),
    )
    beside: ClassVar = {
        QuestionAsked: Beside.question,
        RepairRequested: Mending.mending,
        RepairReceived: Mending.mended_after_all,
        NoticeOfDefaultReceived: Beside.noticed,
        NoticeOfDefaultWeighed: Beside.in_default,
        LetterSent: Beside.told_later,
        ObjectionPostponed: Beside.told_later,
        LateDecisionAppealed: Beside.at_court,
        AppealRecorded: Beside.appealed,
        ObjectionDecided: Beside.letter,
        ObjectionClosed: Beside.determined_anew,
    }

    @workflow.init
    def __init__(self, case: Case) -> None:
        super().__init__(case)

    @workflow.run
    async def run(self, case: Case) -> Status:  # noqa: ARG002 - taken in by __init__
        """Received, examined, heard and decided, unless withdrawn or another's; then the appeal. Awb 6:15, 6:21."""
        if not self.case.last(*ENDS_AN_OBJECTION):
            async with self.phase(ended_by=TAKES_IT_AWAY, may_also=MEANWHILE):
                await self.take_in()
                await self.examine()
                await self.decide()
            self.tell_how_it_ended()
        while not (self.case.is_closed and await self.rests()):
            if rulings.is_open_again(self.case):
                await self.decide_after_all()
            else:
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
        judged = None
        while not isinstance(judged, AdmissibilityJudged):
            judged = await self.mended_and_judged()

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

    async def decide_after_all(self) -> None:
        """A court annulled that it could not be dealt with: it is heard, and decided on after all. Awb 7:2, 8:72.

        Another appeal against what was annulled may still be told of, and its outcome comes in.
        """
        async with self.phase(
            ended_by=TAKES_IT_AWAY, may_also=(*MEANWHILE, AppealRecorded, AppealOutcomeRecorded)
        ):
            await self.decide()
        self.tell_how_it_ended()

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

        An appeal of which the court tells later still comes in, and a slip is put right. What is owed for deciding too
        late is paid first, and an objection to that amount is decided on. Awb 4:87, 7:14.
        """
        if objections.open_appeals(self.case):
            await self.hear_the_court()
        elif self.case.status is not Status.OBJECTION_DECIDED:
            await self.until(AppealRecorded, DecisionCorrected, unless=lambda case: case.is_closed)
        elif await self.until(AppealRecorded, DecisionCorrected, within=objections.window) is None:
            self.note(AppealTermLapsed())

    async def hear_the_court(self) -> None:
        """What the court decides on an appeal; where it is upheld, the decision is taken again. Awb 8:70, 8:72.

        Not where the court lets its consequences stand: what holds in the case of the decision then holds on. Nor where
        it decided itself, which the case of the decision follows. Where it annulled that the objection could not be
        dealt with, it is the objection that is decided on again.
        """
        heard = await self.until(AppealOutcomeRecorded, CourtDecided, AppealRecorded, DecisionCorrected)
        if isinstance(heard, CourtDecided):
            self.tell_the_contested_case(heard)
        elif isinstance(heard, AppealRecorded | DecisionCorrected) or not rulings.annuls(heard):
            return
        elif rulings.has_it_dealt_with(self.case, heard):
            taken_up = after_a_ruling.taken_up(heard, committee=objections.has_committee(self.case))
            self.note(taken_up)
            self.tell_the_contested_case(taken_up)
        else:
            self.tell_the_contested_case(heard)

    def tell_how_it_ended(self) -> None:
        """Decided, withdrawn or another's."""
        ended = self.case.last(*ENDS_AN_OBJECTION)
        assert ended is not None
        self.tell_the_contested_case(ended[1])

    def tell_the_contested_case(
        self,
        act: ObjectionReceived
        | ObjectionDecided
        | ObjectionWithdrawn
        | ObjectionForwarded
        | ObjectionTakenUp
        | AppealOutcomeRecorded
        | CourtDecided,
    ) -> None:
        """The case of the decision hears what comes of an objection to it. Awb 7:11(2)."""
        self.tell_the_contested(news.of_an_objection(self.case, act))
