"""How it goes, told by the cooperative: for a reassessment, or as often as the policy wants it. Pw 53a."""

from __future__ import annotations

from collections.abc import Callable

from domain import terms
from domain.acts import (
    Act,
    InterimReportEscalated,
    InterimReportReminded,
    InterimReportRequested,
    ProgressReported,
)
from domain.authority import APPLICANT
from domain.case import Case, Entry
from domain.matters import interim
from workflows.beside import Beside
from workflows.waiting import Until, When


class Reporting(Beside):
    """The reports that are asked while somebody takes part."""

    async def reports(self, granted: Entry) -> None:
        """As often as the policy wants it the cooperative is asked how it goes, beside the reassessments. Pw 53a."""

        def is_over(case: Case) -> bool:
            return not interim.are_asked(case, granted.version)

        while not is_over(self.case):
            await self.until(within=terms.interim_eve, unless=is_over, about=granted)
            asked, first = terms.interim_request(self.case), interim.first_untold(self.case)
            if not is_over(self.case) and asked and first and asked.due_on <= self.today:
                self.note(InterimReportRequested(period_from=first, period_until=asked.eve().due_on))

    async def interim_report(self, asked: Entry) -> None:
        """What does not come leads to a look by a person, and to nothing by itself. Pw 53a.

        It is not awaited as long as the permission is taken away, and again once it is given back.
        """
        version = asked.version
        while interim.is_open(self.case, version):
            await self.until(
                unless=lambda case: case.is_participating or not interim.is_open(case, version), about=asked
            )
            await self.reported(
                terms.interim_report_of(asked),
                (terms.interim_reminder_of(asked), InterimReportReminded(about=version)),
                InterimReportEscalated(about=version),
                unless=lambda case: not interim.is_awaited(case, version),
                about=asked,
            )

    async def reported(
        self,
        within: When,
        reminder: tuple[Until, Act],
        lapse: Act,
        *,
        unless: Callable[[Case], bool],
        about: Entry | None = None,
    ) -> None:
        """The cooperative tells how it goes: reminded, and then passed to the caseworker. Pw 53a."""
        await self.until(
            ProgressReported,
            by=APPLICANT,
            within=within,
            reminders=(reminder,),
            lapse=lapse,
            unless=unless,
            about=about,
        )
