"""When something happened stays the same, however slowly it was written down."""

from __future__ import annotations

import asyncio

import pytest
from temporalio import activity

from activities.messenger import Messenger
from activities.record import Recorder
from activities.recording import Recording
from tests.examples import an_ending, coop_a
from tests.procedure.paths import granted
from tests.story import FIRST_DAY, Stage
from tests.superseding import a_sending
from worker import worker
from workflows.names import to_case

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUEUE = "a-slow-database"


class Slow(Recorder):
    """A recorder whose database takes its time once the case has ended."""

    @activity.defn(name="record")
    async def record(self, recording: Recording) -> None:
        """Write it down, at leisure."""
        if recording.version > 6:
            await asyncio.sleep(1)
        await super().record(recording)


async def test_what_comes_by_itself_keeps_its_moment_though_the_database_is_slow(
    stage: Stage, policy_on_record: None
) -> None:
    """Somebody looks at the case in the meantime; the next worker reads it again from its history."""
    story = stage.story("slow", task_queue=QUEUE)
    async with worker(stage.temporal, Recorder(stage.database), QUEUE):
        await story.starts()
        await granted(story)
        await story.did(coop_a, an_ending(FIRST_DAY))
        await story.ends_as()
    told = to_case(story.number, story.first.municipality, a_sending(4, FIRST_DAY, FIRST_DAY))
    await Messenger(stage.temporal, stage.database).deliver(told, QUEUE)
    look = asyncio.create_task(story.case())  # it is answered first, and makes two workflow tasks of one
    await asyncio.sleep(0.5)
    async with worker(stage.temporal, Slow(stage.database), QUEUE):
        await look
        await story.ends_as()
    async with worker(stage.temporal, Recorder(stage.database), QUEUE):
        await story.is_told_truly()
