"""What is taken back by a letter counts from the day on which that came, also when it is registered later."""

from __future__ import annotations

from datetime import date

import pytest
from temporalio.client import WorkflowUpdateFailedError

from domain import terms
from domain.acts import ApplicationWithdrawn, EndingWithdrawn, Outcome
from domain.calendar import written
from domain.case import Status
from domain.letters import called_for
from tests.examples import a_report, an_ending, caseworker1, coop_a, decider1
from tests.permitting import a_renewal, an_advice_to_renew
from tests.procedure.going_on import BACK, CAME, REGISTERED, STOPPED_ON, stopped
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.late import determined, duties, noticed
from tests.procedure.objected import an_objection_to, decided
from tests.procedure.paths import ENDS, REPORT_ASKED, STARTS, granted, reviewed
from tests.story import Story


def test_a_penalty_runs_until_a_letter_came_by_which_the_application_is_taken_back() -> None:
    """Money runs since 15 May; it came on the 17th and is registered on the 20th: two days. Awb 4:17(1).

    The 30th is Ascension Day.
    """
    stage = InMemory()
    at_once(withdrawn_by_letter(stage.story("withdrawn-by-letter")))
    stage.is_over()


async def withdrawn_by_letter(story: Story) -> None:
    await story.starts()
    await reviewed(story)
    notice = await noticed(story)
    await story.time_passes_until(date(2030, 5, 20))
    await story.did(caseworker1, ApplicationWithdrawn(received_on=date(2030, 5, 17)))

    assert Status.WITHDRAWN == await story.status()
    assert [("penalty_determined", date(2030, 5, 31))] == await duties(story)

    await story.did(decider1, determined(notice, 2 * 2300))


def test_who_took_it_back_before_his_last_day_goes_on_when_that_is_registered_after_it() -> None:
    """He stops on 28 June; a letter of the 26th lay there until 8 July, when his case was closed. Pw 44a."""
    stage = InMemory()
    at_once(goes_on(stage.story("goes-on-by-letter")))
    stage.is_over()


async def goes_on(story: Story) -> None:
    await story.starts()
    request = await stopped(story)
    late = BACK.model_copy(update={"received_on": date(2030, 6, 29)})
    early = BACK.model_copy(update={"received_on": date(2030, 6, 2)})
    unkept = BACK.model_copy(update={"message": None})
    for actor, act in ((coop_a, BACK), (coop_a, EndingWithdrawn())):
        with pytest.raises(WorkflowUpdateFailedError):
            await story.did(actor, act)
    for act in (late, early, unkept, EndingWithdrawn(message="letter.pdf")):
        with pytest.raises(WorkflowUpdateFailedError):
            await story.did(caseworker1, act)

    await story.did(caseworker1, BACK)
    case = await story.case()
    letter = called_for(case, case.entries[-1])

    assert case.permission is not None
    assert letter is not None
    assert (Status.PARTICIPATION, True, ENDS) == (
        case.status,
        case.is_participating,
        case.permission.valid_until,
    )
    assert [(request, "renewal_advised", date(2030, 7, 29))] == [
        (task.about, task.accepts[0], task.due_on) for task in case.tasks
    ]
    assert (written(CAME), "") == (letter.said["withdrawn_on"], letter.said["is_over"])

    await story.day_passes(date(2030, 7, 31))

    assert "permission_resumed" == (await story.kinds())[-1]

    await story.did(caseworker1, an_advice_to_renew())
    await story.did(decider1, a_renewal(date(2031, 12, 31)))
    await story.time_passes_until(REPORT_ASKED)

    assert Status.REPORT_AWAITED == await story.status()

    await story.did(coop_a, a_report(STARTS, date(2030, 8, 31)))
    await story.did(coop_a, an_ending(date(2030, 9, 30)))
    await story.day_passes(date(2030, 9, 30))

    assert Status.ENDED == await story.status()


def test_he_goes_on_no_longer_than_his_permission() -> None:
    """That was over by the day on which the letter was found, as it tells; what he had asked is answered. Awb 4:13."""
    stage = InMemory()
    at_once(is_over_by_now(stage.story("over-by-now")))
    stage.is_over()


async def is_over_by_now(story: Story) -> None:
    await story.starts()
    await stopped(story)
    found = date.fromordinal(ENDS.toordinal() + 7)
    await story.time_passes_until(found)
    await story.did(caseworker1, BACK)
    case = await story.case()
    back = next(entry for entry, _ in case.every(EndingWithdrawn))
    letter = called_for(case, back)

    assert letter is not None
    assert "yes" == letter.said["is_over"]
    assert Status.EXPIRED == case.status
    assert "renewal" in terms.of(case)


def test_what_was_decided_on_again_when_he_stopped_is_so_again() -> None:
    """And his permission holds until its last day at the most, which the clock says once. Awb 7:11(2)."""
    stage = InMemory()
    at_once(is_decided_on_again(stage.story("again-by-letter")))
    stage.is_over()


async def is_decided_on_again(story: Story) -> None:
    await story.starts()
    await granted(story)
    await decided(await an_objection_to(story, "upheld"), Outcome.UPHELD)
    await story.did(coop_a, an_ending(STOPPED_ON))
    await story.time_passes_until(REGISTERED)

    assert (await story.case()).is_closed

    await story.did(caseworker1, BACK)
    case = await story.case()

    assert (Status.DECISION, True) == (case.status, case.is_participating)
    assert ["permission_granted"] == [task.accepts[0] for task in case.tasks]

    await story.day_passes(ENDS)

    assert 1 == (await story.kinds()).count("permission_expired")
    assert Status.DECISION == await story.status()
