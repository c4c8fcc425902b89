"""A trial that was made full, and on which an objection has it decided on again. Awb 7:11(2), 8:72."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    AppealRecorded,
    ObjectionClosed,
    Outcome,
    ParticipationContinued,
    ViewWaiver,
)
from domain.case import Status
from domain.extent import Form
from tests.examples import (
    WHY,
    a_grant,
    a_report,
    caseworker1,
    coop_a,
    decider1,
    decider2,
    decider3,
    objections1,
)
from tests.objecting import an_outcome
from tests.permitting import (
    a_refused_renewal,
    a_renewal_asked,
    an_advice_to_renew,
    an_evaluation,
    an_extension,
)
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import REACTED, STARTS, reviewed
from tests.procedure.test_trial import TRIAL_ENDS
from tests.procedure.test_until_decided_again import (
    JUNE_3,
    LONGER,
    MAY_10,
    UPHELD,
    contested_by_a_shopkeeper,
    last_day,
)
from tests.story import Story

MADE_FULL, A_YEAR_LATER = "permission_extended_to_full", date(2031, 3, 31)

pytestmark = pytest.mark.asyncio(loop_scope="session")


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
    """That is refused by another, and told. No day that is over loses its permission, nor is one given its hours."""
    await contested_by_a_shopkeeper(story, await made_full(story))
    (task,) = (await story.case()).tasks

    assert (MADE_FULL, "renewal_refused", "view_invited") == task.accepts
    assert (Status.PARTICIPATION, LONGER) == (await story.status(), await last_day(story))

    await story.did(decider3, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
    sent_on = date(2030, 7, 25)
    await story.time_passes_until(sent_on)

    assert Status.PARTICIPATION == await story.status()

    await story.went_out()

    assert sent_on == await last_day(story)

    await story.day_passes(sent_on)
    await story.hears("permission_expired")

    assert "end_announced" not in await story.kinds()
    assert (await story.case()).tasks == ()


async def test_a_trial_that_a_court_lets_go_on_after_all_is_decided_on_again(story: Story) -> None:
    """The resident went against the decision on the objection of another, by which he had lost it. Awb 8:72."""
    objection = await contested_by_a_shopkeeper(story, await made_full(story))
    await story.did(decider2, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
    await story.went_out()
    await story.day_passes(UPHELD)
    await story.hears("permission_expired")
    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=UPHELD, by_another=True))
    ruled = date(2030, 8, 19)
    await objection.time_passes_until(ruled)
    await story.time_passes_until(ruled)
    await objection.did(objections1, an_outcome("upheld", decided_on=ruled))
    await story.hears("objection_closed", times=2)
    (task,) = (await story.case()).tasks

    assert (MADE_FULL, "renewal_refused", "view_invited") == task.accepts

    await story.did(decider3, an_extension(LONGER))

    assert (Status.PARTICIPATION, LONGER) == (await story.status(), await last_day(story))


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


async def test_a_request_to_renew_is_decided_on_beside_a_trial_that_is_decided_on_again(story: Story) -> None:
    """Its refusal takes nothing of what the resident was right to object to. Awb 7:11."""
    objection = await an_objection_to(story, "too-short", JUNE_3, version=await made_full(story))
    await story.time_passes_until(date(2030, 6, 10))
    await objection.time_passes_until(date(2030, 6, 10))
    await story.did(coop_a, a_renewal_asked(A_YEAR_LATER))
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")
    await story.did(caseworker1, an_advice_to_renew())
    tasks = {task.accepts[0] for task in (await story.case()).tasks}

    assert {MADE_FULL, "permission_renewed"} == tasks

    await story.did(decider3, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))

    assert LONGER == await last_day(story)

    (task,) = (await story.case()).tasks
    await story.did(decider3, an_extension(A_YEAR_LATER))

    assert (MADE_FULL, "view_invited") == task.accepts
    assert A_YEAR_LATER == await last_day(story)
    assert () == (await story.case()).tasks


async def test_a_trial_is_decided_on_again_though_a_renewal_was_refused_meanwhile(story: Story) -> None:
    """Before the objection to how it was made full was upheld."""
    objection = await an_objection_to(story, "too-short", JUNE_3, version=await made_full(story))
    await story.time_passes_until(date(2030, 6, 10))
    await objection.time_passes_until(date(2030, 6, 10))
    await story.did(coop_a, a_renewal_asked(A_YEAR_LATER))
    await story.did(caseworker1, an_advice_to_renew())
    await story.did(decider1, a_refused_renewal(view_waived=ViewWaiver.NOT_ON_HIS_FACTS))
    await decided(objection, Outcome.UPHELD)
    await story.hears("objection_closed")

    assert [MADE_FULL] == [task.accepts[0] for task in (await story.case()).tasks]
