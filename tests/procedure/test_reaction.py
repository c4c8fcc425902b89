"""A reassessment is done together with the resident: his own reaction belongs in it. Pw 44a."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import ParticipationContinued, ResidentReacted
from domain.case import Status
from tests.examples import WHY, a_change, a_nil_report, a_report, caseworker1, caseworker2, coop_a
from tests.procedure.paths import REACTED, REPORT_ASKED, STARTS, granted
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

CONTINUED = ParticipationContinued(reasoning=WHY)
FIRST_HALF = a_report(STARTS, date(2030, 8, 31))
LAST_DAY = date(2030, 9, 24)
"""Three weeks after the asking: the resident has as long as the cooperative."""


async def reported(story: Story) -> None:
    """The cooperative reported on the day on which it was asked; nobody heard the resident yet."""
    await granted(story)
    await story.time_passes_until(REPORT_ASKED)
    await story.did(coop_a, FIRST_HALF)


async def test_a_reassessment_waits_for_the_residents_own_reaction(story: Story) -> None:
    """Through the cooperative; then it may be closed at once."""
    await reported(story)

    assert Status.REASSESSMENT == await story.status()
    assert "NotNow" == await story.refused(caseworker1, CONTINUED)
    assert "NotNow" == await story.refused(caseworker2, a_change(8))

    await story.did(coop_a, REACTED)
    await story.did(caseworker1, CONTINUED)

    assert Status.PARTICIPATION == await story.status()
    assert "reaction_lapsed" not in await story.kinds()


async def test_a_resident_who_does_not_want_to_react_has_been_heard(story: Story) -> None:
    """A caseworker registers it, with the ground."""
    await reported(story)
    await story.did(caseworker2, ResidentReacted(declined_because="Everything is in the report."))
    await story.did(caseworker1, CONTINUED)

    assert Status.PARTICIPATION == await story.status()


async def test_a_resident_who_lets_nothing_be_heard_had_his_time(story: Story) -> None:
    """That is noted, and the reassessment goes on; its task stays the same one."""
    await reported(story)
    task = (await story.case()).tasks[0].id
    await story.time_passes_until(LAST_DAY)

    assert "NotNow" == await story.refused(caseworker1, CONTINUED)

    await story.day_passes(LAST_DAY)

    assert "reaction_lapsed" == (await story.kinds())[-1]
    assert [task] == [each.id for each in (await story.case()).tasks]

    await story.did(caseworker1, CONTINUED, task)

    assert Status.PARTICIPATION == await story.status()


async def test_a_reaction_of_before_the_asking_is_kept_and_asked_again(story: Story) -> None:
    """It does not take the place of the one that belongs to the reassessment."""
    await granted(story)
    await story.time_passes_until(date(2030, 7, 1))
    await story.did(coop_a, REACTED)
    await story.time_passes_until(REPORT_ASKED)
    await story.did(coop_a, a_nil_report(STARTS, date(2030, 8, 31)))

    assert "NotNow" == await story.refused(caseworker1, CONTINUED)
