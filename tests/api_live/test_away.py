"""Temporal is away, or answers too late: nothing is half done, and asking again is safe."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from joserfc.jwk import RSAKey
from sqlalchemy import ARRAY, Integer, bindparam, func, select, text
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import Client

from activities.record import Recorder
from activities.recording import Recording
from api import desk
from api.identity import request_of
from api.parts import Parts, pooled
from domain import objections
from domain.acts import ApplicationReceived, ObjectionAcknowledged, ObjectionReceived
from domain.authority import Scope
from domain.case import Case, Entry, Performed
from domain.people import Role, the_clock
from store import queries
from store.tables import ActRow, CaseRow, RefusalRow
from tests.api_live.office import Office, office_of, problem
from tests.api_live.steps import POLICY, a_note, an_application, applied, granted, kinds, task_of
from tests.examples import a_person
from tests.story import Stage
from worker import recall
from workflows.client import TASK_QUEUE, workflow_id
from workflows.participation import ParticipationCase
from workflows.plugin import plugin

pytestmark = pytest.mark.asyncio(loop_scope="session")

ROWS = select(
    *(select(func.count()).select_from(table).scalar_subquery() for table in (CaseRow, ActRow, RefusalRow))
)


async def test_an_auditor_is_told_soon_that_temporal_does_not_answer(
    office: Office, parts: Parts, signing_key: RSAKey
) -> None:
    """By itself a client waits half a minute for what nobody answers."""
    number = await applied(office)
    host, port = parts.temporal.service_client.config.target_host.rsplit(":", 1)
    is_away = asyncio.Event()

    async def passed(source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
        while some := await source.read(65536):
            if not is_away.is_set():
                to.write(some)

    async def passed_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        back, there = await asyncio.open_connection(host, int(port))
        with suppress(ConnectionError, asyncio.CancelledError):
            await asyncio.gather(passed(reader, there), passed(back, writer))

    between = await asyncio.start_server(passed_on, "127.0.0.1", 0)
    address = "{}:{}".format(*between.sockets[0].getsockname())
    connected = await Client.connect(address, plugins=[plugin()])
    async with office_of(replace(parts, temporal=connected), signing_key) as auditing:
        assert 200 == (await auditing("auditor1").get(f"/cases/{number}/history")).status_code

        is_away.set()
        async with asyncio.timeout(15):
            answer = await auditing("auditor1").get(f"/cases/{number}/history")

    between.close()
    problem(answer, 503, "away")


async def test_without_temporal_nothing_is_recorded(
    office: Office, parts: Parts, signing_key: RSAKey
) -> None:
    """503 with the time to ask again; what is read from the copy is there still."""
    number = await applied(office)
    dead = await Client.connect("127.0.0.1:1", lazy=True, plugins=[plugin()])
    async with (
        office_of(replace(parts, temporal=dead), signing_key) as closed,
        parts.database.connect() as rows,
    ):
        before = (await rows.execute(ROWS)).one()
        answers = [
            await closed("coop-a").post("/applications", an_application()),
            await closed("caseworker1").post(f"/cases/{number}/acts", a_note()),
            await closed("auditor1").get(f"/cases/{number}/history"),
            await closed("caseworker1").post(f"/cases/{number}/acts/_preview", a_note()),
        ]
        await rows.rollback()

        assert before == (await rows.execute(ROWS)).one()
        for answer in answers:
            problem(answer, 503, "away")
            assert "5" == answer.headers["retry-after"]
        assert 200 == (await closed("coop-a").get(f"/cases/{number}")).status_code
        await closed("coop-a").refused(
            400, "invalid-request", "/applications", an_application(hoursAWeek="many")
        )


async def test_an_auditor_still_reads_the_story_when_temporal_is_away(
    office: Office, parts: Parts, signing_key: RSAKey
) -> None:
    """The page of what Temporal kept says that it cannot be read now; the story of the case is there."""
    number = await applied(office)
    dead = await Client.connect("127.0.0.1:1", lazy=True, plugins=[plugin()])
    async with office_of(replace(parts, temporal=dead), signing_key) as closed:
        auditor = await closed.visitor(parts.database, "auditor1")
        answer = await auditor.page(f"/audit/cases/{number}/history?lang=en")

        assert 503 == answer.status_code
        assert "Temporal cannot be read now" in answer.text
        assert f"/audit/cases/{number}" in answer.text
        assert "An application came in" in await auditor.shown(f"/audit/cases/{number}")


async def test_a_form_that_temporal_did_not_answer_is_offered_once_more(
    office: Office, parts: Parts, signing_key: RSAKey
) -> None:
    """With all that was sent and under the same key: it is done once, and leads back to where it stood at first."""
    number = await applied(office)
    task, on = await task_of(office("caseworker1"), number), "/work?view=group&lang=en"
    dead = await Client.connect("127.0.0.1:1", lazy=True, plugins=[plugin()])
    async with office_of(replace(parts, temporal=dead), signing_key) as closed:
        first = await closed.visitor(parts.database, "caseworker1")
        unsure = await first.sent(f"/tasks/{task}/claim", {"key": uuid4().hex}, on)
        offered = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', unescape(unsure.text)))
        still_unsure = await first.sent(f"/tasks/{task}/claim", offered, f"/tasks/{task}/claim")
    caseworker = replace(first, client=office.client)
    answers = [
        await caseworker.sent(f"/tasks/{task}/claim", offered, f"/tasks/{task}/claim") for _ in range(2)
    ]

    assert [503, 503] == [answer.status_code for answer in (unsure, still_unsure)]
    assert f'action="/tasks/{task}/claim"' in unsure.text
    assert [(303, "/work?view=group&lang=en")] * 2 == [
        (a.status_code, a.headers["location"]) for a in answers
    ]
    assert ["application_received", "task_claimed"] == await kinds(office, number)


async def test_a_connection_that_postgresql_closed_is_not_used_again(database: AsyncEngine) -> None:
    """Also when it closed all of them, as it does when it starts anew: the next request gets a new one."""
    pool = pooled(str(database.url.render_as_string(hide_password=False)))
    end_all = text(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where pid = any(:them)"  # and waits for it
    ).bindparams(bindparam("them", type_=ARRAY(Integer)))
    me = text("select pg_backend_pid()")
    try:
        async with pool.connect() as one, pool.connect() as another:
            them = [await one.scalar(me), await another.scalar(me)]
        async with database.connect() as elsewhere:
            await elsewhere.execute(end_all, {"them": them})
        async with asyncio.timeout(5), pool.connect() as connection:
            assert await connection.scalar(me) not in them
    finally:
        await pool.dispose()


async def test_a_database_whose_machine_is_gone_is_missed_within_half_a_minute(
    database: AsyncEngine,
) -> None:
    pool = pooled(str(database.url.render_as_string(hide_password=False)))
    try:
        async with pool.connect() as connection:
            driver: Any = (await connection.get_raw_connection()).driver_connection
            told = {
                name: int(value) for name, value in driver.info.get_parameters().items() if value.isdigit()
            }
    finally:
        await pool.dispose()

    assert 30 > told["keepalives_idle"] + told["keepalives_interval"] * told["keepalives_count"]
    assert 30_000 > told["tcp_user_timeout"]


async def test_an_answer_that_never_came_can_be_asked_for_again(
    office: Office, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No worker runs when it is asked first; once one does, the same key leads to one act."""
    queue, key = f"nobody-works-here-{uuid4().hex}", uuid4().hex
    monkeypatch.setattr(desk, "TASK_QUEUE", queue)
    monkeypatch.setattr(desk, "PATIENCE", timedelta(seconds=1))
    unanswered = await office("coop-a").post("/applications", an_application(), key)
    monkeypatch.undo()
    async with stage.a_worker(queue):
        once = await office("coop-a").post("/applications", an_application(), key)
        again = await office("coop-a").post("/applications", an_application(), key)
        number = once.json()["case"]
        await office("caseworker1").did(f"/tasks/{await task_of(office('caseworker1'), number)}/claim")

    problem(unanswered, 503, "away")
    assert once.is_success
    assert (200, once.json()) == (again.status_code, again.json())
    assert ["application_received", "task_claimed"] == await kinds(office, number)


