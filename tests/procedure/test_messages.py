"""Questions and answers stay in the case, item by item, whatever the procedure awaits meanwhile."""

from __future__ import annotations

from datetime import date

import pytest

from domain.acts import (
    ItemAnswered,
    ParticipationContinued,
    ParticipationEnded,
    Party,
    QuestionAnswered,
    QuestionAsked,
    QuestionWithdrawn,
    TaskClaimed,
)
from domain.case import Status
from domain.people import Role
from tests.examples import WHY, a_refusal, caseworker1, caseworker2, coop_a, coop_b, decider1
from tests.procedure.paths import REPORT_ASKED, granted, heard, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUESTION = QuestionAsked(
    of=Party.COOPERATIVE,
    items=("Who keeps the tools?", "Is there a first-aider?"),
    until=date(2030, 3, 11),
)
BACK = QuestionAsked(of=Party.MUNICIPALITY, items=("May she work on Saturdays?",))


def answer(about: int, *items: int) -> QuestionAnswered:
    """An answer to these items of the question."""
    said = tuple(ItemAnswered(item=item, answer=f"Answer {item}") for item in items)
    return QuestionAnswered(about=about, answers=said)


async def test_a_question_is_answered_item_by_item(story: Story) -> None:
    """What is not answered stays a task; the procedure goes on beside it."""
    await reviewed(story)
    asked = (await story.did(caseworker1, QUESTION)).version
    task = next(task for task in (await story.case()).tasks if task.about)

    assert Role.COOPERATIVE == task.role
    assert ("question_answered", "question_withdrawn") == task.accepts
    assert date(2030, 3, 11) == task.due_on

    await story.did(coop_a, answer(asked, 2), task.id)

    left = next(task for task in (await story.case()).tasks if task.about)
    assert left.id != task.id
    assert "NotAcceptable" == await story.refused(coop_a, answer(asked, 2))
    assert "NotAcceptable" == await story.refused(coop_a, answer(asked, 1, 1))
    assert "NotAcceptable" == await story.refused(coop_a, answer(asked, 3))
    assert Status.DECISION == await story.status()

    await story.did(coop_a, answer(asked, 1))

    assert not [task for task in (await story.case()).tasks if task.about]
    assert "NotNow" == await story.refused(coop_a, answer(asked, 1))

    await story.did(decider1, a_refusal())

    assert Status.REFUSED == await story.status()


async def test_each_side_asks_the_other_and_answers_what_it_was_asked(story: Story) -> None:
    """Two questions at once; an answer is to the one that it names."""
    await reviewed(story)

    assert "NotPermitted" == await story.refused(coop_a, QUESTION)
    assert "NotYours" == await story.refused(coop_b, BACK)

    theirs = (await story.did(coop_a, BACK)).version
    ours = (await story.did(caseworker1, QUESTION.model_copy(update={"until": None}))).version
    roles = [task.role for task in (await story.case()).tasks if task.about]

    assert [Role.CASEWORKER, Role.COOPERATIVE] == roles
    assert "NotPermitted" == await story.refused(coop_a, answer(theirs, 1))
    assert "NotPermitted" == await story.refused(coop_a, QuestionWithdrawn(about=ours, reason="Never mind."))
    assert "NotNow" == await story.refused(caseworker1, answer(1, 1))

    await story.did(caseworker2, answer(theirs, 1))
    await story.did(caseworker1, QuestionWithdrawn(about=ours, reason="It was in the plan."))

    assert not [task for task in (await story.case()).tasks if task.about]
    assert "NotNow" == await story.refused(coop_a, answer(ours, 1))


async def test_a_question_outlives_a_reassessment_and_ends_with_its_case(story: Story) -> None:
    """The case starts afresh meanwhile: the task is still the same one, whoever holds it."""
    await granted(story)
    await story.time_passes_until(REPORT_ASKED)
    asked = (await story.did(coop_a, BACK)).version
    task = next(task for task in (await story.case()).tasks if task.about)
    await story.did(caseworker2, TaskClaimed(), task.id)
    held = (await story.case()).task(task.id)
    await heard(story)
    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))

    assert 2 == len(await story.histories())
    assert (held,) == (await story.case()).tasks

    more = (await story.did(coop_a, BACK)).version

    assert "TaskTaken" == await story.refused(caseworker1, answer(asked, 1), task.id)

    await story.did(caseworker2, answer(asked, 1), task.id)

    assert [more] == [task.about for task in (await story.case()).tasks]

    await story.did(
        coop_a,
        ParticipationEnded(on_behalf_of=Party.COOPERATIVE, ends_on=date(2030, 9, 30), reasoning="It closes."),
    )
    await story.day_passes(date(2030, 9, 30))

    assert Status.ENDED == await story.ends_as()
    assert () == (await story.case()).tasks
