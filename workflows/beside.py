"""What runs beside the procedure of a case, whichever that is: each matter is set going by an act, and is soon over.

A matter may be taken up again from the acts at any of its waits, since a case starts afresh now and then.
"""

from __future__ import annotations

from domain.acts import (
    AdviceForgone,
    AdviceLapsed,
    AdviceReceived,
    AdviceRequested,
    QuestionAnswered,
    QuestionAsked,
    QuestionWithdrawn,
)
from domain.case import Entry
from domain.matters import advice, questions
from domain.people import Role
from workflows.procedure import Procedure


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
