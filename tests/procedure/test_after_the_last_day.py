"""What came before the last day of a permission, and is registered once its case is closed. Awb 4:13."""

from __future__ import annotations

from datetime import date

import pytest
from temporalio.client import WorkflowUpdateFailedError

from domain import terms
from domain.case import Status
from tests.examples import caseworker1, caseworker2, coop_a, decider1
from tests.permitting import a_renewal, a_renewal_asked, an_advice_to_renew
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.paths import granted
from tests.story import Story

LAST_DAY, DAY_AFTER, LONGER = date(2031, 3, 31), date(2031, 4, 1), date(2031, 12, 31)


def test_a_request_that_came_before_the_last_day_is_registered_after_it() -> None:
    """The case is closed by then, and goes on: the eight weeks run from the day on which it came. Awb 4:13."""
    stage = InMemory()
    at_once(registered_after_the_last_day(stage.story("registered-late")))
    stage.is_over()


async def registered_after_the_last_day(story: Story) -> None:
    """In memory, where a case that has ended goes on at the moment at which it ended."""
    await story.starts()
    await granted(story, LAST_DAY)
    await story.went_out()
    await story.day_passes(LAST_DAY)

    assert (await story.case()).is_closed
    for actor, came in ((coop_a, None), (coop_a, LAST_DAY), (caseworker1, None), (caseworker1, DAY_AFTER)):
        with pytest.raises(WorkflowUpdateFailedError):
            await story.did(actor, a_renewal_asked(LONGER, came))

    await story.did(caseworker1, a_renewal_asked(LONGER, LAST_DAY))
    case = await story.case()

    assert (Status.EXPIRED, False) == (case.status, case.is_closed)
    assert date(2031, 5, 26) == terms.of(case)["renewal"].due_on
    assert ["renewal_advised"] == [task.accepts[0] for task in case.tasks]

    await story.did(caseworker2, an_advice_to_renew())
    await story.did(decider1, a_renewal(LONGER))
    renewed = await story.case()

    assert renewed.permission is not None
    assert (Status.PARTICIPATION, LONGER) == (renewed.status, renewed.permission.valid_until)
