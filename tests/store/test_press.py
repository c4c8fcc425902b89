"""The press: each letter is made once, whatever crashes, and what never was leaves none."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from sqlalchemy import Row, func, select, update
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from activities import press as the_press
from activities.bell import LETTERS
from activities.mailroom import Mailroom
from activities.press import Press
from activities.record import Recorder
from activities.recording import Recording
from activities.typesetting import typeset
from cli.load import municipality_in
from domain.acts import NoteAdded, SupplementRequested
from domain.case import Case, Entry
from domain.errors import NotNow
from domain.letters import Addressee
from embedded.part import PROJECT
from embedded.postgres import Postgres
from store import letters, migrate
from store.letters import DocumentDamaged
from store.reference import save_municipality
from store.tables import CHANGES, DocumentRow, LetterRow, SendingRow
from tests.examples import (
    A_MONDAY,
    a_case,
    a_check,
    an_act,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")

ON = date(2026, 3, 3)
ASKED = SupplementRequested(missing=("plan",), until=date(2026, 3, 17))


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def engine(postgres: Postgres) -> AsyncIterator[AsyncEngine]:
    """A database of its own, with the example municipality."""
    url = postgres.create_database("press")
    migrate.upgrade(url)
    made = create_async_engine(url)
    async with made.begin() as connection:
        await save_municipality(connection, municipality_in(PROJECT / "examples" / "zonnedam.toml"))
    yield made
    await made.dispose()


@pytest.fixture
def case() -> Case:
    """A case with an application."""
    applied = an_application_received(cooperative="de-werkplaats")
    return a_case((A_MONDAY, coop_a, applied)).model_copy(update={"number": f"PRS-{uuid4().hex[:8]}"})


def then(case: Case, act: Any, on: date = ON) -> Case:
    """The case with one more act."""
    actor = clock if isinstance(act, SupplementRequested) else caseworker1
    entry = an_act(case, on, actor, act)
    return case.after(Entry.model_validate(dict(entry)))


async def recorded(engine: AsyncEngine, case: Case, since: int = 0) -> None:
    await Recorder(engine).record(Recording.of(case=case, since=since))


async def rows(engine: AsyncEngine, table: Any, case: Case) -> Sequence[Row[Any]]:
    async with engine.connect() as connection:
        found = (
            select(table.__table__).where(table.number == case.number).order_by(*table.__table__.primary_key)
        )
        return (await connection.execute(found)).all()


async def test_a_letter_is_made_and_lies_ready_for_each_addressee(engine: AsyncEngine, case: Case) -> None:
    """By post for the resident, and in the case for the cooperative, whose name the reference data has."""
    await recorded(engine, case)
    await Press(engine).make_some()
    (letter,) = await rows(engine, LetterRow, case)
    (document,) = await rows(engine, DocumentRow, case)
    sendings = await rows(engine, SendingRow, case)

    assert letter.sha256 == document.sha256 == hashlib.sha256(document.content).hexdigest()
    assert document.content.startswith(b"%PDF-")
    assert "Sociale coöperatie De Werkplaats U.A." == letter.input["cooperative"]
    assert ["Postbus 100", "1234 AB Zonnedam"] == letter.input["office"]["address"]
    assert (date(2026, 1, 1), 1) == (letter.template_version, letter.policy_version)
    assert [("cooperative", "case", None), ("resident", "post", None)] == [
        (each.addressee, each.channel, each.sent_on) for each in sendings
    ]


async def test_who_looks_on_is_told_that_a_letter_lies_ready(engine: AsyncEngine, case: Case) -> None:
    """Nothing was done in the case by that: its version is still that of the act."""
    await recorded(engine, case)
    async with engine.connect() as listening:
        driver: Any = (await listening.get_raw_connection()).driver_connection
        await driver.set_autocommit(True)
        await driver.execute(f"LISTEN {CHANGES}")
        await Press(engine).make_some()
        rung = [json.loads(each.payload) async for each in driver.notifies(timeout=5, stop_after=1)]
        await driver.execute("UNLISTEN *")
        await driver.set_autocommit(False)

    expected = {"case": case.number, "version": 1, "municipality": "zonnedam", "cooperative": "de-werkplaats"}
    assert [expected | {"kinds": ["letter_made"]}] == rung


async def test_what_was_given_makes_the_same_document_again(engine: AsyncEngine, case: Case) -> None:
    """Years later, from what is kept."""
    await recorded(engine, case)
    await Press(engine).make_some()
    (letter,) = await rows(engine, LetterRow, case)
    again = typeset(letter.kind, letter.template_version, letter.input)

    assert letter.sha256 == hashlib.sha256(again).hexdigest()


async def test_however_many_presses_there_are_a_letter_is_made_once(
    engine: AsyncEngine, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def counted(kind: str, version: date, given: Any) -> bytes:
        made.append(given["number"])
        return typeset(kind, version, given)

    monkeypatch.setattr(the_press, "typeset", counted)
    await recorded(engine, case)
    await asyncio.gather(*(Press(engine).make_some() for _ in range(4)))
    await recorded(engine, case)
    await asyncio.gather(*(Press(engine).make_some() for _ in range(2)))

    assert [case.number] == made


async def test_a_crash_between_making_and_noting_makes_no_double(
    engine: AsyncEngine, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the first try is kept, and the second makes the same bytes."""

    class Crash(BaseException):
        """As when the machine stops."""

    async def stop(*_: Any) -> None:
        raise Crash

    await recorded(engine, case)
    with monkeypatch.context() as broken:
        broken.setattr(Press, "_lay_ready", stop)
        with pytest.raises(Crash):
            await Press(engine).make_some()
    (unmade,) = await rows(engine, LetterRow, case)

    assert (None, None) == (unmade.made_at, unmade.sha256)
    assert [] == await rows(engine, DocumentRow, case)

    await Press(engine).make_some()

    assert [1, 1, 2] == [
        len(await rows(engine, table, case)) for table in (LetterRow, DocumentRow, SendingRow)
    ]


