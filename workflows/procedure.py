"""What every procedure stands on: the one door into a case, the wait for an act, and the one recorder.

What a procedure awaits now *is* the open task. An act comes in by `perform`, is appended before anything is awaited,
and lets the procedure run on until it awaits again; then the recorder writes the act and the tasks that it closed and
opened in one transaction, and the sender gets his receipt.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from typing import NoReturn, TypeVar, overload

from temporalio import workflow

from activities.record import Recorder
from activities.recording import Recording
from domain import acceptance, authority
from domain.acts import Act, NoteAdded, TaskAct
from domain.calendar import NETHERLANDS
from domain.case import Case, Entry, Performed, Receipt
from domain.errors import CaseClosed, CaseError, NotNow
from domain.fact import Fact
from domain.people import Role, the_clock
from domain.tasks import Task
from workflows.brief import in_brief
from workflows.refusal import sent
from workflows.waiting import Wait, Waits, When

A = TypeVar("A", bound=Fact)

AT_ANY_MOMENT = (NoteAdded,)
ABOUT_A_TASK = TaskAct


class EndedBy(Exception):
    """An act came that ends the phase in which the procedure was."""

    def __init__(self, act: Fact) -> None:
        self.act = act
        super().__init__(type(act).__name__)


class Procedure:
    """The base of a case's workflow. A subclass has `run`, which awaits acts in the order of the law."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._recorded = case
        self._waits = Waits()
        self._is_moving = True
        self._may_also: tuple[type[Fact], ...] = ()
        self._ending: tuple[type[Fact], ...] = ()
        self._ended_by: Fact | None = None
        self._recorder = asyncio.create_task(self._keep_recorded())

    # The door

    @workflow.update
    async def perform(self, done: Performed) -> Receipt:
        """Do one act on this case; answered once it is durably recorded. The update's id keeps a retry one act."""
        key = _request_key()
        if earlier := self.case.receipts.get(key):
            return earlier
        if not self._is_settled():  # the run only just began, or an act of this very moment moves it on
            while not self._is_settled():
                await workflow.wait_condition(self._is_settled)
            self._check(done)
        wait = self._wait_for(done)
        entry = self._append(done.act, wait.task if wait else done.task, done, key)
        if wait is not None:
            wait.answer = entry
        if isinstance(done.act, self._ending):
            self._ended_by = done.act
        await workflow.wait_condition(lambda: self._recorded.version >= entry.version)
        return self.case.receipts[key]

    @workflow.query
    def state(self) -> Case:
        """The case as it stands at this moment."""
        return self.case

    @perform.validator
    def _allowed(self, done: Performed) -> None:
        if self._is_settled() and _request_key() not in self.case.receipts:
            self._check(done)

    def _check(self, done: Performed) -> None:
        """Refuse what is not awaited, not this person's to do, or does not fit the case."""
        try:
            wait = self._wait_for(done)
            task = self.case.task(wait.task if wait else done.task)
            authority.check(done, self.case, task, self.today)
            acceptance.check(done, self.case, self.today)
        except CaseError as refusal:
            raise sent(refusal) from None

    def _wait_for(self, done: Performed) -> Wait | None:
        """The wait that this act answers; none for what may be done at any moment of the phase.

        Raises:
            NotNow: nothing waits for this act.
        """
        kind = type(done.act)
        if self.case.is_closed:
            raise CaseClosed("This case is closed")
        if done.task is not None and self.case.task(done.task) is None:
            raise NotNow("This task is done already, or was never in this case")
        if isinstance(done.act, ABOUT_A_TASK):
            if done.task is None:
                raise NotNow("Say which task this is about")
            return None
        for wait in self._waits:
            if kind in wait.kinds and wait.answer is None and done.task in (None, wait.task):
                return wait
        if (
            kind in (*AT_ANY_MOMENT, *self._may_also, *self._ending)
            and done.task is None
            and self.case.entries
        ):
            return None
        raise NotNow("The case does not await this now")

    # What a procedure is written with

    @property
    def today(self) -> date:
        """Today in the Netherlands, by the workflow's own clock."""
        return workflow.now().astimezone(NETHERLANDS).date()

    @overload
    async def until(self, *kinds: type[A], by: Role, due: When | None = None) -> A: ...

    @overload
    async def until(
        self,
        *kinds: type[A],
        by: Role | None = None,
        within: When,
        reminders: tuple[tuple[When, Act], ...] = (),
        lapse: Act | None = None,
    ) -> A | None: ...

    async def until(
        self,
        *kinds: type[A],
        by: Role | None = None,
        due: When | None = None,
        within: When | None = None,
        reminders: tuple[tuple[When, Act], ...] = (),
        lapse: Act | None = None,
    ) -> A | None:
        """Open the task for these acts and await one of them.

        `due` is the day by which it should be done, shown with the task. `within` is the term after which the
        procedure goes on without it: then `lapse` is noted and None comes back. Both are computed anew at each act.
        """
        wait = Wait(kinds, due=due or within, within=within, reminders=list(reminders))
        if by is not None and self.case.entries:
            wait.task = f"{self.case.number}.{self.case.tasks_opened + 1}"
            accepts = tuple(str(kind.model_fields["kind"].default) for kind in kinds)
            self.case = self.case.with_task(
                Task(id=wait.task, role=by, accepts=accepts, opened_at=workflow.now())
            )

        self._waits.open(wait)
        self._refresh()
        try:
            while True:
                await self._move_on_when(lambda: self._wakes(wait))
                if self._ended_by is not None:
                    raise EndedBy(self._ended_by)
                if wait.answer is not None:
                    assert isinstance(wait.answer.act, kinds)
                    return wait.answer.act
                if not kinds and _history_is_long():
                    return None
                if within is not None and within(self.case).due_on < self.today:
                    if lapse is not None:
                        self.note(lapse, wait.task)
                    return None
                for reminder in [r for r in wait.reminders if r[0](self.case).due_on <= self.today]:
                    wait.reminders.remove(reminder)
                    self.note(reminder[1])
        finally:
            self._waits.close(wait)
            if wait.task:
                self.case = self.case.without_task(wait.task)

    async def day_after(self, when: When) -> None:
        """Let the time pass until that day is over. Nothing is open then, so a long history may start afresh."""
        await self.until(within=when)
        if _history_is_long():
            await self.start_afresh()

    async def day_of(self, when: When) -> None:
        """Let the time pass until that day begins."""
        await self.day_after(lambda case: when(case).eve())

    def note(self, act: Act, task: str | None = None) -> None:
        """What follows by itself or by lapse of time becomes an act too, by the clock."""
        self._append(act, task)

    @asynccontextmanager
    async def phase(
        self, *, ended_by: type[Fact], may_also: tuple[type[Fact], ...] = ()
    ) -> AsyncGenerator[None]:
        """A part of the procedure that one act ends at any moment; `may_also` is taken in whenever it comes."""
        self._ending, self._may_also = (ended_by,), may_also
        try:
            yield
        except EndedBy:
            pass
        finally:
            self._ending, self._may_also, self._ended_by = (), (), None

    async def start_afresh(self) -> None:
        """Continue as new with the whole case, so that histories stay short and new code takes over."""
        await self._finished()
        if self._ended_by is not None:
            raise EndedBy(self._ended_by)
        workflow.continue_as_new(self.case)

    async def close(self) -> None:
        """Answer everybody who still waits, and end."""
        await self._finished()
        self._recorder.cancel()

    # How it works

    def _append(
        self, act: Act, task: str | None, done: Performed | None = None, key: str | None = None
    ) -> Entry:
        entry = Entry(
            actor=done.actor if done else the_clock(self.case.municipality),
            act=act,
            task=task,
            version=self.case.version + 1,
            at=workflow.now(),
            on=self.today,
            key=key,
            fingerprint=done.fingerprinted() if done else None,
        )
        self.case = self.case.after(entry)
        self._refresh()
        return entry

    def _refresh(self) -> None:
        """Deadlines are functions of the case: after each act they are asked anew, and the alarm clock is set."""
        for wait in self._waits:
            if wait.task and wait.due:
                self.case = self.case.with_due_date(wait.task, wait.due(self.case).due_on)
        self._waits.set_alarm(lambda: self.case)

    def _wakes(self, wait: Wait) -> bool:
        may_start_afresh = not wait.kinds and _history_is_long()
        return self._ended_by is not None or may_start_afresh or wait.wakes(self.case)

    async def _move_on_when(self, condition: Callable[[], bool]) -> None:
        self._is_moving = False
        try:
            await workflow.wait_condition(condition)
        finally:
            self._is_moving = True

    def _is_settled(self) -> bool:
        """Whether the procedure has run as far as it can, so that what it opened and closed is whole."""
        return not self._is_moving and not any(self._wakes(wait) for wait in self._waits)

    async def _finished(self) -> None:
        """Everything is recorded and everybody answered."""
        while self._recorded is not self.case or not workflow.all_handlers_finished():
            await self._move_on_when(lambda: self._recorded is self.case and workflow.all_handlers_finished())

    async def _keep_recorded(self) -> NoReturn:
        """The one recorder of the case: acts that come together share one transaction."""
        while True:
            await workflow.wait_condition(
                lambda: self._recorded is not self.case and bool(self.case.entries) and self._is_settled()
            )
            case = self.case
            await workflow.execute_local_activity_method(
                Recorder.record,
                Recording.of(case, since=self._recorded.version),
                start_to_close_timeout=timedelta(seconds=10),
            )
            self._recorded = case
            workflow.set_current_details(in_brief(case))


def _history_is_long() -> bool:
    return workflow.info().is_continue_as_new_suggested()


def _request_key() -> str:
    info = workflow.current_update_info()
    assert info is not None
    return info.id
