"""A case that lives on real parts of its own, while its time is moved on: PostgreSQL, Temporal, worker and recorder."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from temporalio.client import Client, WithStartWorkflowOperation, WorkflowHandle
from temporalio.common import WorkflowIDConflictPolicy
from temporalio.testing import TimeSkipper, TimeSkippingConfig

from activities.record import Recorder
from cli.load import municipality_in
from domain.acts import Act, Addressee, Channel, LetterSent, Sent
from domain.calendar import NETHERLANDS, next_working_day
from domain.case import Case, Entry, Performed, Status
from domain.duties import decision_in, needs_a_mandate
from domain.fact import Fact, Text
from domain.mandates import Mandate
from domain.numbers import case_number
from domain.people import Actor
from domain.policy import Municipality, Policy
from domain.term import Term
from domain.words import Language, in_language
from embedded import short_lived
from embedded.people import example_users
from embedded.postgres import QUICK, Postgres, system_user
from embedded.temporal import SKIPPING, Temporal
from settings import HERE
from store import migrate, queries
from worker import worker
from workflows.client import TASK_QUEUE, workflow_id
from workflows.objection import ObjectionCase
from workflows.participation import ParticipationCase
from workflows.plugin import plugin
from workflows.procedure import Procedure

OFFICE_HOURS = time(10)
PAUSE = 0.02
"""Seconds between two looks at what was recorded."""


@dataclass
class Life:
    """One case, from application to end. People act, time passes, and each act is told once it is recorded."""

    skipper: TimeSkipper
    temporal: Client
    database: AsyncEngine
    case: Case
    """As it was when last looked at."""
    people: dict[str, Actor]
    mandates: tuple[Mandate, ...]
    language: Language
    tell: Callable[[Entry], None]
    procedure: type[Procedure] = ParticipationCase

    @property
    def policy(self) -> Policy:
        """The policy that the case goes by."""
        return self.case.policy

    @property
    def handle(self) -> WorkflowHandle[ParticipationCase, Status]:
        """The case's workflow, in whichever run it is."""
        return self.temporal.get_workflow_handle_for(ParticipationCase.run, workflow_id(self.case.number))

    async def today(self) -> date:
        """The day that it is for the case."""
        return (await self._now()).date()

    def words(self, nl: str, en: str) -> str:
        """What somebody writes, in the language that was asked for."""
        return in_language(Text(nl=nl, en=en), self.language)

    async def begins(self, who: str, act: Act) -> None:
        """Somebody applies, and the case begins."""
        await self.skipper.client.execute_update_with_start_workflow(  # pyright: ignore[reportUnknownMemberType]
            ParticipationCase.perform,
            self._done(who, act),
            start_workflow_operation=WithStartWorkflowOperation(
                self.procedure.__name__,
                self.case,
                id=workflow_id(self.case.number),
                task_queue=TASK_QUEUE,
                id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
            ),
        )
        await self._tell_what_is_new()

    async def does(self, who: str, act: Act, task: str | None = None) -> None:
        """Somebody does something."""
        await self.handle.execute_update(ParticipationCase.perform, self._done(who, act, task))  # pyright: ignore[reportUnknownMemberType]
        await self._tell_what_is_new()

    def _done(self, who: str, act: Act, task: str | None = None) -> Performed:
        held = tuple(mandate for mandate in self.mandates if mandate.holder == who)
        return Performed(
            actor=self.people[who], act=act, task=task, mandates=held if needs_a_mandate(act) else ()
        )

    async def another(self, name: str) -> Life:
        """The case of an objection, about to begin beside this one on the same day."""
        number = case_number(self.case.municipality, self.case.number, name)
        empty = Case(number=number, municipality=self.case.municipality, policy=self.policy)
        life = replace(self, case=empty, procedure=ObjectionCase)
        await self.skipper.client.start_workflow(
            life.procedure.__name__, empty, id=workflow_id(number), task_queue=TASK_QUEUE
        )
        await self.skipper.fast_forward(life.handle, await self._now() - datetime.now(NETHERLANDS))
        return life

    async def posts_the_decision(self) -> None:
        """The letter of the last decision is posted on this day, and the term to object begins."""
        decision = next(entry for entry in reversed(self.case.entries) if decision_in(entry.act))
        on = await self.today()
        sendings = tuple(
            Sent(addressee=to, channel=by, sent_on=on)
            for to, by in ((Addressee.COOPERATIVE, Channel.CASE), (Addressee.RESIDENT, Channel.POST))
        )
        await self.handle.signal("take_news", LetterSent(version=decision.version, sendings=sendings))
        await self.hears(LetterSent, after=decision.version)

    async def hears(self, kind: type[Fact], after: int = 0) -> None:
        """The case is told something from outside."""
        while self.case.last(kind, after=after) is None:
            await asyncio.sleep(PAUSE)
            await self._tell_what_is_new()

    async def later(self, days: int) -> None:
        """So many days pass, and then it is a working day."""
        await self._until(next_working_day(await self.today() + timedelta(days=days)))

    async def until(self, when: Callable[[Case], Term | None], days: int = 0) -> None:
        """It becomes the day of that term, or so many days after it."""
        if (term := when(self.case)) is not None:
            await self._until(term.due_on + timedelta(days=days))

    async def _until(self, on: date) -> None:
        left = datetime.combine(on, OFFICE_HOURS, NETHERLANDS) - await self._now()
        if left > timedelta(0):
            await self.skipper.fast_forward(self.handle, left)
            await self._tell_what_is_new()

    async def _now(self) -> datetime:
        if not self.case.entries:
            return datetime.now(NETHERLANDS)
        return (await self.skipper.get_current_time(self.handle)).astimezone(NETHERLANDS)

    async def _tell_what_is_new(self) -> None:
        before = self.case.version
        self.case = await self.handle.query(ParticipationCase.state)
        while len(recorded := await self._recorded()) < self.case.version:  # noqa: ASYNC110 - it is in the database
            await asyncio.sleep(PAUSE)
        for entry in recorded[before:]:
            self.tell(entry)

    async def _recorded(self) -> list[Entry]:
        async with self.database.connect() as connection:
            return await queries.entries(connection, self.case.number)


