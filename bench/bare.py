"""The bare flow: a workflow that does nothing, in as many updates and local activities as a case takes.

It knows nothing of Meedoen, so that the sandbox has as little to load as can be.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from temporalio import activity, workflow

QUEUE = "bare-worker"


@activity.defn
async def nothing(word: str) -> str:
    """Stands for the write of an act."""
    return word


@dataclass(frozen=True)
class Course:
    """How a flow goes."""

    steps: int
    afresh: int
    """After so many steps it goes on as a new run, as a case does at its reassessment."""
    done: int = 0


@workflow.defn
class Bare:
    """Ends after so many updates, and starts afresh once on the way."""

    @workflow.init
    def __init__(self, course: Course) -> None:
        self._course, self._done = course, course.done

    @workflow.run
    async def run(self, course: Course) -> int:
        """Wait for the last of them."""
        until = course.afresh if course.done < course.afresh else course.steps
        await workflow.wait_condition(lambda: self._done == until and workflow.all_handlers_finished())
        if self._done < course.steps:
            workflow.continue_as_new(replace(course, done=self._done))
        return self._done

    @workflow.update
    async def step(self, word: str) -> str:
        """One local activity."""
        answer = await workflow.execute_local_activity(
            nothing, word, start_to_close_timeout=timedelta(seconds=10)
        )
        self._done += 1
        return answer

    @step.validator
    def _says_something(self, word: str) -> None:
        if not word:
            raise ValueError("say something")
