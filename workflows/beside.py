"""What runs beside the procedure of a case, whichever that is: each matter is set going by an act, and is soon over.

A matter may be taken up again from the acts at any of its waits, since a case starts afresh now and then.
"""

from __future__ import annotations

from collections.abc import Callable

from domain.acts import (
    AdviceForgone,
    AdviceLapsed,
    AdviceReceived,
    AdviceRequested,
    CourtAsked,
    LateDecisionRuled,
    NoticeOfDefaultWeighed,
    PenaltyAvoided,
    PenaltyDetermined,
    PenaltyPaid,
    PostingLookedInto,
    QuestionAnswered,
    QuestionAsked,
    QuestionWithdrawn,
)
from domain.case import Case, Entry
from domain.fact import Fact
from domain.matters import advice, default, delay, enquiries, questions
from domain.people import Role
from domain.terms import penalty
from workflows.procedure import Procedure
from workflows.waiting import When


class Beside(Procedure):
    """The matters that every case may have."""

    async def question(self, entry: Entry) -> None:
        """Item by item, until each is answered or the question is withdrawn."""
        asked = entry.act
        assert isinstance(asked, QuestionAsked)
        while questions.unanswered(self.case, entry.version):
            await self.until(
                QuestionAnswered,
                QuestionWithdrawn,
                by=questions.asked_of(self.case, asked),
                due=questions.answer_by(asked),
                about=entry,
            )

    async def advice(self, entry: Entry) -> None:
        """Until it comes, its term is over, or the decision is taken without it. Awb 3:6."""
        asked = entry.act
        assert isinstance(asked, AdviceRequested)
        if advice.is_awaited(self.case, entry.version):
            await self.until(
                AdviceReceived,
                AdviceForgone,
                by=Role.CASEWORKER,
                within=advice.term(entry, asked),
                lapse=AdviceLapsed(about=entry.version),
                unless=lambda case: not advice.is_awaited(case, entry.version),
                about=entry,
            )

    async def noticed(self, notice: Entry) -> None:
        """A notice of default is held against the term to decide. Awb 4:17(3)."""
        if penalty.weighed(self.case, notice.version) is None:
            self.note(default.weigh(self.case, notice.version))
            self.weigh_anew()

    async def told_later(self, _: Entry) -> None:
        """A letter that went out later than was thought, or a consent from before it was registered."""
        self.weigh_anew()

    def weigh_anew(self) -> None:
        """What was so before it was known here may make a notice count after all, or not. Awb 4:14(3), 4:15, 4:17."""
        while weighed := default.weighed_anew(self.case):
            self.note(weighed)

    async def in_default(self, weighed: Entry) -> None:
        """Each day costs money from two weeks after a notice that counts until the decision. Awb 4:17."""
        if not default.is_running(self.case, weighed.version):
            return
        assert isinstance(weighed.act, NoticeOfDefaultWeighed)
        notice = self.case.entries[weighed.act.about - 1]
        await self.until(
            within=penalty.last_day(notice.version),
            about=notice,
            unless=lambda case: not default.is_running(case, weighed.version),
        )
        if not default.is_running(self.case, weighed.version):
            return
        if default.is_owed(self.case, notice.version):
            await self.settle(notice)
        else:
            self.note(PenaltyAvoided(about=notice.version))

    async def at_court(self, appeal: Entry) -> None:
        """Until the court ruled on it; a decision that comes meanwhile is told, and ends it not. Awb 6:20, 8:55d."""
        about = appeal.version
        while delay.is_at_court(self.case, about):
            if told := delay.to_tell(self.case, about):
                self.note(told)
            else:
                await self.heard_of_the_court(
                    LateDecisionRuled,
                    about=appeal,
                    unless=lambda case: delay.to_tell(case, about) is not None,
                )

    async def appealed(self, appeal: Entry) -> None:
        """What the court decides on it the procedure awaits; until then it is asked now and then. Awb 8:66, 8:70."""
        about = appeal.version
        while about in enquiries.appeals(self.case):
            await self.heard_of_the_court(
                about=appeal, unless=lambda case: about not in enquiries.appeals(case)
            )

    async def heard_of_the_court(
        self, *rulings: type[Fact], about: Entry, unless: Callable[[Case], bool]
    ) -> None:
        """No term of ours runs there, so somebody asks how it stands where nothing is heard for months."""
        await self.seen_to(
            CourtAsked,
            *rulings,
            by=Role.OBJECTIONS_OFFICER,
            after=enquiries.let_be(about),
            due=enquiries.asked_by(about),
            about=about,
            unless=unless,
        )

    async def letter(self, decided: Entry) -> None:
        """No term to go against a decision runs before its letter went out, so none is left lying. Awb 3:40, 6:8."""
        version = decided.version
        while version in enquiries.unsent(self.case):
            await self.seen_to(
                PostingLookedInto,
                by=Role.OBJECTIONS_OFFICER if self.case.is_objection else Role.CASEWORKER,
                after=enquiries.may_lie(decided),
                due=enquiries.posted_by(decided),
                about=decided,
                unless=lambda case: version not in enquiries.unsent(case),
            )

    async def seen_to(
        self,
        kind: type[Fact],
        *otherwise: type[Fact],
        by: Role,
        after: When,
        due: When,
        about: Entry,
        unless: Callable[[Case], bool],
    ) -> None:
        """What has to come from elsewhere; when it does not for so long, somebody sees to it, which is a task."""
        if await self.until(*otherwise, within=after, about=about, unless=unless) is None:
            await self.until(kind, *otherwise, by=by, due=due, about=about, unless=unless)

    async def determined_anew(self, closed: Entry) -> None:
        """The decision on an amount that was overturned is taken again. Awb 7:11(2).

        Unless a notice had come first that was registered since: then on that one.
        """
        self.weigh_anew()
        notice = default.reopened_by(self.case, closed.version)
        if notice is not None:
            await self.settle(notice)

    async def settle(self, notice: Entry) -> None:
        """The amount is determined by a decision, and then paid. Awb 4:18, 4:87.

        One on a notice that came later counts until then, and no more.
        """
        about = notice.version
        if penalty.determined(self.case, about) is None:
            await self.until(
                PenaltyDetermined,
                by=Role.DECIDER,
                due=penalty.determination(about),
                unless=lambda case: about not in penalty.counting(case),
                about=notice,
            )
            self.weigh_anew()
        if about in self.case.open_defaults:
            await self.until(
                PenaltyPaid,
                by=Role.CASEWORKER,
                due=penalty.payment(about),
                unless=lambda case: penalty.determined(case, about) is None,
                about=notice,
            )
