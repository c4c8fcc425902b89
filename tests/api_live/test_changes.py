"""What changes is heard by who may know of it, over a real server: a stream ends only when its client does."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from joserfc.jwk import RSAKey
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from api import listening
from api.app import create_app
from api.parts import Parts
from cli.api import server_of
from domain.authority import scope_of
from embedded.short_lived import free_port
from tests.api_live.looking import PATIENCE, Looking
from tests.api_live.office import Office
from tests.api_live.steps import a_check, a_note, applied
from tests.examples import coop_a

pytestmark = pytest.mark.asyncio(loop_scope="session")


def program(office: Office, user: str, **claims: Any) -> Looking:
    """Somebody who listens by the API."""
    person = office(user, **claims)
    headers = {"Authorization": f"Bearer {person.token}", "Last-Event-ID": "MD-0.9"}
    return Looking(person.client, "/api/v1/changes", headers)


async def test_who_may_read_a_case_hears_that_it_changed(served: Office, office: Office) -> None:
    """A cooperative hears nothing of others' cases, nor of notes; nobody hears about whom it is."""
    async with (
        program(served, "caseworker1") as caseworker,
        program(served, "coop-a") as own,
        program(served, "coop-b") as other,
        program(served, "caseworker9", roles=["caseworker"], municipality="waterrijk") as elsewhere,
    ):
        number = await applied(office)
        await office("caseworker2").did(f"/cases/{number}/acts", a_note())
        await office("caseworker2").did(f"/cases/{number}/acts", a_check())
        await own.until(lambda: len(own.of(number)) == 2)
        await caseworker.until(lambda: len(caseworker.of(number)) == 3)

        assert ("reset", {}) == caseworker.heard[0]
        assert [
            {"case": number, "version": 1, "kinds": ["application_received"]},
            {"case": number, "version": 2, "kinds": ["note_added"]},
            {"case": number, "version": 3, "kinds": ["completeness_checked"]},
        ] == caseworker.of(number)
        assert [1, 3] == [told["version"] for told in own.of(number)]
        assert f"id: {number}.3" in own.raw
        assert [] == other.of(number) == elsewhere.of(number)


async def test_all_share_one_connection_which_comes_back_when_the_database_was_away(
    served: Office, office: Office, database: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever looks on is told to look at everything anew; once nobody does, nothing listens."""
    monkeypatch.setattr(listening, "PAUSE", 0.1)
    monkeypatch.setattr(listening, "HEARTBEAT", 0.1)
    monkeypatch.setattr(listening, "LINGER", 0.1)
    ears = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN changes'"

    async def listeners() -> int:
        async with database.connect() as connection:
            return (await connection.execute(text(ears))).scalar_one()

    async with program(served, "caseworker1") as one, program(served, "caseworker2") as other:
        assert 1 == await listeners()
        async with database.begin() as connection:
            await connection.execute(text(ears.replace("count(*)", "count(pg_terminate_backend(pid))")))
        await one.until(lambda: len([name for name, _ in one.heard if name == "reset"]) >= 2)
        number = await applied(office)
        for each in (one, other):
            await each.until(lambda each=each: bool(each.of(number)))
        await one.until(lambda: ": still here" in one.raw)
    async with asyncio.timeout(PATIENCE):
        while await listeners():
            await asyncio.sleep(0.05)


async def test_a_slow_listener_is_told_to_look_anew() -> None:
    """What waits for it is bounded."""
    scope = scope_of(coop_a)
    assert scope is not None
    listener = listening.Listener(coop_a, scope)
    rung = {"case": "MD-1", "municipality": scope.municipality, "cooperative": scope.cooperative}
    for version in range(listening.MOST_WAITING + 1):
        listener.hear(rung | {"version": version, "kinds": ["view_received", "of_a_newer_program"]})

    assert 1 == listener.waiting.qsize()
    assert listening.Word.LOOK_ANEW is listener.waiting.get_nowait()


async def test_a_process_that_stops_does_not_wait_for_who_looks_on(parts: Parts, signing_key: RSAKey) -> None:
    """They come back to another one."""
    server = server_of(
        create_app(parts), port=free_port(), log_config=None, timeout_graceful_shutdown=PATIENCE
    )
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    address = f"http://127.0.0.1:{server.config.port}"
    async with (
        httpx.AsyncClient(base_url=address) as client,
        program(Office(client, signing_key), "caseworker1"),
    ):
        server.should_exit = True
        async with asyncio.timeout(PATIENCE / 2):
            await serving
