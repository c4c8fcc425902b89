"""What is missing of a request is taken up where it was when the case starts afresh, and without an advice. Awb 4:5."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import RequestSetAside
from tests.examples import WHY, a_check, a_policy, a_supplement, caseworker2, coop_a, decider1
from tests.permitting import a_renewal, a_renewal_asked
from tests.procedure.in_memory import InMemory, StoryInMemory, at_once
from tests.procedure.paths import REPORT_ASKED, granted
from tests.procedure.rehearsal import LONG
from tests.story import Story

ASKED_ON, LONGER = date(2030, 8, 28), date(2031, 12, 31)


async def tasks_of(story: Story) -> list[tuple[str, str]]:
    """What the case waits for first, by the numbers of the tasks."""
    return [(task.id, task.accepts[0]) for task in (await story.case()).tasks if task.about]


@pytest.mark.parametrize("step", ["supplement_received", "completeness_checked", "request_set_aside"])
def test_a_request_is_completed_where_it_was_once_the_case_starts_afresh(step: str) -> None:
    """With the same task, and nothing asked twice."""
    story = InMemory().story("afresh")
    assert isinstance(story, StoryInMemory)
    at_once(started_afresh(story, step))

    assert 2 <= story.playing.runs


async def started_afresh(story: StoryInMemory, step: str) -> None:
    """So much happened meanwhile that it did, on the day on which a report is asked."""
    await story.starts()
    await granted(story)
    await story.time_passes_until(ASKED_ON if step != "request_set_aside" else date(2030, 8, 15))
    request = (await story.did(coop_a, a_renewal_asked(LONGER))).version
    await story.did(caseworker2, a_check("plan"))
    if step == "completeness_checked":
        await story.did(coop_a, a_supplement("plan"))
    if step == "request_set_aside":
        await story.time_passes_until(date(2030, 8, 30))
    story.playing.activations = LONG
    before = await tasks_of(story)
    await story.time_passes_until(REPORT_ASKED)

    assert step == before[0][1]
    assert before == await tasks_of(story)
    assert 1 == (await story.kinds()).count("supplement_requested")

    if step == "supplement_received":
        await story.did(coop_a, a_supplement("plan"))
    if step == "request_set_aside":
        await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))
    else:
        await story.did(caseworker2, a_check())

    assert (step == "request_set_aside") == ([] == await tasks_of(story))


def test_what_is_missing_is_named_where_nobody_advises() -> None:
    """By a caseworker, while it is a decider's to decide."""
    at_once(unadvised(InMemory().story("unadvised", a_policy(renewal_advice=False))))


async def unadvised(other: Story) -> None:
    """A request that nobody advises on is found incomplete, completed and granted."""
    await other.starts()
    await granted(other)
    await other.time_passes_until(ASKED_ON)
    await other.did(coop_a, a_renewal_asked(LONGER))
    await other.did(caseworker2, a_check("plan"))

    assert ["supplement_received"] == [kind for _, kind in await tasks_of(other)]

    await other.did(coop_a, a_supplement("plan"))
    await other.did(caseworker2, a_check())
    await other.did(decider1, a_renewal(LONGER))

    assert [] == await tasks_of(other)
