"""What an objection annulled gives what it gave until that is decided on again. Awb 3:40, 3:41, 7:11(2)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.acts import Outcome, PostingLookedInto, ViewWaiver
from domain.case import Status
from tests.examples import (
    a_grant,
    an_ending,
    caseworker1,
    coop_a,
    decider1,
    decider2,
    decider3,
    objections1,
)
from tests.objecting import a_decision, a_hearing, a_judgement, an_invitation
from tests.permitting import (
    a_refused_renewal,
    a_renewal,
    a_renewal_asked,
    an_advice_to_renew,
)
from tests.procedure.objected import BY_ANOTHER, an_objection_to, contested_by_another, decided
from tests.procedure.paths import ENDS, STARTS, granted
from tests.story import Story
from tests.superseding import a_reversal

pytestmark = pytest.mark.asyncio(loop_scope="session")

ENDED, MAY_10, JUNE_3, UPHELD = date(2030, 6, 30), date(2030, 5, 10), date(2030, 6, 3), date(2030, 7, 22)
LONGER = date(2030, 12, 31)
ONE_DAY = timedelta(days=1)


async def renewed(story: Story, asked: date = LONGER) -> int:
    """From the end of June to that of December; by which version."""
    await granted(story, ENDED)
    await story.time_passes_until(MAY_10)
    await story.did(coop_a, a_renewal_asked(asked))
    await story.did(caseworker1, an_advice_to_renew())
    version = (await story.did(decider1, a_renewal(LONGER, view_waived="not_on_his_facts"))).version
    await story.went_out(version)
    return version


async def last_day(story: Story) -> date:
    permission = (await story.case()).permission
    assert permission is not None
    return permission.valid_until


async def contested_by_a_shopkeeper(story: Story, version: int) -> Story:
    """Whose objection is upheld after the day on which the permission would have ended."""
    objection = await an_objection_to(story, "shop", JUNE_3, version=version, **BY_ANOTHER)
    await objection.did(objections1, a_judgement())
    await objection.did(objections1, an_invitation(UPHELD))
    await objection.time_passes_until(UPHELD)
    await story.time_passes_until(UPHELD)
    await objection.did(objections1, a_hearing(UPHELD))
    await objection.did(decider2, a_decision(Outcome.UPHELD))
    await story.hears("objection_closed")
    return objection


async def test_who_loses_a_renewal_by_the_objection_of_another_loses_it_by_a_new_decision(
    story: Story,
) -> None:
    """He takes part until that was sent, however long it lay, and no day of July was without permission."""
    await contested_by_a_shopkeeper(story, await renewed(story))

    assert (Status.PARTICIPATION, LONGER) == (await story.status(), await last_day(story))

    await story.time_passes_until(date(2030, 7, 30))
    await story.did(decider3, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
    await story.time_passes_until(date(2030, 8, 2))

    assert Status.PARTICIPATION == await story.status()

    await story.went_out()

    assert date(2030, 8, 2) == await last_day(story)

    await story.day_passes(date(2030, 8, 2))
    await story.hears("permission_expired")

    assert Status.EXPIRED == await story.status()
    assert "end_announced" not in await story.kinds()


async def test_a_permission_does_not_end_before_the_letter_that_refuses_it(story: Story) -> None:
    """Which was written before its old last day, and posted after that."""
    version = await renewed(story)
    objection = await an_objection_to(story, "shop", JUNE_3, version=version, **BY_ANOTHER)
    await objection.did(objections1, a_judgement())
    await objection.did(objections1, an_invitation(date(2030, 6, 17)))
    await objection.time_passes_until(date(2030, 6, 17))
    await story.time_passes_until(date(2030, 6, 17))
    await objection.did(objections1, a_hearing(date(2030, 6, 17)))
    await objection.did(decider2, a_decision(Outcome.UPHELD))
    await story.hears("objection_closed")
    await story.time_passes_until(date(2030, 6, 28))
    await story.did(decider3, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
    await story.time_passes_until(date(2030, 7, 3))

    assert Status.PARTICIPATION == await story.status()

    await story.went_out()

    assert date(2030, 7, 3) == await last_day(story)


async def test_a_permission_that_is_granted_anew_for_less_ends_once_its_letter_went_out(story: Story) -> None:
    """Which somebody forgot: it is a task after some days, and the permission is in force until then."""
    await granted(story)
    await contested_by_another(story)
    await story.time_passes_until(date(2030, 6, 28))
    shorter = await story.did(decider2, a_grant(STARTS, ENDED, view_waived="not_on_his_facts"))
    await story.time_passes_until(date(2030, 7, 8))
    (task,) = (await story.case()).tasks

    assert (("posting_looked_into",), shorter.version) == (task.accepts, task.about)
    assert (Status.PARTICIPATION, ENDED) == (await story.status(), await last_day(story))

    looked = PostingLookedInto(about=shorter.version, finding="It lay in the tray.")
    await story.did(caseworker1, looked)
    await story.went_out()

    assert date(2030, 7, 8) == await last_day(story)

    await story.day_passes(date(2030, 7, 8))
    await story.hears("permission_expired")

    assert () == (await story.case()).tasks


async def granted_anew_until_june(story: Story) -> None:
    """Decided on two days before that, by a letter that lies there."""
    await granted(story)
    await contested_by_another(story)
    await story.time_passes_until(date(2030, 6, 28))
    await story.did(decider2, a_grant(STARTS, ENDED, view_waived="not_on_his_facts"))


async def test_who_named_the_day_on_which_he_stops_takes_part_until_it_or_until_he_is_told(
    story: Story,
) -> None:
    """A shorter permission that nobody was told of does not bring that day forward."""
    named = date(2030, 7, 15)
    await granted_anew_until_june(story)
    await story.did(coop_a, an_ending(named))
    await story.time_passes_until(date(2030, 7, 10))

    assert Status.PARTICIPATION == await story.status()

    await story.day_passes(named)
    await story.hears("participation_stopped")

    assert named == (await story.case()).entries[-1].on - ONE_DAY


@pytest.mark.parametrize("reversed_on", [date(2030, 6, 28), date(2030, 7, 3)])
async def test_a_shorter_permission_that_is_taken_back_before_anybody_was_told_ends_nothing(
    story: Story, reversed_on: date
) -> None:
    await granted_anew_until_june(story)
    await story.time_passes_until(reversed_on)
    shorter = next(
        e.version for e in reversed((await story.case()).entries) if e.act.kind == "permission_granted"
    )
    await story.did(decider3, a_reversal(shorter, date(2030, 7, 26)))
    await story.time_passes_until(date(2030, 7, 10))

    assert (Status.DECISION, ENDS) == (await story.status(), await last_day(story))


async def test_a_renewal_is_granted_again_for_less_than_the_one_that_was_contested(story: Story) -> None:
    """What counts meanwhile is no promise; yet nothing is given for days that are over."""
    await contested_by_a_shopkeeper(story, await renewed(story))
    over = a_renewal(date(2030, 7, 10), view_waived="heard_before")

    assert "NotAcceptable" == await story.refused(decider3, over)

    await story.did(decider3, a_renewal(date(2030, 9, 30), view_waived="heard_before"))

    assert date(2030, 9, 30) == await last_day(story)


async def test_who_is_right_that_a_renewal_is_too_short_keeps_it_until_it_is_longer(story: Story) -> None:
    version = await renewed(story, asked=date(2031, 2, 28))
    objection = await an_objection_to(story, "too-short", JUNE_3, version=version)
    await objection.time_passes_until(UPHELD)
    await story.time_passes_until(UPHELD)
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert (Status.PARTICIPATION, LONGER) == (await story.status(), await last_day(story))
    assert "NotNow" == await story.refused(
        decider3, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS)
    )
    assert "NotAcceptable" == await story.refused(
        decider3, a_renewal(date(2030, 11, 30), view_waived="not_on_his_facts")
    )

    await story.did(decider3, a_renewal(date(2031, 2, 28)))

    assert date(2031, 2, 28) == await last_day(story)
