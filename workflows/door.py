"""The one door into a case, and the one recorder behind it.

An act comes in by `perform`, is appended before anything is awaited, and lets the procedure run on until it awaits
again; then the recorder writes the act and the tasks that it closed and opened in one transaction, and the sender gets
his receipt.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import ClassVar

from temporalio import workflow

from activities.record import AGAIN, Recorder
from activities.recording import Recording
from domain import acceptance, authority, objections
from domain.acts import Act, ConsentChanged, NoteAdded, TaskAct
from domain.calendar import NETHERLANDS
from domain.case import Case, Entry, Performed, Receipt
from domain.errors import CaseError, NotNow
from domain.fact import Fact
from domain.people import the_clock
from workflows.brief import in_brief
from workflows.refusal import sent
from workflows.waiting import Exempt, Wait, Waits, never

ABOUT_A_TASK = TaskAct

Kinds = tuple[type[Fact], ...] | Callable[[Case], tuple[type[Fact], ...]]
"""Kinds of act; a function of the case where they change in the course of a phase."""


class Door:
    """Takes acts in, appends them to the case, and has them recorded. What it awaits, the procedure says."""

    at_any_moment: ClassVar[tuple[type[Fact], ...]] = (NoteAdded, ConsentChanged)
    """What may be done whatever is awaited."""

    ends_in_time: ClassVar[tuple[type[Fact], ...]] = ()
    """What leads to an end on its day: a case that is full takes it in all the same."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._recorded = case
        self._waits = Waits()
        self._moving = 1
        self._failure: Exception | None = None
        self._phase: tuple[Kinds, Kinds] = ((), ())
        self._goes_on_after: Exempt = never
        self._ended_by: Fact | None = None
        self._pinned: datetime | None = None
        self._errands: list[workflow.ActivityHandle[None]] = []
        self._recorder = asyncio.create_task(self._keep_recorded())

    @workflow.update
    async def perform(self, done: Performed) -> Receipt:
        """Do one act on this case; answered once it is durably recorded. The update's id keeps a retry one act."""
        key = _request_key()
        self._pinned = workflow.now()  # an update that comes in is a command itself
        if earlier := self.case.receipt(key):
            return earlier
        if not self._is_settled():  # the run only just began, or an act of this very moment moves it on
            await self._settled()
            self._check(done)
        entry = self._append(done.act, self._wait_for(done), done, key)
        await workflow.wait_condition(lambda: self._recorded.version >= entry.version)
        receipt = self.case.receipt(key)
        assert receipt is not None
        return receipt

    @workflow.query
    def state(self) -> Case:
        """The case as it stands at this moment."""
        return self.case

    @workflow.query
    def takes_in(self) -> list[str]:
        """The kinds of act that the case takes in at this moment, whoever may do them; nothing about a task."""
        if self.case.is_closed or not self.case.entries:
            return []
        awaited = [kind for wait in self._waits if wait.answer is None for kind in wait.kinds]
        kinds = {*awaited, *self.at_any_moment, *self._may_also, *self._ending}
        return sorted(str(kind.model_fields["kind"].default) for kind in kinds)

    @perform.validator
    def _allowed(self, done: Performed) -> None:
        if self._is_settled() and self.case.receipt(_request_key()) is None:
            self._check(done)

    def _check(self, done: Performed) -> None:
        """Refuse what is not awaited, not this person's to do, or does not fit the case."""
        try:
            authority.check_person(done, self.case)
            wait = self._wait_for(done)
            is_awaited = wait is not None or isinstance(
                done.act, (*self._ending, *self.ends_in_time, *self._reopening, ABOUT_A_TASK)
            )
            acceptance.check_room(
                done, self.case, is_awaited=is_awaited, is_short_of_breath=history_is_long()
            )
            task = self.case.task(wait.task if wait else done.task)
            authority.check(done, self.case, task, self.today)
            acceptance.check(done, self.case, self.today, wait.about if wait else None)
        except CaseError as refusal:
            raise sent(refusal) from None

    def _wait_for(self, done: Performed) -> Wait | None:
        """The wait that this act answers; none for what may be done at any moment of the phase.

        Raises:
            NotNow: nothing waits for this act.
        """
        kind = type(done.act)
        if self.case.is_closed and kind in self._reopening and done.task is None:
            return None
        if self.case.is_closed:
            raise acceptance.closed()
        if done.task is not None and self.case.task(done.task) is None:
            raise NotNow("This task is done already, or was never in this case")
        if isinstance(done.act, ABOUT_A_TASK):
            if done.task is None:
                raise NotNow("Say which task this is about")
            return None
        taking = [wait for wait in self._waits if wait.takes(done.act, done.task)]
        awaiting = [wait for wait in taking if wait.task] or taking
        if len({wait.about for wait in awaiting}) > 1:
            raise NotNow("More than one task asks for this: say which one it is for")
        if awaiting:
            return awaiting[0]
        if (
            kind in (*self.at_any_moment, *self._may_also, *self._ending)
            and done.task is None
            and self.case.entries
        ):
            return None
        raise acceptance.not_awaited(done.act, self.case)

    @property
    def _ending(self) -> tuple[type[Fact], ...]:
        """What ends the phase in which the procedure is."""
        return _of(self.case, self._phase[0])

    @property
    def _reopening(self) -> tuple[type[Fact], ...]:
        """What may still come after the case has ended, and lets it go on."""
        return objections.reopening(self.case)

    @property
    def _may_also(self) -> tuple[type[Fact], ...]:
        """What is taken in whenever it comes in that phase."""
        return _of(self.case, self._phase[1])

    @property
    def today(self) -> date:
        """Today in the Netherlands, by the workflow's own clock."""
        return workflow.now().astimezone(NETHERLANDS).date()

    def _append(
        self,
        act: Act,
        wait: Wait | None = None,
        done: Performed | None = None,
        key: str | None = None,
        about: int | None = None,
    ) -> Entry:
        self._pin_the_moment()
        if isinstance(act, self._ending) and not self._goes_on_after(self.case, act):
            self._ended_by = act
        task = wait.task if wait else done.task if done else None
        absence = authority.stood_in(done, self.case.task(task), self.today) if done else None
        entry = Entry(
            actor=done.actor if done else the_clock(self.case.municipality),
            act=act,
            task=task,
            mandates=done.mandates if done else (),
            standing_in=(absence,) if absence else (),
            version=self.case.version + 1,
            at=workflow.now(),
            on=self.today,
            about=wait.about if wait else about,
            key=key,
            fingerprint=done.fingerprinted() if done else None,
        )
        if wait is not None:
            wait.answer = entry
        self.case = self.case.after(entry)
        self._goes_on(entry)
        self._refresh()
        return entry

    def _pin_the_moment(self) -> None:
        """See to it that this moment is the same when the history is replayed.

        What comes by itself gives no command, and Temporal replays a workflow task without one as a part of the next,
        at that one's time: later by as long as the database is away, perhaps on another day.
        """
        if self._pinned != workflow.now():
            self._pinned = workflow.now()
            workflow.upsert_memo({"by_itself": self.case.version + 1})

    def _goes_on(self, entry: Entry) -> None:
        """What that act sets going."""

    def _refresh(self) -> None:
        """Deadlines are functions of the case: after each act they are asked anew.

        What was overtaken by that act is due no more, and need have no day.
        """
        for wait in self._waits:
            if wait.task and wait.due and not wait.is_overtaken(self.case) and (term := wait.due(self.case)):
                self.case = self.case.with_due_date(wait.task, term.due_on)
        self._set_alarm()

    def _set_alarm(self) -> None:
        """Once the procedure has come to rest: what it awaits on the way there is gone before anything rings."""
        if self._is_settled():
            self._waits.set_alarm(lambda: self.case)

    def _wakes(self, wait: Wait) -> bool:
        may_start_afresh = wait.is_for_a_day and history_is_long()
        is_ended = self._ended_by is not None and wait.about is None
        return is_ended or may_start_afresh or wait.wakes(self.case)

    async def _move_on_when(self, condition: Callable[[], bool]) -> None:
        self._comes_to_rest()
        try:
            await workflow.wait_condition(lambda: self._failure is not None or condition())
        finally:
            self._moving += 1
        if self._failure is not None:
            raise self._failure

    def _comes_to_rest(self) -> None:
        """Something that moved awaits something again, or is done."""
        self._moving -= 1
        self._set_alarm()

    def _is_settled(self) -> bool:
        """Whether the procedure has run as far as it can, so that what it opened and closed is whole."""
        return not self._moving and not any(self._wakes(wait) for wait in self._waits)

    async def _settled(self) -> None:
        while not self._is_settled():
            await workflow.wait_condition(self._is_settled)

    async def _take_in(self, made_of: Callable[[Case], Act | None]) -> None:
        """News of another case becomes an act too, by the clock; what is known already becomes none."""
        await self._settled()
        if act := made_of(self.case):
            self._append(act, next((wait for wait in self._waits if wait.takes(act)), None))

    async def _finished(self) -> None:
        """Everything is recorded, everybody answered and every errand run."""
        while not self._is_finished():
            await self._move_on_when(self._is_finished)

    def _is_finished(self) -> bool:
        errands_are_run = all(errand.done() for errand in self._errands)
        return self._recorded is self.case and workflow.all_handlers_finished() and errands_are_run

    async def _keep_recorded(self) -> None:
        """The one recorder of the case: acts that come together share one transaction.

        A fault in it becomes one of the procedure, so that it is seen: nobody awaits the recorder itself.
        """
        try:
            while True:
                await self._record()
        except Exception as failure:  # noqa: BLE001 - whatever it is
            self._failure = failure

    async def _record(self) -> None:
        await workflow.wait_condition(
            lambda: self._recorded is not self.case and bool(self.case.entries) and self._is_settled()
        )
        case = self.case
        recording = Recording.of(case, since=self._recorded.version)
        await workflow.execute_local_activity_method(
            Recorder.record, recording, start_to_close_timeout=timedelta(seconds=10), retry_policy=AGAIN
        )
        self._recorded = case
        workflow.set_current_details(in_brief(case))


def history_is_long() -> bool:
    """Whether Temporal would rather have the case start afresh."""
    return workflow.info().is_continue_as_new_suggested()


def _of(case: Case, kinds: Kinds) -> tuple[type[Fact], ...]:
    return kinds(case) if callable(kinds) else kinds


def _request_key() -> str:
    info = workflow.current_update_info()
    assert info is not None
    return info.id
