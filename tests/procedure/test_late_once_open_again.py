"""A request that is open again since what made it lapse was annulled: a late decision on it costs money. Awb 4:17."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    Act,
    CourtOpen,
    LateDecisionAppealed,
    LateDecisionAppealWeighed,
    NoticeEffect,
    NoticeOfDefaultReceived,
    NoticeOfDefaultWeighed,
    Outcome,
)
from tests.examples import caseworker1, coop_a, decider1, decider3, objections1
from tests.permitting import a_proposed_revocation, a_renewal_asked, a_revocation, an_adjustment_asked
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import granted
from tests.superseding import a_reversal

ASKED_ON, DUE, AGAIN_ON, LATE = date(2030, 6, 3), date(2030, 7, 29), date(2030, 7, 10), date(2030, 9, 2)
TWO_WEEKS_LATER = date(2030, 9, 17)


@pytest.mark.parametrize("is_upheld", [True, False], ids=["upheld", "taken-back"])
@pytest.mark.parametrize(
    "request_", [an_adjustment_asked(20), a_renewal_asked(date(2031, 3, 31))], ids=["adjust", "renew"]
)
def test_who_waits_again_gives_notice_and_goes_to_the_court(request_: Act, *, is_upheld: bool) -> None:
    """The revocation counts no more, so that the request was never answered. Awb 6:12, 7:11(2)."""

    async def told() -> None:
        story = InMemory().story("open-again")
        await story.starts()
        await granted(story, date(2030, 12, 31))
        await story.went_out()
        await story.time_passes_until(ASKED_ON)
        asked = (await story.did(coop_a, request_)).version
        await story.did(caseworker1, a_proposed_revocation())
        revoked = (await story.did(decider1, a_revocation(date(2030, 6, 5), view_waived="urgent"))).version
        await story.went_out(revoked)
        await story.time_passes_until(AGAIN_ON)
        if is_upheld:
            await decided(await an_objection_to(story, "o", AGAIN_ON, version=revoked), Outcome.UPHELD)
        else:
            await story.did(decider3, a_reversal(revoked, date(2030, 8, 20)))
        await story.time_passes_until(LATE)
        await story.did(coop_a, NoticeOfDefaultReceived())
        weighed = (await story.case()).entries[-1].act

        assert isinstance(weighed, NoticeOfDefaultWeighed)
        assert (NoticeEffect.COUNTS, DUE, TWO_WEEKS_LATER) == (
            weighed.effect,
            weighed.decision_due_on,
            weighed.first_day_on,
        )

        await story.time_passes_until(TWO_WEEKS_LATER)
        await story.did(objections1, LateDecisionAppealed(court="Rechtbank", lodged_on=TWO_WEEKS_LATER))
        at_court = (await story.case()).entries[-1].act

        assert isinstance(at_court, LateDecisionAppealWeighed)
        assert (asked, CourtOpen.OPEN) == (at_court.request, at_court.effect)

    at_once(told())
