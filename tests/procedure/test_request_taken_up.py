"""It was wrong to set a request aside: the municipality says so itself, and decides on it. Awb 4:5(4)."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import RequestSetAside, ViewWaiver
from domain.case import Status
from domain.people import Role
from tests.examples import (
    WHY,
    a_check,
    a_person,
    a_supplement,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
    decider3,
)
from tests.permitting import (
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    an_adjustment,
    an_adjustment_asked,
    an_advice_to_renew,
)
from tests.procedure.objected import an_objection_to
from tests.procedure.paths import REPORT_ASKED, granted
from tests.story import Story
from tests.superseding import a_reversal

pytestmark = pytest.mark.asyncio(loop_scope="session")

ASKED_ON, UNTIL, AGAIN_BY = date(2030, 5, 1), date(2030, 5, 15), date(2030, 6, 20)
LONGER = date(2031, 12, 31)
BOTH = a_person("decider3", Role.CASEWORKER, Role.DECIDER)


async def a_request(story: Story) -> int:
    """To renew, of which the plan is missing."""
    await granted(story)
    await story.went_out()
    await story.time_passes_until(ASKED_ON)
    request = (await story.did(coop_a, a_renewal_asked(LONGER))).version
    await story.did(caseworker2, a_check("plan"))
    return request


async def set_aside(story: Story) -> tuple[int, int]:
    """The request, and that it was set aside on the day after the period."""
    request = await a_request(story)
    await story.day_passes(UNTIL)
    return request, (await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))).version


async def tasks_of(story: Story) -> list[tuple[int | None, str, date | None]]:
    return [(task.about, task.accepts[0], task.due_on) for task in (await story.case()).tasks]


async def test_what_came_in_time_and_was_registered_late_has_the_request_decided_on(story: Story) -> None:
    """By the day that was told, on its substance, and by another. The participation goes on as it was."""
    request, aside = await set_aside(story)
    await story.went_out(aside)

    assert "NotNow" == await story.refused(caseworker1, a_supplement("plan", received_on=UNTIL))
    assert "NotTheSame" == await story.refused(decider1, a_reversal(aside, AGAIN_BY))

    await story.did(decider3, a_reversal(aside, AGAIN_BY))
    await story.did(caseworker1, a_supplement("plan", received_on=UNTIL))
    case = await story.case()

    assert Status.PARTICIPATION == case.status
    assert case.overturned is None
    assert [(request, "renewal_advised", AGAIN_BY)] == await tasks_of(story)
    assert AGAIN_BY == terms.of(case)["renewal"].due_on
    assert (request,) == terms.supplied_to(case, case.entries[-1])
    assert "NotNow" == await story.refused(caseworker2, a_check("plan"))

    await story.did(caseworker2, an_advice_to_renew())

    assert "NotTheSame" == await story.refused(decider1, a_renewal(LONGER))

    await story.did(decider3, a_renewal(LONGER))

    assert [] == await tasks_of(story)
    await story.is_told_truly()


async def test_a_request_to_adjust_is_taken_up_beside_a_report_that_is_asked(story: Story) -> None:
    """Which is not asked twice."""
    await granted(story)
    await story.went_out()
    await story.time_passes_until(date(2030, 8, 15))
    request = (await story.did(coop_a, an_adjustment_asked(16, "By day"))).version
    await story.did(caseworker2, a_check("plan"))
    await story.time_passes_until(REPORT_ASKED)
    aside = (await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))).version
    await story.did(decider3, a_reversal(aside, date(2030, 9, 20)))

    assert Status.REPORT_AWAITED == await story.status()
    assert 1 == (await story.kinds()).count("report_requested")
    assert (request, "conditions_adjusted", date(2030, 9, 20)) in await tasks_of(story)

    await story.did(caseworker2, an_adjustment(request, 16, "By day"))

    assert "NotAcceptable" == await story.refused(decider3, a_reversal(aside, date(2030, 9, 20)))


async def test_what_was_set_aside_too_late_is_to_be_taken_up(story: Story) -> None:
    """The letter went out after the four weeks, so that only a decision on substance is left."""
    request, aside = await set_aside(story)

    assert [] == await tasks_of(story)

    await story.time_passes_until(date(2030, 6, 13))
    await story.went_out(aside)

    assert [(aside, "decision_reversed", date(2030, 8, 1))] == await tasks_of(story)

    await story.did(decider3, a_reversal(aside, AGAIN_BY))

    assert [(request, "renewal_advised", AGAIN_BY)] == await tasks_of(story)


async def test_who_objects_to_what_was_set_aside_too_late_has_his_objection_decided_on(story: Story) -> None:
    _, aside = await set_aside(story)
    await story.time_passes_until(date(2030, 6, 13))
    await story.went_out(aside)
    await an_objection_to(story, "aside", on=date(2030, 6, 14), version=aside)
    await story.hears("objection_lodged")

    assert [] == await tasks_of(story)


async def test_who_named_what_was_missing_does_not_take_it_up(story: Story) -> None:
    request = await a_request(story)
    await story.did(coop_a, a_supplement())
    await story.did(BOTH, a_check("plan"))
    await story.time_passes_until(date(2030, 5, 16))
    aside = (await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))).version

    assert "NotTheSame" == await story.refused(decider3, a_reversal(aside, AGAIN_BY))


async def test_what_comes_once_it_is_dealt_with_without_it_is_kept(story: Story) -> None:
    """As with an application: it is for who decides to see. What came in time shortens the time it stood still."""
    request = await a_request(story)
    await story.day_passes(date(2030, 6, 12))
    before = terms.decision_on(await story.case(), request).due_on

    assert "set_aside_lapsed" == (await story.kinds())[-1]

    await story.did(coop_a, a_supplement("plan"))
    case = await story.case()

    assert (request,) == terms.supplied_to(case, case.entries[-1])
    assert before == terms.decision_on(case, request).due_on
    assert ["renewal_advised"] == [kind for _, kind, _ in await tasks_of(story)]

    await story.did(caseworker2, an_advice_to_renew())
    await story.did(decider1, a_renewal(LONGER))

    assert "NotNow" == await story.refused(coop_a, a_supplement("plan"))


async def test_who_named_what_was_missing_does_not_decide_on_the_request(story: Story) -> None:
    """Nor who found it complete: another prepared it, but so did he. Awb 3:2."""
    await a_request(story)
    await story.did(coop_a, a_supplement("plan"))
    await story.did(BOTH, a_check())
    await story.did(caseworker1, an_advice_to_renew("refuse"))

    assert "NotTheSame" == await story.refused(
        BOTH, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS)
    )

    await story.did(decider1, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
