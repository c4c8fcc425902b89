"""A case in which anybody tries anything, at any moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from temporalio.client import WorkflowUpdateFailedError

from domain import acceptance, acts, authority
from domain.acts import ACTS, Act
from domain.authority import MAY
from domain.by_a_court import is_by_a_court
from domain.case import Case
from domain.duties import DECISIONS
from domain.errors import CaseError
from domain.fact import Fact
from domain.people import Actor
from domain.untold import is_untold
from tests.examples import done
from tests.procedure.adverse import adverse, was_heard
from tests.procedure.doings import ABOUT_A_TASK
from tests.procedure.eyes import barred
from tests.procedure.moving import Deadlines
from tests.procedure.people import OUTSIDERS
from tests.procedure.reporting import check_report, check_reporting
from tests.procedure.saying import Rules, Saying
from tests.procedure.soundness import check_days, check_hearing, check_penalties, check_tasks, check_told
from tests.procedure.telling import as_told, said
from tests.story import FIRST_DAY, Story
from workflows.objection import ObjectionCase

STEPS = 20
"""Of one life on a real server."""
WAITS = (1, 3, 8, 15, 30, 60, 120)

WEIGHTY = frozenset(
    {
        *DECISIONS,
        *(acts.ViewInvited, acts.ApplicationReviewed, acts.RevocationProposed, acts.StandstillProposed),
        *(acts.RenewalRequested, acts.RenewalAdvised, acts.TrialEvaluated),
        *(acts.AdmissibilityJudged, acts.HearingHeld, acts.HearingDeclined, acts.HearingWaived),
    }
)
"""What is decided, and what leads to that."""

Step = Callable[[Random], Awaitable[None]]


@dataclass
class Life:
    """Everybody tries what comes to mind, or what the case asks; after each step it must be sound."""

    story: Story
    people: tuple[Actor, ...]
    rules: Rules
    contested: Story | None = None
    """The case of the decision that this objection is against."""
    counted: Counter[str | type[Fact]] = field(default_factory=Counter[str | type[Fact]])
    """What happened in it, and in others that count along; by its class what somebody did in it."""

    def __post_init__(self) -> None:
        self.case, self.on = self.story.first, FIRST_DAY
        self.deadlines = Deadlines()
        self.at = "is prepared"
        """What was tried last."""

    async def begins(self) -> None:
        """It is as far as it was prepared."""
        await self.is_sound()
        self.on = await self.story.today()

    async def goes_on(self, chance: Random) -> None:
        """Step by step, until it is closed or has lasted long enough."""
        await self.begins()
        for _ in range(STEPS):
            await self.goes(chance.choice(self.steps)(chance))
            await self.goes(self.is_sound())
            if self.case.is_closed:
                break
        await self.story.is_told_truly()

    async def goes(self, what: Awaitable[None]) -> None:
        """What goes wrong is told with all that happened before, so that a story can be written of it."""
        try:
            await what
        except Exception as wrong:
            stories = (self.contested, self.story) if self.contested else (self.story,)
            wrong.add_note(f"{await as_told(*stories)}\nAt last: {self.at}")
            raise

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
        """Somebody does what a task asks, or does something with the task: its holder, when there is one.

        One that rests is often taken up again, since few do.
        """
        task = chance.choice(self.case.tasks)
        kinds = (
            [ABOUT_A_TASK]
            if _once_in(2 if task.held_until else 5, chance)
            else [ACTS[kind] for kind in task.accepts]
        )
        of_kind, sayings = chance.choice(kinds), self.rules.sayings + self.rules.in_the_matter(task.about)
        holder = [who for who in self.people if task.assignee and who.id == task.assignee.id]
        able = holder or [who for who in self.people if task.role in who.roles]
        await self.says(chance, [each for each in sayings if issubclass(each[0], of_kind)], able, task.id)

    async def is_dealt_with(self, chance: Random) -> None:
        """Somebody of the right role does what the case takes in now, asked or not."""
        kind = chance.choice([ACTS[kind] for kind in await self.story.takes_in() if ACTS[kind] in MAY])
        able = [who for who in self.people if who.roles & MAY[kind].roles]
        sayings = self.rules.sayings + self.rules.in_the_matter(chance.randint(1, self.case.version))
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
            sayings = self.rules.sayings + self.rules.in_the_matter(tasks[0].about if tasks else None)
            said = [each for each in sayings if each[0] is kind]
            await self.says(chance, said, able, tasks[0].id if tasks else None)

    async def just_tries(self, chance: Random) -> None:
        """Somebody tries what comes to mind; now and then somebody from outside what another may do."""
        if _once_in(4, chance):
            await self.keeps_out(chance)
        else:
            await self.says(chance, self.rules.sayings, self.people)

    async def keeps_out(self, chance: Random) -> None:
        """Whoever has nothing to do in it is refused for who he is, also what somebody else may do at this moment."""
        who = chance.choice(OUTSIDERS)
        kinds = [ACTS[kind] for kind in await self.story.takes_in()]
        said = [
            act
            for kind, answer in self.rules.sayings
            if (act := answer(self.case, self.on)) and kind in kinds
        ]
        if said:
            refusal = await self.story.refused(who, chance.choice(said))
            assert refusal in ("NotYours", "NotPermitted"), (who, refusal)
            self.counted[who.id] += 1

    async def ends(self, chance: Random) -> None:
        """Somebody takes it back, or puts an end to it."""
        await self.says(chance, self.rules.endings, self.people)

    async def passes(self, chance: Random) -> None:
        """Time passes."""
        is_short = bool(self.case.tasks) and not _once_in(3, chance)
        self.on += timedelta(days=chance.choice(WAITS[:3] if is_short else WAITS))
        self.at = f"it becomes {self.on}"
        await self.story.time_passes_until(self.on)

    async def hears(self, chance: Random) -> None:
        """Something happens elsewhere."""
        happening = chance.choice(self.rules.elsewhere)
        self.at = f"{self.on} elsewhere: {happening}"
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
        act = self._registered_late(actor, act, task, chance)
        if isinstance(act, ABOUT_A_TASK) and self.case.tasks:
            task = task or chance.choice(self.case.tasks).id
        await self.tries(actor, act, task, again=_once_in(3, chance))

    def _registered_late(self, actor: Actor, act: Act, task: str | None, chance: Random) -> Act:
        """Now and then it came some days before, where the one who registers it may say so."""
        if "received_on" not in type(act).model_fields or not _once_in(3, chance):
            return act
        late = act.model_copy(update={"received_on": self.on - timedelta(days=chance.choice(WAITS[:4]))})
        if not self._is_acceptable(actor, late, task):
            return act
        self.counted["registered late"] += 1
        return late

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
        self.at = f"{self.on} {actor.id}: {said(act)}" + (f", for task {task}" if task else "")
        try:
            receipt = await self.story.did(actor, act, task, key)
        except WorkflowUpdateFailedError:
            self.counted["refused"] += 1
            assert self.case == await self.story.case()
            return
        self.counted[type(act)] += 1
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
            if isinstance(entry.act, acts.ObjectionUpheld | acts.ObjectionClosed) and entry.act.was_heard:
                check_told(entry.act, await self._objection(entry.act.objection).case())
                self.counted["heard on an objection"] += 1
        assert [] == self.deadlines.moved(before, self.case)
        assert self.case.is_closed or await self._waits_for_something()
        if self.case is not before:
            check_tasks(self.case)
            check_penalties(self.case)
        check_reporting(self.case, self.on)
        await self.story.is_recorded_truly(self.case)

    def _was_right(self, before: Case, version: int, contested: Case | None) -> None:
        """Whoever did it was not kept from it, and whom it harms was heard, if not by us then by a court."""
        entry = self.case.entries[version - 1]
        self.counted[entry.act.kind] += 1
        if isinstance(entry.act, acts.ObjectionDecided):
            self.counted[entry.act.outcome] += 1
            assert contested is not None
            check_hearing(before, entry.act, contested)
        check_days(before, self.case.up_to(version))
        assert entry.actor.id not in barred(before, entry, contested), entry
        check_report(before, entry)
        for harm in () if is_by_a_court(self.case, entry) else adverse(before, entry):
            self.counted[harm] += 1
            assert was_heard(before, entry), (harm, entry)

    async def _waits_for_something(self) -> bool:
        """For somebody with a task or for a day, if not in it then in an objection to it: else it would be lost."""
        if self.case.tasks or await self.story.wakes():
            return True
        sends = (
            {act.objection for _, act in self.case.every(acts.ObjectionClosed)}
            if is_untold(self.case)
            else ()
        )
        objections = [self._objection(number) for number in {*self.case.open_objections, *sends}]
        self.counted["an objection's own case"] += len(objections)
        return any([(await each.case()).tasks or await each.wakes() for each in objections])

    def _objection(self, number: str) -> Story:
        return self.story.stage.story(number, procedure=ObjectionCase)


def _once_in(times: int, chance: Random) -> bool:
    """Whether it happens, once in so many times."""
    return chance.choice(range(times)) == times - 1
