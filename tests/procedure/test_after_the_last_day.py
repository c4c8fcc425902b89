"""What came before the last day of a permission, and is registered once its case is closed. Awb 4:13."""

from __future__ import annotations

from datetime import date

import pytest
from temporalio.client import WorkflowUpdateFailedError

from domain import terms
from domain.acts import RenewalWithdrawn, ViewWaiver
from domain.case import Status
from tests.examples import caseworker1, caseworker2, coop_a, decider1
from tests.permitting import (
    a_refused_adjustment,
    a_renewal,
    a_renewal_asked,
    an_adjustment_asked,
    an_advice_to_renew,
)
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.paths import granted
from tests.story import Story

LAST_DAY, DAY_AFTER, LONGER = date(2031, 3, 31), date(2031, 4, 1), date(2031, 12, 31)


async def over(story: Story) -> None:
    """The permission came to its last day, and the case is closed."""
    await story.starts()
    await granted(story, LAST_DAY)
    await story.went_out()
    await story.day_passes(LAST_DAY)

    assert (await story.case()).is_closed


def test_a_request_that_came_before_the_last_day_is_registered_after_it() -> None:
    """The case is closed by then, and goes on: the eight weeks run from the day on which it came. Awb 4:13."""
    stage = InMemory()
    at_once(registered_after_the_last_day(stage.story("registered-late")))
    stage.is_over()


async def registered_after_the_last_day(story: Story) -> None:
    """In memory, where a case that has ended goes on at the moment at which it ended."""
    await over(story)
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


def test_a_request_to_adjust_that_came_before_the_last_day_is_registered_after_it_and_refused() -> None:
    """It is answered all the same, in eight weeks from the day on which it came. Awb 4:13."""
    stage = InMemory()
    at_once(adjusted_after_the_last_day(stage.story("adjusted-late")))
    stage.is_over()


async def adjusted_after_the_last_day(story: Story) -> None:
    """One to renew may come beside it, and the other way round."""
    await over(story)
    for actor, came in ((coop_a, None), (coop_a, LAST_DAY), (caseworker1, None), (caseworker1, DAY_AFTER)):
        with pytest.raises(WorkflowUpdateFailedError):
            await story.did(actor, an_adjustment_asked(received_on=came))

    request = (await story.did(caseworker1, an_adjustment_asked(received_on=LAST_DAY))).version
    case = await story.case()

    assert (Status.EXPIRED, False) == (case.status, case.is_closed)
    assert date(2031, 5, 26) == terms.of(case)["adjustment"].due_on
    assert ["conditions_adjusted"] == [task.accepts[0] for task in case.tasks]
    assert {"adjustment_requested", "renewal_requested", "adjustment_dropped"} <= set(await story.takes_in())

    await story.did(caseworker1, a_renewal_asked(LONGER, LAST_DAY))
    takes_in = await story.takes_in()

    assert "adjustment_requested" in takes_in
    assert "renewal_requested" not in takes_in

    await story.did(coop_a, RenewalWithdrawn())
    await story.did(caseworker2, a_refused_adjustment(request, ViewWaiver.NOT_ON_HIS_FACTS))

    assert () == (await story.case()).tasks
    assert "adjustment_refused" == (await story.case()).entries[-1].act.kind
