"""A case that starts afresh at the very moment at which a term of a matter is over."""

from __future__ import annotations

from datetime import date

from tests.procedure.in_memory import InMemory, StoryInMemory, at_once
from tests.procedure.rehearsal import LONG
from tests.procedure.reporting import EACH_MONTH, GIVEN_UP, asked

LAST_DAY = date(2030, 5, 22)


def test_no_task_is_left_of_a_report_that_was_given_up_as_the_case_started_afresh() -> None:
    """The run that begins finds the time up, and closes the task that the run before had opened."""
    story = InMemory().story("afresh", EACH_MONTH)
    assert isinstance(story, StoryInMemory)
    at_once(story.starts())
    at_once(asked(story))
    at_once(story.time_passes_until(LAST_DAY))
    story.playing.activations = LONG
    at_once(story.time_passes_until(GIVEN_UP))

    assert 2 == story.playing.runs
    assert [("change_assessed",)] == [task.accepts for task in at_once(story.case()).tasks]
