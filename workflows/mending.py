"""Whether an objection can be dealt with, and what is to be mended first: before the judgement or after it. Awb 6:6."""

from __future__ import annotations

from domain import objections, repairs
from domain.acts import AdmissibilityJudged, RepairLapsed, RepairReceived, RepairRequested
from domain.authority import APPLICANT
from domain.case import Entry
from domain.people import Role
from workflows.beside import Beside


class Mending(Beside):
    """What is asked for and judged, at the examination and beside the hearing."""

    async def mending(self, asked: Entry) -> None:
        """What is asked for after the judgement is looked at once more; what is asked before it, is a part of that."""
        if asked.task is None:
            await self.mended_and_judged(about=asked)

    async def mended_and_judged(
        self, about: Entry | None = None
    ) -> AdmissibilityJudged | RepairRequested | None:
        """The objector gets a period for what was asked for, if anything was; then a person judges. Awb 6:6, 7:10(2).

        Instead of that more may be asked for; beside the hearing, where `about` is the request, that is another matter.
        """
        if repairs.awaited_repair(self.case):
            await self.until(
                RepairReceived,
                by=APPLICANT,
                within=objections.repair,
                lapse=RepairLapsed(),
                unless=lambda case: repairs.awaited_repair(case) is None,
                about=about,
            )
        return await self.judged(about)

    async def mended_after_all(self, _: Entry) -> None:
        """It came in time, and is known since it was judged that nothing came: that is judged anew. Awb 6:6."""
        asked = self.case.last(RepairRequested)
        if asked and repairs.mended_after_all(self.case):
            await self.judged(about=asked[0])

    async def judged(self, about: Entry | None) -> AdmissibilityJudged | RepairRequested | None:
        """A person judges whether the objection can be dealt with. Awb 6:5, 6:6."""
        return await self.until(
            AdmissibilityJudged,
            *(() if about else (RepairRequested,)),
            by=Role.OBJECTIONS_OFFICER,
            due=objections.examined_by,
            unless=lambda case: about is not None and not repairs.awaits_another_look(case, about.version),
            about=about,
        )
