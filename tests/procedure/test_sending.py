"""A decision counts from the day on which everybody was sent it: the case waits for that. Awb 3:40, 6:8."""

from __future__ import annotations

from datetime import date

import pytest

from activities.messenger import Messenger
from domain.acts import Addressee, ApplicationSetAside, Channel, ConsentChanged, Outcome
from domain.case import Status
from domain.letters import called_for
from domain.objections import contested as contested_in, objection_decision, sent_on
from tests.examples import WHY, a_refusal, an_ending, coop_a, decider1, decider2
from tests.objecting import a_decision
from tests.procedure.objected import DECIDE_BY, an_objection_to, heard
from tests.procedure.paths import granted, lapsed, reviewed
from tests.story import FIRST_DAY, Story
from tests.superseding import a_reversal, a_sending
from workflows.client import TASK_QUEUE
from workflows.names import to_case

pytestmark = pytest.mark.asyncio(loop_scope="session")

TOO_LATE = date(2030, 4, 23)
POSTED = date(2030, 3, 11)
"""A week after the decision."""
TERM_ENDS = date(2030, 4, 30)
"""Six weeks after that is Easter Monday, so a day later; and then the week for the post."""


async def test_a_case_waits_until_its_decision_was_posted(story: Story) -> None:
    """However long that takes; and then until nobody can object any more, counted from the last one."""
    await reviewed(story)
    await story.did(decider1, a_refusal())
    await story.time_passes_until(date(2030, 9, 2))

    assert not (await story.case()).is_closed

    await story.handle.signal("take_news", a_sending(4, FIRST_DAY, date(2030, 9, 2)))
    await story.hears("letter_sent")
    await story.time_passes_until(date(2030, 10, 21))

    assert not (await story.case()).is_closed

    await story.day_passes(date(2030, 10, 21))

    assert Status.REFUSED == await story.ends_as()


async def test_what_is_set_aside_by_a_letter_that_comes_too_late_is_taken_again(story: Story) -> None:
    """More than four weeks after the period for the items: a task asks to put that right. Awb 4:5(4)."""
    await lapsed(story)
    await story.did(decider1, ApplicationSetAside(reasoning=WHY))
    version = (await story.case()).version
    await story.time_passes_until(TOO_LATE)
    await story.handle.signal("take_news", a_sending(version, TOO_LATE))
    await story.hears("letter_sent")

    assert [("decision_reversed",)] == [task.accepts for task in (await story.case()).tasks]

    await story.did(decider2, a_reversal(version, date(2030, 5, 13)))

    assert Status.REVIEW == await story.status()


async def test_a_term_runs_from_the_last_posting(story: Story) -> None:
    """A week later for the resident than for the cooperative. What is told twice is one act."""
    await reviewed(story)
    await story.did(decider1, a_refusal())
    await story.time_passes_until(POSTED)
    for _ in range(2):
        await story.handle.signal("take_news", a_sending(4, FIRST_DAY, POSTED))
    await story.hears("letter_sent")
    await story.time_passes_until(TERM_ENDS)

    assert not (await story.case()).is_closed
    assert 1 == (await story.kinds()).count("letter_sent")

    await story.day_passes(TERM_ENDS)

    assert Status.REFUSED == await story.ends_as()


async def test_an_objection_may_come_before_the_letter_was_posted(story: Story) -> None:
    """Early is not too late. Awb 6:10."""
    await reviewed(story)
    await story.did(decider1, a_refusal())
    await an_objection_to(story, "early")
    await story.hears("objection_lodged")

    assert 1 == len((await story.case()).open_objections)


async def test_the_terms_of_an_early_objection_run_from_when_the_letter_went_to_the_objector(
    story: Story,
) -> None:
    """To the cooperative that objects it went a week before the resident got it. Awb 6:8, 7:10."""
    await reviewed(story)
    await story.did(decider1, a_refusal())
    unsent = contested_in(await story.case()).model_copy(update={"sent_on": None})
    objection = await an_objection_to(story, "early", decision=unsent, objector="cooperative")
    await story.hears("objection_lodged")
    await story.time_passes_until(POSTED)
    await story.is_told(a_sending(4, FIRST_DAY, POSTED))
    await objection.hears("contested_decision_sent")

    assert FIRST_DAY == sent_on(await objection.case())
    assert DECIDE_BY == objection_decision(await objection.case()).due_on


async def test_a_closed_case_still_hears_that_its_letter_went_out(
    story: Story, policy_on_record: None
) -> None:
    """It ended before the permission was posted, and ends again at once."""
    await granted(story)
    await story.did(coop_a, an_ending(FIRST_DAY))
    await story.ends_as()
    told = to_case(story.number, story.first.municipality, a_sending(4, FIRST_DAY, POSTED))
    await Messenger(story.stage.temporal, story.stage.database).deliver(told, TASK_QUEUE)
    await story.hears("letter_sent")

    assert Status.ENDED == await story.ends_as()


async def test_who_agrees_to_letters_in_the_case_gets_the_next_one_so(story: Story) -> None:
    """And by post again once he takes that back; what went out before stays as it went. Awb 2.3."""
    await reviewed(story)
    agreed = ConsentChanged(addressee=Addressee.RESIDENT, electronic=True, document="form.pdf")

    assert "NotAcceptable" == await story.refused(coop_a, agreed.model_copy(update={"document": None}))

    await story.did(coop_a, agreed)
    await story.did(decider1, a_refusal())
    refused = (await story.case()).version
    await story.did(coop_a, ConsentChanged(addressee=Addressee.RESIDENT, electronic=False))
    await story.did(decider2, a_reversal(refused, date(2030, 4, 8)))
    case = await story.case()
    sent = [called_for(case, case.entries[version - 1]) for version in (refused, case.version)]

    assert [Channel.CASE, Channel.POST] == [each.channel(Addressee.RESIDENT) for each in sent if each]


async def test_a_file_waits_until_the_decision_on_the_objection_was_posted(
    objection: Story, contested: Story
) -> None:
    await heard(objection, contested)
    await objection.did(decider1.model_copy(update={"id": "decider2"}), a_decision(Outcome.UNFOUNDED))
    await objection.time_passes_until(date(2030, 9, 2))

    assert Status.OBJECTION_DECIDED == await objection.status()

    await objection.went_out()
    await objection.time_passes_until(date(2030, 10, 28))

    assert Status.SETTLED == await objection.ends_as()
