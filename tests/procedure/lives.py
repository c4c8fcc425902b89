"""A case in which anybody tries anything, at any moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from hypothesis import note
from temporalio.client import WorkflowUpdateFailedError

from domain import acceptance, acts, authority
from domain.acts import ACTS, Act
from domain.authority import MAY
from domain.case import Case
from domain.duties import DECISIONS
from domain.errors import CaseError
from domain.fact import Fact
from domain.people import Actor
from tests.examples import done
from tests.procedure.adverse import adverse, was_heard
from tests.procedure.doings import ABOUT_A_TASK, IN_A_MATTER, Answer, Doing
from tests.procedure.elsewhere import AWAITED, ELSEWHERE, Happening
from tests.procedure.eyes import barred
from tests.procedure.moving import Deadlines
from tests.procedure.soundness import check_penalties, check_tasks
from tests.story import FIRST_DAY, Story

STEPS = 20
"""Of one life on a real server."""
WAITS = (1, 3, 8, 15, 30, 60, 120)

WEIGHTY = frozenset(
    {
        *DECISIONS,
        *(acts.ViewInvited, acts.ApplicationReviewed, acts.RevocationProposed),
        *(acts.RenewalRequested, acts.RenewalAdvised, acts.TrialEvaluated),
        *(acts.AdmissibilityJudged, acts.HearingHeld, acts.HearingDeclined, acts.HearingWaived),
    }
)
"""What is decided, and what leads to that."""

Saying = tuple[type[Fact], Answer]
"""What somebody says, with its kind."""

Step = Callable[[Random], Awaitable[None]]


@dataclass(frozen=True)
class Rules:
    """What people may come up with in a kind of case."""

    doings: tuple[Doing, ...]
    answers: Mapping[type[Fact], Answer]
    ending: tuple[Doing, ...]
    elsewhere: tuple[Happening, ...] = ELSEWHERE

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
    contested: Story | None = None
    """The case of the decision that this objection is against."""
    counted: Counter[str] = field(default_factory=Counter[str])
    """What happened in it, and in others that count along."""

    def __post_init__(self) -> None:
        self.case, self.on = self.story.first, FIRST_DAY
        self.deadlines = Deadlines()

    async def begins(self) -> None:
        """It is as far as it was prepared."""
        await self.is_sound()
        self.on = await self.story.today()

    async def goes_on(self, chance: Random) -> None:
        """Step by step, until it is closed or has lasted long enough."""
        await self.begins()
        for _ in range(STEPS):
            step = chance.choice(self.steps)
            await step(chance)
            await self.is_sound()
            if self.case.is_closed:
                break
        await self.story.is_told_truly()

    @property
    def steps(self) -> list[Step]:
        """What may happen, the more often the more times it stands here."""
        at_work = [self.is_worked_on] * 8 if self.case.tasks else [self.passes] * 2
        return [
            *at_work,
            *[self.is_decided_on] * 4,
            *[self.is_dealt_with] * 3,
            self.just_tries,
            *[self.passes] * 2,
            *[self.hears] * 2,
            self.ends,
        ]

    async def is_worked_on(self, chance: Random) -> None:
        """Somebody does what a task asks, or does something with the task: its holder, when there is one."""
        task = chance.choice(self.case.tasks)
        kinds = [ABOUT_A_TASK] if _once_in(5, chance) else [ACTS[kind] for kind in task.accepts]
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

    async def is_decided_on(self, chance: Random) -> None:
        """Somebody decides something, or asks, proposes or advises what leads to that, where the case lets him."""
        asked = [kind for task in self.case.tasks for kind in task.accepts]
        kinds = await self.story.takes_in() if not asked or _once_in(3, chance) else asked
        weighty = [ACTS[kind] for kind in kinds if ACTS[kind] in WEIGHTY]
        decisions = [kind for kind in weighty if kind in DECISIONS]
        if weighty:
            kind = chance.choice(decisions if decisions and _once_in(2, chance) else weighty)
            tasks = [task for task in self.case.tasks if kind.model_fields["kind"].default in task.accepts]
            able = [who for who in self.people if who.roles & MAY[kind].roles]
            said = [each for each in self.rules.sayings if each[0] is kind]
            await self.says(chance, said, able, tasks[0].id if tasks else None)

    async def just_tries(self, chance: Random) -> None:
        """Somebody tries what comes to mind."""
        await self.says(chance, self.rules.sayings, self.people)

    async def ends(self, chance: Random) -> None:
        """Somebody takes it back, or puts an end to it."""
        await self.says(chance, self.rules.endings, self.people)

    async def passes(self, chance: Random) -> None:
        """Time passes."""
        is_short = bool(self.case.tasks) and not _once_in(3, chance)
        self.on += timedelta(days=chance.choice(WAITS[:3] if is_short else WAITS))
        note(f"{self.on}")
        await self.story.time_passes_until(self.on)

    async def hears(self, chance: Random) -> None:
        """Something happens elsewhere."""
        happening = chance.choice(self.rules.elsewhere)
        note(f"{self.on}: {happening}")
        await happening(self.story, self.on)

    async def says(
        self, chance: Random, sayings: list[Saying], people: Sequence[Actor], task: str | None = None
    ) -> None:
        """One of these people says one of these things: mostly one that he may say, when there is such a one."""
        said = [
            (actor, act) for _, answer in sayings if (act := answer(self.case, self.on)) for actor in people
        ]
        if not said:
            return
        chance.shuffle(said)
        actor, act = said[0]
        if not _once_in(5, chance):
            actor, act = next((each for each in said if self._is_acceptable(*each, task)), said[0])
        if isinstance(act, ABOUT_A_TASK) and self.case.tasks:
            task = task or chance.choice(self.case.tasks).id
        await self.tries(actor, act, task, again=_once_in(3, chance))

    def _is_acceptable(self, actor: Actor, act: Act, task: str | None) -> bool:
        said = done(actor, act, task)
        try:
            authority.check(said, self.case, self.case.task(task), self.on)
            acceptance.check(said, self.case, self.on)
        except CaseError:
            return False
        return True

    async def tries(self, actor: Actor, act: Act, task: str | None, *, again: bool) -> None:
        """Somebody tries something; done twice under one key it is done once, refused it changes nothing."""
        key = self.story.next_key()
        try:
            receipt = await self.story.did(actor, act, task, key)
        except WorkflowUpdateFailedError:
            self.counted["refused"] += 1
            assert self.case == await self.story.case()
            return
        note(f"{self.on}: {actor.id} {act!r}")
        self.counted["accepted"] += 1
        after = await self.story.case()
        if again:
            self.counted["done twice"] += 1
            assert receipt == await self.story.did(actor, act, task, key)
            assert after == await self.story.case()

    async def is_sound(self) -> None:
        """What must hold now: of what was done, of its deadlines, of what it waits for, and of what the tables say."""
        before, self.case = self.case, await self.story.case()
        contested = await self.contested.case() if self.contested else None
        for entry in self.case.entries[before.version :]:
            self._was_right(self.case.up_to(entry.version - 1), entry.version, contested)
        assert [] == self.deadlines.moved(before, self.case)
        assert self.case.is_closed or await self._waits_for_something()
        check_tasks(self.case)
        check_penalties(self.case)
        await self.story.is_recorded_truly(self.case)

    def _was_right(self, before: Case, version: int, contested: Case | None) -> None:
        """Whoever did it was not kept from it, and whom it harms was heard."""
        entry = self.case.entries[version - 1]
        self.counted[entry.act.kind] += 1
        if isinstance(entry.act, acts.ObjectionDecided):
            self.counted[entry.act.outcome] += 1
        assert entry.actor.id not in barred(before, entry, contested), entry
        for harm in adverse(before, entry):
            self.counted[harm] += 1
            assert was_heard(before, entry), (harm, entry)

    async def _waits_for_something(self) -> bool:
        """For somebody with a task, for another case or office, or for a day: a case that does not would be lost."""
        awaits = self.case.tasks or any(awaited(self.case) for awaited in AWAITED.values())
        return bool(awaits) or await self.story.wakes()


def _once_in(times: int, chance: Random) -> bool:
    """Whether it happens, once in so many times."""
    return chance.choice(range(times)) == times - 1


def _said_in_any_case(doing: Doing) -> Saying:
    return type(doing(FIRST_DAY)), lambda _, on: doing(on)


def _in_the_matter(about: int | None) -> list[Saying]:
    acts = [saying(about) for saying in IN_A_MATTER] if about else []
    return [(type(act), lambda *_, act=act: act) for act in acts]
