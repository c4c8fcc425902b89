"""An objection to what was decided on a permission is upheld when the participation is over. Awb 7:11(2)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import ObjectionTermLapsed, Outcome, PermissionResumed, RenewalWithdrawn, ViewWaiver
from domain.case import Status
from tests.examples import an_ending, caseworker1, coop_a, decider1, decider3
from tests.permitting import (
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    a_suspended_permission,
    an_advice_to_renew,
)
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import granted
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

HALF_A_YEAR_ENDS, LONGER = date(2030, 9, 30), date(2031, 3, 31)


async def a_refused_request(story: Story) -> Story:
    """A renewal is refused before the last day, and the objection to that runs beyond it."""
    await granted(story, HALF_A_YEAR_ENDS)
    await story.went_out()
    await story.time_passes_until(date(2030, 8, 12))
    await story.did(coop_a, a_renewal_asked(LONGER))
    await story.did(caseworker1, an_advice_to_renew("refuse"))
    await story.did(decider1, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
    await story.went_out()
    objection = await an_objection_to(story, "refused-renewal", on=date(2030, 8, 20))
    await story.hears("objection_lodged")
    await story.day_passes(HALF_A_YEAR_ENDS)
    assert Status.EXPIRED is (await story.case()).status
    await objection.time_passes_until(date(2030, 10, 7))
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")
    return objection


async def test_a_renewal_is_decided_on_again_after_the_last_day(story: Story) -> None:
    """By another, and whoever takes part longer is reassessed a period later, not in the past. Awb 10:3(3)."""
    await a_refused_request(story)
    assert [("permission_renewed", "decider")] == [(t.accepts[0], t.role) for t in (await story.case()).tasks]
    assert "NotTheSame" == await story.refused(decider1, a_renewal(LONGER))

    await story.did(decider3, a_renewal(LONGER))

    case = await story.case()
    assert (Status.PARTICIPATION, LONGER) == (case.status, case.permission and case.permission.valid_until)
    await story.did(coop_a, an_ending(date(2030, 11, 1)))
    await story.day_passes(date(2030, 11, 1))
    assert Status.ENDED is await story.ends_as()


async def test_a_renewal_that_is_refused_again_leaves_it_over(story: Story) -> None:
    """Once nobody can go to the court against it in time."""
    await a_refused_request(story)
    await story.did(decider3, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
    await story.went_out()
    await story.time_passes_until(date(2030, 12, 31))

    assert ObjectionTermLapsed(for_the_court=True) == (await story.case()).entries[-1].act
    assert Status.EXPIRED is await story.ends_as()


async def test_a_request_that_is_open_again_is_taken_back(story: Story) -> None:
    """Where nothing is asked there is nothing to take back, nor to renew."""
    await a_refused_request(story)
    offered = await story.takes_in()

    assert "renewal_withdrawn" in offered
    assert "permission_extended_to_full" in offered

    await story.did(coop_a, RenewalWithdrawn())

    assert Status.EXPIRED is await story.ends_as()
    assert () == (await story.case()).tasks


async def test_what_ended_is_not_renewed_while_an_objection_runs(story: Story) -> None:
    await granted(story)
    await an_objection_to(story, "slow")
    await story.hears("objection_lodged")
    await story.did(coop_a, an_ending(FIRST_DAY))

    assert not {"renewal_withdrawn", "permission_renewed"} & set(await story.takes_in())


async def test_a_suspension_that_was_wrong_is_annulled_and_the_application_stays_granted(
    story: Story,
) -> None:
    """What nobody objected to is not decided on again; nor is it told that one may take part after the last day."""
    await granted(story, date(2030, 6, 30))
    await story.went_out()
    await story.time_passes_until(date(2030, 5, 1))
    await story.did(decider1, a_suspended_permission(date(2030, 5, 2), date(2030, 6, 30)))
    await story.went_out()
    objection = await an_objection_to(story, "suspension", on=date(2030, 5, 2))
    await story.hears("objection_lodged")
    await story.day_passes(date(2030, 6, 30))
    case = await story.case()
    assert Status.EXPIRED is case.status
    assert case.last(PermissionResumed) is None

    await objection.time_passes_until(date(2030, 7, 2))
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert Status.EXPIRED is await story.ends_as()
    permission = (await story.case()).permission
    assert permission is not None
    assert permission.suspended_from is None