async def written_only(parts: Parts, key: str) -> Case:
    """An application that the copy has and the case has not, as when Temporal is killed between the two writes."""
    coop = a_person("coop-a", Role.COOPERATIVE, municipality="zonnedam", cooperative="de-werkplaats")
    done = Performed(actor=coop, act=ApplicationReceived.model_validate(an_application()))
    entry = Entry(
        **dict(done),
        version=1,
        at=datetime.now(UTC) - timedelta(seconds=1),
        on=desk.today(),
        key=request_of(coop, key),
        fingerprint=done.fingerprinted(),
    )
    number = desk.case_number("zonnedam", "de-werkplaats", key)
    begun = Case(number=number, municipality="zonnedam", policy=POLICY)
    await Recorder(parts.database).record(Recording.of(case=begun.after(entry), since=0))
    return begun


async def test_an_application_that_a_crash_kept_from_temporal_is_taken_in_when_asked_again(
    office: Office, parts: Parts, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, queue = uuid4().hex, f"crashed-{uuid4().hex}"
    monkeypatch.setattr(desk, "TASK_QUEUE", queue)
    monkeypatch.setattr(desk, "PATIENCE", timedelta(seconds=1))
    problem(await office("coop-a").post("/applications", an_application(), key), 503, "away")
    monkeypatch.undo()
    number = (await written_only(parts, key)).number
    async with stage.a_worker(queue):
        again = await office("coop-a").post("/applications", an_application(), key)

        assert 200 == again.status_code
        await office("caseworker1").did(f"/cases/{number}/acts", a_note())
    assert ["application_received", "note_added"] == await kinds(office, number)


async def test_an_application_that_a_crash_kept_from_temporal_is_taken_in_though_nobody_asks_again(
    office: Office, parts: Parts
) -> None:
    """A worker looks through the last minute once it starts."""
    begun = await written_only(parts, uuid4().hex)
    case = await parts.temporal.start_workflow(
        ParticipationCase.run, begun, id=workflow_id(begun.number), task_queue=TASK_QUEUE
    )

    assert 0 == (await case.query(ParticipationCase.state)).version

    recalling = asyncio.create_task(recall(parts.temporal, parts.database, timedelta(0)).keep_recalling())
    async with asyncio.timeout(60):
        while (await case.query(ParticipationCase.state)).version == 0:
            await asyncio.sleep(0.05)
    recalling.cancel()
    await office("caseworker1").did(f"/cases/{begun.number}/acts", a_note())

    assert ["application_received", "note_added"] == await kinds(office, begun.number)


async def test_an_objection_that_a_crash_kept_from_temporal_is_taken_in_when_asked_again(
    office: Office, parts: Parts, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its acknowledgement stands beside it in the copy, which nobody did."""
    contested, body = await granted(office), {"objector": "resident"}
    key, queue = uuid4().hex, f"crashed-{uuid4().hex}"
    monkeypatch.setattr(desk, "TASK_QUEUE", queue)
    monkeypatch.setattr(desk, "PATIENCE", timedelta(seconds=1))
    problem(await office("coop-a").post(f"/cases/{contested}/objections", body, key), 503, "away")
    monkeypatch.undo()
    coop = a_person("coop-a", Role.COOPERATIVE, municipality="zonnedam", cooperative="de-werkplaats")
    async with parts.database.connect() as connection:
        parent = await queries.whole_case(connection, contested, Scope("zonnedam"))

    assert parent is not None

    received = ObjectionReceived.model_validate({"decision": objections.contested(parent), **body})
    done, number = Performed(actor=coop, act=received), desk.case_number("zonnedam", contested, key)
    moment: dict[str, Any] = {"at": datetime.now(UTC) - timedelta(seconds=1), "on": desk.today()}
    request: dict[str, Any] = {"key": request_of(coop, key), "fingerprint": done.fingerprinted()}
    noted = Performed(actor=the_clock("zonnedam"), act=ObjectionAcknowledged())
    phantom = Case(number=number, municipality="zonnedam", policy=POLICY)
    phantom = phantom.after(Entry(**dict(done), version=1, **moment, **request))
    phantom = phantom.after(Entry(**dict(noted), version=2, **moment))
    await Recorder(parts.database).record(Recording.of(case=phantom, since=0))
    async with stage.a_worker(queue):
        again = await office("coop-a").post(f"/cases/{contested}/objections", body, key)

        assert 200 == again.status_code
        await office("objections1").did(f"/cases/{number}/acts", a_note())
    assert ["objection_received", "objection_acknowledged", "note_added"] == await kinds(office, number)
