"""A case in which anybody tries anything, at any moment."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from hypothesis import HealthCheck, Phase, note, settings
from temporalio.client import WorkflowUpdateFailedError

from domain.acts import ACTS, Act
from domain.authority import MAY
from domain.case import Case
from domain.fact import Fact
from domain.people import Actor
from tests.procedure.doings import ABOUT_A_TASK, IN_A_MATTER, Answer, Doing
from tests.procedure.elsewhere import AWAITED, ELSEWHERE
from tests.procedure.moving import moved
from tests.story import FIRST_DAY, Story

STEPS = 40

ANYTHING = settings(
    max_examples=12,
    phases=(Phase.generate,),
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
    ],
)
"""So many lives of up to forty steps: thousands in all."""
WAITS = (1, 3, 8, 15, 30, 60, 120)

Saying = tuple[type[Fact], Answer]
"""What somebody says, with its kind."""

Step = Callable[[Random], Awaitable[None]]


@dataclass(frozen=True)
class Rules:
    """What people may come up with in a kind of case."""

    doings: tuple[Doing, ...]
    answers: Mapping[type[Fact], Answer]
    ending: tuple[Doing, ...]

    @property
    def sayings(self) -> list[Saying]:
        """All of it but the endings."""
        return [*map(_said_in_any_case, self.doings), *self.answers.items()]

    @property
    def endings(self) -> list[Saying]:
        """What ends such a case, or what it is about."""
        return [*map(_said_in_any_case, self.ending)]

    @property
    def kinds(self) -> frozenset[type[Fact]]:
        """The kinds of act that are tried."""
        return frozenset(kind for kind, _ in self.sayings + self.endings + _in_the_matter(1))


@dataclass
class Life:
    """Everybody tries what comes to mind, or what the case asks; after each step it must be sound."""

    story: Story
    people: tuple[Actor, ...]
    rules: Rules
    checks: tuple[Callable[[Case], None], ...]
    """What must hold in it."""

    def __post_init__(self) -> None:
        self.case, self.on = self.story.first, FIRST_DAY

    async def goes_on(self, chance: Random) -> None:
        """Step by step, until it is closed or has lasted long enough."""
        await self.is_sound()
        self.on = self.case.entries[-1].on
        for _ in range(STEPS):
            (step,) = chance.choices([*self.steps], [*self.steps.values()])
            await step(chance)
            await self.is_sound()
            if self.case.is_closed:
                break
        await self.story.is_told_truly()

    @property
    def steps(self) -> dict[Step, float]:
        """What may happen, and how often of all."""
        return {
            self.is_worked_on: 8 if self.case.tasks else 0,
            self.is_dealt_with: 6,
            self.just_tries: 2,
            self.passes: 3 if self.case.tasks else 8,
            self.ends: 0.4,
        }

    async def is_worked_on(self, chance: Random) -> None:
        """Somebody does what a task asks, or does something with the task: its holder, when there is one."""
        task = chance.choice(self.case.tasks)
        kinds = [ABOUT_A_TASK] if chance.random() < 0.25 else [ACTS[kind] for kind in task.accepts]
        of_kind, sayings = chance.choice(kinds), self.rules.sayings + _in_the_matter(task.about)
        holder = [who for who in self.people if task.assignee and who.id == task.assignee.id]
        able = holder or [who for who in self.people if task.role in who.roles]
        await self.says(chance, [each for each in sayings if issubclass(each[0], of_kind)], able, task.id)

    async def is_dealt_with(self, chance: Random) -> None:
        """Somebody of the right role does what the case takes in now, asked or not."""
        kind = chance.choice([ACTS[kind] for kind in await self.story.takes_in() if ACTS[kind] in MAY])
        able = [who for who in self.people if who.roles & MAY[kind].roles]
        sayings = self.rules.sayings + _in_the_matter(chance.randint(1, self.case.version))
        await self.says(chance, [each for each in sayings if each[0] is kind], able)

    async def just_tries(self, chance: Random) -> None:
        """Somebody tries what comes to mind."""
        await self.says(chance, self.rules.sayings, self.people)

    async def ends(self, chance: Random) -> None:
        """Somebody takes it back, or puts an end to it."""
        await self.says(chance, self.rules.endings, self.people)

    async def passes(self, chance: Random) -> None:
        """Time passes, or something happens elsewhere."""
        if chance.random() < 0.5:
            self.on += timedelta(days=chance.choice(WAITS))
            note(f"{self.on}")
            await self.story.time_passes_until(self.on)
        else:
            happening = chance.choice(ELSEWHERE)
            note(f"{self.on}: {happening}")
            await happening(self.story, self.on)

    async def says(
        self, chance: Random, sayings: list[Saying], people: Sequence[Actor], task: str | None = None
    ) -> None:
        """One of these people says one of these things."""
        if sayings and people and (act := chance.choice(sayings)[1](self.case, self.on)):
            if isinstance(act, ABOUT_A_TASK) and self.case.tasks:
                task = task or chance.choice(self.case.tasks).id
            await self.tries(chance.choice(people), act, task, again=chance.random() < 0.25)

    async def tries(self, actor: Actor, act: Act, task: str | None, *, again: bool) -> None:
        """Somebody tries something; done twice under one key it is done once, refused it changes nothing."""
        key = self.story.next_key()
        try:
            receipt = await self.story.did(actor, act, task, key)
        except WorkflowUpdateFailedError:
            assert self.case == await self.story.case()
            return
        note(f"{self.on}: {actor.id} {act!r}")
        after = await self.story.case()
        if again and not after.is_closed:
            assert receipt == await self.story.did(actor, act, task, key)
            assert after == await self.story.case()

    async def is_sound(self) -> None:
        """What must hold now: of the case, of its deadlines, of what it waits for, and of what the tables say."""
        before, self.case = self.case, await self.story.case()

        assert [] == [*moved(before, self.case)]
        assert self.case.is_closed or await self._waits_for_something()
        for check in self.checks:
            check(self.case)
        await self.story.is_recorded_truly(self.case)

    async def _waits_for_something(self) -> bool:
        """For somebody with a task, for another case or office, or for a day: a case that does not would be lost."""
        awaits = self.case.tasks or any(awaited(self.case) for awaited in AWAITED.values())
        return bool(awaits) or await self.story.has_timer()


def _said_in_any_case(doing: Doing) -> Saying:
    return type(doing(FIRST_DAY)), lambda _, on: doing(on)


def _in_the_matter(about: int | None) -> list[Saying]:
    acts = [saying(about) for saying in IN_A_MATTER] if about else []
    return [(type(act), lambda *_, act=act: act) for act in acts]
