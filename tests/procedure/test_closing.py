"""What comes at the very moment at which a case closes."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest
from temporalio import activity

from activities.record import Recorder
from activities.recording import Recording
from domain.acts import ObjectionLodged
from domain.case import Status
from tests.examples import a_refusal, caseworker1, decider1
from tests.procedure.paths import reviewed
from tests.procedure.test_messages import QUESTION
from tests.story import Stage
from worker import worker

pytestmark = pytest.mark.asyncio(loop_scope="session")

TEMPORAL_KEEPS_IT = 10
"""Seconds after which Temporal has written down that the case closes, though the recorder is still at it."""
QUEUE = "closing-while-the-database-is-away"


class AwayAtTheEnd(Recorder):
    """A recorder for which the database is away when the case has no task any more, until it is back."""

    is_back = False
    asked = asyncio.Event()

    @activity.defn(name="record")
    async def record(self, recording: Recording) -> None:
        """Write it down, or fail as a database does that is away."""
        if recording.version > 5 and not recording.open and not self.is_back:
            self.asked.set()
            raise ConnectionError("the database is away")
        await super().record(recording)


async def test_an_objection_that_comes_while_a_case_closes_keeps_it_open(stage: Stage) -> None:
    """And what ran beside the procedure is taken up again."""
    story, recorder = stage.story("closing", task_queue=QUEUE), AwayAtTheEnd(stage.database)
    async with worker(stage.temporal, recorder, QUEUE):
        await story.starts()
        await reviewed(story)
        await story.did(caseworker1, QUESTION)
        await story.did(decider1, a_refusal())
        await story.went_out()
        passing = asyncio.create_task(story.time_passes_until(date(2030, 4, 25)))
        async with asyncio.timeout(30):
            await recorder.asked.wait()
        await asyncio.sleep(TEMPORAL_KEEPS_IT)
        objection = ObjectionLodged(objection="an-objection", version=5, received_on=date(2030, 4, 20))
        await story.handle.signal("take_news", objection)
        recorder.is_back = True
        await story.hears("objection_lodged")
        await passing
        case = await story.case()

        assert not case.is_closed
        assert Status.REFUSED == case.status
        assert [4] == [task.about for task in case.tasks]
        await story.is_told_truly()
