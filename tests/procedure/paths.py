"""The beginnings that several stories share."""

from __future__ import annotations

from datetime import date

from domain.acts import ApplicationReceived, ResidentReacted, ViewWaiver
from tests.examples import (
    a_check,
    a_grant,
    a_report,
    a_review,
    an_application_received,
    caseworker1,
    coop_a,
    decider1,
)
from tests.permitting import an_adjustment_asked
from tests.story import Story

STARTS, ENDS = date(2030, 4, 1), date(2031, 3, 31)
OBJECTION_TERM = date(2030, 4, 23)
"""After this day nobody can object in time to a decision of the first day."""
REACTED = ResidentReacted(reaction="I like it.")
REPORT_ASKED, REASSESSED = date(2030, 9, 3), date(2030, 10, 1)


def asked() -> ApplicationReceived:
    """An application for a year from 1 April."""
    return an_application_received(starts_on=STARTS, ends_on=ENDS)


async def lapsed(story: Story) -> None:
    """Something was missing, was asked for, and did not come."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))
    await story.day_passes(date(2030, 3, 18))


async def complete(story: Story) -> None:
    """Everything is there."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check())


async def reviewed(story: Story) -> None:
    """The decider has it."""
    await complete(story)
    await story.did(caseworker1, a_review())


async def granted(story: Story, until: date = ENDS) -> None:
    """The resident takes part from 1 April."""
    await reviewed(story)
    waived = ViewWaiver.NOT_ON_HIS_FACTS if until < ENDS else None
    await story.did(decider1, a_grant(STARTS, until, view_waived=waived))


async def heard(story: Story) -> None:
    """The report was asked and given, and the resident told how he sees it himself."""
    await story.time_passes_until(REPORT_ASKED)
    await story.did(coop_a, a_report(STARTS, date(2030, 8, 31)))
    await story.did(coop_a, REACTED)


async def adjustment_awaited(story: Story) -> None:
    """The permission is over, and nobody decided on other hours that were asked for before."""
    last = date(2030, 6, 30)
    await granted(story, last)
    await story.time_passes_until(date(2030, 6, 20))
    await story.did(coop_a, an_adjustment_asked())
    await story.day_passes(last)


async def adjustment_registered_late(story: Story) -> None:
    """Another one came before the last day too, and was registered after it."""
    await adjustment_awaited(story)
    await story.did(caseworker1, an_adjustment_asked(24, received_on=date(2030, 6, 25)))
