"""From application to complete application, or to its end. Awb 4:5."""

from __future__ import annotations

from datetime import date

import pytest

from domain import terms
from domain.acts import ApplicationSetAside, ApplicationTakenUp, ApplicationWithdrawn
from domain.case import Status
from tests.examples import (
    WHY,
    a_check,
    a_proposal,
    a_review,
    a_supplement,
    an_application_received,
    caseworker1,
    caseworker2,
    coop_a,
    decider1,
)
from tests.procedure.paths import asked, complete, lapsed, reviewed
from tests.story import Story

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_missing_item_is_asked_and_supplied(story: Story) -> None:
    """The application is checked again when the item came, and then reviewed."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))

    assert Status.SUPPLEMENT_AWAITED == await story.status()

    await story.did(coop_a, a_supplement())

    assert Status.COMPLETENESS_CHECK == await story.status()

    await story.did(caseworker1, a_check())

    assert Status.REVIEW == await story.status()


async def test_what_is_still_missing_is_asked_once_more(story: Story) -> None:
    """Each request has a period of its own, and each wait counts."""
    await story.applied(coop_a, an_application_received(items=[]))
    await story.did(caseworker1, a_check("plan", "mandate"))
    await story.time_passes_until(date(2030, 3, 8))
    await story.did(coop_a, a_supplement("plan"))
    await story.did(caseworker2, a_check("mandate"))
    await story.time_passes_until(date(2030, 3, 12))
    await story.did(coop_a, a_supplement("mandate"))
    await story.did(caseworker1, a_check())

    assert Status.REVIEW == await story.status()
    assert 2 == (await story.kinds()).count("supplement_requested")


async def test_an_applicant_who_forgets_is_reminded_and_then_supplies(story: Story) -> None:
    """The reminder comes four days before the fortnight is over, and only once."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))
    await story.time_passes_until(date(2030, 3, 13))

    assert "supplement_reminded" not in await story.kinds()

    await story.time_passes_until(date(2030, 3, 16))

    assert 1 == (await story.kinds()).count("supplement_reminded")

    await story.did(coop_a, a_supplement())

    assert Status.COMPLETENESS_CHECK == await story.status()


async def test_the_last_day_of_the_period_is_the_applicants(story: Story) -> None:
    """It lapses when that day is over, not when it begins."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))
    await story.time_passes_until(date(2030, 3, 18))
    await story.did(coop_a, a_supplement())

    assert Status.COMPLETENESS_CHECK == await story.status()


async def test_without_its_items_an_application_is_set_aside(story: Story) -> None:
    """By somebody else than who found it incomplete."""
    await lapsed(story)

    assert (Status.SETTING_ASIDE, "supplement_lapsed") == (await story.status(), (await story.kinds())[-1])

    await story.did(decider1, ApplicationSetAside(reasoning=WHY))

    assert not (await story.case()).is_closed

    await story.went_out()
    await story.day_passes(date(2030, 5, 14))

    assert Status.SET_ASIDE == await story.ends_as()


async def test_an_application_may_be_taken_up_without_its_items(story: Story) -> None:
    """The item turns out not to be needed."""
    await lapsed(story)
    await story.did(decider1, ApplicationTakenUp(reasoning=WHY))

    assert Status.REVIEW == await story.status()


async def test_after_four_weeks_only_a_decision_on_substance_is_left(story: Story) -> None:
    """Awb 4:5(4)."""
    await lapsed(story)
    await story.day_passes(date(2030, 4, 15))

    assert Status.REVIEW == await story.status()
    assert "NotNow" == await story.refused(decider1, ApplicationSetAside(reasoning=WHY))

    await story.did(caseworker1, a_review())

    assert Status.DECISION == await story.status()


async def test_the_term_stands_still_until_all_that_was_asked_for_has_come(story: Story) -> None:
    """In two parts: from 12 up to and including 19 March. Awb 4:15(1)(a)."""
    await story.applied(coop_a, an_application_received(items=[]))
    await story.time_passes_until(date(2030, 3, 11))
    await story.did(caseworker1, a_check("mandate", "plan"))
    await story.time_passes_until(date(2030, 3, 13))
    await story.did(coop_a, a_supplement("plan"))

    assert date(2030, 4, 30) == terms.decision(await story.case()).due_on

    await story.time_passes_until(date(2030, 3, 20))
    await story.did(coop_a, a_supplement("mandate"))

    assert date(2030, 5, 7) == terms.decision(await story.case()).due_on

    await story.time_passes_until(date(2030, 3, 21))
    await story.did(coop_a, a_supplement("mandate"))

    assert date(2030, 5, 7) == terms.decision(await story.case()).due_on


async def test_a_supplement_that_comes_late_is_kept_and_moves_nothing(story: Story) -> None:
    """It is the decider's to weigh; the case stays where it is."""
    await lapsed(story)
    before = (await story.case()).tasks
    await story.did(coop_a, a_supplement())

    assert Status.SETTING_ASIDE == await story.status()
    assert before == (await story.case()).tasks
    assert "supplement_received" == (await story.kinds())[-1]


