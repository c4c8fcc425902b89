"""What turns out to be missing only at the review is asked for too, and the term stands still. Awb 4:5, 4:15(1)(a)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import ApplicationSetAside, ReviewReturned
from domain.case import Status
from tests.examples import (
    WHY,
    a_check,
    a_review,
    a_supplement,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
)
from tests.procedure.paths import complete, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

MARCH_8, MARCH_12 = date(2030, 3, 8), date(2030, 3, 12)


async def test_what_is_missing_at_the_review_is_asked_and_supplied(story: Story) -> None:
    """The days between do not count, and it is checked before the review goes on."""
    await complete(story)
    before = terms.decision(await story.case()).due_on
    await story.time_passes_until(MARCH_8)

    assert "NotAcceptable" == await story.refused(caseworker1, a_check())

    await story.did(caseworker1, a_check("mandate"))

    assert Status.SUPPLEMENT_AWAITED == await story.status()
    assert "NotNow" == await story.refused(caseworker1, a_review())

    await story.time_passes_until(MARCH_12)
    await story.did(coop_a, a_supplement())
    await story.did(caseworker2, a_check())

    assert Status.REVIEW == await story.status()
    assert 3 == (terms.decision(await story.case()).due_on - before).days

    await story.did(caseworker1, a_review())

    assert Status.DECISION == await story.status()
    await story.is_told_truly()


async def test_what_is_asked_at_the_review_and_does_not_come_leads_to_setting_aside(story: Story) -> None:
    """Also when it was sent back to be reviewed: within four weeks, by another."""
    await reviewed(story)
    await story.did(decider1, ReviewReturned(reason=WHY))
    await story.did(caseworker1, a_check("mandate"))
    await story.day_passes(date(2030, 3, 18))

    assert Status.SETTING_ASIDE == await story.status()

    await story.did(decider1, ApplicationSetAside(reasoning=WHY))

    assert Status.SET_ASIDE == await story.status()


async def test_what_was_not_set_aside_in_time_is_not_asked_once_more(story: Story) -> None:
    """Once the four weeks are over, only a decision on substance is left for want of that. Awb 4:5(4)."""
    await complete(story)
    await story.did(caseworker1, a_check("mandate"))
    await story.day_passes(date(2030, 3, 18))
    await story.day_passes(date(2030, 4, 15))

    assert Status.REVIEW == await story.status()
    assert "NotAcceptable" == await story.refused(caseworker1, a_check("mandate"))

    await story.did(caseworker1, a_check("plan"))

    assert Status.SUPPLEMENT_AWAITED == await story.status()
