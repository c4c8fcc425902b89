"""The answer to a request that outlived its permission: the case rests on it until nobody objects. Awb 3:41, 6:7."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import ObjectionTermLapsed, Outcome, PostingLookedInto, RequestSetAside, ViewWaiver
from domain.case import Status
from tests.examples import WHY, a_check, caseworker1, caseworker2, coop_a, decider1, decider3
from tests.permitting import (
    a_refused_adjustment,
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    an_adjustment_asked,
    an_advice_to_renew,
)
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import granted
from tests.story import Story
from tests.superseding import a_reversal

pytestmark = pytest.mark.asyncio(loop_scope="session")

LAST_DAY, ASKED_ON, LONGER = date(2030, 6, 30), date(2030, 6, 17), date(2031, 3, 31)
UNTIL, LAST_TO_SET_ASIDE, AGAIN_BY = date(2030, 7, 1), date(2030, 7, 29), date(2030, 8, 20)
WAIVED = ViewWaiver.NOT_ON_HIS_FACTS


async def tasks_of(story: Story) -> list[tuple[int | None, str]]:
    return [(task.about, task.accepts[0]) for task in (await story.case()).tasks]


async def asked(story: Story) -> int:
    """To renew, two weeks before the last day, which is over."""
    await granted(story, LAST_DAY)
    await story.went_out()
    await story.time_passes_until(ASKED_ON)
    return (await story.did(coop_a, a_renewal_asked(LONGER))).version


async def refused(story: Story) -> int:
    """That it is refused, by its number, on the day after the last one."""
    await asked(story)
    await story.did(caseworker1, an_advice_to_renew("refuse"))
    await story.day_passes(LAST_DAY)
    return (await story.did(decider1, a_refused_renewal(view_waived=WAIVED))).version


async def set_aside(story: Story) -> tuple[int, int]:
    """The request, of which something was missing, and that it was set aside after the last day."""
    request = await asked(story)
    await story.did(caseworker2, a_check("plan"))
    await story.day_passes(UNTIL)
    return request, (await story.did(decider1, RequestSetAside(about=request, reasoning=WHY))).version


async def test_a_refusal_after_the_last_day_waits_for_its_letter_and_for_who_objects(story: Story) -> None:
    """Somebody looks why it lies there; once nobody can object in time any more the case closes."""
    decision = await refused(story)

    assert [] == await tasks_of(story)
    assert not (await story.case()).is_closed

    await story.time_passes_until(date(2030, 7, 5))

    assert [(decision, "posting_looked_into")] == await tasks_of(story)

    await story.did(caseworker1, PostingLookedInto(about=decision, finding=WHY))
    await story.went_out(decision)

    assert [] == await tasks_of(story)

    await story.time_passes_until(date(2030, 8, 26))

    assert Status.EXPIRED == await story.ends_as()
    assert ObjectionTermLapsed() == (await story.case()).entries[-1].act
    await story.is_told_truly()


async def test_each_of_two_answers_has_its_own_letter_and_term(story: Story) -> None:
    await granted(story, LAST_DAY)
    await story.went_out()
    await story.time_passes_until(ASKED_ON)
    await story.did(coop_a, a_renewal_asked(LONGER))
    adjustment = (await story.did(coop_a, an_adjustment_asked(20))).version
    await story.did(caseworker1, an_advice_to_renew("refuse"))
    await story.day_passes(LAST_DAY)
    first = (await story.did(decider1, a_refused_renewal(view_waived=WAIVED))).version
    await story.went_out(first)
    await story.time_passes_until(date(2030, 7, 15))
    second = (await story.did(caseworker2, a_refused_adjustment(adjustment, WAIVED))).version
    await story.went_out(second)
    await story.time_passes_until(date(2030, 8, 23))
    case = await story.case()

    assert (False, first) == (case.is_closed, case.entries[-1].about)

    await story.time_passes_until(date(2030, 9, 6))

    assert Status.EXPIRED == await story.ends_as()


async def test_who_objects_keeps_the_case_open_until_that_is_decided_on(story: Story) -> None:
    decision = await refused(story)
    await story.went_out(decision)
    objection = await an_objection_to(story, "refused-late", on=date(2030, 7, 3), version=decision)
    await story.hears("objection_lodged")
    await story.time_passes_until(date(2030, 9, 2))

    assert not (await story.case()).is_closed

    await decided(objection, Outcome.UNFOUNDED)

    assert Status.EXPIRED == await story.ends_as()
    assert "objection_term_lapsed" not in await story.kinds()


async def test_what_was_set_aside_is_taken_back_after_the_last_day(story: Story) -> None:
    """By another, and decided on by a third, as while somebody takes part. Awb 4:5(4)."""
    request, aside = await set_aside(story)
    await story.went_out(aside)

    assert "NotTheSame" == await story.refused(decider1, a_reversal(aside, AGAIN_BY))

    await story.did(decider3, a_reversal(aside, AGAIN_BY))

    assert [(request, "renewal_advised")] == await tasks_of(story)

    await story.did(caseworker1, an_advice_to_renew())
    await story.did(decider3, a_renewal(LONGER))

    assert Status.PARTICIPATION == await story.status()
    await story.is_told_truly()


async def test_what_was_told_too_late_after_the_last_day_is_to_be_taken_back(story: Story) -> None:
    """The letter went out after the four weeks, so that only a decision on substance is left. Awb 4:5(4)."""
    request, aside = await set_aside(story)
    await story.day_passes(LAST_TO_SET_ASIDE)

    assert [(aside, "posting_looked_into")] == await tasks_of(story)

    await story.went_out(aside)

    assert [(aside, "decision_reversed")] == await tasks_of(story)

    await story.did(decider3, a_reversal(aside, AGAIN_BY))

    assert [(request, "renewal_advised")] == await tasks_of(story)