async def test_a_letter_that_cannot_be_made_waits_and_says_why(
    engine: AsyncEngine, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others go on, and so does this one once it can."""

    def broken(*_: Any) -> bytes:
        raise OSError("no room")

    await recorded(engine, case)
    with monkeypatch.context() as away:
        away.setattr(the_press, "typeset", broken)
        await Press(engine).make_some()
    await Press(engine).make_some()
    (waiting,) = await rows(engine, LetterRow, case)

    assert (1, "OSError: no room", None) == (waiting.tries, waiting.problem, waiting.made_at)

    async with engine.begin() as connection:
        await connection.execute(update(LetterRow).values(next_try_at=func.now()))
    await Press(engine).make_some()
    (made,) = await rows(engine, LetterRow, case)

    assert made.made_at is not None
    assert made.problem is None


async def test_an_act_that_never_was_leaves_no_letter(engine: AsyncEngine, case: Case) -> None:
    """Made or not; its document is found by nobody."""
    await recorded(engine, case)
    never = then(then(case, a_check("plan")), ASKED)
    await recorded(engine, never, since=1)
    await Press(engine).make_some()

    assert [1, 3] == [each.version for each in await rows(engine, LetterRow, case)]

    await recorded(engine, then(case, NoteAdded(text="Called."), date(2026, 3, 4)), since=1)

    assert [1] == [each.version for each in await rows(engine, LetterRow, case)]
    assert {1} == {each.version for each in await rows(engine, SendingRow, case)}


async def test_another_act_at_its_number_has_its_own_letter(engine: AsyncEngine, case: Case) -> None:
    await recorded(engine, case)
    await recorded(engine, then(case, ASKED), since=1)
    await Press(engine).make_some()
    before = (await rows(engine, LetterRow, case))[1]
    other = ASKED.model_copy(update={"missing": ("mandate",)})
    await recorded(engine, then(case, other, date(2026, 3, 4)), since=1)
    await Press(engine).make_some()
    after = (await rows(engine, LetterRow, case))[1]

    assert before.sha256 != after.sha256
    assert [{"nl": "mandate", "en": "mandate"}] == after.input["missing"]


async def test_the_mail_that_tells_of_a_letter_is_its_sending_to_the_cooperative(
    engine: AsyncEngine, case: Case
) -> None:
    """With the address that it went to; to the resident it still has to go."""
    mails: list[Any] = []

    async def send(mail: Any) -> None:
        mails.append(mail)

    await recorded(engine, case)
    await Mailroom(engine, send, "meedoen@localhost").send_some()

    assert case.number not in str([mail["Subject"] for mail in mails])

    await Press(engine).make_some()
    await Mailroom(engine, send, "meedoen@localhost").send_some()
    told, posted = await rows(engine, SendingRow, case)

    assert "bestuur@dewerkplaats.example.nl" == told.recipient
    assert told.sent_on is not None
    assert told.sent_at is not None
    assert posted.sent_at is None


async def test_a_document_that_was_changed_is_not_given_out(engine: AsyncEngine, case: Case) -> None:
    await recorded(engine, case)
    await Press(engine).make_some()
    async with engine.begin() as connection:
        (kept,) = await letters.letters(connection, case.number)

        assert (await letters.document(connection, kept.row.sha256)).startswith(b"%PDF-")

        await connection.execute(
            update(DocumentRow).where(DocumentRow.number == case.number).values(content=b"%PDF-another")
        )
        with pytest.raises(DocumentDamaged):
            await letters.document(connection, kept.row.sha256)


async def test_a_newer_edition_takes_over_what_was_not_sent(engine: AsyncEngine, case: Case) -> None:
    """And what was sent stays with the one that it was."""
    today, later = A_MONDAY, date(2026, 3, 6)
    await recorded(engine, case)
    await Press(engine).make_some()
    async with engine.begin() as connection:
        (kept,) = await letters.letters(connection, case.number)
        await letters.note_posted(connection, kept, Addressee.RESIDENT, today, today, "caseworker1", "key")
        assert 2 == await letters.date_anew(connection, kept, later, today, LETTERS)
        assert 2 == await letters.date_anew(connection, kept, later, today, LETTERS)
    await Press(engine).make_some()
    first, second = await rows(engine, LetterRow, case)
    sendings = {each.addressee: each for each in await rows(engine, SendingRow, case)}

    assert "6 maart 2026" == second.input["dated"]["nl"]
    assert first.sha256 != second.sha256
    assert (1, today) == (sendings["resident"].edition, sendings["resident"].sent_on)
    assert (2, None) == (sendings["cooperative"].edition, sendings["cooperative"].sent_on)

    async with engine.begin() as connection:
        first, second = await letters.letters(connection, case.number)
        for other in (later, date(2026, 3, 9)):
            with pytest.raises(NotNow):
                await letters.note_posted(connection, second, Addressee.RESIDENT, other, other, "x", "key")
        with pytest.raises(NotNow):
            await letters.date_anew(connection, first, date(2026, 3, 9), today, LETTERS)
