"""More time to send what was asked for, before the period for it is over. Awb 4:5(1), 4:15(1)(a), 6:6."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import PeriodExtended, RepairReceived
from domain.case import Status
from tests.examples import WHY, a_check, a_supplement, caseworker1, coop_a, objections1
from tests.objecting import a_judgement, a_repair_request
from tests.procedure.objected import lodged
from tests.procedure.paths import asked
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

UNTIL, LONGER, SUNDAY = date(2030, 3, 18), date(2030, 4, 1), date(2030, 3, 31)
MORE_TIME = PeriodExtended(until=LONGER, reasoning="The bank is slow.")


async def missing(story: Story) -> None:
    """An authorisation is asked for, by 18 March."""
    await story.applied(coop_a, asked())

    assert "NotNow" == await story.refused(caseworker1, MORE_TIME)

    await story.did(caseworker1, a_check("mandate"))


async def test_who_needs_more_time_for_a_supplement_gets_it(story: Story) -> None:
    """What comes in the longer period is in time; the term stood still from 5 to 28 March, 24 days. Awb 4:15(1)(a)."""
    await missing(story)
    too_soon, on_a_sunday = (PeriodExtended(until=day, reasoning=WHY) for day in (UNTIL, SUNDAY))

    assert "NotAcceptable" == await story.refused(caseworker1, too_soon)
    assert "NotAcceptable" == await story.refused(caseworker1, on_a_sunday)
    assert "NotPermitted" == await story.refused(coop_a, MORE_TIME)
    assert "NotPermitted" == await story.refused(objections1, MORE_TIME)

    await story.time_passes_until(UNTIL)
    await story.did(caseworker1, MORE_TIME)
    term = terms.of(await story.case())["supplement"]

    assert [UNTIL, LONGER] == [step.on for step in term.steps]
    assert [LONGER] == [task.due_on for task in (await story.case()).tasks]

    await story.time_passes_until(date(2030, 3, 29))
    await story.did(coop_a, a_supplement())

    assert Status.COMPLETENESS_CHECK == await story.status()
    assert date(2030, 5, 23) == terms.decision(await story.case()).due_on


async def test_nothing_comes_in_the_longer_period_either(story: Story) -> None:
    """The four weeks to set the application aside begin at its end. Awb 4:5(4)."""
    await missing(story)
    await story.did(caseworker1, MORE_TIME)
    await story.day_passes(UNTIL)

    assert Status.SUPPLEMENT_AWAITED == await story.status()

    await story.day_passes(LONGER)

    assert Status.SETTING_ASIDE == await story.status()
    assert (date(2030, 4, 29), date(2030, 5, 27)) == (
        terms.set_aside(await story.case()).due_on,
        terms.decision(await story.case()).due_on,
    )
    assert "NotNow" == await story.refused(caseworker1, MORE_TIME)


async def test_an_objector_gets_more_time_to_mend_his_objection(objection: Story, contested: Story) -> None:
    """Nobody judges it before that is over. Awb 6:6."""
    await lodged(objection, contested)
    await objection.did(objections1, a_repair_request(UNTIL))

    assert "NotPermitted" == await objection.refused(coop_a, MORE_TIME)

    await objection.did(objections1, MORE_TIME)
    await objection.day_passes(UNTIL)

    assert LONGER == terms.of(await objection.case())["repair"].due_on
    assert "NotNow" == await objection.refused(objections1, a_judgement(obstacle="not_mended"))

    await objection.did(coop_a, RepairReceived(text="These are my reasons."))

    assert "NotNow" == await objection.refused(objections1, MORE_TIME)

    await objection.did(objections1, a_judgement())

    assert Status.HEARING == await objection.status()
