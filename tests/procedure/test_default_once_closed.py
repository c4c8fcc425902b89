"""A notice of default that came before the decision went out, and turns up once the case has closed. Awb 4:17, 4:18."""

from __future__ import annotations

from datetime import date

from domain.acts import NoticeEffect, NoticeOfDefaultReceived, PenaltyPaid
from domain.matters import default
from tests.examples import a_refusal, caseworker1, coop_a, decider1
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.late import DAY_AFTER, DUE, determined, noticed
from tests.procedure.paths import reviewed
from tests.story import Story

REFUSED, CLOSED = date(2030, 6, 3), date(2030, 8, 15)
BY_THE_FIRST, BY_THE_SECOND = 14 * 2300 + 5 * 3500, 14 * 2300 + 3 * 3500
"""Of one of 30 April, and of one of 2 May."""
CAME_FIRST = NoticeOfDefaultReceived(received_on=DAY_AFTER)


async def refused_late(story: Story) -> None:
    """Five weeks after the term, and sent."""
    await story.time_passes_until(REFUSED)
    await story.did(decider1, a_refusal())
    await story.went_out()


async def closed(number: str) -> Story:
    """Refused late, and nobody objected."""
    story = InMemory().story(number)
    await story.starts()
    await reviewed(story)
    await refused_late(story)
    await story.time_passes_until(CLOSED)
    return story


async def settled(story: Story, notice: int, cents: int, on: date) -> None:
    """The amount is determined, told and paid on that day."""
    await story.did(decider1, determined(notice, cents))
    await story.did(caseworker1, PenaltyPaid(about=notice, paid_on=on))


def test_what_is_owed_by_it_is_settled_and_the_case_closes_again() -> None:
    async def told() -> None:
        story = await closed("noticed-once-closed")

        assert (await story.case()).is_closed

        notice = (await story.did(caseworker1, CAME_FIRST)).version
        case = await story.case()

        assert (False, (notice,)) == (case.is_closed, case.open_defaults)
        assert [(notice, ("penalty_determined",))] == [(task.about, task.accepts) for task in case.tasks]

        await settled(story, notice, BY_THE_FIRST, CLOSED)

        assert (await story.case()).is_closed

    at_once(told())


def test_one_that_came_before_one_that_was_paid_is_owed_the_rest() -> None:
    """What was paid on the later one is taken off. Awb 4:17(3)."""

    async def told() -> None:
        story = InMemory().story("noticed-before-what-was-paid")
        await story.starts()
        await reviewed(story)
        second = await noticed(story, date(2030, 5, 2))
        await refused_late(story)
        await settled(story, second, BY_THE_SECOND, REFUSED)
        await story.time_passes_until(CLOSED)

        assert (await story.case()).is_closed

        first = (await story.did(caseworker1, CAME_FIRST)).version
        shown = {each.version: each for each in default.shown(await story.case(), CLOSED)}

        assert (BY_THE_FIRST - BY_THE_SECOND) == shown[first].owed_cents

        await settled(story, first, BY_THE_FIRST, CLOSED)

        assert (await story.case()).is_closed

    at_once(told())


def test_one_that_came_too_early_is_kept_and_changes_nothing() -> None:
    async def told() -> None:
        story = await closed("noticed-too-early")
        notice = (await story.did(caseworker1, NoticeOfDefaultReceived(received_on=DUE))).version
        case = await story.case()

        assert [(notice, NoticeEffect.PREMATURE)] == [
            (each.version, each.effect) for each in default.shown(case, CLOSED)
        ]
        assert case.is_closed

    at_once(told())


def test_what_comes_after_the_decision_changes_a_closed_case_in_nothing() -> None:
    """And says why: nothing is waited for."""

    async def told() -> None:
        story = await closed("noticed-after-the-decision")
        before = (await story.case()).version

        assert "NotNow" == await story.refused(coop_a, NoticeOfDefaultReceived())
        assert "NotNow" == await story.refused(caseworker1, NoticeOfDefaultReceived(received_on=REFUSED))
        assert (before, True) == ((await story.case()).version, (await story.case()).is_closed)

    at_once(told())
