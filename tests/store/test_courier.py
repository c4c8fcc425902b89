"""The courier: a case hears once that a decision went out to everybody, whatever dies in between."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from activities.courier import Courier
from activities.mailroom import Mailroom
from activities.press import Press
from activities.record import Recorder
from activities.recording import Recording
from cli.load import municipality_in
from domain.acts import Addressee, LetterSent, SupplementRequested
from domain.case import Case
from embedded.part import PROJECT
from embedded.postgres import Postgres
from store import letters, migrate
from store.reference import save_municipality
from store.tables import LetterRow
from tests.examples import (
    A_MONDAY,
    a_case,
    a_refusal,
    a_review,
    an_act,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")

POSTED = date(2026, 3, 5)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def engine(postgres: Postgres) -> AsyncIterator[AsyncEngine]:
    """A database of its own, with the example municipality."""
    url = postgres.create_database("courier")
    migrate.upgrade(url)
    made = create_async_engine(url)
    async with made.begin() as connection:
        await save_municipality(connection, municipality_in(PROJECT / "examples" / "zonnedam.toml"))
    yield made
    await made.dispose()


@pytest_asyncio.fixture(loop_scope="session")
async def case(engine: AsyncEngine) -> Case:
    """A refused case with its two letters made: the first act's, and the decision's."""
    applied = an_application_received(cooperative="de-werkplaats")
    made = a_case(
        (A_MONDAY, coop_a, applied), (A_MONDAY, caseworker1, a_review()), (A_MONDAY, decider1, a_refusal())
    ).model_copy(update={"number": f"CRR-{uuid4().hex[:8]}"})
    await Recorder(engine).record(Recording.of(case=made, since=0))
    while await Press(engine).make_some():
        pass
    return made


class Cases:
    """Those that are told; they cannot be reached when that is said."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, LetterSent]] = []
        self.are_away = False

    async def hear(self, number: str, municipality: str, sent: LetterSent, is_objection: bool) -> None:
        """A case is told."""
        if self.are_away:
            raise ConnectionError("no Temporal")
        self.heard.append((number, sent))


async def mailed(engine: AsyncEngine) -> None:
    """The mailroom has sent what was laid ready."""

    async def send(message: Any) -> None:
        del message

    while await Mailroom(engine, send, "meedoen@localhost").send_some():
        pass


async def posted(engine: AsyncEngine, case: Case, version: int, on: date = POSTED) -> None:
    """Somebody says that a letter was posted to the resident."""
    async with engine.begin() as connection:
        kept = next(
            each for each in await letters.letters(connection, case.number) if each.letter.version == version
        )
        await letters.note_posted(connection, kept, Addressee.RESIDENT, on, on, "caseworker1", uuid4().hex)


async def told(engine: AsyncEngine, cases: Cases, case: Case) -> list[LetterSent]:
    """What this case heard, once there is nothing to tell."""
    while await Courier(engine, cases.hear).tell_some():
        pass
    return [sent for number, sent in cases.heard if number == case.number]


async def test_a_case_is_told_once_everybody_was_sent_the_decision(engine: AsyncEngine, case: Case) -> None:
    """And not before, nor of a letter that decides nothing."""
    cases = Cases()
    await mailed(engine)

    assert [] == await told(engine, cases, case)

    await posted(engine, case, 1)

    assert [] == await told(engine, cases, case)

    await posted(engine, case, 3)
    (sent,) = await told(engine, cases, case)

    assert 3 == sent.version
    assert {"cooperative", "resident"} == {each.addressee for each in sent.sendings}
    assert POSTED == next(each.sent_on for each in sent.sendings if each.addressee == "resident")

    await posted(engine, case, 3)
    assert sent == (await told(engine, cases, case))[0]


async def test_a_case_is_told_of_a_letter_that_moves_a_term(engine: AsyncEngine) -> None:
    """Though it decides nothing: the term stands still from the day after it was sent. Awb 4:15(1)(a)."""
    applied = an_application_received(cooperative="de-werkplaats", electronic=["cooperative", "resident"])
    asked = SupplementRequested(missing=("mandate",), until=date(2026, 3, 16))
    case = a_case((A_MONDAY, coop_a, applied), (A_MONDAY, clock, asked)).model_copy(
        update={"number": f"CRR-{uuid4().hex[:8]}"}
    )
    await Recorder(engine).record(Recording.of(case=case, since=0))
    while await Press(engine).make_some():
        pass
    cases = Cases()
    await mailed(engine)

    assert [2] == [sent.version for sent in await told(engine, cases, case)]


async def test_it_does_not_matter_who_was_sent_it_last(engine: AsyncEngine, case: Case) -> None:
    cases = Cases()
    await posted(engine, case, 3)

    assert [] == await told(engine, cases, case)

    await mailed(engine)

    assert 1 == len(await told(engine, cases, case))


async def test_a_case_that_cannot_be_reached_is_told_later(engine: AsyncEngine, case: Case) -> None:
    cases = Cases()
    cases.are_away = True
    await mailed(engine)
    await posted(engine, case, 3)

    assert [] == await told(engine, cases, case)

    cases.are_away = False

    assert [] == await told(engine, cases, case)

    await it_is_time(engine, case)

    assert 1 == len(await told(engine, cases, case))


async def test_a_courier_that_dies_before_it_notes_tells_it_again(engine: AsyncEngine, case: Case) -> None:
    """The case takes it in once."""
    cases = Cases()
    await mailed(engine)
    await posted(engine, case, 3)

    async def dies(number: str, municipality: str, sent: LetterSent, is_objection: bool) -> None:
        await cases.hear(number, municipality, sent, is_objection)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await Courier(engine, dies).tell_some()
    first, again = await told(engine, cases, case)

    assert first == again
    assert 1 == await left_to_tell(engine, case)


async def test_a_case_is_told_until_it_has_noted_it(engine: AsyncEngine, case: Case) -> None:
    """A crash may have kept the decision itself from it, which then comes anew."""
    cases = Cases()
    await mailed(engine)
    await posted(engine, case, 3)
    await told(engine, cases, case)
    await it_is_time(engine, case)
    sent, again = await told(engine, cases, case)

    assert sent == again

    noted = case.after(an_act(case, POSTED, clock, sent))
    await Recorder(engine).record(Recording.of(noted, since=case.version))
    await it_is_time(engine, case)

    assert 2 == len(await told(engine, cases, case))
    assert 0 == await left_to_tell(engine, case)


async def it_is_time(engine: AsyncEngine, case: Case) -> None:
    """The pause until it is told again is over."""
    async with engine.begin() as connection:
        await connection.execute(
            update(LetterRow).filter_by(number=case.number, version=3).values(tell_at=func.now())
        )


async def left_to_tell(engine: AsyncEngine, case: Case) -> int:
    """Letters of which the case still has to hear."""
    async with engine.connect() as connection:
        left = select(func.count()).select_from(LetterRow).where(LetterRow.tell_at.is_not(None))
        return await connection.scalar(left.where(LetterRow.number == case.number)) or 0
