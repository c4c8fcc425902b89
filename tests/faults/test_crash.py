"""What a crash leaves behind, and a mail server that was away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from email import message_from_bytes
from typing import Any

import pytest
import pytest_asyncio
from aiosmtpd.controller import Controller
from sqlalchemy import cast, func, select, text, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from activities.mailroom import Mailroom, Post
from activities.press import Press
from activities.record import Recorder
from activities.recording import Recording
from cli.load import municipality_in
from domain.acts import NoteAdded, SupplementRequested
from domain.case import Case, Entry
from embedded.part import PROJECT
from embedded.postgres import Postgres
from embedded.short_lived import free_port
from store import migrate
from store.reference import save_municipality
from store.tables import ActRow, NoticeRow
from tests.examples import (
    A_MONDAY,
    a_case,
    a_check,
    a_refusal,
    a_supplement,
    an_act,
    an_application_received,
    caseworker1,
    clock,
    coop_a,
    decider1,
)
from tests.procedure.paths import reviewed
from tests.story import FIRST_DAY, Stage, Story
from tests.superseding import a_sending
from workflows.participation import ParticipationCase

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def written_only(stage: Stage, case: Case, *entries: Entry) -> None:
    """What the recorder wrote just before a crash, which Temporal never heard of."""
    never = case
    for entry in entries:
        at = never.entries[-1].at + timedelta(milliseconds=1)
        never = never.after(entry.model_copy(update={"at": at, "version": never.version + 1}))
    await Recorder(stage.database).record(Recording.of(case=never, since=case.version))


async def told(stage: Stage, number: str) -> list[str]:
    """What the copy says that happened."""
    async with stage.database.connect() as connection:
        kinds = select(ActRow.kind).where(ActRow.number == number).order_by(ActRow.version)
        return list(await connection.scalars(kinds))


async def test_an_act_that_temporal_never_knew_is_replaced_by_the_next_one(story: Story) -> None:
    """The story's own end holds every table against the case."""
    await story.applied(coop_a, an_application_received())
    case = await story.case()
    await written_only(story.stage, case, an_act(case, FIRST_DAY, caseworker1, a_check("mandate")))

    assert "completeness_checked" in await told(story.stage, story.number)

    await story.did(caseworker1, NoteAdded(text="Called."))

    assert ["application_received", "note_added"] == await told(story.stage, story.number)


async def test_a_sending_that_temporal_never_knew_is_told_again(story: Story) -> None:
    """The courier takes its word away only once the case has it; then it stands there once."""
    await reviewed(story)
    await story.did(decider1, a_refusal())
    case = await story.case()
    await written_only(story.stage, case, an_act(case, FIRST_DAY, clock, a_sending(case.version, FIRST_DAY)))

    assert "letter_sent" == (await told(story.stage, story.number))[-1]
    assert "permission_refused" == (await story.kinds())[-1]

    await story.went_out()
    await story.did(caseworker1, NoteAdded(text="Called."))

    assert ["permission_refused", "letter_sent", "note_added"] == (await story.kinds())[-3:]
    assert await story.kinds() == await told(story.stage, story.number)


async def test_a_decision_that_temporal_never_knew_went_out_for_no_other_act(story: Story) -> None:
    """Its letter may be on its way: the case takes that for no letter of the act that came in its place."""
    await reviewed(story)
    case = await story.case()
    await written_only(story.stage, case, an_act(case, FIRST_DAY, decider1, a_refusal()))
    sent = a_sending(case.version + 1, FIRST_DAY)
    await story.handle.signal(ParticipationCase.take_news, sent)
    await story.did(caseworker1, NoteAdded(text="Called."))
    await story.handle.signal(ParticipationCase.take_news, sent)
    await story.did(caseworker1, NoteAdded(text="Called again."))

    assert ["note_added", "note_added"] == (await story.kinds())[-2:]
    assert await story.kinds() == await told(story.stage, story.number)

    await story.did(decider1, a_refusal())
    await story.went_out()

    assert ["permission_refused", "letter_sent"] == (await story.kinds())[-2:]


async def test_all_that_temporal_never_knew_goes_with_it(story: Story) -> None:
    """Also what followed by itself, which no later act has overwritten yet."""
    await story.applied(coop_a, an_application_received())
    case = await story.case()
    await written_only(
        story.stage,
        case,
        an_act(case, FIRST_DAY, caseworker1, a_check("mandate")),
        an_act(case, FIRST_DAY, clock, SupplementRequested(missing=("mandate",), until=FIRST_DAY)),
        an_act(case, FIRST_DAY, coop_a, a_supplement()),
    )
    await story.did(caseworker1, NoteAdded(text="Called."))

    assert ["application_received", "note_added"] == await told(story.stage, story.number)


async def test_an_older_worker_that_was_held_up_overwrites_nothing(story: Story) -> None:
    await story.applied(coop_a, an_application_received())
    older = await story.case()
    await story.did(caseworker1, a_check())
    await Recorder(story.stage.database).record(Recording.of(case=older, since=0))

    assert ["application_received", "completeness_checked"] == await told(story.stage, story.number)


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
    await asyncio.gather(a_mailroom(engine, port).keep_sending(), Press(engine).keep_making())


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
