"""The recorder: doing it again changes nothing, and what never was is replaced by what was."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import delete, inspect, select, update
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from activities.record import Recorder
from activities.recording import Recording
from domain.acts import Act, NoteAdded, SupplementRequested
from domain.case import Case, Entry
from domain.people import Actor, Role
from domain.tasks import Task
from store.tables import ActRow, CaseRow, NoticeRow, TaskRow
from tests.examples import (
    A_MONDAY,
    a_check,
    an_act,
    an_application_received,
    an_empty_case,
    caseworker1,
    clock,
    coop_a,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")

TABLES = (CaseRow, ActRow, TaskRow, NoticeRow)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """The database, without a mailroom that would send what is written."""
    made = create_async_engine(database_url)
    yield made
    await made.dispose()


@pytest.fixture
def case() -> Case:
    """An empty case with a number of its own."""
    return an_empty_case().model_copy(update={"number": f"REC-{uuid4().hex[:8]}"})


def then(case: Case, actor: Actor, act: Act, minutes: int = 1, task: str | None = None) -> Case:
    """The case with one more act, so many minutes after the one before it."""
    entry = an_act(case, A_MONDAY, actor, act, task, key=f"{act.kind}-{minutes}")
    at = case.entries[-1].at if case.entries else entry.at
    return case.after(Entry.model_validate(dict(entry) | {"at": at + timedelta(minutes=minutes)}))


def with_task(case: Case, *accepts: str) -> Case:
    """The case with one more open task."""
    name = f"{case.number}.{case.tasks_opened + 1}"
    return case.with_task(Task(id=name, role=Role.CASEWORKER, accepts=accepts, opened_at=case.entries[-1].at))


def received(case: Case) -> Case:
    """The case with its application."""
    return with_task(then(case, coop_a, an_application_received()), "completeness_checked")


def checked(case: Case, minutes: int = 1) -> Case:
    """The case, found complete."""
    first = f"{case.number}.1"
    return with_task(
        then(case, caseworker1, a_check(), minutes, first).without_task(first), "application_reviewed"
    )


async def rows_of(engine: AsyncEngine, case: Case) -> list[list[dict[str, Any]]]:
    """Every row of a case."""
    async with engine.connect() as connection:
        return [
            [
                dict(row)
                for row in (
                    await connection.execute(
                        select(table.__table__)
                        .where(table.number == case.number)
                        .order_by(*inspect(table).primary_key)
                    )
                ).mappings()
            ]
            for table in TABLES
        ]


async def recorded(engine: AsyncEngine, case: Case, since: int = 0) -> list[list[dict[str, Any]]]:
    """The rows once this was recorded."""
    await Recorder(engine).record(Recording.of(case=case, since=since))
    return await rows_of(engine, case)


async def test_recording_twice_changes_nothing(engine: AsyncEngine, case: Case) -> None:
    case = checked(received(case))
    once = await recorded(engine, case)

    assert [1, 2, 1, 1] == [len(rows) for rows in once]
    assert once == await recorded(engine, case)


async def test_in_parts_or_at_once_is_the_same(engine: AsyncEngine, case: Case) -> None:
    """But for a task that was done before anybody could see it open."""
    start, end = received(case), checked(received(case))
    await recorded(engine, start)
    in_parts = await recorded(engine, end, since=1)
    async with engine.begin() as connection:
        for table in reversed(TABLES):
            await connection.execute(delete(table).where(table.number == case.number))
    at_once = await recorded(engine, end)

    assert [in_parts[0], in_parts[1], in_parts[3]] == [at_once[0], at_once[1], at_once[3]]
    assert in_parts[2][1:] == at_once[2]
    assert in_parts[2][0]["closed_at"] == end.entries[-1].at


async def test_all_at_once_and_again_and_out_of_order_ends_at_the_newest(
    engine: AsyncEngine, case: Case
) -> None:
    """As when several workers were held up and all go on together."""
    states = [received(case)]
    for number in range(6):
        states.append(then(states[-1], caseworker1, NoteAdded(text=f"Note {number}.")))
    states.append(checked(states[-1]))
    recordings = [Recording.of(case=new, since=old.version) for old, new in pairwise([case, *states])]
    for recording in recordings:
        await Recorder(engine).record(recording)
    expected = await rows_of(engine, case)
    await asyncio.gather(*(Recorder(engine).record(recording) for recording in [*recordings, *recordings]))

    assert expected == await rows_of(engine, case)
    assert states[-1].version == expected[0][0]["version"]


async def test_an_old_worker_that_was_held_up_changes_nothing(engine: AsyncEngine, case: Case) -> None:
    old = received(case)
    now = await recorded(engine, checked(old))

    assert now == await recorded(engine, old)


async def test_an_act_that_never_was_is_replaced_by_the_next_real_one(
    engine: AsyncEngine, case: Case
) -> None:
    """A crash kept it from Temporal, and the case gave its number to another act at a later moment."""
    start = received(case)
    await recorded(engine, start)
    await recorded(engine, checked(start), since=1)
    real = then(start, caseworker1, NoteAdded(text="Called."), minutes=5)
    cases, acts, tasks, notices = await recorded(engine, real, since=1)

    assert [("completeness_check", 2)] == [(row["status"], row["version"]) for row in cases]
    assert ["application_received", "note_added"] == [row["kind"] for row in acts]
    assert [(f"{case.number}.1", None)] == [(row["id"], row["closed_at"]) for row in tasks]
    assert [1] == [row["version"] for row in notices]


async def test_what_followed_by_itself_from_an_act_that_never_was_goes_too(
    engine: AsyncEngine, case: Case
) -> None:
    """The request for a supplement and its message, which nobody decided on."""
    start = received(case)
    await recorded(engine, start)
    never = then(checked(start), clock, SupplementRequested(missing=("plan",), until=A_MONDAY))
    await recorded(engine, never, since=1)
    real = then(start, caseworker1, NoteAdded(text="Called."), minutes=5)
    _, acts, _, notices = await recorded(engine, real, since=1)

    assert ["application_received", "note_added"] == [row["kind"] for row in acts]
    assert ["application_received"] == [row["kind"] for row in notices]


async def test_the_same_act_at_a_later_moment_does_not_send_its_message_again(
    engine: AsyncEngine, case: Case
) -> None:
    """The client asked again, and what went out stays as it went out."""
    await recorded(engine, received(case))
    async with engine.begin() as connection:
        await connection.execute(
            update(NoticeRow)
            .where(NoticeRow.number == case.number)
            .values(sent_at=received(case).entries[0].at, recipient="x@y")
        )
    later = with_task(then(case, coop_a, an_application_received(), minutes=5), "completeness_checked")
    _, acts, _, notices = await recorded(engine, later)

    assert [later.entries[0].at] == [row["at"] for row in acts]
    assert ["x@y"] == [row["recipient"] for row in notices]


async def test_another_act_at_its_number_sends_its_own_message(engine: AsyncEngine, case: Case) -> None:
    start = received(case)
    await recorded(engine, start)
    asked = SupplementRequested(missing=("plan",), until=A_MONDAY)
    await recorded(engine, then(start, clock, asked), since=1)
    real = then(start, clock, asked.model_copy(update={"missing": ("mandate",)}), minutes=5)
    _, _, _, notices = await recorded(engine, real, since=1)

    assert "mandate" in notices[1]["document"]["body"]["en"]
    assert notices[1]["sent_at"] is None
