"""More time to send what was asked for, before the period for it is over. Awb 4:5(1), 4:15(1)(a), 6:6."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import PeriodExtended, RepairReceived
from domain.case import Status
from tests.examples import WHY, a_check, a_supplement, caseworker1, caseworker2, coop_a, objections1
from tests.objecting import a_judgement, a_repair_request
from tests.permitting import a_renewal_asked, an_adjustment_asked
from tests.procedure.objected import lodged
from tests.procedure.paths import asked, granted
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


async def test_who_needs_more_time_for_what_is_missing_of_a_request_gets_it(story: Story) -> None:
    """Of two requests each has a period of its own, which ends on its own day. Awb 4:5(1)."""
    first, longer = date(2030, 5, 15), date(2030, 5, 29)
    await granted(story)
    await story.time_passes_until(date(2030, 5, 1))
    renewal = (await story.did(coop_a, a_renewal_asked(date(2031, 12, 31)))).version
    more = PeriodExtended(about=renewal, until=longer, reasoning="The bank is slow.")

    assert "NotNow" == await story.refused(caseworker1, more)

    await story.did(caseworker2, a_check("plan"))
    adjustment = (await story.did(coop_a, an_adjustment_asked(20))).version
    await story.did(caseworker2, a_check("mandate"))

    assert "NotAcceptable" == await story.refused(
        caseworker1, PeriodExtended(until=longer, reasoning="The bank is slow.")
    )
    assert "NotPermitted" == await story.refused(coop_a, more)

    before = await story.case()
    await story.did(caseworker1, more)
    case = await story.case()

    assert {renewal: longer, adjustment: first} == {task.about: task.due_on for task in case.tasks}
    assert 14 == (terms.of(case)["renewal"].due_on - terms.of(before)["renewal"].due_on).days
    assert terms.of(before)["adjustment"] == terms.of(case)["adjustment"]

    await story.day_passes(first)

    assert {"supplement_received", "request_set_aside"} == {
        task.accepts[0] for task in (await story.case()).tasks
    }
    assert "NotAcceptable" == await story.refused(
        caseworker1, PeriodExtended(about=adjustment, until=longer, reasoning=WHY)
    )

    await story.did(coop_a, a_supplement("plan", request=renewal))

    assert ["completeness_checked"] == [
        task.accepts[0] for task in (await story.case()).tasks if task.about == renewal
    ]


async def test_a_request_is_set_aside_only_after_the_longer_period(story: Story) -> None:
    """Also when it outlived its permission meanwhile; the four weeks begin at the end of it. Awb 4:5(4)."""
    last, longer = date(2030, 5, 10), date(2030, 5, 29)
    await granted(story, until=last)
    await story.time_passes_until(date(2030, 5, 1))
    renewal = (await story.did(coop_a, a_renewal_asked(date(2031, 12, 31)))).version
    await story.did(caseworker2, a_check("plan"))
    await story.day_passes(last)

    assert Status.EXPIRED == await story.status()
    assert "period_extended" in await story.takes_in()

    await story.did(caseworker1, PeriodExtended(about=renewal, until=longer, reasoning=WHY))
    await story.day_passes(date(2030, 5, 15))

    assert ["supplement_received"] == [task.accepts[0] for task in (await story.case()).tasks]

    await story.day_passes(longer)
    case = await story.case()

    assert [("request_set_aside", date(2030, 6, 26))] == [
        (task.accepts[0], task.due_on) for task in case.tasks
    ]
    assert date(2030, 6, 26) == terms.of(case)["set_aside"].due_on


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
