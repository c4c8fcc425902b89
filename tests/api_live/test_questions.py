"""Questions over HTTP: asked beside the procedure, answered as a task."""

from __future__ import annotations

import re

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

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


async def test_the_page_of_a_case_with_many_open_questions_stays_light(
    office: Office, database: AsyncEngine
) -> None:
    """The newest stand together, and those before them under what happened."""
    number, caseworker = await applied(office), office("caseworker1")
    for each in range(60):
        asked = [f"Question {each}", *("Who helps him on the days on which nobody else is there? " * 3,) * 4]
        await caseworker.did(
            f"/cases/{number}/acts", {"kind": "question_asked", "of": "cooperative", "items": asked}
        )
    for user in ("caseworker1", "coop-a"):
        visitor = await office.visitor(database, user)
        page = (await visitor.page(f"/cases/{number}?lang=en")).text

        assert len(page.encode()) < 118_000, user  # what it loads beside that is some 32 kB
        assert "51 older ones stand under what happened." in page


async def test_one_question_with_many_long_answers_leaves_the_page_light_and_is_read_on_its_own(
    office: Office, database: AsyncEngine
) -> None:
    """Neither the conversation nor the sentence of an act has more than there is room for."""
    number, caseworker, cooperative = await applied(office), office("caseworker1"), office("coop-a")
    items = [f"Who keeps tool {n}?".ljust(990, "?") for n in range(50)]
    question = {"kind": "question_asked", "of": "cooperative", "items": items}
    await caseworker.did(f"/cases/{number}/acts", question)
    (task,) = await cooperative.items("/tasks", case=number)
    answers = [{"item": n, "answer": f"Answer {n}. ".ljust(990, "a")} for n in range(1, 51)]
    answered = {"kind": "question_answered", "about": task["about"], "answers": answers}
    await cooperative.did(f"/tasks/{task['id']}/complete", answered)
    ours = f"/cases/{number}/filled/{task['about'] + 1}"
    for user in ("caseworker1", "coop-a"):
        visitor = await office.visitor(database, user)
        pages = [(await visitor.page(f"/cases/{number}")).text]

        assert f'<a class="meedoen-link" href="{ours}">' in pages[0].split('id="questions"')[1]
        address = ours
        while address:
            pages.append((await visitor.page(address)).text)
            found = re.search(r'href="([^"]+)" rel="next"', pages[-1])
            address = found[1] if found else ""
        assert [] == [size for one in pages if (size := len(one.encode())) > 118_000], user
        assert [n for n in range(1, 51) if f">Answer {n}. " in "".join(pages[1:])] == [*range(1, 51)]
