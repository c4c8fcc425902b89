"""A story played in memory, by the same words as one on a server: cases that live at once, and tell each other.

News comes twice each time, as a server may bring it, and the second time must change nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Coroutine, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from temporalio.common import WorkflowIDReusePolicy

from activities.messenger import Message
from domain.absences import Absence
from domain.acts import Act, News
from domain.calendar import NETHERLANDS
from domain.case import Case, Receipt
from domain.people import Actor
from domain.policy import Policy
from tests.examples import MUNICIPALITY, a_policy, done
from tests.procedure.rehearsal import Rehearsed
from tests.story import FIRST_DAY, Stage, Story
from workflows.client import TASK_QUEUE
from workflows.participation import ParticipationCase
from workflows.procedure import Procedure

T = TypeVar("T")


def nine_o_clock(day: date) -> datetime:
    """When people come to work, as clocks of machines have it: hours are reckoned with there."""
    return datetime.combine(day, time(9), NETHERLANDS).astimezone(UTC)


def at_once(story: Coroutine[Any, Any, T]) -> T:
    """What comes of a story in which nothing is waited for."""
    try:
        story.send(None)
    except StopIteration as told:
        return told.value
    raise AssertionError("a story in memory waits for nothing")


class InMemory(Stage):
    """Where cases live that need neither server nor database. All have the same clock."""

    def __init__(self) -> None:
        self.now = nine_o_clock(FIRST_DAY)
        self.cases: dict[str, Rehearsed] = {}
        self._post = deque[Message]()
        self.news_heard = 0

    def story(
        self,
        number: str,
        policy: Policy | None = None,
        task_queue: str = TASK_QUEUE,
        procedure: type[Procedure] = ParticipationCase,
    ) -> Story:
        """A case of that number, new or known."""
        case = Case(number=number, municipality=MUNICIPALITY, policy=policy or a_policy())
        return StoryInMemory(self, case, task_queue, procedure)

    def begins(self, procedure: type[Procedure], first: Case) -> None:
        """A case starts; its number is its own."""
        assert first.number not in self.cases
        self.cases[first.number] = Rehearsed(procedure, first, self.now, self._post.append)

    def time_passes_until(self, moment: datetime) -> None:
        """Each clock moves on from alarm to alarm, the earliest first."""
        while alarms := [a for each in self.cases.values() if (a := each.next_alarm) and a <= moment]:
            for case in self.cases.values():
                case.time_passes_until(min(alarms))
            self.post_comes()
        for case in self.cases.values():
            case.time_passes_until(moment)
        self.now = max(case.now for case in self.cases.values())

    def post_comes(self) -> None:
        """What a case tells another comes, also where that one has ended: then it goes on from where it was."""
        while self._post:
            message = self._post.popleft()
            told = self.cases[message.number]
            self.tells(told, message.news)
        self.now = max(self.now, *(case.now for case in self.cases.values()))

    def tells(self, told: Rehearsed, news: News) -> None:
        """News comes, and then once more: that changes nothing."""
        told.hears(news)
        before = told.case
        told.hears(news)
        assert before.entries == told.case.entries, news
        self.news_heard += 1

    def is_over(self) -> None:
        """Nobody looks at these cases any more."""
        for case in self.cases.values():
            case.leaves()
        self.cases.clear()


class StoryInMemory(Story):
    """One case of these."""

    stage: InMemory  # pyright: ignore[reportIncompatibleVariableOverride] - the one that it is played on

    @property
    def playing(self) -> Rehearsed:
        """Its workflow."""
        return self.stage.cases[self.number]

    async def starts(self) -> None:
        self.stage.begins(self.procedure, self.first)

    async def _began(
        self, case: Case, reuse: WorkflowIDReusePolicy, actor: Actor, act: Act, key: str | None = None
    ) -> Receipt:
        if self.number not in self.stage.cases:
            await self.starts()
        return await self.did(actor, act, key=key)

    async def did(
        self,
        actor: Actor,
        act: Act,
        task: str | None = None,
        key: str | None = None,
        standing_in: Sequence[Absence] = (),
    ) -> Receipt:
        receipt = self.playing.did(done(actor, act, task, standing_in=standing_in), key or self.next_key())
        self.stage.post_comes()
        return receipt

    async def time_passes_until(self, day: date) -> None:
        self.stage.time_passes_until(nine_o_clock(day))

    async def case(self) -> Case:
        return self.playing.case

    async def takes_in(self) -> list[str]:
        return self.playing.workflow.takes_in()

    async def today(self) -> date:
        return self.stage.now.astimezone(NETHERLANDS).date()

    async def is_told(self, news: News) -> None:
        self.stage.tells(self.playing, news)
        self.stage.post_comes()

    async def hears(self, *kinds: str, times: int = 1) -> None:
        assert sum(kind in kinds for kind in await self.kinds()) >= times

    async def wakes(self) -> bool:
        """Whether a timer rings in time for the first day that something is awaited for."""
        moments = [m for wait in self.playing.workflow._waits if (m := wait.moment(self.playing.case))]
        alarm = self.playing.next_alarm
        return bool(moments) and alarm is not None and alarm <= min(moments)

    async def is_told_truly(self) -> None:
        """What was recorded is what the case says; there is no history in memory."""
        await self.is_recorded_truly(await self.case())

    async def is_recorded_truly(self, case: Case) -> None:
        self.playing.copied.is_true_to(case)
