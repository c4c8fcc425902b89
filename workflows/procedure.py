"""What every procedure is written with: the wait for an act or for a day, and the phases that an act can end.

What a procedure awaits now *is* the open task.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, ClassVar, TypeVar, overload

from temporalio import workflow

from activities.messenger import Message, Messenger
from domain import by_a_court, news, telling
from domain.acts import Act, CourtsDecision, News, ObjectionUpheld, OfMatter
from domain.case import Case, Entry
from domain.fact import Fact
from domain.people import Role
from domain.tasks import Task
from workflows.door import Door, Kinds, history_is_long
from workflows.names import to_case
from workflows.waiting import Exempt, Reminders, Until, Wait, When, never

A = TypeVar("A", bound=Fact)


class EndedBy(Exception):
    """An act came that ends the phase in which the procedure was."""

    def __init__(self, act: Fact) -> None:
        self.act = act
        super().__init__(type(act).__name__)


class Procedure(Door):
    """The base of a case's workflow. A subclass has `run`, which awaits acts in the order of the law.

    `beside` says what an act sets going beside that, such as a question that is to be answered. It goes on by itself
    until it is done or the case closes, and is taken up again from the acts when the case starts afresh.
    """

    beside: ClassVar[Mapping[type[Fact], Callable[[Any, Entry], Coroutine[Any, Any, None]]]] = {}

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._matters: list[asyncio.Task[None]] = []
        self._take_up_matters()

    @overload
    async def until(
        self, *kinds: type[A], by: Role | None = None, due: When | None = None, about: Entry | None = None
    ) -> A: ...

    @overload
    async def until(
        self,
        *kinds: type[A],
        by: Role | None = None,
        due: When | None = None,
        unless: Callable[[Case], bool],
        about: Entry | None = None,
    ) -> A | None: ...

    @overload
    async def until(
        self,
        *kinds: type[A],
        by: Role | None = None,
        within: Until,
        due: When | None = None,
        reminders: Reminders = (),
        lapse: Act | None = None,
        unless: Callable[[Case], bool] | None = None,
        about: Entry | None = None,
    ) -> A | None: ...

    async def until(
        self,
        *kinds: type[A],
        by: Role | None = None,
        due: When | None = None,
        within: Until | None = None,
        reminders: Reminders = (),
        lapse: Act | None = None,
        unless: Callable[[Case], bool] | None = None,
        about: Entry | None = None,
    ) -> A | None:
        """Open the task for these acts and await one of them.

        `due` is the day by which it should be done, shown with the task. `within` is the term after which the
        procedure goes on without it: then `lapse` is noted and None comes back. `unless` says that what happened
        meanwhile overtook it: None too. All are computed anew at each act. `about` is the act that set going the matter
        of which this is; what is said about another one is not taken then.
        """
        wait = Wait(kinds, due=due or within, within=within, reminders=list(reminders), unless=unless)
        wait.about = about.version if about else None
        self._remind(wait)
        wait.task = self._left(wait)
        if not wait.task and by is not None and self.case.entries and not wait.wakes(self.case):
            wait.task = self._task(wait, by)  # where time is up already nobody need do anything
        self._waits.open(wait)
        self._refresh()
        try:
            while True:
                await self._move_on_when(lambda: self._wakes(wait))
                if self._ended_by is not None and about is None:
                    raise EndedBy(self._ended_by)
                if wait.answer is not None:
                    assert isinstance(wait.answer.act, kinds)
                    return wait.answer.act
                if (wait.is_for_a_day and history_is_long()) or wait.is_overtaken(self.case):
                    return None
                if within and (term := within(self.case)) and term.due_on < self.today:
                    if lapse is not None:
                        self._append(lapse, wait)
                    return None
                self._remind(wait)
        finally:
            self._waits.close(wait)
            if wait.task:
                self.case = self.case.without_task(wait.task)

    def _left(self, wait: Wait) -> str | None:
        """A matter's task that was open when the case started afresh is still the same one, also when time is up."""
        open_ones = self.case.tasks if wait.about else ()
        return next((t.id for t in open_ones if (t.about, t.accepts) == (wait.about, wait.accepts)), None)

    def _task(self, wait: Wait, role: Role) -> str:
        """The task for it."""
        opened = Task(
            id=f"{self.case.number}.{self.case.tasks_opened + 1}",
            role=role,
            accepts=wait.accepts,
            about=wait.about,
            opened_at=workflow.now(),
        )
        self.case = self.case.with_task(opened)
        return opened.id

    def _goes_on(self, entry: Entry) -> None:
        self._set_going(entry)
        if decision := by_a_court.told_with(entry):
            self._follow(decision, entry)
        for objection, told in telling.for_objections(self.case, entry):
            self.tell(to_case(objection, self.case.municipality, told, is_objection=True))
        if told := telling.for_the_contested_case(self.case, entry):
            self.tell_the_contested(told)

    def _follow(self, decision: CourtsDecision, told: Entry) -> None:
        """What a court decided itself counts at once, and ends what was awaited before it. Awb 8:72(3)(b)."""
        decided = self._append(decision, about=by_a_court.matter_of(self.case, told))
        if isinstance(told.act, ObjectionUpheld):
            self._ended_by = decided.act

    def _set_going(self, entry: Entry) -> None:
        if matter := self.beside.get(type(entry.act)):
            self._moving += 1
            self._matters.append(asyncio.create_task(self._beside(matter(self, entry))))

    async def _beside(self, matter: Coroutine[Any, Any, None]) -> None:
        """A fault in it becomes one of the procedure, so that it is seen: nobody awaits the matter itself."""
        try:
            await matter
        except Exception as failure:  # noqa: BLE001 - whatever it is
            self._failure = failure
        finally:
            self._comes_to_rest()

    def _remind(self, wait: Wait) -> None:
        for reminder in [r for r in wait.reminders if (on := r[0](self.case)) and on.due_on <= self.today]:
            wait.reminders.remove(reminder)
            self._append(reminder[1], about=None if isinstance(reminder[1], OfMatter) else wait.about)

    async def day_after(self, when: When, unless: Callable[[Case], bool] | None = None) -> None:
        """Let the time pass until that day is over. Nothing is open then, so a long history may start afresh."""
        await self.until(within=when, unless=unless)
        if history_is_long():
            await self.start_afresh()

    async def day_of(self, when: When, unless: Callable[[Case], bool] | None = None) -> None:
        """Let the time pass until that day begins."""
        await self.day_after(lambda case: when(case).eve(), unless)

    def note(self, act: Act, about: Entry | None = None) -> None:
        """What follows by itself or by lapse of time becomes an act too, by the clock."""
        self._append(act, about=about.version if about else None)

    @workflow.signal
    async def take_news(self, told: News) -> None:
        """What comes of an objection to a decision in this case, or that one was corrected or went out."""
        await self._take_in(lambda case: news.taken_in(case, told))

    def tell(self, message: Message) -> None:
        """Another case is told, for as long as it takes; this one goes on meanwhile."""
        errand = workflow.start_activity_method(
            Messenger.tell, message, start_to_close_timeout=timedelta(seconds=10)
        )
        self._errands.append(errand)

    def tell_the_contested(self, told: News) -> None:
        """The case of the decision that this objection is about is told, which may be an objection itself."""
        contested = self.case.objection.decision
        self.tell(to_case(contested.case, self.case.municipality, told, is_objection=contested.in_objection))

    @asynccontextmanager
    async def phase(
        self, *, ended_by: type[Fact] | Kinds, unless: Exempt = never, may_also: Kinds = ()
    ) -> AsyncGenerator[None]:
        """A part of the procedure that one act ends at any moment; `may_also` is taken in whenever it comes.

        `unless` says of such an act that it is done beside what is in hand, which goes on then.
        """
        self._phase = ((ended_by,) if isinstance(ended_by, type) else ended_by, may_also)
        self._goes_on_after = unless
        try:
            yield
        except EndedBy:
            pass
        finally:
            self._phase, self._goes_on_after, self._ended_by = ((), ()), never, None

    async def start_afresh(self) -> None:
        """Continue as new with the whole case, so that histories stay short and new code takes over."""
        await self._finished()
        if self._ended_by is not None:
            raise EndedBy(self._ended_by)
        workflow.continue_as_new(self.case)

    async def rests(self) -> bool:
        """Answer everybody who still waits, and end what runs beside; whether nothing came that opens it again."""
        await self._finished()
        if self.case.is_closed:
            await self._end_matters()
            if not self.case.is_closed:
                self._take_up_matters()
        return self.case.is_closed

    async def close(self) -> None:
        """Answer everybody who still waits, and end, with what runs beside the procedure."""
        await self._end_matters()
        self._recorder.cancel()

    def _take_up_matters(self) -> None:
        self._matters.clear()
        for entry in self.case.entries:
            self._set_going(entry)

    async def _end_matters(self) -> None:
        for matter in self._matters:
            matter.cancel()
        await asyncio.gather(*self._matters, return_exceptions=True)
        await self._finished()