async def test_a_supplement_that_came_in_time_reopens_the_check(story: Story) -> None:
    """It lay in the post room: what counts is the day on which it came, not that of its registration."""
    await lapsed(story)
    await story.did(caseworker2, a_supplement(received_on=date(2030, 3, 18)))

    assert Status.COMPLETENESS_CHECK == await story.status()
    assert ["supplement_received", "check_reopened"] == (await story.kinds())[-2:]
    assert "NotNow" == await story.refused(decider1, ApplicationSetAside(reasoning=WHY))

    await story.did(caseworker1, a_check())

    assert Status.REVIEW == await story.status()


async def test_what_came_does_not_suffice_and_it_is_set_aside(story: Story) -> None:
    """Once the applicant's period is over, within four weeks after that. Awb 4:5(4)."""
    await story.applied(coop_a, asked())

    assert "NotAcceptable" == await story.refused(caseworker1, a_proposal("mandate"))

    await story.did(caseworker1, a_check("mandate"))
    await story.time_passes_until(date(2030, 3, 8))
    await story.did(coop_a, a_supplement())
    await story.did(caseworker1, a_proposal("mandate"))

    assert Status.SETTING_ASIDE == await story.status()
    assert date(2030, 4, 5) == (await story.case()).tasks[0].due_on
    assert "NotNow" == await story.refused(decider1, ApplicationSetAside(reasoning=WHY))

    await story.time_passes_until(date(2030, 3, 19))
    await story.did(decider1, ApplicationSetAside(reasoning=WHY))

    assert not (await story.case()).is_closed

    await story.went_out()
    await story.day_passes(date(2030, 5, 14))

    assert Status.SET_ASIDE == await story.ends_as()


async def test_nobody_is_asked_to_set_aside_when_it_is_too_late_for_that(story: Story) -> None:
    """The check was left lying until the four weeks were over: then no task is opened that nobody can do."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))
    await story.did(coop_a, a_supplement())
    await story.time_passes_until(date(2030, 6, 3))
    await story.did(caseworker1, a_proposal("mandate"))

    assert ["set_aside_proposed", "set_aside_lapsed"] == (await story.kinds())[-2:]
    assert Status.REVIEW == await story.status()
    assert 4 == (await story.case()).tasks_opened


async def test_more_comes_while_setting_aside_was_proposed(story: Story) -> None:
    """The period is not over yet, so it is looked at."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))
    await story.did(coop_a, a_supplement())
    await story.did(caseworker1, a_proposal("mandate"))
    await story.did(coop_a, a_supplement())

    assert Status.COMPLETENESS_CHECK == await story.status()


async def test_an_item_that_comes_unasked_is_kept(story: Story) -> None:
    """Before anybody looked, and after."""
    await story.applied(coop_a, asked())
    await story.did(coop_a, a_supplement())

    assert Status.COMPLETENESS_CHECK == await story.status()

    await story.did(caseworker1, a_check())
    await story.did(coop_a, a_supplement("plan"))

    assert Status.REVIEW == await story.status()


async def test_a_caseworker_registers_a_paper_application(story: Story) -> None:
    """With its true date of receipt, and the supplement that comes by post too."""
    received = an_application_received(received_on=date(2030, 3, 1))
    await story.applied(caseworker1, received)
    await story.did(caseworker1, a_check("mandate"))
    await story.did(caseworker1, a_supplement(received_on=date(2030, 3, 4)))

    assert date(2030, 3, 1) == (await story.case()).received_on


async def test_an_application_is_withdrawn_before_it_was_checked(story: Story) -> None:
    """The applicant may change his mind at any moment before the decision."""
    await story.applied(coop_a, asked())
    await story.did(coop_a, ApplicationWithdrawn())

    assert Status.WITHDRAWN == await story.ends_as()


async def test_an_application_is_withdrawn_while_items_are_awaited(story: Story) -> None:
    """Nobody is reminded after that."""
    await story.applied(coop_a, asked())
    await story.did(caseworker1, a_check("mandate"))
    await story.did(coop_a, ApplicationWithdrawn(reason="Found a job."))

    assert Status.WITHDRAWN == await story.ends_as()


async def test_an_application_is_withdrawn_while_it_may_be_set_aside(story: Story) -> None:
    """Then there is nothing to set aside."""
    await lapsed(story)
    await story.did(coop_a, ApplicationWithdrawn())

    assert Status.WITHDRAWN == await story.ends_as()


async def test_an_application_is_withdrawn_during_the_review(story: Story) -> None:
    """At the desk of the municipality."""
    await complete(story)
    await story.did(caseworker1, ApplicationWithdrawn())

    assert Status.WITHDRAWN == await story.ends_as()


async def test_an_application_is_withdrawn_before_the_decision(story: Story) -> None:
    """Up to the last moment."""
    await reviewed(story)
    await story.did(coop_a, ApplicationWithdrawn())

    assert Status.WITHDRAWN == await story.ends_as()
