"""What has to come from elsewhere, a court's ruling or the post, becomes somebody's task when it does not come."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain import terms
from domain.acts import AppealRecorded, CourtAsked, LateDecisionAppealed, Outcome, PostingLookedInto
from domain.case import Status
from domain.narration import told
from domain.people import Role
from tests.examples import WHY, a_refusal, caseworker1, decider1, decider2, decider3, objections1
from tests.objecting import a_decision, a_ruling_on_a_delay, an_outcome
from tests.procedure.late import FIRST_PAID, noticed
from tests.procedure.objected import HEARING, heard
from tests.procedure.paths import reviewed
from tests.story import FIRST_DAY, Story
from tests.superseding import a_correction

pytestmark = pytest.mark.asyncio(loop_scope="session")

APPEALED = HEARING
ASKED, BY = date(2030, 6, 26), date(2030, 7, 2)
"""Once three months have passed since the appeal was recorded; and a week later."""
AGAIN = date(2030, 9, 27)
LEFT = FIRST_DAY + timedelta(days=4)
"""Once three days have passed, a Friday."""


async def at_court(objection: Story, contested: Story) -> int:
    """Somebody appealed against the decision on the objection; the version of that act."""
    await heard(objection, contested)
    await objection.did(decider2, a_decision(Outcome.UNFOUNDED))
    await objection.went_out()
    appeal = AppealRecorded(court="Rechtbank", lodged_on=APPEALED)
    return (await objection.did(objections1, appeal)).version


async def asked_of(story: Story) -> list[tuple[Role, tuple[str, ...], int | None, date | None]]:
    """For whom each open task is, what it asks, of which matter, and by when."""
    return [(task.role, task.accepts, task.about, task.due_on) for task in (await story.case()).tasks]


async def test_a_court_of_which_nothing_is_heard_is_asked_how_it_stands(
    objection: Story, contested: Story
) -> None:
    """By an objections officer, every three months, until it decides; no term to appeal is told of meanwhile."""
    appeal = await at_court(objection, contested)

    assert {"court": BY} == {name: term.due_on for name, term in terms.of(await objection.case()).items()}

    await objection.time_passes_until(ASKED - timedelta(days=1))

    assert [] == await asked_of(objection)

    await objection.time_passes_until(ASKED)

    assert [(Role.OBJECTIONS_OFFICER, ("court_asked",), appeal, BY)] == await asked_of(objection)
    answered = CourtAsked(about=appeal, answer="The hearing is in September")
    assert "NotPermitted" == await objection.refused(caseworker1, answered)

    await objection.did(objections1, answered)

    assert [] == await asked_of(objection)
    assert "The hearing is in September." in told((await objection.case()).entries[-1], "en")
    assert "NotNow" == await objection.refused(objections1, answered)

    await objection.time_passes_until(AGAIN)

    assert [("court_asked",)] == [accepts for _, accepts, _, _ in await asked_of(objection)]

    await objection.did(objections1, an_outcome(decided_on=AGAIN))

    assert Status.SETTLED == await objection.ends_as()


async def test_a_court_that_decided_on_one_of_two_appeals_is_asked_after_the_other(
    objection: Story, contested: Story
) -> None:
    """Each has its own months."""
    await at_court(objection, contested)
    await objection.time_passes_until(date(2030, 4, 29))
    lodged = AppealRecorded(court="Rechtbank", lodged_on=APPEALED, by_another=True)
    other = (await objection.did(objections1, lodged)).version
    await objection.did(objections1, an_outcome(decided_on=date(2030, 4, 29)))
    await objection.time_passes_until(date(2030, 7, 30))

    assert [other] == [about for _, _, about, _ in await asked_of(objection)]


async def test_a_court_that_does_not_rule_on_a_late_decision_is_asked_too(story: Story) -> None:
    """In the case that waits for it; what the court says can be told right away."""
    await reviewed(story)
    await noticed(story)
    await story.time_passes_until(FIRST_PAID)
    lodged = LateDecisionAppealed(court="Rechtbank", lodged_on=FIRST_PAID)
    appeal = (await story.did(objections1, lodged)).version
    await story.did(decider1, a_refusal())
    await story.went_out()
    await story.time_passes_until(date(2030, 8, 16))

    asks = ("court_asked", "late_decision_ruled")
    assert (Role.OBJECTIONS_OFFICER, asks, appeal, date(2030, 8, 22)) in await asked_of(story)

    await story.did(objections1, CourtAsked(about=appeal, answer=WHY))
    await story.time_passes_until(date(2030, 11, 18))
    ruled = a_ruling_on_a_delay(appeal, "unfounded", decided_on=date(2030, 11, 18))
    await story.did(objections1, ruled, (await story.case()).tasks[-1].id)

    assert not [accepts for _, accepts, _, _ in await asked_of(story) if accepts == asks]


async def test_a_refusal_that_is_not_posted_is_a_task_of_a_caseworker(story: Story) -> None:
    """Every few days, until it went out to everybody: no term to object runs before that. Awb 3:40, 6:8."""
    await reviewed(story)
    refused = (await story.did(decider1, a_refusal())).version
    await story.time_passes_until(LEFT - timedelta(days=1))

    assert [] == await asked_of(story)

    await story.time_passes_until(LEFT)

    assert [(Role.CASEWORKER, ("posting_looked_into",), refused, LEFT)] == await asked_of(story)

    await story.did(caseworker1, PostingLookedInto(about=refused, finding="He moved: we look where to"))

    assert [] == await asked_of(story)
    assert "He moved: we look where to." in told((await story.case()).entries[-1], "en")

    await story.time_passes_until(LEFT + timedelta(days=4))

    assert [LEFT + timedelta(days=4)] == [due_on for _, _, _, due_on in await asked_of(story)]

    await story.went_out()

    assert [] == await asked_of(story)


async def test_a_decision_on_an_objection_that_is_not_posted_is_a_task_of_an_objections_officer(
    objection: Story, contested: Story
) -> None:
    await heard(objection, contested)
    decided = (await objection.did(decider2, a_decision(Outcome.UNFOUNDED))).version
    await objection.time_passes_until(HEARING + timedelta(days=4))
    asked = (Role.OBJECTIONS_OFFICER, ("posting_looked_into",), decided, HEARING + timedelta(days=4))

    assert [asked] == await asked_of(objection)

    await objection.went_out()

    assert [] == await asked_of(objection)


async def test_a_letter_that_goes_out_within_days_is_nobodys_task(story: Story) -> None:
    """As one that goes electronically does."""
    await reviewed(story)
    await story.did(decider1, a_refusal())
    await story.went_out()
    await story.time_passes_until(LEFT + timedelta(days=7))

    assert [] == await asked_of(story)


async def test_of_a_decision_that_was_corrected_only_the_newest_letter_is_asked_for(story: Story) -> None:
    """The one before is never posted; that of the correction gets its own days."""
    await reviewed(story)
    refused = (await story.did(decider1, a_refusal())).version
    await story.time_passes_until(LEFT)
    slip = a_refusal().model_copy(update={"reasoning": "It was a slip."})
    corrected = (await story.did(decider3, a_correction(refused, slip))).version

    assert [] == await asked_of(story)

    await story.time_passes_until(LEFT + timedelta(days=4))

    assert [corrected] == [about for _, _, about, _ in await asked_of(story)]
