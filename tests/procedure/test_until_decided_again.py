"""What an objection annulled gives what it gave until that is decided on again. Awb 3:40, 3:41, 7:11(2)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import ObjectionClosed, Outcome, ParticipationContinued, ViewWaiver
from domain.case import Status
from domain.extent import Form
from tests.examples import (
    WHY,
    a_grant,
    a_report,
    caseworker1,
    caseworker2,
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
    an_evaluation,
    an_extension,
)
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import REACTED, STARTS, granted, reviewed
from tests.procedure.test_trial import TRIAL_ENDS
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

ENDED, MAY_10, JUNE_3, UPHELD = date(2030, 6, 30), date(2030, 5, 10), date(2030, 6, 3), date(2030, 7, 22)
LONGER = date(2030, 12, 31)
MADE_FULL, LEFT_TO_END = "permission_extended_to_full", "trial_left_to_end"
A_YEAR_LATER = date(2031, 3, 31)


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


async def contested_by_a_shopkeeper(story: Story, version: int) -> None:
    """Whose objection is upheld after the day on which the permission would have ended."""
    objection = await an_objection_to(
        story, "shop", JUNE_3, by=caseworker2, version=version, objector="another", objector_name="Van Dam"
    )
    await objection.did(objections1, a_judgement())
    await objection.did(objections1, an_invitation(UPHELD))
    await objection.time_passes_until(UPHELD)
    await story.time_passes_until(UPHELD)
    await objection.did(objections1, a_hearing(UPHELD))
    await objection.did(decider2, a_decision(Outcome.UPHELD))
    await story.hears("objection_closed")


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
    objection = await an_objection_to(
        story, "shop", JUNE_3, by=caseworker2, version=version, objector="another", objector_name="Van Dam"
    )
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


async def made_full(story: Story) -> int:
    """A trial until the end of June, in May until the end of the year; by which version."""
    await reviewed(story)
    await story.did(decider1, a_grant(STARTS, TRIAL_ENDS, form=Form.TRIAL, view_waived="not_on_his_facts"))
    await story.time_passes_until(MAY_10)
    await story.did(caseworker1, an_evaluation())
    version = (await story.did(decider1, an_extension(LONGER))).version
    await story.went_out(version)
    return version


async def test_who_is_right_after_his_last_day_that_it_came_too_soon_takes_part_again(story: Story) -> None:
    """The case stays open for that, though the permission has expired."""
    objection = await an_objection_to(story, "too-short", JUNE_3, version=await made_full(story))
    await story.time_passes_until(date(2030, 9, 10))
    await story.did(coop_a, a_report(STARTS, date(2030, 9, 9)))
    await story.day_passes(LONGER)
    await story.hears("permission_expired")
    await objection.time_passes_until(date(2031, 1, 10))
    await story.time_passes_until(date(2031, 1, 10))
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    (task,) = (await story.case()).tasks
    (closed,) = [act for _, act in (await story.case()).every(ObjectionClosed)]

    assert ((MADE_FULL, "view_invited"), closed.decide_by) == (task.accepts, task.due_on)

    await story.did(decider3, an_extension(A_YEAR_LATER))

    assert (Status.PARTICIPATION, A_YEAR_LATER) == (await story.status(), await last_day(story))


async def test_a_trial_that_another_kept_from_being_made_full_ends_after_that_decision(story: Story) -> None:
    """No day that is over loses its permission, and nobody is told an end that is over by then."""
    await contested_by_a_shopkeeper(story, await made_full(story))

    assert (Status.PARTICIPATION, UPHELD) == (await story.status(), await last_day(story))

    await story.day_passes(UPHELD)
    await story.hears("permission_expired")

    assert "end_announced" not in await story.kinds()
    assert (await story.case()).tasks == ()


async def test_what_was_made_full_at_a_reassessment_is_decided_on_again_too(story: Story) -> None:
    """Nobody had asked for it, and nobody evaluated it."""
    await reviewed(story)
    trial = a_grant(STARTS, date(2031, 1, 31), form=Form.TRIAL, deviation=WHY, view_waived="not_on_his_facts")
    await story.did(decider1, trial)
    await story.time_passes_until(date(2030, 9, 10))
    await story.did(coop_a, a_report(STARTS, date(2030, 9, 9)))
    await story.did(coop_a, REACTED)
    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))
    version = (await story.did(decider1, an_extension(A_YEAR_LATER))).version
    await story.went_out(version)
    objection = await an_objection_to(story, "too-short", await story.today(), version=version)
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")
    (task,) = (await story.case()).tasks

    assert A_YEAR_LATER == await last_day(story)
    assert ((MADE_FULL, "view_invited"), version) == (task.accepts, task.about)

    await story.did(decider3, an_extension(date(2031, 6, 30)))

    assert date(2031, 6, 30) == await last_day(story)


async def test_who_is_right_that_a_trial_was_made_full_too_briefly_is_decided_on_again(story: Story) -> None:
    """The trial itself would have been over by then."""
    version = await made_full(story)
    objection = await an_objection_to(story, "too-short", JUNE_3, version=version)
    await objection.time_passes_until(UPHELD)
    await story.time_passes_until(UPHELD)
    await decided(objection, Outcome.PARTLY_UPHELD)
    await story.hears("objection_closed")
    case = await story.case()

    assert (True, LONGER) == (case.is_participating, await last_day(story))
    (task,) = case.tasks
    assert (MADE_FULL, "view_invited") == task.accepts
    assert task.due_on is not None
    assert "NotAcceptable" == await story.refused(
        decider3, an_extension(date(2030, 11, 30), view_waived="not_on_his_facts")
    )
    assert task.due_on < date(2030, 9, 1)

    await story.did(decider3, an_extension(date(2031, 3, 31), reasoning=WHY))

    assert date(2031, 3, 31) == await last_day(story)
