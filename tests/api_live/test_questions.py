"""Questions over HTTP: asked beside the procedure, answered as a task."""

from __future__ import annotations

import pytest

from tests.api_live.office import Office
from tests.api_live.steps import applied, day

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_cooperative_finds_the_question_as_a_task_and_answers_it(office: Office) -> None:
    """By the version of the act, which the task names."""
    number, cooperative = await applied(office), office("coop-a")
    question = {
        "kind": "question_asked",
        "of": "cooperative",
        "items": ["Who keeps the tools?"],
        "until": day(7),
    }
    receipt = await office("caseworker1").did(f"/cases/{number}/acts", question)
    (task,) = await cooperative.items("/tasks", case=number)

    assert receipt["version"] == task["about"]
    assert day(7) == task["dueOn"]

    answers = [{"item": 1, "answer": "The workshop does."}]
    answered = {"kind": "question_answered", "about": task["about"], "answers": answers}
    unknown = answered | {"answers": [{"item": 2, "answer": "It does."}]}
    told = await cooperative.refused(400, "not-acceptable", f"/tasks/{task['id']}/complete", unknown)

    assert "answers/0/item" in str(told["errors"])

    await cooperative.did(f"/tasks/{task['id']}/complete", answered)

    assert not await cooperative.items("/tasks", case=number)


async def test_a_question_for_the_day_before_is_refused(office: Office) -> None:
    """Nobody can answer it in time."""
    number = await applied(office)
    question = {"kind": "question_asked", "of": "cooperative", "items": ["Who?"], "until": day(-1)}

    await office("caseworker1").refused(400, "not-acceptable", f"/cases/{number}/acts", question)
