"""Sending: one request an application, however often it has to be tried."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from api.rows import Row
from cli import sending
from cli.rows import rows_in
from cli.sending import CHECK, SEND, Fate, Request, Sent, send_all

EXAMPLES = Path(__file__).parents[2] / "examples"

Answer = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long it would have waited."""
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(sending, "sleep", sleep)
    return waited


@pytest.fixture
def applications() -> list[Row]:
    return rows_in(EXAMPLES / "applications.csv")[:20]


async def sent(rows: list[Row], answer: Answer, at_once: int = 8, request: Request = SEND) -> list[Sent]:
    seen: list[Sent] = []
    async with httpx.AsyncClient(transport=httpx.MockTransport(answer), base_url="http://api.test") as client:
        done = await send_all(client, rows, seen.append, at_once, request)
    assert len(seen) == len(done) == len(rows)
    return done


def received(request: httpx.Request, status: int = 201) -> httpx.Response:
    return httpx.Response(status, json={"case": request.headers["Idempotency-Key"], "version": 1})


async def test_each_application_is_sent_once_with_its_own_key(applications: list[Row]) -> None:
    keys: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        keys.append(request.headers["Idempotency-Key"])
        return received(request)

    done = await sent(applications, answer)

    assert sorted(keys) == sorted(row.key for row in applications)
    assert {Fate.SUBMITTED} == {each.fate for each in done}
    assert [row.line for row in applications] == [each.row.line for each in done]


async def test_an_application_is_checked_by_the_key_with_which_it_will_be_sent(
    applications: list[Row],
) -> None:
    """So one that is there already is known, and fits."""
    asked: list[tuple[str, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append((request.url.path, request.headers["Idempotency-Key"]))
        return httpx.Response(200, json={"deadlines": {}, "moved": {}, "letter": None})

    (done,) = await sent(applications[:1], answer, request=CHECK)

    assert [("/applications/_preview", applications[0].key)] == asked
    assert Fate.FITS is done.fate


async def test_what_was_there_before_is_told_apart(applications: list[Row]) -> None:
    done = await sent(applications, lambda request: received(request, 200))

    assert {Fate.ALREADY_THERE} == {each.fate for each in done}


async def test_an_api_that_asks_for_patience_gets_it_with_the_same_key(
    applications: list[Row], pauses: list[float]
) -> None:
    keys: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        keys.append(request.headers["Idempotency-Key"])
        if len(keys) < 3:
            return httpx.Response(503, headers={"Retry-After": "2"}, json={"title": "Away"})
        return received(request)

    done = await sent(applications[:1], answer)

    assert [Fate.SUBMITTED] == [each.fate for each in done]
    assert [applications[0].key] * 3 == keys
    assert [0, 2, 2] == pauses


async def test_a_lost_connection_is_tried_again(applications: list[Row]) -> None:
    tries = 0

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise httpx.ReadError("cut off")
        return received(request)

    done = await sent(applications[:1], answer)

    assert [Fate.SUBMITTED] == [each.fate for each in done]


async def test_a_refusal_names_the_column_and_is_not_tried_again(applications: list[Row]) -> None:
    tries = 0

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal tries
        tries += 1
        errors = [{"in": "body", "location": "/application/hoursAWeek", "detail": "Too many.", "code": "x"}]
        return httpx.Response(400, json={"title": "No", "detail": "Mend it.", "errors": errors})

    (done,) = await sent(applications[:1], answer)

    assert (Fate.REFUSED, "Hours a week (hours_a_week): Too many.", 1) == (done.fate, done.said, tries)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"{}", b"null"])
async def test_an_answer_that_is_no_problem_is_told_by_its_status(
    applications: list[Row], body: bytes
) -> None:
    (done,) = await sent(applications[:1], lambda _: httpx.Response(418, content=body))

    assert (Fate.REFUSED, "The API answers 418 I'm a teapot.") == (done.fate, done.said)


async def test_once_nobody_answers_the_rest_is_left_unsent(applications: list[Row]) -> None:
    tries: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        tries.append(request.headers["Idempotency-Key"])
        raise httpx.ConnectError("nobody there")

    done = await sent(applications, answer, at_once=2)

    assert {Fate.UNANSWERED} == {each.fate for each in done}
    assert len(set(tries)) <= 2
    assert len(tries) <= 2 * sending.TRIES
