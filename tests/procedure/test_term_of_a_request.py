"""The term to decide on a request to renew stands still, runs again by itself and is put off. Awb 4:14, 4:15."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import DecisionAdjourned
from domain.calendar import written
from domain.case import Status
from domain.letters import called_for
from tests.examples import WHY, a_suspension, caseworker1, coop_a, decider1
from tests.permitting import a_renewal, a_renewal_asked, an_adjustment_asked, an_advice_to_renew
from tests.procedure.paths import granted
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASKED_ON, UNTIL, PUT_OFF = date(2030, 5, 1), date(2030, 5, 15), date(2030, 8, 15)
LONGER = date(2031, 5, 31)


async def due_on(story: Story) -> date:
    """By when the request is decided on, which the open task says too."""
    case = await story.case()
    due = terms.of(case)["renewal"].due_on

    assert [due] == [task.due_on for task in case.tasks]
    return due


async def test_the_term_of_a_request_to_renew_stands_still_and_is_put_off(story: Story) -> None:
    """The participation goes on meanwhile, and the task moves with the term."""
    await granted(story)
    await story.time_passes_until(ASKED_ON)
    await story.did(coop_a, a_renewal_asked(LONGER))
    about, before = (await story.case()).version, await due_on(story)
    still = a_suspension(UNTIL).model_copy(update={"request": about})

    assert "NotAcceptable" == await story.refused(caseworker1, a_suspension(UNTIL))

    await story.did(caseworker1, still)

    assert 13 == (await due_on(story) - before).days

    await story.time_passes_until(UNTIL)

    assert "suspension_lapsed" == (await story.kinds())[-1]

    await story.did(caseworker1, DecisionAdjourned(request=about, until=PUT_OFF, reasoning=WHY))

    assert PUT_OFF == await due_on(story)
    assert Status.PARTICIPATION == await story.status()

    await story.did(caseworker1, an_advice_to_renew())
    await story.did(decider1, a_renewal(LONGER))

    assert () == (await story.case()).tasks
    await story.is_told_truly()


async def test_whoever_asks_reads_in_the_receipt_the_day_that_the_task_has(story: Story) -> None:
    """Of a request that was registered later too: it counts from its own day. Awb 4:13."""
    await granted(story)
    await story.time_passes_until(ASKED_ON)
    came, hours = date(2030, 4, 24), an_adjustment_asked(20, on_behalf_of="cooperative")
    for actor, asked in ((caseworker1, a_renewal_asked(LONGER, received_on=came)), (coop_a, hours)):
        await story.did(actor, asked)
        case = await story.case()
        letter = called_for(case, case.entries[-1])

        assert letter is not None
        assert letter.said["decide_by"] == written(terms.decision_on(case, case.version).due_on)
        assert terms.decision_on(case, case.version).due_on in {task.due_on for task in case.tasks}
