"""A mail server that was away, and a database that broke off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
import pytest_asyncio
from aiosmtpd.controller import Controller
from sqlalchemy import cast, func, select, text, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from activities.bell import LETTERS, MAIL, Work, keep_working
from activities.mailroom import Mailroom, Post
from activities.press import Press
from activities.record import Recorder
from activities.recording import Recording
from cli.load import municipality_in
from embedded.part import PROJECT
from embedded.postgres import Postgres
from embedded.short_lived import free_port
from store import migrate
from store.reference import save_municipality
from store.tables import LetterRow, NoticeRow
from tests.examples import (
    A_MONDAY,
    a_case,
    an_application_received,
    coop_a,
)

pytestmark = pytest.mark.asyncio(loop_scope="session")


class Postbox:
    """Keeps every mail that comes in."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """One mail."""
        self.mails.append(envelope.content)
        return "250 OK"


@pytest_asyncio.fixture(loop_scope="session")
async def outbox(postgres: Postgres, request: pytest.FixtureRequest) -> AsyncIterator[AsyncEngine]:
    """A database of its own, with the cooperatives of the example municipality."""
    url = postgres.create_database(f"mail_{abs(hash(request.node.name))}")
    migrate.upgrade(url)
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await save_municipality(connection, municipality_in(PROJECT / "examples" / "zonnedam.toml"))
    yield engine
    await engine.dispose()


def a_mailroom(engine: AsyncEngine, port: int) -> Mailroom:
    return Mailroom(engine, Post("127.0.0.1", port), "meedoen@localhost")


async def beside_the_procedure(engine: AsyncEngine, port: int) -> None:
    """What makes letters and sends mail, as in a worker."""
    await keep_working(engine, a_mailroom(engine, port).work(), Press(engine).work())


def a_case_that_mails(number: str) -> Recording:
    received = an_application_received(cooperative="de-werkplaats")
    case = a_case((A_MONDAY, coop_a, received)).model_copy(update={"number": number})
    return Recording.of(case=case, since=0)


async def test_a_message_goes_out_once_after_the_mail_server_was_away(outbox: AsyncEngine) -> None:
    """However many mailrooms there are and however often the act is recorded."""
    postbox, port = Postbox(), free_port()
    rooms = [a_mailroom(outbox, port) for _ in range(3)]
    recording = a_case_that_mails("MD-MAIL")
    await Recorder(outbox).record(recording)

    assert 0 == await rooms[0].send_some()  # the letter that it tells of is not made yet

    await Press(outbox).make_some()

    assert 1 == await rooms[0].send_some()
    assert 0 == await rooms[0].send_some()  # it waits a while

    async with outbox.begin() as connection:
        row = (await connection.execute(select(NoticeRow.__table__))).one()
        await connection.execute(update(NoticeRow).values(next_try_at=func.now()))

    assert (1, None) == (row.tries, row.sent_at)
    assert "127.0.0.1" in row.problem or "onnect" in row.problem

    server = Controller(postbox, hostname="127.0.0.1", port=port)
    server.start()
    try:
        await asyncio.gather(*(room.send_some() for room in rooms))
        await Recorder(outbox).record(recording)
        await asyncio.gather(*(room.send_some() for room in rooms))
    finally:
        server.stop()
    (mail,) = [message_from_bytes(content) for content in postbox.mails]

    assert "<MD-MAIL.1@meedoen>" == mail["Message-ID"]
    assert "bestuur@dewerkplaats.example.nl" == mail["To"]


async def test_a_message_that_cannot_be_read_keeps_nobody_from_the_others(outbox: AsyncEngine) -> None:
    """As when a newer version laid it ready: it waits, and says why."""
    sent = list[str]()

    async def send(mail: Message) -> None:
        sent.append(str(mail["Message-ID"]))

    for number in ("MD-LATER", "MD-NOW"):
        await Recorder(outbox).record(a_case_that_mails(number))
    await Press(outbox).make_some()
    async with outbox.begin() as connection:
        later = NoticeRow.document.concat({"later": 1})
        await connection.execute(
            update(NoticeRow).where(NoticeRow.number == "MD-LATER").values(document=later)
        )
    await Mailroom(outbox, send, "meedoen@localhost").send_some()
    async with outbox.connect() as connection:
        waiting = (
            await connection.execute(select(NoticeRow.__table__).where(NoticeRow.number == "MD-LATER"))
        ).one()

    assert ["<MD-NOW.1@meedoen>"] == sent
    assert (1, None) == (waiting.tries, waiting.sent_at)


async def test_a_letter_that_cannot_be_read_keeps_nobody_from_the_others(outbox: AsyncEngine) -> None:
    """As when a newer version laid it ready: that one makes it, and this one goes on."""
    for number in ("MD-LATER", "MD-NOW"):
        await Recorder(outbox).record(a_case_that_mails(number))
    async with outbox.begin() as connection:
        later = LetterRow.document.concat({"later": 1})
        await connection.execute(
            update(LetterRow).where(LetterRow.number == "MD-LATER").values(document=later)
        )
    await Press(outbox).make_some()
    async with outbox.connect() as connection:
        query = select(LetterRow.__table__).order_by(LetterRow.number)
        unread, made = (await connection.execute(query)).all()

    assert (1, None) == (unread.tries, unread.made_at)
    assert made.made_at is not None


async def test_what_fails_beside_the_procedure_ends_no_worker(outbox: AsyncEngine) -> None:
    """It is tried again at the next bell, and the others go on meanwhile."""
    tried, others = list[int](), list[int]()

    async def breaks() -> int:
        tried.append(1)
        raise LookupError

    async def goes_on() -> int:
        others.append(1)
        return 0

    async def never() -> None:
        return None

    works = Work(LETTERS, breaks, never), Work(MAIL, goes_on, never)
    working = asyncio.create_task(keep_working(outbox, *works))
    async with asyncio.timeout(20):
        while len(tried) < 2 or len(others) < 2:
            async with outbox.begin() as connection:
                await connection.execute(text(f"SELECT pg_notify('{LETTERS}', ''), pg_notify('{MAIL}', '')"))
            await asyncio.sleep(2.5)

    assert not working.done()
    working.cancel()


async def test_a_message_goes_out_as_soon_as_its_act_is_recorded(outbox: AsyncEngine) -> None:
    """The recorder rings, and the mailroom need not look."""
    postbox = Postbox()
    server = Controller(postbox, hostname="127.0.0.1", port=free_port())
    server.start()
    sending = asyncio.create_task(beside_the_procedure(outbox, server.port))
    try:
        await asyncio.sleep(0.3)
        for number in range(3):
            await Recorder(outbox).record(a_case_that_mails(f"MD-BELL-{number}"))
        async with asyncio.timeout(5):
            while len(postbox.mails) < 3:
                await asyncio.sleep(0.02)
    finally:
        sending.cancel()
        server.stop()

    assert 3 == len(postbox.mails)


async def test_the_mailroom_goes_on_after_the_database_broke_off(outbox: AsyncEngine) -> None:
    """It listens nearly all the time, and what breaks then is the driver's own error."""
    postbox = Postbox()
    server = Controller(postbox, hostname="127.0.0.1", port=free_port())
    server.start()
    sending = asyncio.create_task(beside_the_procedure(outbox, server.port))
    try:
        await asyncio.sleep(0.5)
        others = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
        async with outbox.begin() as connection:
            await connection.execute(text(f"{others} and pid <> pg_backend_pid()"))
        await asyncio.sleep(0.2)
        await outbox.dispose()
        await Recorder(outbox).record(a_case_that_mails("MD-BROKE"))
        async with asyncio.timeout(10):
            while not postbox.mails:
                await asyncio.sleep(0.05)
    finally:
        sending.cancel()
        server.stop()

    assert 1 == len(postbox.mails)


async def test_a_message_that_cannot_be_sent_for_weeks_holds_up_no_other(outbox: AsyncEngine) -> None:
    """However often it was tried, the next try is an hour away at most."""
    postbox = Postbox()
    server = Controller(postbox, hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        for number in ("MD-BAD", "MD-GOOD"):
            await Recorder(outbox).record(a_case_that_mails(number))
        await Press(outbox).make_some()
        async with outbox.begin() as connection:
            bad = NoticeRow.number == "MD-BAD"
            nobody = NoticeRow.document.op("||")(cast({"cooperative": "nobody"}, JSONB))
            await connection.execute(update(NoticeRow).where(bad).values(tries=5_000, document=nobody))

        assert 2 == await a_mailroom(outbox, server.port).send_some()
    finally:
        server.stop()
    async with outbox.connect() as connection:
        rows = {row.number: row for row in await connection.execute(select(NoticeRow.__table__))}

    assert rows["MD-GOOD"].sent_at is not None
    assert (5_001, None) == (rows["MD-BAD"].tries, rows["MD-BAD"].sent_at)
    assert 1 == len(postbox.mails)
