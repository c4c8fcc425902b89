"""A permission is over after its last day, also while a request to renew it is open. Awb 3:40, 4:13."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import Form, ParticipationContinued
from domain.case import Status
from domain.standing import RENEWAL_AWAITED, standing
from tests.examples import WHY, a_grant, an_ending, caseworker1, caseworker2, coop_a, decider1
from tests.permitting import (
    a_proposed_revocation,
    a_proposed_standstill,
    a_renewal,
    a_renewal_asked,
    a_suspended_permission,
    an_adjustment,
    an_adjustment_asked,
    an_adjustment_proposed,
    an_advice_to_renew,
    an_extension,
)
from tests.procedure.objected import an_objection_to
from tests.procedure.paths import ENDS, REASSESSED, STARTS, granted, heard, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

LAST_DAY, DAY_AFTER = date(2031, 3, 31), date(2031, 4, 1)
ASKED_ON, LONGER, MAY_5 = date(2031, 3, 20), date(2031, 12, 31), date(2031, 5, 5)


async def a_request_that_is_open(story: Story) -> None:
    """Asked eleven days before the last day, so that the answer is due after it."""
    await granted(story)
    await story.went_out()
    await heard(story)
    await story.time_passes_until(REASSESSED)
    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))
    await story.time_passes_until(ASKED_ON)
    await story.did(coop_a, a_renewal_asked(LONGER))


async def test_a_permission_ends_on_its_last_day_and_the_request_to_renew_it_stays_open(story: Story) -> None:
    await a_request_that_is_open(story)
    await story.time_passes_until(LAST_DAY)

    assert Status.PARTICIPATION == await story.status()

    await story.day_passes(LAST_DAY)
    case = await story.case()

    assert (Status.EXPIRED, False, False) == (case.status, case.is_participating, case.is_closed)
    assert "permission_expired" == case.entries[-1].act.kind
    assert ["renewal_advised"] == [task.accepts[0] for task in case.tasks]
    assert date(2031, 5, 15) == terms.of(case)["renewal"].due_on
    assert RENEWAL_AWAITED == standing(case, DAY_AFTER).now

    await story.did(caseworker2, an_advice_to_renew())
    await story.did(decider1, a_renewal(LONGER))
    renewed = await story.case()

    assert (Status.PARTICIPATION, True) == (renewed.status, renewed.is_participating)
    assert RENEWAL_AWAITED != standing(renewed, DAY_AFTER).now

    await story.is_told_truly()


async def test_nothing_is_done_to_a_permission_that_is_over(story: Story) -> None:
    """Nor is anything asked about it by now, but for the renewal that is open."""
    await a_request_that_is_open(story)
    await story.time_passes_until(MAY_5)
    tasks = (await story.case()).tasks

    for actor, act in (
        (caseworker1, an_adjustment_asked(8, "By day")),
        (caseworker1, an_adjustment_proposed(8)),
        (caseworker1, a_proposed_revocation()),
        (caseworker1, a_proposed_standstill()),
        (decider1, a_suspended_permission(date(2031, 5, 6), date(2031, 5, 9))),
        (coop_a, a_renewal_asked(LONGER)),
        (coop_a, an_ending(MAY_5)),
    ):
        assert "NotNow" == await story.refused(actor, act)

    assert tasks == (await story.case()).tasks


async def test_a_trial_that_is_over_is_made_full_on_the_request(story: Story) -> None:
    """Which takes the participation up again, as a renewal does."""
    last = date(2030, 6, 30)
    await reviewed(story)
    await story.did(decider1, a_grant(STARTS, last, form=Form.TRIAL, view_waived="not_on_his_facts"))
    await story.time_passes_until(last)
    await story.did(coop_a, a_renewal_asked(ENDS))
    await story.day_passes(last)

    assert Status.EXPIRED == await story.status()

    await story.did(caseworker2, an_advice_to_renew())
    await story.did(decider1, an_extension(ENDS))
    case = await story.case()

    assert (Status.PARTICIPATION, ()) == (case.status, case.tasks)
    assert case.permission is not None
    assert (Form.FULL, ENDS) == (case.permission.form, case.permission.valid_until)


async def test_other_hours_that_were_asked_are_decided_on_once_it_is_renewed(story: Story) -> None:
    """Who asked for both waits for both answers; before the renewal nothing is granted of what is over. Awb 4:13."""
    await a_request_that_is_open(story)
    asked = (await story.did(coop_a, an_adjustment_asked(16, "By day"))).version
    await story.day_passes(LAST_DAY)
    case = await story.case()

    assert {"renewal_advised", "conditions_adjusted"} == {task.accepts[0] for task in case.tasks}
    assert RENEWAL_AWAITED == standing(case, DAY_AFTER).now
    assert "NotAcceptable" == await story.refused(caseworker2, an_adjustment(asked, 16, "By day"))

    await story.did(caseworker2, an_advice_to_renew())
    await story.did(decider1, a_renewal(LONGER))
    await story.did(caseworker2, an_adjustment(asked, 16, "By day"))
    adjusted = await story.case()

    assert (Status.PARTICIPATION, ()) == (adjusted.status, adjusted.tasks)
    assert adjusted.permission is not None
    assert ("By day",) == adjusted.permission.conditions


async def test_a_request_that_came_in_time_is_registered_while_an_objection_keeps_the_case_open(
    story: Story,
) -> None:
    """Not by the cooperative itself, since only the municipality says on which day it came."""
    await granted(story, LAST_DAY)
    await story.went_out()
    await an_objection_to(story, "in-time")
    await story.hears("objection_lodged")
    await story.day_passes(LAST_DAY)

    assert "renewal_requested" in await story.takes_in()
    assert "NotPermitted" == await story.refused(coop_a, a_renewal_asked(LONGER))
    assert "NotNow" == await story.refused(caseworker1, a_renewal_asked(LONGER))

    await story.did(caseworker1, a_renewal_asked(LONGER, ASKED_ON))

    assert "renewal_requested" not in await story.takes_in()
    assert ["renewal_advised"] == [task.accepts[0] for task in (await story.case()).tasks]
