"""A case in which anybody tries anything, at any moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from hypothesis import HealthCheck, Phase, settings, strategies as st
from temporalio.client import WorkflowUpdateFailedError

from domain import terms
from domain.acts import (
    Act,
    AdviceForgone,
    AdviceReceived,
    ItemAnswered,
    NoteAdded,
    Party,
    QuestionAnswered,
    QuestionAsked,
    QuestionWithdrawn,
    TaskAssigned,
    TaskClaimed,
    TaskHeld,
    TaskReleased,
    TaskResumed,
)
from domain.case import Case, Status
from domain.people import Actor
from domain.tasks import Task
from domain.term import Term
from tests.examples import WHY
from tests.story import FIRST_DAY, Story

STEPS = 40

Doing = Callable[[date], Act]
"""What somebody says on a day."""

AT_THE_DESK: tuple[Doing, ...] = (
    lambda on: QuestionAsked(of=Party.COOPERATIVE, items=("Who?", "What?")),
    lambda on: QuestionAsked(of=Party.MUNICIPALITY, items=("When?",)),
    lambda on: NoteAdded(text="Called."),
    lambda on: TaskClaimed(),
    lambda on: TaskReleased(),
    lambda on: TaskHeld(until=on + timedelta(days=3), reason=WHY),
    lambda on: TaskResumed(),
    lambda on: TaskAssigned(assignee="caseworker2", assignee_name="Caseworker2"),
)
"""What may be done in every case."""
ABOUT_A_TASK = (TaskClaimed, TaskReleased, TaskHeld, TaskResumed, TaskAssigned)

IN_A_MATTER: tuple[Callable[[int], Act], ...] = (
    lambda about: AdviceReceived(about=about, advice=WHY),
    lambda about: AdviceForgone(about=about, reason=WHY),
    lambda about: QuestionAnswered(about=about, answers=(ItemAnswered(item=1, answer=WHY),)),
    lambda about: QuestionAnswered(about=about, answers=(ItemAnswered(item=2, answer=WHY),)),
    lambda about: QuestionWithdrawn(about=about, reason=WHY),
)
"""What belongs to a matter beside the procedure, by the act that set it going."""

ANYTHING = settings(
    max_examples=40,
    phases=(Phase.generate,),
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
"""So many lives of up to forty steps: thousands in all."""
waiting = st.sampled_from((1, 3, 8, 15, 30, 60))


@dataclass
class Life:
    """Everybody tries what comes to mind, or what the case asks; after each step it must be sound."""

    story: Story
    people: tuple[Actor, ...]
    doings: tuple[Doing, ...]
    endings: tuple[Doing, ...]
    resting: frozenset[Status]
    """Where a case waits for a day, and for nobody."""
    check: Callable[[Case], None]
    """What must hold in it."""
    on: date = FIRST_DAY
    case: Case | None = None
    due: dict[str, Term] = field(default_factory=dict[str, Term])

    async def goes_on(self, data: st.DataObject) -> None:
        """Acts of everybody at any moment, waits of days and weeks, and now and then an ending."""
        acting = st.tuples(st.sampled_from(self.people), st.sampled_from(self.doings))
        ending = st.tuples(st.sampled_from(self.people), st.sampled_from(self.endings))
        for _ in range(STEPS):
            if not await self.is_sound():
                break
            asked = self.asked()
            working = st.sampled_from(asked) if asked else waiting
            step = data.draw(st.one_of(working, working, working, acting, waiting, acting | ending))
            if isinstance(step, int):
                await self.waits(step)
            else:
                actor, doing = step
                await self.tries(actor, doing(self.on))
        await self.story.is_told_truly()

    async def tries(self, actor: Actor, act: Act) -> None:
        """Somebody tries something; done twice under one key it is done once, refused it changes nothing."""
        before, key = await self.story.case(), self.story.next_key()
        task = before.tasks[0].id if isinstance(act, ABOUT_A_TASK) and before.tasks else None
        try:
            receipt = await self.story.did(actor, act, task, key)
        except WorkflowUpdateFailedError:
            assert before == await self.story.case()
            return
        after = await self.story.case()
        if not after.is_closed:
            assert receipt == await self.story.did(actor, act, task, key)
            assert after == await self.story.case()

    def asked(self) -> list[tuple[Actor, Doing]]:
        """Who can do what the case waits for."""
        assert self.case is not None
        return [
            (actor, doing)
            for task in self.case.tasks
            for actor in self.people
            for doing in (*self.doings, *_in_its_matter(task))
            if task.role in actor.roles and doing(self.on).kind in task.accepts
        ]

    async def waits(self, days: int) -> None:
        """Time passes."""
        self.on += timedelta(days=days)
        await self.story.time_passes_until(self.on)

    async def is_sound(self) -> bool:
        """What must hold now; whether the case goes on."""
        before, self.case = self.case, await self.story.case()
        due, self.due = self.due, terms.of(self.case)

        assert before is None or before.version < self.case.version or due == self.due
        assert self.case.is_closed or self.case.tasks or self.case.status in self.resting
        self.check(self.case)
        return not self.case.is_closed


def _in_its_matter(task: Task) -> list[Doing]:
    return [partial(_on_any_day, saying(task.about)) for saying in IN_A_MATTER if task.about]


def _on_any_day(act: Act, _on: date) -> Act:
    return act
