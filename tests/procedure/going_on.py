"""Who stopped, and goes on after all: by a letter that came before his last day, and is registered after it. Pw 44a."""

from __future__ import annotations

from datetime import date

from domain.acts import EndingWithdrawn
from domain.case import Status
from tests.examples import an_ending, caseworker1, coop_a, decider1
from tests.permitting import a_renewal_asked, a_suspended_permission
from tests.procedure.paths import granted
from tests.story import Story

STOPPED_ON, CAME, REGISTERED = date(2030, 6, 28), date(2030, 6, 26), date(2030, 7, 8)
BACK = EndingWithdrawn(message="letter.pdf", received_on=CAME)


async def stopped(story: Story) -> int:
    """Who asked to take part longer stops in June, and his case is closed; the number of his request."""
    await granted(story)
    await story.went_out()
    await story.time_passes_until(date(2030, 6, 3))
    request = (await story.did(coop_a, a_renewal_asked(date(2031, 12, 31)))).version
    await story.did(decider1, a_suspended_permission(date(2030, 6, 10), date(2030, 7, 31)))
    await story.went_out()
    await story.did(coop_a, an_ending(STOPPED_ON))
    await story.time_passes_until(REGISTERED)
    case = await story.case()

    assert (Status.ENDED, True) == (case.status, case.is_closed)

    return request


async def goes_on_after_all(story: Story) -> None:
    """His case is open again."""
    await stopped(story)
    await story.did(caseworker1, BACK)
