"""What a page hears while somebody looks at it: as long as he is signed in, of what he may see, and nothing more."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from api import listening
from api.pages.sessions import csrf
from store import sessions
from store.sessions import Session
from tests.api_live.looking import Looking
from tests.api_live.office import USERS, Office
from tests.api_live.steps import a_check, a_note, applied

OF_ONE = "WHERE hashed = encode(sha256(convert_to(:id, 'UTF8')), 'hex')"

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def signed_in(database: AsyncEngine, user: str) -> Session:
    """A browser in which somebody signed in."""
    claims = USERS[user].model_dump(exclude_none=True, mode="json") | {"sub": user}
    session = Session(uuid4().hex, claims, None, None, "")
    async with database.begin() as connection:
        await sessions.begin(connection, session)
    return session


def cookie(session: Session, **headers: str) -> dict[str, str]:
    return {"Cookie": f"meedoen={session.id}", **headers}


def window(served: Office, session: Session, since: str = "") -> Looking:
    """A page of that browser."""
    return Looking(served.client, f"/events?since={since}", cookie(session))


async def untouched_for(minutes: int, session: Session, database: AsyncEngine) -> None:
    """Let time pass for a session."""
    past = text(f"UPDATE sessions SET seen_at = now() - interval '{minutes} minutes' {OF_ONE}")
    async with database.begin() as connection:
        await connection.execute(past, {"id": session.id})


def mark_in(answer: httpx.Response) -> str:
    """How far was heard when a page was made."""
    return answer.text.partition('data-since="')[2].partition('"')[0]


async def test_a_page_hears_of_cases_that_its_reader_may_see_and_nothing_but_which(
    served: Office, office: Office, database: AsyncEngine
) -> None:
    """Another cooperative hears nothing of the case, and its own nothing of notes."""
    async with (
        window(served, await signed_in(database, "caseworker1")) as caseworker,
        window(served, await signed_in(database, "coop-a")) as own,
        window(served, await signed_in(database, "coop-b")) as other,
    ):
        number = await applied(office)
        await office("caseworker2").did(f"/cases/{number}/acts", a_note())
        await office("caseworker2").did(f"/cases/{number}/acts", a_check())
        await own.until(lambda: len(own.of(number)) == 2)
        await caseworker.until(lambda: len(caseworker.of(number)) == 3)

        assert [{"case": number, "version": version} for version in (1, 2, 3)] == caseworker.of(number)
        assert [{"case": number, "version": version} for version in (1, 3)] == own.of(number)
        assert [] == other.of(number)


async def test_signing_out_ends_the_stream_and_that_of_nobody_else(
    served: Office, database: AsyncEngine
) -> None:
    session, colleague = [await signed_in(database, "caseworker1") for _ in range(2)]
    async with window(served, session) as page, window(served, colleague) as other:
        form = {"csrf": csrf(session)}
        await served.client.post("/sign-out", data=form, headers=cookie(session))
        await page.until(lambda: page.has_ended)

        assert "signed-out" == page.names()[-1]
        assert not other.has_ended


async def test_a_session_that_ends_elsewhere_ends_the_stream(
    served: Office, database: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An administrator deletes it, another process signs out, or nobody touched it for an hour."""
    monkeypatch.setattr(listening, "HEARTBEAT", 0.1)
    session = await signed_in(database, "caseworker1")
    async with window(served, session) as page:
        await page.until(lambda: page.names().count("here") > 2)
        await untouched_for(61, session, database)
        await page.until(lambda: page.has_ended)

        assert "signed-out" == page.names()[-1]


async def test_who_is_not_signed_in_is_told_so_and_led_nowhere(served: Office) -> None:
    """A script that followed to the issuer would only meet the content security policy."""
    async with Looking(served.client, "/events", {}) as page:
        await page.until(lambda: page.has_ended)
    refreshed = await served.client.get("/work", headers={"Meedoen-Refresh": "true"})

    assert ["signed-out"] == page.names()
    assert 204 == refreshed.status_code


async def test_a_page_that_refreshes_itself_keeps_no_session_alive_and_takes_no_message(
    served: Office, database: AsyncEngine
) -> None:
    session = await signed_in(database, "caseworker1")
    seen = text(f"SELECT now() - seen_at < interval '1 minute' AS lately, told FROM sessions {OF_ONE}")

    async def known() -> Any:
        async with database.connect() as connection:
            return (await connection.execute(seen, {"id": session.id})).one()

    async with database.begin() as connection:
        await sessions.tell_next(connection, session.id, {"sentence": "You hold this task now.", "facts": {}})
    await untouched_for(50, session, database)
    async with window(served, session):
        refreshed = await served.client.get("/work", headers=cookie(session, **{"Meedoen-Refresh": "true"}))
    by_itself = await known()
    await served.client.get("/work", headers=cookie(session))
    by_somebody = await known()

    assert 200 == refreshed.status_code
    assert (False, True) == (by_itself.lately, by_itself.told is not None)
    assert (True, None) == (by_somebody.lately, by_somebody.told)


async def test_who_comes_back_is_told_what_he_missed(
    served: Office, office: Office, database: AsyncEngine
) -> None:
    """From where his page was; when that cannot be told any more, that he is to look anew."""
    session = await signed_in(database, "caseworker1")
    async with window(served, session) as first:
        await first.until(lambda: "reset" in first.names())
        since = mark_in(await served.client.get("/work", headers=cookie(session)))
    number = await applied(office)
    async with window(served, session, since) as back:
        await back.until(lambda: bool(back.of(number)))
    async with Looking(served.client, "/events", cookie(session, **{"Last-Event-ID": since})) as again:
        await again.until(lambda: bool(again.of(number)))
    async with window(served, session, "long-ago.7") as late:
        await late.until(lambda: "reset" in late.names())

    assert "reset" not in back.names() + again.names()


async def test_of_many_windows_the_oldest_hears_no_more(served: Office, database: AsyncEngine) -> None:
    """A browser that opens ever more costs no more."""
    session = await signed_in(database, "caseworker1")
    async with AsyncExitStack() as open_windows:
        windows = [window(served, session) for _ in range(listening.MOST_OF_ONE + 1)]
        for each in windows:
            await open_windows.enter_async_context(each)
        oldest, *others = windows
        await oldest.until(lambda: oldest.has_ended)

        assert "elsewhere" == oldest.names()[-1]
        assert [False] * listening.MOST_OF_ONE == [each.has_ended for each in others]


async def test_what_happened_since_a_form_was_opened_is_told_as_its_reader_may_know_it(
    served: Office, office: Office, database: AsyncEngine
) -> None:
    number = await applied(office)
    await office("caseworker2").did(f"/cases/{number}/acts", a_note())
    caseworker, own, other = [
        await served.client.get(
            f"/cases/{number}/meanwhile?since=1", headers=cookie(await signed_in(database, user))
        )
        for user in ("caseworker1", "coop-a", "coop-b")
    ]

    assert "Mohamed El Amrani" in caseworker.text
    assert (200, "") == (own.status_code, own.text.strip())
    assert 404 == other.status_code
