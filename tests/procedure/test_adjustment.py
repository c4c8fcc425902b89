"""Other hours or conditions between two reassessments, asked for or proposed. Awb 4:7, 4:8, 4:13."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import (
    AdjustmentDropped,
    NoticeEffect,
    NoticeOfDefaultReceived,
    NoticeOfDefaultWeighed,
    ParticipationContinued,
    ViewInvited,
    ViewReceived,
)
from domain.case import Status
from tests.examples import WHY, a_check, an_ending, caseworker1, caseworker2, coop_a, decider1
from tests.permitting import (
    a_refused_adjustment,
    an_adjustment,
    an_adjustment_asked,
    an_adjustment_proposed,
)
from tests.procedure.paths import REASSESSED, granted, heard
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAY_1 = date(2030, 5, 1)
INVITED = ViewInvited(intention="We mean to allow twelve hours.")
VIEW = ViewReceived(view="I like sixteen.")


async def opened(story: Story) -> int:
    """The number of what was asked or proposed last."""
    return (await story.case()).version


async def tasks_of(story: Story) -> list[str]:
    """What the case waits for, each task by its first kind of act."""
    return [task.accepts[0] for task in (await story.case()).tasks]


async def test_what_is_asked_between_two_reassessments_is_decided_on(story: Story) -> None:
    """The hours change, and the reassessment comes on the day that it would."""
    await granted(story)
    await story.time_passes_until(MAY_1)
    before = terms.reassessment(await story.case())
    await story.did(coop_a, an_adjustment_asked(16, "By day"))
    about = await opened(story)

    assert ["conditions_adjusted"] == await tasks_of(story)
    assert "NotPermitted" == await story.refused(decider1, an_adjustment(about, 16, "By day"))

    await story.did(caseworker2, an_adjustment(about, 16, "By day"))
    case = await story.case()

    assert [] == await tasks_of(story)
    assert case.permission is not None
    assert ("By day",) == case.permission.conditions
    assert before == terms.reassessment(case)

    await heard(story)

    assert Status.REASSESSMENT == await story.status()
    await story.is_told_truly()


async def test_what_the_municipality_takes_away_is_heard_on_first(story: Story) -> None:
    """One proposes it, whom it concerns says what he thinks of it, and another decides, during a reassessment too."""
    await granted(story)
    await heard(story)
    await story.did(caseworker1, an_adjustment_proposed(12))
    about = await opened(story)

    assert "NotAcceptable" == await story.refused(caseworker2, an_adjustment(about, 12))

    task = next(t.id for t in (await story.case()).tasks if t.about == about)
    await story.did(caseworker2, INVITED, task)
    await story.did(coop_a, VIEW)

    assert "NotTheSame" == await story.refused(caseworker1, an_adjustment(about, 12))

    await story.did(caseworker2, an_adjustment(about, 12))

    assert Status.REASSESSMENT == await story.status()
    assert ["participation_continued"] == await tasks_of(story)

    await story.did(caseworker1, ParticipationContinued(reasoning=WHY))
    await story.time_passes_until(REASSESSED)
    case = await story.case()

    assert case.permission is not None
    assert 12 == case.permission.hours_a_week
    await story.is_told_truly()


async def test_a_request_is_taken_back_while_a_view_is_awaited_and_another_is_refused(story: Story) -> None:
    """Each is a matter of its own, which the other does not hold up; whoever holds the task."""
    await granted(story)
    await story.did(coop_a, an_adjustment_asked(20))
    first = await opened(story)
    await story.did(coop_a, an_adjustment_asked(24))
    second = await opened(story)
    tasks = {task.about: task.id for task in (await story.case()).tasks}

    assert "NotNow" == await story.refused(caseworker2, INVITED)

    await story.did(caseworker2, INVITED, tasks[first])
    await story.did(coop_a, AdjustmentDropped(about=first))
    await story.did(caseworker2, INVITED, tasks[second])
    await story.did(coop_a, VIEW)
    await story.did(caseworker2, a_refused_adjustment(second))

    assert [] == await tasks_of(story)
    assert Status.PARTICIPATION == await story.status()
    await story.is_told_truly()


async def test_a_request_is_taken_back_while_something_of_it_is_awaited_or_did_not_come(story: Story) -> None:
    """Of the first it is awaited, of the second it did not come in time, and a third is decided on."""
    await granted(story)
    await story.time_passes_until(MAY_1)
    first = (await story.did(coop_a, an_adjustment_asked(20))).version
    await story.did(caseworker2, a_check("plan"))
    await story.did(coop_a, AdjustmentDropped(about=first))

    assert [] == await tasks_of(story)

    second = (await story.did(coop_a, an_adjustment_asked(20))).version
    await story.did(caseworker2, a_check("plan"))
    third = (await story.did(coop_a, an_adjustment_asked(24))).version
    await story.day_passes(date(2030, 5, 15))

    assert ["conditions_adjusted", "request_set_aside"] == await tasks_of(story)

    await story.did(coop_a, AdjustmentDropped(about=second))

    assert [third] == [task.about for task in (await story.case()).tasks]
    await story.is_told_truly()


async def test_who_asked_to_adjust_is_told_that_it_lapsed_with_the_permission(story: Story) -> None:
    """Both of what was asked; the municipality does not tell itself of its own proposal. Awb 4:13."""
    await granted(story)
    await story.did(coop_a, an_adjustment_asked(20))
    await story.did(coop_a, an_adjustment_asked(24))
    await story.did(caseworker1, an_adjustment_proposed(12))
    await story.did(coop_a, an_ending(MAY_1))
    await story.day_passes(MAY_1)

    assert Status.ENDED == await story.ends_as()
    assert ["participation_stopped", "adjustment_lapsed", "adjustment_lapsed"] == (await story.kinds())[-3:]
    assert () == (await story.case()).tasks


async def test_a_late_answer_to_a_request_to_adjust_costs_money(story: Story) -> None:
    """A notice of default about it counts, and what is owed stops when the decision went out. Awb 4:13, 4:17."""
    await granted(story)
    await story.did(coop_a, an_adjustment_asked(16, "By day"))
    about = await opened(story)
    await story.time_passes_until(MAY_1)
    await story.did(coop_a, NoticeOfDefaultReceived())
    weighed = (await story.case()).entries[-1].act

    assert isinstance(weighed, NoticeOfDefaultWeighed)
    assert (NoticeEffect.COUNTS, date(2030, 4, 29)) == (weighed.effect, weighed.decision_due_on)

    await story.time_passes_until(date(2030, 5, 20))
    await story.did(caseworker2, an_adjustment(about, 16, "By day"))
    await story.went_out()
    await story.time_passes_until(date(2030, 5, 21))

    assert ["penalty_determined"] == await tasks_of(story)
