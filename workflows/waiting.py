"""What a procedure awaits, and the one alarm clock that wakes it when time alone makes it move."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from temporalio import workflow

from domain.acts import Act, DecisionReversed, SupplementReceived
from domain.calendar import NETHERLANDS
from domain.case import Case, Entry
from domain.fact import Fact
from domain.term import Term

When = Callable[[Case], Term]
"""A date as a function of the case, asked anew after each act."""

Until = Callable[[Case], Term | None]
"""The same, of a term that may not run yet: without a date it does not end."""

Reminders = tuple[tuple[Until, Act], ...]
"""What is noted when its day has come and the wait still lasts."""

Exempt = Callable[[Case, Fact], object]
"""Whether an act of a kind that ends a phase leaves that as it is, in this case."""


def never(_case: Case, _act: Fact) -> bool:
    """Each act of such a kind ends the phase."""
    return False


@dataclass
class Wait:
    """Something that the procedure awaits: an act of these kinds, or the end of a term."""

    kinds: tuple[type[Fact], ...]
    task: str | None = None
    due: Until | None = None
    within: Until | None = None
    reminders: list[tuple[Until, Act]] = field(default_factory=list[tuple[Until, Act]])
    unless: Callable[[Case], bool] | None = None
    about: int | None = None
    """The act that opened the matter beside the procedure of which this is; none in the procedure itself."""
    answer: Entry | None = None
    _reckoned: tuple[Case, int, datetime | None] | None = None
    """The moment, for the case and the reminders left that it was reckoned by: asked often, and seldom new."""
    _overtaken: tuple[Case, bool] | None = None
    """Whether it is overtaken, for the case of which that was asked."""

    @property
    def accepts(self) -> tuple[str, ...]:
        """The kinds by which its task is known."""
        return tuple(str(kind.model_fields["kind"].default) for kind in self.kinds)

    def moment(self, case: Case) -> datetime | None:
        """When time alone makes the procedure move: at a reminder's day, or once the term's last day is over."""
        left = len(self.reminders)
        if self._reckoned is None or self._reckoned[0] is not case or self._reckoned[1] != left:
            self._reckoned = (case, left, self._moment(case))
        return self._reckoned[2]

    def _moment(self, case: Case) -> datetime | None:
        days = [term.due_on for when, _ in self.reminders if (term := when(case))]
        if self.within is not None and (term := self.within(case)):
            days.append(term.due_on + timedelta(days=1))
        return datetime.combine(min(days), time.min, NETHERLANDS) if days else None

    def wakes(self, case: Case) -> bool:
        """Whether the procedure can move on: the act came, or it is time."""
        moment = self.moment(case)
        is_time = moment is not None and moment <= workflow.now()
        return self.answer is not None or is_time or self.is_overtaken(case)

    def takes(self, act: Fact, task: str | None = None) -> bool:
        """Whether this act, for this task when one is named, is what is awaited and did not come yet."""
        if not isinstance(act, self.kinds) or self.answer is not None or task not in (None, self.task):
            return False
        match act:
            case DecisionReversed(version=named) | SupplementReceived(request=int(named)):
                pass
            case _:
                named = getattr(act, "about", self.about)
        return self.about in (None, named)

    @property
    def is_for_a_day(self) -> bool:
        """Whether the procedure lets the time pass, and nothing else is open in it."""
        return not self.kinds and self.within is not None and self.about is None

    def is_overtaken(self, case: Case) -> bool:
        """Whether what happened meanwhile took its place."""
        if self.unless is None:
            return False
        if self._overtaken is None or self._overtaken[0] is not case:
            self._overtaken = (case, self.unless(case))
        return self._overtaken[1]


class Waits:
    """The waits that are open, and the alarm clock for the earliest of them."""

    def __init__(self) -> None:
        self._open: list[Wait] = []
        self._alarm: asyncio.TimerHandle | None = None
        self._rings_at: datetime | None = None

    def __iter__(self) -> Iterator[Wait]:
        return iter(self._open)

    def open(self, wait: Wait) -> None:
        """Await this too."""
        self._open.append(wait)

    def close(self, wait: Wait) -> None:
        """Await it no more."""
        self._open.remove(wait)

    def set_alarm(self, case: Callable[[], Case]) -> None:
        """Ring when the earliest wait is due.

        An alarm that rings too early sets itself anew, which is cheaper than moving it at each act.
        """
        moments = [m for wait in self._open if (m := wait.moment(case())) and m > workflow.now()]
        if not moments or (self._rings_at is not None and self._rings_at <= min(moments)):
            return
        if self._alarm is not None:
            self._alarm.cancel()
        self._rings_at = min(moments)
        seconds = (self._rings_at - workflow.now()).total_seconds()
        self._alarm = asyncio.get_running_loop().call_later(seconds, self._ring, case)

    def _ring(self, case: Callable[[], Case]) -> None:
        self._alarm = self._rings_at = None
        self.set_alarm(case)
