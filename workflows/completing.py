"""What is missing is asked for: of the application, and of a request while somebody takes part. Awb 4:5."""

from __future__ import annotations

from domain import completeness, objections, terms
from domain.acceptance.correction import reversible
from domain.acts import (
    ApplicationSetAside,
    ApplicationTakenUp,
    CheckReopened,
    CompletenessChecked,
    DecisionReversed,
    ObjectionTermLapsed,
    RequestSetAside,
    SetAsideLapsed,
    SetAsideProposed,
    SupplementLapsed,
    SupplementReceived,
    SupplementReminded,
    SupplementRequested,
)
from domain.authority import APPLICANT
from domain.case import CLOSED, Case, Entry, Status
from domain.fact import Fact
from domain.people import Role
from domain.remedy import Remedy, remedy
from domain.requests import rests_on, still_contestable, window_of
from workflows.reporting import Reporting


class Completing(Reporting):
    """The steps by which it is made complete or set aside; each is about a request, or else about the application."""

    async def completed(self, about: Entry | None = None) -> bool:
        """What is missing is asked for until it is there; without it, it may be set aside. Awb 4:5.

        It goes on from where the acts say that it is: a matter beside the procedure is taken up again now and then.
        """
        while step := completeness.step(self.case, _version(about)):
            if step is Status.SUPPLEMENT_AWAITED:
                await self.supplemented(about)
            elif step is Status.SETTING_ASIDE:
                await self.set_aside(about)
            else:
                await self.checked(about)
        return self.case.status is not Status.SET_ASIDE

    async def checked(self, about: Entry | None) -> None:
        """A caseworker looks whether everything is there. Awb 4:5."""
        version = _version(about)
        check = await self.until(
            CompletenessChecked,
            SetAsideProposed,
            by=Role.CASEWORKER,
            due=lambda case: terms.intake(case, version),
            about=about,
            unless=lambda case: completeness.step(case, version) is not Status.COMPLETENESS_CHECK,
        )
        self.ask_for_it(check, about)

    def ask_for_it(self, check: Fact | None, about: Entry | None = None) -> None:
        """The applicant gets a period for the missing items, each named. Awb 4:5(1)."""
        if isinstance(check, CompletenessChecked) and check.missing:
            until = terms.supplement_period(self.case, self.today).due_on
            asked = SupplementRequested(missing=check.missing, until=until, explanation=check.explanation)
            self.note(asked, about)

    async def supplemented(self, about: Entry | None) -> None:
        """He sends them in that period, of which he is reminded, or it passes. Awb 4:5(1)."""
        version = _version(about)
        await self.until(
            SupplementReceived,
            by=APPLICANT,
            within=lambda case: terms.supplement(case, version),
            reminders=((lambda case: terms.supplement_reminder(case, version), SupplementReminded()),),
            lapse=SupplementLapsed(),
            about=about,
            unless=lambda case: completeness.step(case, version) is not Status.SUPPLEMENT_AWAITED,
        )

    async def set_aside(self, about: Entry | None) -> None:
        """Within four weeks, unless what was asked for turns out to have come in time. Awb 4:5(4)."""
        version = _version(about)

        def is_overtaken(case: Case) -> bool:
            is_over = completeness.step(case, version) is not Status.SETTING_ASIDE
            return is_over or terms.supplied_in_time(case, version)

        choice = await self.until(
            RequestSetAside if about else ApplicationSetAside,
            ApplicationTakenUp,
            by=Role.DECIDER,
            within=lambda case: terms.set_aside(case, version),
            about=about,
            unless=is_overtaken,
        )
        if choice is None and completeness.step(self.case, version):
            came = terms.supplied_in_time(self.case, version)
            self.note(CheckReopened() if came else SetAsideLapsed(), about)

    async def told_too_late(self, aside: Entry) -> None:
        """Setting a request aside is of no use once that is told after its last day: it is taken up anyway. Awb 4:5(4).

        As long as one can object to it, and nobody does.
        """
        version = aside.version
        await self.letter(aside)

        def is_open(case: Case) -> bool:
            window = window_of(case, version)
            may_be_late = window is None or terms.is_told_too_late(case, aside)
            is_past = window is not None and window.due_on < self.today
            return may_be_late and not is_past and version not in case.annulled

        def is_to_be_taken_up(case: Case) -> bool:
            is_late = terms.is_told_too_late(case, aside) and not objections.is_contested(case)
            return is_late and version in reversible(case)

        while is_open(self.case):
            await self.until(
                within=lambda case: window_of(case, version),
                unless=lambda case: is_to_be_taken_up(case) or not is_open(case),
                about=aside,
            )
            await self.until(
                DecisionReversed,
                by=Role.DECIDER,
                within=lambda case: window_of(case, version),
                unless=lambda case: not is_to_be_taken_up(case),
                about=aside,
            )
        await self.stands(aside)

    async def stands(self, decided: Entry) -> None:
        """Its letter goes out; what was decided on a request stands once nobody objects in time. Awb 3:41, 6:7.

        While somebody takes part nothing waits for that, so that it need not be said.
        """
        version = decided.version
        await self.letter(decided)
        if version in still_contestable(self.case):
            await self.until(
                within=lambda case: window_of(case, version),
                unless=lambda case: version not in still_contestable(case),
                about=decided,
            )
        if version in rests_on(self.case) and self.case.status in CLOSED:
            is_for_the_court = remedy(self.case, decided) is Remedy.APPEAL
            self.note(ObjectionTermLapsed(for_the_court=is_for_the_court), decided)


def _version(about: Entry | None) -> int | None:
    return about.version if about else None
