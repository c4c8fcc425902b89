"""From application to complete application, or to its end. Awb 4:5."""

from __future__ import annotations

import pytest

from domain import terms
from domain.acts import ApplicationSetAside, ApplicationTakenUp, ApplicationWithdrawn
from domain.case import Status
from tests.examples import (
    WHY,
    a_check,
    a_grant,
    a_review,
    a_supplement,
    an_application_received,
    caseworker1,
    coop_a,
    decider1,
)
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_missing_item_is_asked_and_supplied(story: Story) -> None:
    """The application is checked again when the item came, and then reviewed."""
    await story.applied(coop_a, an_application_received())
    await story.did(caseworker1, a_check("mandate"))
    await story.did(coop_a, a_supplement())

    assert Status.COMPLETENESS_CHECK == await story.status()

    await story.did(caseworker1, a_check())

    assert Status.REVIEW == await story.status()
