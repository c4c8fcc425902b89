"""What the court makes of an objection, and what another authority does. Awb 6:15, 7:15, 8:72."""

from __future__ import annotations

from datetime import date

import pytest
from temporalio.client import WorkflowUpdateFailedError

from domain.acts import (
    AppealRecorded,
    CostsClaimed,
    CostsDecided,
    ObjectionForwarded,
    ObjectionWithdrawn,
    Outcome,
)
from domain.case import Status
from domain.errors import NotAcceptable
from domain.narration import told
from domain.objections import contested as contested_in
from tests.examples import WHY, a_grant, coop_a, decider1, decider2, decider3, objections1
from tests.objecting import a_decision, an_outcome
from tests.procedure.objected import (
    HALF_A_YEAR,
    HEARING,
    appeal_term_passes,
    contested_by_another,
    heard,
    lodged,
)
from tests.procedure.paths import STARTS, granted
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

AGAIN_BY = date(2030, 6, 3)


async def test_a_court_that_upholds_an_appeal_has_the_decision_taken_again(
    objection: Story, contested: Story
) -> None:
    """By somebody else than who took it or that on the objection; also when its case waited no more for them."""
    await heard(objection, contested)
    await objection.did(decider2, a_decision(Outcome.UNFOUNDED))
    await contested.hears("objection_closed")
    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=HEARING))
    upheld = an_outcome("upheld", decided_on=HEARING, decide_by=AGAIN_BY)
    await objection.did(objections1, upheld)
    await contested.hears("objection_upheld")

    assert Status.DECISION == await contested.status()
    assert AGAIN_BY == (await contested.case()).tasks[0].due_on
    assert "NotTheSame" == await contested.refused(decider1, HALF_A_YEAR)
    assert "NotTheSame" == await contested.refused(decider2, HALF_A_YEAR)

    await contested.did(decider3, HALF_A_YEAR)

    assert Status.PARTICIPATION == await contested.status()


async def test_a_court_that_upholds_while_the_decision_is_taken_again_adds_its_day(
    objection: Story, contested: Story
) -> None:
    """One act, and one new decision that is due to both."""
    await heard(objection, contested)
    await objection.did(decider2, a_decision(Outcome.PARTLY_UPHELD))
    await contested.hears("objection_upheld")
    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=HEARING))
    sooner = date(2030, 4, 8)
    await objection.did(objections1, an_outcome("upheld", decided_on=HEARING, decide_by=sooner))
    await contested.hears("objection_upheld", times=2)
    tasks = (await contested.case()).tasks

    assert [sooner] == [task.due_on for task in tasks]

    await contested.did(decider3, HALF_A_YEAR)

    assert Status.PARTICIPATION == await contested.status()


async def test_a_court_that_annuls_what_was_decided_anew_has_it_taken_once_more(
    story: Story,
) -> None:
    """The appeal is in the file of the objection, to which the new decision belongs. Awb 7:11(2), 8:1."""
    await granted(story)
    objection = await contested_by_another(story, Outcome.PARTLY_UPHELD)
    await story.did(decider2, a_grant(STARTS, date(2030, 9, 30), 12, view_waived="not_on_his_facts"))

    with pytest.raises(NotAcceptable, match="one goes to the court"):
        contested_in(await story.case())

    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=FIRST_DAY))
    await objection.time_passes_until(HEARING)
    await objection.did(objections1, an_outcome("upheld", decided_on=HEARING, decide_by=AGAIN_BY))
    await story.hears("objection_upheld", times=2)

    assert AGAIN_BY == (await story.case()).tasks[0].due_on
    for each in (decider1, decider2):
        assert "NotTheSame" == await story.refused(each, HALF_A_YEAR)

    await story.did(decider3, HALF_A_YEAR)

    assert Status.PARTICIPATION == await story.status()


async def test_a_court_that_lets_the_consequences_stand_has_nothing_decided_again(
    objection: Story, contested: Story
) -> None:
    """What held in the case of the decision goes on to hold. Awb 8:72(3)."""
    await heard(objection, contested)
    await objection.did(decider2, a_decision(Outcome.UNFOUNDED))
    await contested.hears("objection_closed")
    await objection.did(objections1, AppealRecorded(court="Rechtbank", lodged_on=HEARING))
    await objection.did(objections1, an_outcome("upheld", decided_on=HEARING, consequences_stand=True))
    await appeal_term_passes(objection)

    assert Status.SETTLED == await objection.ends_as()
    assert "objection_upheld" not in await contested.kinds()
    assert "Its consequences stand" in told((await objection.case()).entries[-3], "en")


async def test_nobody_appeals_where_nothing_was_decided(
    objection: Story, contested: Story, policy_on_record: None
) -> None:
    """An objection that was withdrawn has ended, and stays so."""
    await lodged(objection, contested)
    await objection.did(coop_a, ObjectionWithdrawn())
    await objection.ends_as()
    with pytest.raises(WorkflowUpdateFailedError):
        await objection.went_on(objections1, AppealRecorded(court="Rechtbank", lodged_on=HEARING))

    assert Status.WITHDRAWN == await objection.ends_as()


async def test_an_objection_for_another_authority_is_forwarded(objection: Story, contested: Story) -> None:
    """And ends here, in both cases."""
    await lodged(objection, contested)
    forwarded = ObjectionForwarded(to="The water authority", reasoning=WHY)

    assert "NotPermitted" == await objection.refused(coop_a, forwarded)

    await objection.did(objections1, forwarded)

    assert Status.FORWARDED == await objection.ends_as()
    await contested.hears("objection_closed")
    assert Status.REFUSED == await contested.status()


async def test_costs_are_decided_on_with_the_objection(objection: Story, contested: Story) -> None:
    await heard(objection, contested)
    await objection.did(coop_a, CostsClaimed(costs="A lawyer."))

    assert "NotAcceptable" == await objection.refused(decider2, a_decision(Outcome.UPHELD))

    costs = CostsDecided(cents=64_700, reasoning=WHY)
    await objection.did(decider2, a_decision(Outcome.UPHELD, costs=costs))

    assert Status.OBJECTION_DECIDED == await objection.status()
    assert "NotNow" == await objection.refused(coop_a, CostsClaimed(costs="Another lawyer."))
