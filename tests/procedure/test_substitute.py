"""A colleague stands in for who is absent: on those days, for the tasks that she holds, and with a trace."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.acts import TaskClaimed, TaskHeld, TaskReleased, TaskResumed
from domain.case import Status
from domain.people import Role
from tests.examples import (
    WHY,
    a_check,
    a_grant,
    a_person,
    a_review,
    caseworker1,
    caseworker2,
    decider1,
)
from tests.procedure.paths import ENDS, STARTS, asked, complete
from tests.standing_in import an_absence
from tests.story import FIRST_DAY, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

FIRST, LAST = FIRST_DAY + timedelta(days=1), FIRST_DAY + timedelta(days=3)
AWAY = an_absence(FIRST, LAST)
CHAIN = an_absence(FIRST, LAST, "caseworker2", "caseworker3")
caseworker3 = a_person("caseworker3", Role.CASEWORKER)
HELD = TaskHeld(until=LAST, reason=WHY)


async def claimed(story: Story) -> str:
    """The review is hers, on the day before she is absent."""
    await complete(story)
    task = (await story.case()).tasks[0].id
    await story.did(caseworker1, TaskClaimed(), task)
    return task


async def test_a_substitute_does_what_an_absent_colleague_holds(story: Story) -> None:
    """He lets it rest, takes it up and does it; each time the case keeps by which absence."""
    task = await claimed(story)
    await story.time_passes_until(FIRST)
    await story.did(caseworker2, HELD, task, standing_in=[AWAY, an_absence(FIRST, LAST, "caseworker9")])
    await story.did(caseworker2, TaskResumed(), task, standing_in=[AWAY])
    holder = (await story.case()).tasks[0].assignee
    await story.did(caseworker2, a_review(), standing_in=[AWAY])
    await story.did(decider1, a_grant(STARTS, ENDS))
    *_, held, resumed, review, grant = (await story.case()).entries

    assert holder is not None
    assert "caseworker1" == holder.id
    assert [(AWAY,), (AWAY,), (AWAY,), ()] == [e.standing_in for e in (held, resumed, review, grant)]
    assert {"caseworker2"} == (await story.case()).reviewers


async def test_a_substitute_gives_a_task_back_to_the_group(story: Story) -> None:
    """Then it is nobody's, and whoever does it stands in for nobody."""
    task = await claimed(story)
    await story.time_passes_until(FIRST)
    await story.did(caseworker2, TaskReleased(), task, standing_in=[AWAY])
    await story.did(caseworker2, a_review(), task, standing_in=[AWAY])
    released, review = (await story.case()).entries[-2:]

    assert ((AWAY,), ()) == (released.standing_in, review.standing_in)


async def test_before_and_after_the_absence_nobody_stands_in(story: Story) -> None:
    """Whatever an act brings along: the day is that of the case's own clock."""
    task = await claimed(story)

    assert "TaskTaken" == await story.refused(caseworker2, a_review(), task, [AWAY])

    await story.time_passes_until(LAST)
    await story.did(
        caseworker2, HELD.model_copy(update={"until": date(2030, 3, 20)}), task, standing_in=[AWAY]
    )
    await story.day_passes(LAST)

    assert "TaskTaken" == await story.refused(caseworker2, TaskResumed(), task, [AWAY])
    assert "TaskTaken" == await story.refused(caseworker2, a_review(), task, [AWAY])

    await story.did(caseworker1, a_review(), task)

    assert Status.DECISION == await story.status()


async def test_who_is_absent_may_act_and_keeps_the_task(story: Story) -> None:
    """The substitute then comes too late, as anybody would."""
    task = await claimed(story)
    await story.time_passes_until(FIRST)

    assert "TaskTaken" == await story.refused(caseworker2, TaskClaimed(), task, [AWAY])

    await story.did(caseworker1, a_review(), task)

    assert "NotNow" == await story.refused(caseworker2, a_review(), task, [AWAY])
    assert () == (await story.case()).entries[-1].standing_in


async def test_a_substitute_of_a_substitute_gets_nothing(story: Story) -> None:
    """By whatever absences: neither his own colleague's, nor that of the one further on."""
    task = await claimed(story)
    await story.time_passes_until(FIRST)

    assert "TaskTaken" == await story.refused(caseworker3, a_review(), task, [AWAY, CHAIN])


async def test_standing_in_weakens_no_separation_of_duties(story: Story) -> None:
    """Who checked the application does not decide on it in a colleague's stead."""
    both = a_person("decider2", Role.CASEWORKER, Role.DECIDER)
    await story.applied(both, asked())
    await story.did(both, a_check())
    await story.did(caseworker1, a_review())
    task = (await story.case()).tasks[0].id
    await story.did(decider1, TaskClaimed(), task)
    await story.time_passes_until(FIRST)
    away = [an_absence(FIRST, LAST, "decider1", "decider2")]

    assert "NotTheSame" == await story.refused(both, a_grant(STARTS, date(2030, 9, 30)), task, away)
    assert "NotPermitted" == await story.refused(
        caseworker2, TaskReleased(), task, [an_absence(FIRST, LAST, "decider1")]
    )
