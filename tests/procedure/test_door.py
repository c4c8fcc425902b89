"""The one door into a case: retries, two at once, tasks, and what comes when nobody waits for it."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest
from temporalio.client import WorkflowUpdateFailedError

from domain.acts import (
    ApplicationWithdrawn,
    NoteAdded,
    ParticipationContinued,
    TaskAssigned,
    TaskClaimed,
    TaskHeld,
    TaskReleased,
    TaskResumed,
)
from domain.case import Case, Receipt, Status
from tests.examples import (
    WHY,
    a_case,
    a_check,
    a_grant,
    a_review,
    an_application_received,
    an_ending,
    caseworker1,
    caseworker2,
    coop_a,
    coordinator1,
    decider1,
)
from tests.procedure.paths import ENDS, STARTS, asked, complete, granted, heard, reviewed
from tests.story import Stage, Story

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_same_application_twice_is_one_case(story: Story) -> None:
    """The double click finds the case of the first one, and gets the same receipt."""
    once = await story.applied(coop_a, asked(), key="one-click")
    again = await story.applied(coop_a, asked(), key="one-click")

    assert once == again
    assert ["application_received"] == await story.kinds()


async def test_an_application_makes_its_case_by_the_same_call(stage: Stage) -> None:
    """Without anything that was there before; the application comes in the very first moment of the case."""
    story = stage.story("made-by-its-application")
    received = asked()
    receipts = await asyncio.gather(*(story.applied(coop_a, received, key="one-click") for _ in range(3)))

    assert 1 == len({receipt.model_dump_json() for receipt in receipts})
    assert ["application_received"] == await story.kinds()

    await story.did(coop_a, ApplicationWithdrawn())
    await story.ends_as()
    await story.is_told_truly()


async def test_an_application_that_is_refused_leaves_an_empty_case(stage: Stage) -> None:
    """Nothing is recorded, and a right one may follow."""
    story = stage.story("refused-and-then-right")
    with pytest.raises(WorkflowUpdateFailedError):
        await story.applied(coop_a, an_application_received(hours_a_week=40))

    assert 0 == (await story.case()).version

    await story.applied(coop_a, asked())
    await story.did(coop_a, ApplicationWithdrawn())
    await story.ends_as()
    await story.is_told_truly()


async def test_a_retry_stays_one_act(story: Story) -> None:
    """Within a run."""
    await complete(story)
    note = NoteAdded(text="Called the cooperative.")
    once = await story.did(caseworker1, note, key="the-note")
    again = await story.did(caseworker1, note, key="the-note")

    assert once == again
    assert 1 == (await story.kinds()).count("note_added")


async def test_a_retry_stays_one_act_after_the_case_began_a_new_run(story: Story) -> None:
    """Its acts go along into the new run, each with the request under which it came."""
    await granted(story)
    await heard(story)
    continued = ParticipationContinued(reasoning=WHY)
    once = await story.did(caseworker1, continued, key="the-reassessment")
    again = await story.did(caseworker1, continued, key="the-reassessment")

    assert once == again
    assert 1 == (await story.kinds()).count("participation_continued")
    assert 2 == len(await story.histories())


async def test_two_claim_a_task_at_once_and_one_gets_it(story: Story) -> None:
    """The other one is told who has it, and can't do it either."""
    await story.applied(coop_a, asked())
    task = (await story.case()).tasks[0].id
    outcomes = await asyncio.gather(
        story.did(caseworker1, TaskClaimed(), task),
        story.did(caseworker2, TaskClaimed(), task),
        return_exceptions=True,
    )
    won = [outcome for outcome in outcomes if isinstance(outcome, Receipt)]
    assignee = (await story.case()).tasks[0].assignee

    assert 1 == len(won)
    assert assignee is not None

    loser = caseworker2 if assignee.id == caseworker1.id else caseworker1

    assert "TaskTaken" == await story.refused(loser, a_check(), task)
    assert "TaskTaken" == await story.refused(loser, a_check())
    assert "TaskTaken" == await story.refused(loser, TaskClaimed(), task)
    assert "TaskTaken" == await story.refused(loser, TaskReleased(), task)


async def test_two_do_the_same_task_at_once_and_one_is_too_late(story: Story) -> None:
    """The work is done once."""
    await story.applied(coop_a, asked())
    outcomes = await asyncio.gather(
        story.did(caseworker1, a_check()), story.did(caseworker2, a_check()), return_exceptions=True
    )

    assert 1 == len([outcome for outcome in outcomes if isinstance(outcome, Receipt)])
    assert 1 == (await story.kinds()).count("completeness_checked")


