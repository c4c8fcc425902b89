"""What a crash leaves behind."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from temporalio.client import WorkflowQueryFailedError

from activities.recall import Recall
from activities.record import Recorder
from activities.recording import Recording
from domain.acts import NoteAdded, SupplementRequested
from domain.case import Case, Entry, Performed
from store.tables import ActRow
from tests.examples import (
    a_check,
    a_refusal,
    a_supplement,
    an_act,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
)
from tests.procedure.paths import reviewed
from tests.story import FIRST_DAY, Stage, Story
from tests.superseding import a_sending
from worker import recall
from workflows.participation import ParticipationCase

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def written_only(stage: Stage, case: Case, *entries: Entry) -> None:
    """What the recorder wrote just before a crash, which Temporal never heard of."""
    never = case
    for entry in entries:
        at = never.entries[-1].at + timedelta(milliseconds=1)
        never = never.after(entry.model_copy(update={"at": at, "version": never.version + 1}))
    await Recorder(stage.database).record(Recording.of(case=never, since=case.version))


async def recalled(story: Story, lost: Entry) -> int:
    """What a worker finds that looks at the time in which that was written."""
    stage, at = story.stage, (await written_at(story, lost))
    return await recall(stage.temporal, stage.database).recall(at, at + timedelta(milliseconds=1))


async def written_at(story: Story, lost: Entry) -> datetime:
    """The moment that the copy gives it."""
    async with story.stage.database.connect() as connection:
        moment = select(ActRow.at).where(ActRow.number == story.number, ActRow.key == lost.key)
        return (await connection.execute(moment)).scalar_one()


async def told(stage: Stage, number: str) -> list[str]:
    """What the copy says that happened."""
    async with stage.database.connect() as connection:
        kinds = select(ActRow.kind).where(ActRow.number == number).order_by(ActRow.version)
        return list(await connection.scalars(kinds))


async def test_an_act_that_temporal_never_knew_is_replaced_by_the_next_one(story: Story) -> None:
    """The story's own end holds every table against the case."""
    await story.applied(coop_a, an_application_received())
    case = await story.case()
    await written_only(story.stage, case, an_act(case, FIRST_DAY, caseworker1, a_check("mandate")))

    assert "completeness_checked" in await told(story.stage, story.number)

    await story.did(caseworker1, NoteAdded(text="Called."))

    assert ["application_received", "note_added"] == await told(story.stage, story.number)


async def test_what_somebody_did_is_done_though_temporal_never_knew_and_nobody_asks_again(
    story: Story, policy_on_record: None
) -> None:
    """The task was gone from the lists, and the case still waited for it."""
    await story.applied(coop_a, an_application_received())
    case = await story.case()
    lost = an_act(case, FIRST_DAY, caseworker1, a_check("mandate")).model_copy(update={"key": "lost"})
    await written_only(story.stage, case, lost)

    assert 1 == await recalled(story, lost)
    assert ["application_received", "completeness_checked", "supplement_requested"] == await story.kinds()
    assert await story.kinds() == await told(story.stage, story.number)
    assert 0 == await recalled(story, lost)


async def test_a_case_that_cannot_tell_how_it_stands_stops_no_worker(
    story: Story, policy_on_record: None
) -> None:
    """As when its history does not replay: whoever looks after the system is told, and the others are looked at."""
    await story.applied(coop_a, an_application_received())
    case = await story.case()
    lost = an_act(case, FIRST_DAY, caseworker1, a_check("mandate")).model_copy(update={"key": "lost"})
    await written_only(story.stage, case, lost)
    at, asked = await written_at(story, lost), list[str]()

    async def cannot_tell(number: str) -> Case:
        asked.append(number)
        raise WorkflowQueryFailedError("it does not replay")

    async def never(number: str, done: Performed, request: str) -> None:
        raise AssertionError(number)

    assert 0 == await Recall(story.stage.database, cannot_tell, never).recall(
        at, at + timedelta(milliseconds=1)
    )
    assert story.number in asked
    assert 1 == await recalled(story, lost)


async def test_what_a_case_refuses_is_not_done_though_it_was_written_down(
    story: Story, policy_on_record: None
) -> None:
    """Whoever looks after the system is told; the next act takes it out of the copy."""
    await reviewed(story)
    case = await story.case()
    lost = an_act(case, FIRST_DAY, caseworker1, a_refusal()).model_copy(update={"key": "lost"})
    await written_only(story.stage, case, lost)

    assert 1 == await recalled(story, lost)
    assert "application_reviewed" == (await story.kinds())[-1]

    await story.did(caseworker1, NoteAdded(text="Called."))

    assert await story.kinds() == await told(story.stage, story.number)


async def test_a_sending_that_temporal_never_knew_is_told_again(story: Story) -> None:
    """The courier takes its word away only once the case has it; then it stands there once."""
    await reviewed(story)
    await story.did(decider1, a_refusal())
    case = await story.case()
    await written_only(story.stage, case, an_act(case, FIRST_DAY, clock, a_sending(case.version, FIRST_DAY)))

    assert "letter_sent" == (await told(story.stage, story.number))[-1]
    assert "permission_refused" == (await story.kinds())[-1]

    await story.went_out()
    await story.did(caseworker1, NoteAdded(text="Called."))

    assert ["permission_refused", "letter_sent", "note_added"] == (await story.kinds())[-3:]
    assert await story.kinds() == await told(story.stage, story.number)


async def test_a_decision_that_temporal_never_knew_went_out_for_no_other_act(story: Story) -> None:
    """Its letter may be on its way: the case takes that for no letter of the act that came in its place."""
    await reviewed(story)
    case = await story.case()
    await written_only(story.stage, case, an_act(case, FIRST_DAY, decider1, a_refusal()))
    sent = a_sending(case.version + 1, FIRST_DAY)
    await story.handle.signal(ParticipationCase.take_news, sent)
    await story.did(caseworker1, NoteAdded(text="Called."))
    await story.handle.signal(ParticipationCase.take_news, sent)
    await story.did(caseworker1, NoteAdded(text="Called again."))

    assert ["note_added", "note_added"] == (await story.kinds())[-2:]
    assert await story.kinds() == await told(story.stage, story.number)

    await story.did(decider1, a_refusal())
    await story.went_out()

    assert ["permission_refused", "letter_sent"] == (await story.kinds())[-2:]


async def test_all_that_temporal_never_knew_goes_with_it(story: Story) -> None:
    """Also what followed by itself, which no later act has overwritten yet."""
    await story.applied(coop_a, an_application_received())
    case = await story.case()
    await written_only(
        story.stage,
        case,
        an_act(case, FIRST_DAY, caseworker1, a_check("mandate")),
        an_act(case, FIRST_DAY, clock, SupplementRequested(missing=("mandate",), until=FIRST_DAY)),
        an_act(case, FIRST_DAY, coop_a, a_supplement()),
    )
    await story.did(caseworker1, NoteAdded(text="Called."))

    assert ["application_received", "note_added"] == await told(story.stage, story.number)


async def test_an_older_worker_that_was_held_up_overwrites_nothing(story: Story) -> None:
    await story.applied(coop_a, an_application_received())
    older = await story.case()
    await story.did(caseworker1, a_check())
    await Recorder(story.stage.database).record(Recording.of(case=older, since=0))

    assert ["application_received", "completeness_checked"] == await told(story.stage, story.number)
