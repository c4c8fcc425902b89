"""From permission to its end: reports and reassessments, and what comes before the last day. Pw 44a, 53a."""

from __future__ import annotations

from domain import ending, terms, trial, untold
from domain.acts import (
    ConditionsChanged,
    EndAnnounced,
    ParticipationContinued,
    PermissionExpired,
    ReactionLapsed,
    ReportEscalated,
    ReportReminded,
    ReportRequested,
    TrialEvaluated,
    ViewInvited,
)
from domain.case import Case
from domain.people import Role
from domain.term import Term
from workflows.permission import OnAPermission

CASEWORKER = Role.CASEWORKER


class TakingPart(OnAPermission):
    """What is asked and looked at while somebody takes part, again and again until the last day."""

    async def participate(self) -> None:
        """The permission is reassessed periodically, until its last day. Pw 44a.

        A correction may move that day, or do away with it: then it is reckoned anew. Who asked to take part longer gets
        his answer also after that day; until then nobody takes part. Awb 4:13.
        """
        if reassessment := terms.reassessment(self.case):
            await self.day_of(terms.report_request, unless=terms.no_longer(reassessment))
            if terms.reassessment(self.case) != reassessment:
                return
            await self.report(reassessment)
            if await self.reassess():
                await self.start_afresh()
        else:
            await self.near_the_end()
        if terms.expiry(self.case).due_on < self.today:
            if ending.told_ending(self.case):
                await self.until(unless=lambda case: ending.told_ending(case) is None)
            elif late := untold.unsent(self.case):
                await self.letter(self.case.entries[late[-1] - 1])
            elif untold.is_untold(self.case):
                await self.until(unless=lambda case: not untold.is_untold(case))
            else:
                self.note(PermissionExpired())

    async def near_the_end(self) -> None:
        """Some weeks before its last day that is told, with how to go on; a trial is evaluated then. Pw 44a; policy.

        Where the last day moves, the new one is told in its turn.
        """
        moved = terms.ends_otherwise(terms.expiry(self.case))
        await self.day_of(terms.announcement, unless=moved)
        if not moved(self.case) and terms.is_to_be_announced(self.case, self.today):
            self.note(EndAnnounced(ends_on=terms.expiry(self.case).due_on))
        if trial.is_to_be_evaluated(self.case):
            await self.evaluate()
        await self.day_after(terms.expiry, unless=moved)

    async def evaluate(self) -> None:
        """The caseworker looks with the resident how the trial went; another makes it full or lets it end. Pw 44a."""
        await self.report(terms.evaluation_from(self.case, self.today))
        await self.until(
            TrialEvaluated,
            by=CASEWORKER,
            due=terms.reassessment_in_hand,
            within=terms.expiry,
            reminders=((terms.reaction_lapse, ReactionLapsed()),),
            unless=lambda case: _is_not_looked_at(case) or not trial.is_on_trial(case),
        )

    async def report(self, reassessment: Term) -> None:
        """The cooperative is asked how it goes, in time for the reassessment. Pw 53a."""
        self.note(ReportRequested(reassessment_on=reassessment.due_on))
        await self.reported(
            terms.report,
            (terms.report_reminder, ReportReminded()),
            ReportEscalated(),
            unless=_is_not_looked_at,
        )

    async def reassess(self) -> bool:
        """The caseworker lets it go on, on the same or other conditions, before the permission runs out. Pw 44a.

        He does so with the resident, who has as long to react as the cooperative to report. Before something is taken
        away, whom it concerns may give his view. Awb 4:8. A trial that is made full meanwhile was looked at by that.
        """
        while True:
            reassessed = await self.until(
                ParticipationContinued,
                ConditionsChanged,
                ViewInvited,
                by=CASEWORKER,
                due=terms.reassessment_in_hand,
                within=terms.expiry,
                reminders=((terms.reaction_lapse, ReactionLapsed()),),
                unless=_is_not_looked_at,
            )
            if not isinstance(reassessed, ViewInvited):
                return reassessed is not None
            await self.viewed(within=terms.view_in_time, unless=_is_not_looked_at)


def _is_not_looked_at(case: Case) -> bool:
    """Whether nobody reassesses or evaluates any more what the report was asked for."""
    return trial.was_made_full(case) or ending.comes_first(case)
