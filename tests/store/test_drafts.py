"""A form that is half filled is there again, for whoever typed it, until it is sent or 30 days old."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from activities.record import Recorder
from activities.recording import Recording
from domain.acts import Act, DecisionReversed, ItemAnswered, NoteAdded, QuestionAnswered
from store import drafts
from store.drafts import DraftRow, Of
from tests.examples import (
    A_MONDAY,
    WHY,
    a_person,
    an_act,
    an_application_received,
    an_empty_case,
    caseworker1,
    caseworker2,
    coop_a,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")

TYPED = {"text": ["Called, no answer."]}


@pytest_asyncio.fixture(loop_scope="session")
async def connection(database: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """What a test writes is gone after it."""
    async with database.connect() as made:
        yield made
        await made.rollback()


def a_note(number: str | None = None) -> Of:
    """A note that somebody is writing."""
    return Of(caseworker1, "note_added", number or f"DRA-{uuid4().hex[:8]}")


async def typed(connection: AsyncConnection, of: Of) -> dict[str, tuple[str, ...]] | None:
    found = await drafts.find(connection, of)
    return found and found.typed


async def test_a_draft_is_there_again_as_it_was_typed(connection: AsyncConnection) -> None:
    of = a_note()
    await drafts.save(connection, of, {"text": [" a\r\nb "], "reasons": ["x", "y"]})

    assert {"text": (" a\r\nb ",), "reasons": ("x", "y")} == await typed(connection, of)


async def test_a_later_draft_takes_the_place_of_the_one_before(connection: AsyncConnection) -> None:
    of = a_note()
    await drafts.save(connection, of, {"text": ["first"], "more": ["x"]})
    await drafts.save(connection, of, TYPED)

    assert {"text": ("Called, no answer.",)} == await typed(connection, of)


@pytest.mark.parametrize(
    "other",
    [
        lambda of: Of(caseworker2, of.kind, of.number),
        lambda of: Of(of.actor, "review_returned", of.number),
        lambda of: Of(of.actor, of.kind, "another"),
        lambda of: Of(a_person("caseworker1", municipality="maandrecht"), of.kind, of.number),
    ],
)
async def test_nobody_else_and_nothing_else_gets_it(
    connection: AsyncConnection, other: Callable[[Of], Of]
) -> None:
    of = a_note()
    await drafts.save(connection, of, TYPED)

    assert await typed(connection, other(of)) is None


async def test_a_bsn_is_never_kept(connection: AsyncConnection) -> None:
    of = Of(coop_a, "application_received", "one")
    await drafts.save(
        connection, of, {"application.resident.bsn": ["999990019"], "application.plan": ["Learning."]}
    )

    assert {"application.plan": ("Learning.",)} == await typed(connection, of)


async def test_an_emptied_form_leaves_no_draft(connection: AsyncConnection) -> None:
    of = a_note()
    await drafts.save(connection, of, TYPED)
    await drafts.save(connection, of, {})

    assert await typed(connection, of) is None


async def test_a_removed_draft_is_gone(connection: AsyncConnection) -> None:
    of = a_note()
    await drafts.save(connection, of, TYPED)
    await drafts.remove(connection, of)

    assert await typed(connection, of) is None


async def test_after_thirty_days_it_is_not_found_and_goes_with_the_next_that_is_saved(
    connection: AsyncConnection,
) -> None:
    of = a_note()
    await drafts.save(connection, of, TYPED)
    older = update(DraftRow).where(DraftRow.number == of.number)
    await connection.execute(older.values(expires_at=DraftRow.expires_at - timedelta(days=30)))

    assert await typed(connection, of) is None

    await drafts.save(connection, a_note(), TYPED)
    left = await connection.scalars(select(DraftRow.number).where(DraftRow.number == of.number))

    assert [] == left.all()


async def test_the_act_takes_its_draft_away_and_no_other(database: AsyncEngine) -> None:
    case = an_empty_case().model_copy(update={"number": f"DRA-{uuid4().hex[:8]}"})
    case = case.after(an_act(case, A_MONDAY, coop_a, an_application_received()))
    mine, others = a_note(case.number), Of(caseworker2, "note_added", case.number)
    another = Of(caseworker1, "completeness_checked", case.number)
    async with database.begin() as connection:
        for of in (mine, others, another):
            await drafts.save(connection, of, TYPED)
    case = case.after(an_act(case, A_MONDAY, caseworker1, NoteAdded(text="Called, no answer.")))
    await Recorder(database).record(Recording.of(case, 0))

    async with database.connect() as connection:
        left = [await typed(connection, of) is not None for of in (mine, others, another)]

    assert [False, True, True] == left


@pytest.mark.parametrize(
    "act",
    [
        QuestionAnswered(about=2, answers=(ItemAnswered(item=1, answer="Well."),)),
        DecisionReversed(version=2, reasoning=WHY, decide_by=A_MONDAY),
    ],
)
async def test_the_act_takes_away_what_was_typed_about_the_same_and_leaves_the_rest(
    database: AsyncEngine, act: Act
) -> None:
    """Of two questions that are both open, the one that is answered."""
    case = an_empty_case().model_copy(update={"number": f"DRA-{uuid4().hex[:8]}"})
    case = case.after(an_act(case, A_MONDAY, coop_a, an_application_received()))
    about_it, about_another = (Of(caseworker1, act.kind, case.number, about) for about in (2, 22))
    async with database.begin() as connection:
        for of in (about_it, about_another):
            await drafts.save(connection, of, TYPED)
    await Recorder(database).record(Recording.of(case.after(an_act(case, A_MONDAY, caseworker1, act)), 0))

    async with database.connect() as connection:
        left = [await typed(connection, of) is not None for of in (about_it, about_another)]

    assert [False, True] == left


async def test_applications_that_were_begun_are_listed_for_who_began_them(
    connection: AsyncConnection,
) -> None:
    ours, others = Of(coop_a, drafts.APPLICATION, "one"), Of(caseworker1, drafts.APPLICATION, "two")
    for of in (ours, others, Of(coop_a, "note_added", "three")):
        await drafts.save(connection, of, TYPED)
    found = await drafts.of_new_cases(connection, coop_a)

    assert [("one", {"text": ("Called, no answer.",)})] == [(name, draft.typed) for name, draft in found]
    await connection.execute(update(DraftRow).values(expires_at=DraftRow.saved_at - timedelta(days=1)))
    assert [] == await drafts.of_new_cases(connection, coop_a)
