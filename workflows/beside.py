"""What runs beside the procedure of a case, whichever that is: each matter is set going by an act, and is soon over.

A matter may be taken up again from the acts at any of its waits, since a case starts afresh now and then.
"""

from __future__ import annotations

from domain.acts import QuestionAnswered, QuestionWithdrawn
from domain.case import Entry
from domain.matters import questions
from workflows.procedure import Procedure


class Beside(Procedure):
    """The matters that every case may have."""

    async def question(self, entry: Entry) -> None:
        """Item by item, until each is answered or the question is withdrawn."""
        asked = questions.question(self.case, entry.version)
        assert asked is not None
        while questions.unanswered(self.case, entry.version):
            await self.until(
                QuestionAnswered,
                QuestionWithdrawn,
                by=questions.asked_of(self.case, asked),
                due=questions.answer_by(asked),
                about=entry,
            )