def example_municipality() -> Municipality:
    """The example municipality, whose people the example users are."""
    return municipality_in(HERE / "examples" / "zonnedam.toml")


@asynccontextmanager
async def a_life(
    municipality: Municipality, language: Language, tell: Callable[[Entry], None]
) -> AsyncGenerator[Life]:
    """A case about to begin, on parts that are gone afterwards."""
    with _parts() as (database_url, temporal_address):
        database = create_async_engine(database_url)
        temporal = await Client.connect(temporal_address, plugins=[plugin()])
        async with worker(temporal, Recorder(database)):
            yield a_life_on(temporal, database, municipality, language, tell)
        await database.dispose()


def a_life_on(
    temporal: Client,
    database: AsyncEngine,
    municipality: Municipality,
    language: Language,
    tell: Callable[[Entry], None],
    name: str = "simulation",
) -> Life:
    """A case of that name about to begin, on these parts."""
    users, policy = example_users(), municipality.policy
    people = {user: Actor(id=user, **known.model_dump()) for user, known in users.items()}
    number = case_number(policy.municipality, name)
    case = Case(number=number, municipality=policy.municipality, policy=policy)
    skipper = TimeSkipper(temporal, config=TimeSkippingConfig(enabled=False))
    return Life(skipper, temporal, database, case, people, municipality.mandates, language, tell)


@contextmanager
def _parts() -> Generator[tuple[str, str]]:
    """A database with all tables, and a Temporal that keeps everything in memory."""
    with tempfile.TemporaryDirectory(prefix="meedoen-") as name:
        folder = Path(name).resolve()
        postgres = Postgres(folder / "postgres", user=system_user(), settings=QUICK)
        server = Temporal(None, short_lived.free_port(), None, SKIPPING)
        with short_lived.running(folder, postgres.part(), server.part()):
            migrate.upgrade(postgres.url())
            yield postgres.url(), server.address
        shutil.rmtree(
            postgres.sockets, ignore_errors=True
        )  # elsewhere, when the folder's path is too long for them