async def test_a_task_rests_is_taken_up_again_and_given_to_another(story: Story) -> None:
    """Each step by who may do it, with a trace."""
    await complete(story)
    task = (await story.case()).tasks[0].id

    assert "NotNow" == await story.refused(caseworker1, TaskHeld(until=date(2030, 3, 20), reason=WHY), task)

    await story.did(caseworker1, TaskClaimed(), task)
    await story.did(caseworker1, TaskHeld(until=date(2030, 3, 20), reason="On leave"), task)

    assert date(2030, 3, 20) == (await story.case()).tasks[0].held_until

    await story.did(caseworker1, TaskResumed(), task)

    assert (await story.case()).tasks[0].held_until is None

    await story.did(caseworker1, TaskReleased(), task)

    assert (await story.case()).tasks[0].assignee is None

    await story.did(coordinator1, TaskAssigned(assignee="caseworker2", assignee_name="Caseworker2"), task)

    assert "TaskTaken" == await story.refused(caseworker1, a_review())
    assert "NotPermitted" == await story.refused(
        caseworker2, TaskAssigned(assignee="x", assignee_name="X"), task
    )

    await story.did(caseworker2, a_review(), task)

    assert Status.DECISION == await story.status()


async def test_a_task_that_is_done_is_done(story: Story) -> None:
    """It can't be claimed or done once more."""
    await complete(story)
    done = f"{story.number}.1"

    assert "NotNow" == await story.refused(caseworker1, TaskClaimed(), done)
    assert "NotNow" == await story.refused(caseworker1, a_check(), done)
    assert "NotNow" == await story.refused(caseworker1, TaskClaimed())


async def test_a_closed_case_takes_no_more_acts(story: Story) -> None:
    """Its workflow has ended, which the server says."""
    await story.applied(coop_a, asked())
    await story.did(coop_a, ApplicationWithdrawn())
    await story.ends_as()
    with pytest.raises(Exception, match="already completed"):
        await story.did(caseworker1, NoteAdded(text="Too late."))

    assert ["application_received", "application_withdrawn"] == await story.kinds()


def a_participation(number: str) -> Case:
    """A case as a new run of it is handed over after a reassessment."""
    case = a_case(
        (date(2026, 3, 2), coop_a, asked()),
        (date(2026, 3, 3), caseworker1, a_check()),
        (date(2026, 3, 4), caseworker1, a_review()),
        (date(2026, 3, 5), decider1, a_grant(STARTS, ENDS)),
    )
    return case.model_copy(update={"number": number, "tasks_opened": 0})


async def test_an_act_in_the_first_moment_of_a_new_run_is_done(stage: Stage) -> None:
    """It waits until the procedure has taken its place, and is then checked."""
    story = Story(stage, a_participation("first-moment-of-a-new-run"))
    await story.applied(caseworker1, NoteAdded(text="At once."))

    assert "note_added" == (await story.kinds())[-1]

    await story.did(coop_a, an_ending(date(2026, 3, 5)))

    assert Status.ENDED == await story.ends_as()


async def test_an_ending_in_the_first_moment_of_a_new_run_is_done_once(stage: Stage) -> None:
    """The second one finds the case closed."""
    story = Story(stage, a_participation("two-endings-at-once"))
    outcomes = await asyncio.gather(
        story.applied(coop_a, an_ending(date(2026, 3, 5))),
        story.applied(caseworker1, an_ending(date(2026, 3, 5))),
        return_exceptions=True,
    )

    assert Status.ENDED == await story.ends_as()
    assert 1 == len([outcome for outcome in outcomes if isinstance(outcome, Receipt)])
    assert 1 == (await story.kinds()).count("participation_ended")


async def test_many_notes_at_once_are_all_kept_in_one_order(story: Story) -> None:
    """Each with a receipt of its own."""
    await complete(story)
    receipts = await asyncio.gather(*(story.did(caseworker1, NoteAdded(text=f"Note {n}")) for n in range(8)))

    assert 8 == len({receipt.version for receipt in receipts})
    assert 8 == (await story.kinds()).count("note_added")


@pytest.mark.parametrize("first", ["the grant", "the withdrawal"])
async def test_a_decision_and_a_withdrawal_at_the_same_moment_are_not_both_done(
    stage: Stage, first: str
) -> None:
    """The one that comes first decides where the case stands, and the other is held against that."""
    story = stage.story(f"{first.replace(' ', '-')}-came-first", task_queue="one-moment")
    grant = (decider1, a_grant(STARTS, ENDS))
    withdrawal = (coop_a, ApplicationWithdrawn())
    async with stage.a_worker("one-moment"):
        await story.starts()
        await reviewed(story)
    both = (grant, withdrawal) if first == "the grant" else (withdrawal, grant)
    requests = []
    for actor, act in both:
        requests.append(asyncio.create_task(story.did(actor, act)))
        await asyncio.sleep(0.2)
    async with stage.a_worker("one-moment"):
        outcomes = await asyncio.gather(*requests, return_exceptions=True)
        kinds = await story.kinds()
        await story.is_told_truly()

    assert [True, False] == [isinstance(outcome, Receipt) for outcome in outcomes]
    assert both[0][1].kind == kinds[-1]
