"""The bare flow: a workflow that does nothing, in as many updates and local activities as a case takes.

It knows nothing of Meedoen, so that the sandbox has as little to load as can be.
"""

from __future__ import annotations

from datetime import timedelta

from temporalio import activity, workflow

QUEUE = "bare-worker"


@activity.defn
async def nothing(word: str) -> str:
    """Stands for the write of an act."""
    return word


@workflow.defn
class Bare:
    """Ends after so many updates."""

    def __init__(self) -> None:
        self._done = 0

    @workflow.run
    async def run(self, steps: int) -> int:
        """Wait for the last of them."""
        await workflow.wait_condition(lambda: self._done == steps and workflow.all_handlers_finished())
        return self._done

    @workflow.update
    async def step(self, word: str, times: int) -> str:
        """So many local activities, one after the other."""
        for _ in range(times):
            await workflow.execute_local_activity(nothing, word, start_to_close_timeout=timedelta(seconds=10))
        self._done += 1
        return word

    @step.validator
    def _says_something(self, word: str, times: int) -> None:
        if not (word and times):
            raise ValueError("say something")
