"""What comes for a request when nobody waits for it any more counts for the one of which it was missing. Awb 4:5(1)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import PeriodExtended
from domain.letters import called_for
from domain.letters.kind import both
from tests.examples import WHY, a_check, a_supplement, caseworker1, caseworker2, coop_a
from tests.permitting import a_renewal_asked, an_adjustment_asked
from tests.procedure.paths import granted
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASKED_ON, CAME_ON, UNTIL = date(2030, 5, 1), date(2030, 5, 14), date(2030, 5, 15)
LONGER = date(2030, 5, 29)
DUE = date(2030, 7, 9)
"""Eight weeks, and the thirteen days of the whole period."""


async def both_lack_something(
    story: Story, of_renewal: str = "plan", until_of_renewal: date | None = None
) -> tuple[int, int]:
    """The request to renew lacks the plan, unless it is said otherwise, that to adjust the mandate; neither came."""
    await granted(story)
    await story.went_out()
    await story.time_passes_until(ASKED_ON)
    found: list[int] = []
    for request, item in (
        (a_renewal_asked(date(2031, 12, 31)), of_renewal),
        (an_adjustment_asked(20), "mandate"),
    ):
        found.append((await story.did(coop_a, request)).version)
        tasks = {task.about: task.id for task in (await story.case()).tasks}
        await story.did(caseworker2, a_check(item), tasks[found[-1]])
    renewal, adjustment = found
    if until_of_renewal:
        await story.did(caseworker2, PeriodExtended(about=renewal, until=until_of_renewal, reasoning=WHY))
    await story.day_passes(UNTIL)
    return renewal, adjustment


async def test_what_could_be_for_another_request_names_the_one_that_it_is_for(story: Story) -> None:
    """One of them awaits it, and it is decided whether to set the other aside."""
    renewal, adjustment = await both_lack_something(story, until_of_renewal=LONGER)

    assert {renewal: "supplement_received", adjustment: "request_set_aside"} == await tasks_of(story)
    assert "NotAcceptable" == await story.refused(caseworker1, a_supplement("mandate", received_on=CAME_ON))

    unknown = a_supplement("mandate", received_on=CAME_ON, request=renewal + adjustment)

    assert "NotAcceptable" == await story.refused(caseworker1, unknown)

    await story.did(caseworker1, a_supplement("mandate", received_on=CAME_ON, request=adjustment))

    assert {renewal: "supplement_received", adjustment: "completeness_checked"} == await tasks_of(story)

    await story.did(coop_a, a_supplement("plan", request=renewal))

    assert {renewal: "completeness_checked", adjustment: "completeness_checked"} == await tasks_of(story)


async def tasks_of(story: Story) -> dict[int | None, str]:
    return {task.about: task.accepts[0] for task in (await story.case()).tasks}


async def test_what_was_missing_of_one_request_does_not_have_another_looked_at(story: Story) -> None:
    """Nor does it make the term of that one any shorter."""
    renewal, adjustment = await both_lack_something(story)
    version = (await story.did(caseworker1, a_supplement("mandate", received_on=CAME_ON))).version
    case = await story.case()
    letter = called_for(case, case.entries[version - 1])

    assert {renewal: "request_set_aside", adjustment: "completeness_checked"} == await tasks_of(story)
    assert DUE == terms.decision_on(case, renewal).due_on
    assert letter is not None
    assert both("het verzoek om andere afspraken", "the request for other terms") == letter.said["asked"]


async def test_what_was_missing_of_both_has_both_looked_at(story: Story) -> None:
    renewal, adjustment = await both_lack_something(story)
    version = (await story.did(caseworker1, a_supplement("plan", "mandate", received_on=CAME_ON))).version
    case = await story.case()
    letter = called_for(case, case.entries[version - 1])

    assert {renewal: "completeness_checked", adjustment: "completeness_checked"} == await tasks_of(story)
    assert letter is not None
    assert "uw verzoek om te verlengen en het verzoek om andere afspraken" in str(letter.said["asked"])


async def test_what_nobody_asked_for_may_be_for_any_of_them(story: Story) -> None:
    renewal, adjustment = await both_lack_something(story, "mandate")
    await story.did(caseworker1, a_supplement("plan", received_on=CAME_ON))

    assert {renewal: "completeness_checked", adjustment: "completeness_checked"} == await tasks_of(story)
