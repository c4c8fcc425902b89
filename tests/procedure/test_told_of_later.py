"""A court tells of an appeal that was lodged in time when the case has moved on since. Awb 6:12, 6:19, 6:20, 8:1."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.acts import (
    AppealRecorded,
    CourtOpen,
    CourtOutcome,
    HearingDeclined,
    LateDecisionAppealed,
    LateDecisionAppealWeighed,
    LateDecisionRuled,
    NoticeEffect,
    NoticeOfDefaultReceived,
    Outcome,
)
from domain.calendar import last_day
from domain.case import Status
from domain.matters import default
from tests.examples import WHY, caseworker1, coop_a, decider1, decider4, objections1
from tests.objecting import a_decision, an_outcome
from tests.permitting import a_renewal, a_renewal_asked, an_advice_to_renew
from tests.procedure.late import DAY_AFTER, DUE, FIRST_PAID, noticed
from tests.procedure.objected import (
    DECIDE_BY,
    HEARING,
    appeal_term_passes,
    dealt_with_after_all,
    lodged,
    turned_away,
)
from tests.procedure.paths import STARTS, granted
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

LATER = date(2030, 5, 27)


def an_appeal(on: date) -> AppealRecorded:
    """Against the decision on the objection."""
    return AppealRecorded(court="Rechtbank", lodged_on=on)


def since_none_came(on: date) -> LateDecisionAppealed:
    """Since no decision came in time."""
    return LateDecisionAppealed(court="Rechtbank", lodged_on=on)


def unfounded(about: int, on: date) -> LateDecisionRuled:
    """The court let it be."""
    return LateDecisionRuled(about=about, outcome=CourtOutcome.UNFOUNDED, decided_on=on, summary=WHY)


async def weighed(story: Story) -> list[tuple[int | None, CourtOpen]]:
    """Of each appeal since no decision came, on which request it is and whether one could."""
    return [(act.request, act.effect) for _, act in (await story.case()).every(LateDecisionAppealWeighed)]


async def a_renewal_decided_late(story: Story) -> int:
    """Asked on the first day, due on 29 April, put in default a day later and granted on 20 May; its version."""
    await granted(story)
    await story.went_out()
    request = (await story.did(coop_a, a_renewal_asked(last_day(STARTS, 30)))).version
    await story.did(caseworker1, an_advice_to_renew())
    await story.time_passes_until(date(2030, 5, 20))
    await story.did(decider1, a_renewal(last_day(STARTS, 30)))
    await story.went_out()
    await story.time_passes_until(LATER)
    return request


async def test_an_appeal_against_what_another_had_annulled_is_told_of_while_it_is_decided_on_again(
    objection: Story, contested: Story
) -> None:
    """Where the objection stands it stays. Against what was annulled already nobody appeals. Awb 6:19."""
    await lodged(objection, contested)
    await dealt_with_after_all(objection)
    day_after = HEARING + timedelta(days=1)
    await objection.time_passes_until(day_after)

    assert "NotNow" == await objection.refused(objections1, an_appeal(day_after))
    assert "NotAcceptable" == await objection.refused(objections1, an_appeal(FIRST_DAY - timedelta(days=1)))

    await objection.did(objections1, an_appeal(FIRST_DAY))

    assert Status.HEARING == await objection.status()

    await objection.did(objections1, an_outcome("withdrawn", decided_on=day_after))

    assert "NotNow" == await objection.refused(objections1, an_outcome("withdrawn", decided_on=day_after))


async def test_an_appeal_against_what_was_annulled_is_told_of_after_the_decision_that_took_its_place(
    objection: Story, contested: Story
) -> None:
    """Which it is about then; the file waits for the court."""
    await lodged(objection, contested)
    await dealt_with_after_all(objection)
    await objection.did(coop_a, HearingDeclined())
    await objection.time_passes_until(date(2030, 4, 2))
    await objection.did(decider4, a_decision(Outcome.UNFOUNDED, no_hearing="declined"))
    await objection.did(objections1, an_appeal(FIRST_DAY))
    await appeal_term_passes(objection)

    assert Status.OBJECTION_DECIDED == await objection.status()

    await objection.did(objections1, an_outcome("unfounded", decided_on=LATER))

    assert Status.SETTLED == await objection.ends_as()


async def test_a_court_tells_of_an_appeal_since_none_came_when_the_decision_that_came_was_annulled(
    objection: Story, contested: Story
) -> None:
    """It is about the decision that was late then, by the notice of default for that one, and moves no term."""
    await lodged(objection, contested)
    await noticed(objection, DECIDE_BY + timedelta(days=1))
    decided_on, ruled_on = date(2030, 6, 14), date(2030, 6, 17)
    await objection.time_passes_until(decided_on)
    await turned_away(objection)
    await objection.went_out()
    await objection.did(objections1, an_appeal(decided_on))
    await objection.time_passes_until(ruled_on)
    await objection.did(objections1, an_outcome("upheld", decided_on=ruled_on))
    due_on = [task.due_on for task in (await objection.case()).tasks]

    assert "NotAcceptable" == await objection.refused(objections1, since_none_came(date(2030, 6, 18)))

    about = (await objection.did(objections1, since_none_came(date(2030, 6, 12)))).version

    assert [(None, CourtOpen.OPEN)] == await weighed(objection)
    assert "late_decision_came" == (await objection.kinds())[-1]

    await objection.did(objections1, unfounded(about, ruled_on))

    assert due_on == [task.due_on for task in (await objection.case()).tasks]


async def test_a_court_tells_of_an_appeal_since_none_came_when_the_request_was_granted_meanwhile(
    story: Story,
) -> None:
    """It is on that request, by the day on which it was lodged, and about the decision that came. Awb 6:20."""
    request = await a_renewal_decided_late(story)
    await story.did(caseworker1, NoticeOfDefaultReceived(received_on=DAY_AFTER))

    assert "NotNow" == await story.refused(objections1, since_none_came(date(2030, 5, 20)))

    about = (await story.did(objections1, since_none_came(FIRST_PAID))).version

    assert [(request, CourtOpen.OPEN)] == await weighed(story)
    assert "late_decision_came" == (await story.kinds())[-1]
    assert "NotAcceptable" == await story.refused(
        objections1,
        LateDecisionRuled(
            about=about,
            outcome=CourtOutcome.UPHELD,
            decided_on=LATER,
            decide_by=LATER + timedelta(days=14),
            summary=WHY,
        ),
    )

    await story.did(objections1, unfounded(about, LATER))

    assert Status.PARTICIPATION == await story.status()


async def test_a_notice_of_default_about_a_request_that_was_left_lying_counts_from_its_own_day(
    story: Story,
) -> None:
    """It came on 30 April and was registered after the decision: 15 to 19 May are owed. Awb 4:17(3)."""
    await a_renewal_decided_late(story)

    assert "NotNow" == await story.refused(
        caseworker1, NoticeOfDefaultReceived(received_on=date(2030, 5, 20))
    )

    await story.did(caseworker1, NoticeOfDefaultReceived(received_on=DAY_AFTER))
    (shown,) = default.shown(await story.case(), LATER)

    assert (NoticeEffect.COUNTS, DUE, 11500) == (shown.effect, shown.decision_due_on, shown.owed_cents)
