"""What runs beside the reassessments while somebody takes part: each is set going by an act, and decided by another."""

from __future__ import annotations

from collections.abc import Callable

from domain import adjustment, completeness, ending, permission, proposal, renewal, suspension, terms, trial
from domain.acts import (
    AdjustmentDropped,
    AdjustmentRefused,
    AdjustmentRequested,
    ChangeAssessed,
    CompletenessChecked,
    ConditionsAdjusted,
    ParticipationStopped,
    PermissionExpired,
    PermissionExtendedToFull,
    PermissionRenewed,
    PermissionResumed,
    PermissionRevoked,
    PermissionSuspended,
    RenewalAdvised,
    RenewalRefused,
    RevocationDropped,
    RevocationProposed,
    StandstillDropped,
    StandstillProposed,
    SuspensionLapsed,
    ViewInvited,
    ViewLapsed,
    ViewReceived,
)
from domain.authority import APPLICANT
from domain.case import Case, Entry
from domain.fact import Fact
from domain.lapsing import lapse_of, may_come_back
from domain.people import Role
from domain.requests import REQUESTS
from domain.revocation import before_its_end, may_be_undone
from workflows.completing import Completing
from workflows.waiting import Until, When

ON_A_PROPOSAL: dict[type[Fact], tuple[type[Fact], type[Fact]]] = {
    RevocationProposed: (PermissionRevoked, RevocationDropped),
    StandstillProposed: (PermissionSuspended, StandstillDropped),
}
"""What is decided on each proposal, or that it is not done."""

Holds = Callable[[Case, int], bool]
"""Whether something holds of the matter that an act set going, by its version."""


