"""What comes in while an act is being written down that lets the case start afresh."""

from __future__ import annotations

from datetime import date

import pytest
from temporalio import activity

from activities.record import Recorder
from activities.recording import Recording
from domain.acts import ParticipationContinued
from tests.examples import WHY, caseworker1
from tests.procedure.paths import granted, heard
from tests.story import FIRST_DAY, Stage, Story
from tests.superseding import a_sending
from worker import worker

pytestmark = pytest.mark.asyncio(loop_scope="session")

QUEUE = "news-meanwhile"


class Interrupted(Recorder):
    """A recorder during whose work the news comes that the grant was sent."""

    story: Story
    is_told = False

    @activity.defn(name="record")
    async def record(self, recording: Recording) -> None:
        """Write it down, and let the news come in before the case can go on."""
        if "participation_continued" in recording.acts and not self.is_told:
            self.is_told = True
            await self.story.is_told(a_sending(4, FIRST_DAY, FIRST_DAY))
        await super().record(recording)


async def test_an_act_is_done_once_though_news_comes_just_as_the_case_starts_afresh(stage: Stage) -> None:
    """Temporal takes the step back and has it done again with the news; whoever acted notices nothing."""
    story = stage.story("news-meanwhile", task_queue=QUEUE)
    recorder = Interrupted(stage.database)
    recorder.story = story
    async with worker(stage.temporal, recorder, QUEUE):
        await story.starts()
        await granted(story)
        await heard(story)
        await story.time_passes_until(date(2030, 12, 20))
        receipt = await story.did(caseworker1, ParticipationContinued(reasoning=WHY))
        await story.hears("letter_sent")
        kinds = await story.kinds()

        assert recorder.is_told
        assert ["letter_sent", "participation_continued"] == sorted(kinds[-2:])
        assert kinds[receipt.version - 1] == "participation_continued"

        await story.is_told_truly()
