"""A no to a request from before the last day, or that was objected to: the case rests on it too. Awb 3:41, 6:7."""

from __future__ import annotations

from datetime import date

from domain.acts import ObjectionTermLapsed, ObjectionWithdrawn, RequestSetAside, ViewWaiver
from domain.case import Status
from tests.examples import WHY, a_check, caseworker1, caseworker2, coop_a, decider1, decider3
from tests.permitting import (
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal_asked,
    an_adjustment_asked,
    an_advice_to_renew,
)
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.objected import an_objection_to
from tests.procedure.paths import granted
from tests.story import Story
from tests.superseding import a_reversal

LAST_DAY, ASKED_ON, LONGER = date(2030, 6, 30), date(2030, 6, 3), date(2031, 3, 31)
DECIDED_ON, TOLD_LATE = date(2030, 6, 28), date(2030, 7, 22)
WINDOW_OVER = date(2030, 8, 20)
WAIVED = ViewWaiver.NOT_ON_HIS_FACTS


async def tasks_of(story: Story) -> list[tuple[int | None, str]]:
    return [(task.about, task.accepts[0]) for task in (await story.case()).tasks]


async def asked(number: str) -> tuple[Story, int]:
    """To renew, four weeks before the last day."""
    story = InMemory().story(number)
    await story.starts()
    await granted(story, LAST_DAY)
    await story.went_out()
    await story.time_passes_until(ASKED_ON)
    return story, (await story.did(coop_a, a_renewal_asked(LONGER))).version


async def refused(number: str) -> tuple[Story, int]:
    """Two days before the last one; the letter lies there."""
    story, _ = await asked(number)
    await story.did(caseworker1, an_advice_to_renew("refuse"))
    await story.time_passes_until(DECIDED_ON)
    return story, (await story.did(decider1, a_refused_renewal(view_waived=WAIVED))).version


async def set_aside(number: str) -> tuple[Story, int, int]:
    """The same of one that lacked something."""
    story, request = await asked(number)
    await story.did(caseworker2, a_check("plan"))
    await story.time_passes_until(DECIDED_ON)
    return story, request, (await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))).version


def test_a_refusal_from_before_the_last_day_is_sent_after_it_and_its_six_weeks_run() -> None:
    """Somebody looks why it lies there, and the case closes once nobody can object in time."""

    async def told() -> None:
        story, decision = await refused("no-before-the-end")
        await story.day_passes(date(2030, 7, 2))

        assert (Status.EXPIRED, False) == (await story.status(), (await story.case()).is_closed)
        assert [(decision, "posting_looked_into")] == await tasks_of(story)

        await story.went_out(decision)
        await story.time_passes_until(WINDOW_OVER)

        assert not (await story.case()).is_closed

        await story.time_passes_until(date(2030, 9, 2))

        assert ObjectionTermLapsed() == (await story.case()).entries[-1].act
        assert (Status.EXPIRED, True) == (await story.status(), (await story.case()).is_closed)

    at_once(told())


def test_of_two_refusals_that_went_out_on_one_day_each_term_is_told_to_be_over() -> None:
    async def told() -> None:
        story, first = await refused("two-noes")
        request = (await story.did(coop_a, an_adjustment_asked(20))).version
        second = (await story.did(caseworker2, a_refused_adjustment(request, WAIVED))).version
        await story.went_out(first)
        await story.went_out(second)
        await story.time_passes_until(date(2030, 9, 2))
        case = await story.case()

        assert [first, second] == sorted(entry.about or 0 for entry, _ in case.every(ObjectionTermLapsed))
        assert case.is_closed

    at_once(told())


def test_a_letter_of_a_refusal_is_seen_to_while_somebody_takes_part() -> None:
    """That its term is over is said only where the case waits for it."""

    async def told() -> None:
        story, _ = await asked("no-while-taking-part")
        await story.did(caseworker1, an_advice_to_renew("refuse"))
        decision = (await story.did(decider1, a_refused_renewal(view_waived=WAIVED))).version
        await story.time_passes_until(date(2030, 6, 10))

        assert [(decision, "posting_looked_into")] == await tasks_of(story)

        await story.went_out(decision)

        assert [] == await tasks_of(story)

    at_once(told())


def test_what_was_set_aside_before_the_last_day_and_told_too_late_is_taken_up() -> None:
    """The four weeks are over once the letter goes out. Awb 4:5(4)."""

    async def told() -> None:
        story, request, aside = await set_aside("aside-before-the-end")
        await story.time_passes_until(TOLD_LATE)
        await story.went_out(aside)

        assert [(aside, "decision_reversed")] == await tasks_of(story)

        await story.did(decider3, a_reversal(aside, WINDOW_OVER))

        assert [(request, "renewal_advised")] == await tasks_of(story)

    at_once(told())


def test_who_withdraws_an_objection_ends_no_term_of_another() -> None:
    """The letter still has to go out, and who did not object may do so. Awb 3:41, 6:21."""

    async def told() -> None:
        story, request, aside = await set_aside("aside-and-withdrawn")
        await story.day_passes(LAST_DAY)
        objection = await an_objection_to(story, "o", on=date(2030, 7, 3), version=aside)
        await objection.did(coop_a, ObjectionWithdrawn())

        assert not (await story.case()).is_closed
        assert [(aside, "posting_looked_into")] == await tasks_of(story)

        await story.time_passes_until(TOLD_LATE)
        await story.went_out(aside)

        assert [(aside, "decision_reversed")] == await tasks_of(story)
        assert request == (await story.case()).entries[aside - 1].about

    at_once(told())