class OnAPermission(Completing):
    """The matters of an application and of the permission that comes of it."""

    async def standstill(self, suspended: Entry) -> None:
        """On the day that was named the term to decide runs again, which is told with its new end. Awb 4:15(4)."""
        await self.told_later(suspended)
        if terms.awaits_end(self.case, suspended):
            await self.until(
                within=lambda case: terms.end_of_suspension(suspended)(case).eve(),
                lapse=SuspensionLapsed(about=suspended.version),
                unless=lambda case: not terms.awaits_end(case, suspended),
                about=suspended,
            )

    async def change(self, entry: Entry) -> None:
        """What changed, went wrong or was not reported is looked at. Pw 17, 53a."""
        await self.until(
            ChangeAssessed,
            by=Role.CASEWORKER,
            due=terms.assessment_of(entry),
            about=entry,
            unless=lambda case: not permission.awaits_assessment(case, entry.version),
        )

    async def ending(self, told: Entry) -> None:
        """Who stops takes part until the day that he named, and then no more. Pw 44a."""
        await self.until(
            within=terms.stop(told),
            lapse=ParticipationStopped(),
            about=told,
            unless=lambda case: not ending.stands(case, told.version),
        )

    async def last_day(self, overturned: Entry) -> None:
        """A permission that is decided on again holds until then, and never after its last day. Awb 7:11(2).

        It does again where somebody stopped who proves to have taken that back before.
        """

        def is_over(case: Case) -> bool:
            return not terms.is_decided_again_since(before_its_end(case), overturned)

        def is_in_force(case: Case) -> bool:
            return case.is_participating and case.overturned is not None

        while not is_over(self.case):
            await self.until(unless=lambda case: is_in_force(case) or is_over(case), about=overturned)
            await self.until(
                within=terms.last_day_meanwhile,
                lapse=PermissionExpired(),
                about=overturned,
                unless=lambda case: not is_in_force(case),
            )

    async def suspension(self, entry: Entry) -> None:
        """Its end is told, unless it was lifted before or the permission ends with it. Awb 3:40.

        It counts again where a court or an upheld objection annuls that it was lifted. Awb 7:11(2).
        """
        while await self.can_go_on(entry, suspension.may_stand_still, suspension.ends_a_suspension):
            await self.until(
                within=terms.resumption,
                lapse=PermissionResumed(),
                about=entry,
                unless=lambda case: not suspension.ends_a_suspension(case, entry.version),
            )

    async def proposal(self, entry: Entry) -> None:
        """To revoke or to suspend: one proposes it and another decides. Awb 3:2, 4:8.

        It waits while the permission itself is decided on again, and goes on after that.
        """
        decisions = ON_A_PROPOSAL[type(entry.act)]
        while await self.can_go_on(entry, proposal.is_proposed, proposal.awaits_decision):
            await self.decided_on(
                entry, *decisions, due=terms.revocation_of(entry), awaited=proposal.awaits_decision
            )

    async def trial(self, entry: Entry) -> None:
        """One evaluated it, and another makes it full or lets it end. Awb 3:2.

        A request to renew takes the place of this as long as it is open: then that is decided on. What made it full and
        was annulled is a matter too: another makes it full again, or refuses that after all. Awb 7:11(2), 8:72.
        """
        while await self.can_go_on(entry, trial.is_open, trial.awaits_decision):
            await self.decided_on(
                entry,
                PermissionExtendedToFull,
                *trial.ways_to_end(self.case, entry.version),
                due=terms.end_of_trial(entry),
                awaited=trial.awaits_decision,
            )

    async def renewal(self, entry: Entry) -> None:
        """One advises, unless the policy does without, and another decides. Awb 3:2, 4:13.

        It waits while the permission itself is decided on again, and goes on after that. Once there is nothing left to
        renew, that is told.
        """
        due, version = terms.answer_to(entry), entry.version
        while await self.is_still_asked(entry, renewal.is_asked, renewal.awaits_renewal):
            await self.completed(entry)
            advised = await self.until(
                RenewalAdvised,
                *self.asks(entry),
                by=Role.CASEWORKER,
                due=due,
                about=entry,
                unless=lambda case: not renewal.awaits_advice(case, version),
            )
            if isinstance(advised, CompletenessChecked):
                self.ask_for_it(advised, entry)
                continue
            await self.decided_on(
                entry,
                PermissionRenewed,
                PermissionExtendedToFull,
                RenewalRefused,
                due=due,
                awaited=renewal.awaits_renewal,
            )

    async def is_still_asked(self, entry: Entry, is_open: Holds, is_ripe: Holds) -> bool:
        """Whether it can go on; whoever asked is told as soon as nothing is decided on it any more. Awb 4:13."""
        self.tell_if_lapsed(entry)
        goes_on = await self.can_go_on(entry, is_open, is_ripe)
        self.tell_if_lapsed(entry)
        return goes_on

    def tell_if_lapsed(self, request: Entry) -> None:
        """Before it is waited for and since; what the municipality proposed itself does not lapse."""
        if lapse := lapse_of(self.case, request.version):
            self.note(lapse)

    async def adjustment(self, entry: Entry) -> None:
        """Other hours or conditions between two reassessments, asked for or proposed. Awb 4:8, 4:13.

        What the municipality does not do of what it proposed it drops; what was asked for it refuses, which is a
        decision, and due after the last day too.
        """
        is_asked = isinstance(entry.act, AdjustmentRequested)
        while await self.is_still_asked(entry, adjustment.is_open, adjustment.awaits_decision):
            await self.decided_on(
                entry,
                ConditionsAdjusted,
                AdjustmentRefused if is_asked else AdjustmentDropped,
                by=Role.CASEWORKER,
                due=terms.adjustment_of(entry),
                awaited=adjustment.awaits_decision,
            )

    async def decided_anew(self, closed: Entry) -> None:
        """What an upheld objection annulled is decided on again: an amount, what was asked, a trial. Awb 7:11(2)."""
        await self.determined_anew(closed)
        await self.asked_again(closed)
        if contested := trial.contested_by(self.case, closed.version):
            await self.trial(contested)

    async def taken_back(self, back: Entry) -> None:
        """What the municipality itself takes again: on the application, or a request that it set aside. Awb 4:5(4)."""
        await self.last_day(back)
        await self.asked_again(back)

    async def asked_again(self, annulled: Entry) -> None:
        """What was asked is decided on again, since the answer to it counts no more."""
        request = renewal.asked_again(self.case, annulled.version)
        if request is not None:
            await self.renewal(request)
        asked = adjustment.asked_again(self.case, annulled.version)
        if asked is not None:
            await self.adjustment(asked)

    async def can_go_on(self, entry: Entry, is_open: Holds, is_ripe: Holds) -> bool:
        """Wait as long as something else comes first; whether the matter is still open then.

        What was open when the permission was revoked may be again: the revocation may yet be annulled. Awb 7:11(2).
        So may what lapsed since somebody stops, who may have taken that back by a letter that is registered later.
        Once the last day is over by then, only what was asked for is left to decide on.
        """
        was_over, is_asked = may_be_undone(self.case) is not None, isinstance(entry.act, REQUESTS)

        def may_return(case: Case) -> bool:
            before = before_its_end(case)
            return is_open(before, entry.version) or may_come_back(before, entry.version)

        await self.until(
            unless=lambda case: is_ripe(case, entry.version) or not may_return(case), about=entry
        )
        if not may_return(self.case):
            return False
        return not was_over or is_asked or self.today <= terms.expiry(self.case).due_on

    async def decided_on(
        self,
        entry: Entry,
        *kinds: type[Fact],
        by: Role = Role.DECIDER,
        due: When,
        awaited: Holds,
    ) -> None:
        """Whom it concerns may give his view before an adverse decision. Awb 4:7, 4:8."""
        while awaited(self.case, entry.version):
            if completeness.step(self.case, entry.version):
                await self.completed(entry)
            elif permission.awaits_view(self.case, entry.version):
                await self.viewed(
                    about=entry,
                    unless=lambda case: (
                        not permission.awaits_view(case, entry.version) or not awaited(case, entry.version)
                    ),
                )
            else:
                done = await self.until(
                    *kinds,
                    *self.asks(entry),
                    ViewInvited,
                    by=by,
                    due=due,
                    about=entry,
                    unless=lambda case: not awaited(case, entry.version),
                )
                self.ask_for_it(done, entry)

    def asks(self, entry: Entry) -> tuple[type[Fact], ...]:
        """That something is missing is said of what was asked, and not of what the municipality proposes. Awb 4:5."""
        return (CompletenessChecked,) if completeness.may_be_asked(self.case, entry.version) else ()

    async def viewed(
        self,
        about: Entry | None = None,
        within: Until | None = None,
        unless: Callable[[Case], bool] | None = None,
    ) -> None:
        """Whom a decision concerns may say what he thinks of it, until his period is over. Awb 4:7, 4:8."""
        await self.until(
            ViewReceived,
            by=APPLICANT,
            within=within or (terms.view_of(about) if about else terms.view),
            lapse=ViewLapsed(),
            about=about,
            unless=unless,
        )
