"""Advice of another party, for which review and decision wait no longer than its term. Awb 3:5 to 3:9."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import AdviceForgone, AdviceReceived, AdviceRequested
from domain.case import Status
from tests.examples import WHY, a_grant, a_refusal, a_review, caseworker1, caseworker2, coop_a, decider1
from tests.procedure.paths import ENDS, STARTS, complete, reviewed
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

OF_THE_COACH = AdviceRequested(adviser="work_coach", question="Can she do this work?")
OF_THE_COUNCIL = AdviceRequested(adviser="client_council", question="Is the plan clear?")


async def test_a_review_waits_for_the_advice(story: Story) -> None:
    """Until it comes; it is a task with a term of its own."""
    await complete(story)
    about = (await story.did(caseworker1, OF_THE_COACH)).version
    task = next(task for task in (await story.case()).tasks if task.about)

    assert (about, date(2030, 3, 18)) == (task.about, task.due_on)
    assert "NotNow" == await story.refused(caseworker1, a_review())

    await story.did(caseworker2, AdviceReceived(about=about, advice="She can."), task.id)
    await story.did(caseworker1, a_review())

    assert Status.DECISION == await story.status()
    assert "NotAcceptable" == await story.refused(caseworker1, AdviceReceived(about=about, advice="Or not."))


async def test_advice_that_does_not_come_in_its_term_is_no_bar_to_deciding(story: Story) -> None:
    """Nor does it vanish: when it comes after all, it is still registered."""
    await complete(story)
    about = (await story.did(caseworker1, OF_THE_COACH)).version
    await story.time_passes_until(date(2030, 3, 18))

    assert "NotNow" == await story.refused(caseworker1, a_review())

    await story.day_passes(date(2030, 3, 18))

    assert "advice_lapsed" == (await story.kinds())[-1]
    assert not [task for task in (await story.case()).tasks if task.about]

    await story.did(caseworker1, a_review())
    await story.did(caseworker2, AdviceReceived(about=about, advice="Sorry: she can."))
    await story.did(decider1, a_grant(STARTS, ENDS))

    assert Status.PARTICIPATION == await story.status()


async def test_a_decision_waits_for_what_the_decider_asks(story: Story) -> None:
    """Or does without it, and says why."""
    await reviewed(story)
    about = (await story.did(decider1, OF_THE_COACH.model_copy(update={"until": date(2030, 3, 8)}))).version

    assert "NotNow" == await story.refused(decider1, a_grant(STARTS, ENDS))
    assert "NotNow" == await story.refused(decider1, a_refusal())
    assert "NotPermitted" == await story.refused(coop_a, AdviceReceived(about=about, advice="Grant it."))

    await story.did(caseworker1, AdviceForgone(about=about, reason=WHY))
    await story.did(decider1, a_grant(STARTS, ENDS))

    assert Status.PARTICIPATION == await story.status()


async def test_advice_for_which_nothing_waits_ends_with_the_decision(story: Story) -> None:
    """As the policy says; what was asked and did not come is asked no more."""
    await complete(story)
    await story.did(caseworker1, OF_THE_COUNCIL)
    await story.did(caseworker1, OF_THE_COACH)
    coached = (await story.case()).version
    await story.did(caseworker1, AdviceReceived(about=coached, advice="She can.", received_on=FIRST_DAY))
    await story.did(caseworker1, a_review())

    assert 1 == len([task for task in (await story.case()).tasks if task.about])

    await story.did(decider1, a_grant(STARTS, ENDS))

    assert () == (await story.case()).tasks


async def test_advice_is_asked_of_an_adviser_and_for_a_day_ahead(story: Story) -> None:
    """And registered for what was requested, not before that and not ahead of time."""
    await complete(story)
    council = OF_THE_COACH.model_copy(update={"adviser": "the_king"})

    assert "NotAcceptable" == await story.refused(caseworker1, council)
    assert "NotAcceptable" == await story.refused(
        caseworker1, OF_THE_COACH.model_copy(update={"until": FIRST_DAY})
    )

    about = (await story.did(caseworker1, OF_THE_COACH)).version
    early = AdviceReceived(about=about, advice="Yes.", received_on=date(2030, 3, 1))

    assert "NotAcceptable" == await story.refused(caseworker1, early)
    assert "NotAcceptable" == await story.refused(caseworker1, AdviceReceived(about=1, advice="Yes."))
