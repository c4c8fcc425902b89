"""The state machine: all of what `Life` does by chance, as rules of hypothesis on cases in memory.

It is the same at each run, so that what it finds is found again. Nothing is made shorter by trial and error, which
would take minutes: what went wrong is told act by act instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Coroutine
from random import Random
from typing import Any, ClassVar

from hypothesis import settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from domain.fact import Fact
from domain.policy import Policy
from tests.procedure.chance import CHANCE, OFTEN
from tests.procedure.in_memory import InMemory, at_once
from tests.procedure.lives import Life


class Machine(RuleBasedStateMachine):
    """Whatever people do with a case, in whatever order, while time passes. Where one is closed, another begins."""

    counted: ClassVar[Counter[str | type[Fact]]]
    situation: ClassVar[Any]
    """Where its cases begin."""
    policy: ClassVar[Policy | None] = None
    """By which they go, where it is another than the usual one."""
    life: Life

    async def prepared(self) -> Life:
        """The life of another case, as far as it was prepared."""
        raise NotImplementedError

    @initialize()
    def a_case_begins(self) -> None:
        """In the situation that it is about."""
        self.stage = InMemory()
        self.life = at_once(self.prepared())
        at_once(self.life.goes(self.life.begins()))

    @precondition(lambda self: not self.goes_on)
    @rule()
    def another_begins(self) -> None:
        """Where one was closed."""
        self.teardown()
        self.a_case_begins()

    @classmethod
    def lives_on_from(
        cls, *situations: Callable[..., Any], policy: Policy | None = None, lives: int = 7
    ) -> Counter[str | type[Fact]]:
        """Let it run from each of these, from each in another way; what happened in all of them."""
        cls.counted = Counter()
        each = settings(OFTEN, max_examples=lives)
        for situation in situations:
            chosen = {"situation": staticmethod(situation), "policy": policy}
            run_state_machine_as_test(type(situation.__name__, (cls,), chosen), settings=each)
        return cls.counted

    def _does(self, step: Callable[[Random], Coroutine[Any, Any, None]], chance: Random) -> None:
        self.counted["steps"] += 1
        at_once(self.life.goes(step(chance)))

    @property
    def goes_on(self) -> bool:
        """Whether something can still happen to it."""
        return not self.life.case.is_closed

    @precondition(lambda self: self.goes_on and self.life.case.tasks)
    @rule(chance=CHANCE)
    def somebody_does_what_a_task_asks(self, chance: Random) -> None:
        """Or something with the task."""
        self._does(self.life.is_worked_on, chance)

    @precondition(lambda self: self.goes_on)
    @rule(chance=CHANCE)
    def somebody_decides(self, chance: Random) -> None:
        """Or does what leads to a decision."""
        self._does(self.life.is_decided_on, chance)

    @precondition(lambda self: self.goes_on)
    @rule(chance=CHANCE)
    def somebody_decides_again(self, chance: Random) -> None:
        """The same, so that it happens twice as often."""
        self._does(self.life.is_decided_on, chance)

    @precondition(lambda self: self.goes_on)
    @rule(chance=CHANCE)
    def somebody_does_what_may_be_done(self, chance: Random) -> None:
        """Asked or not."""
        self._does(self.life.is_dealt_with, chance)

    @precondition(lambda self: self.goes_on)
    @rule(chance=CHANCE)
    def somebody_tries_something(self, chance: Random) -> None:
        """Whatever it is."""
        self._does(self.life.just_tries, chance)

    @precondition(lambda self: self.goes_on)
    @rule(chance=CHANCE)
    def time_passes(self, chance: Random) -> None:
        """Some days, or some months."""
        self._does(self.life.passes, chance)

    @precondition(lambda self: self.goes_on)
    @rule(chance=CHANCE)
    def something_happens_elsewhere(self, chance: Random) -> None:
        """And the case hears of it."""
        self._does(self.life.hears, chance)

    @precondition(lambda self: self.goes_on)
    @rule(chance=CHANCE, is_so=st.sampled_from((False, False, False, True)))
    def somebody_ends_it(self, chance: Random, *, is_so: bool) -> None:
        """Now and then: a case that has ended shows little more."""
        if is_so:
            self._does(self.life.ends, chance)

    @invariant()
    def it_is_sound(self) -> None:
        """After each step."""
        at_once(self.life.goes(self.life.is_sound()))

    def teardown(self) -> None:
        """Nobody waits for these cases any more."""
        self.counted["news heard"] += self.stage.news_heard
        self.stage.is_over()
