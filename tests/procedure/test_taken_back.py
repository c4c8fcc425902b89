"""What is taken back by a letter counts from the day on which that came, also when it is registered later."""

from __future__ import annotations

from datetime import date

from domain.acts import ApplicationWithdrawn
from domain.case import Status
from tests.examples import caseworker1, decider1
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.late import determined, duties, noticed
from tests.procedure.paths import reviewed
from tests.story import Story


def test_a_penalty_runs_until_a_letter_came_by_which_the_application_is_taken_back() -> None:
    """Money runs since 15 May; it came on the 17th and is registered on the 20th: two days. The 30th is Ascension Day. Awb 4:17(1)."""
    stage = InMemory()
    at_once(withdrawn_by_letter(stage.story("withdrawn-by-letter")))
    stage.is_over()


async def withdrawn_by_letter(story: Story) -> None:
    await story.starts()
    await reviewed(story)
    notice = await noticed(story)
    await story.time_passes_until(date(2030, 5, 20))
    await story.did(caseworker1, ApplicationWithdrawn(received_on=date(2030, 5, 17)))

    assert Status.WITHDRAWN == await story.status()
    assert [("penalty_determined", date(2030, 5, 31))] == await duties(story)

    await story.did(decider1, determined(notice, 2 * 2300))
