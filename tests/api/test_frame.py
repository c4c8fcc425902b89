"""What every request and answer of the API has in common."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from structlog.testing import capture_logs

from api import envelope, logs
from api.envelope import MAX_BODY
from tests.api.answers import KEY, THING, assert_is_problem
from tests.api.sentences import ROOT

pytestmark = pytest.mark.asyncio


async def test_what_is_sent_well_is_taken(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/v1/things", json=THING, headers=KEY)

    assert 200 == answer.status_code


async def test_keys_are_camel_case_and_moments_go_out_in_utc(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/v1/things", json=THING, headers=KEY)

    assert {"fullName": "Kim", "bornOn": "1990-05-01"} == answer.json()["party"]
    assert "2026-11-24T13:30:00Z" == answer.json()["signedAt"]


@pytest.mark.parametrize("path", ["/api/v1/me", "/api/v1/nothing", "/health/live", "/api/v1/failures/bug"])
async def test_every_answer_carries_the_version_and_the_safety_headers(
    client: httpx.AsyncClient, path: str
) -> None:
    headers = (await client.get(path)).headers

    assert "1.0.0" == headers["api-version"]
    assert "no-store" == headers["cache-control"]
    assert "default-src 'none'; frame-ancestors 'none'" == headers["content-security-policy"]
    assert "nosniff" == headers["x-content-type-options"]
    assert "DENY" == headers["x-frame-options"]
    assert headers["strict-transport-security"].startswith("max-age=")
    assert "en" == headers["content-language"]


async def test_an_unknown_path_is_not_found(client: httpx.AsyncClient) -> None:
    assert_is_problem(await client.get("/api/v1/nothing"), 404, "not-found")


async def test_a_trailing_slash_is_another_path_and_not_found(client: httpx.AsyncClient) -> None:
    assert_is_problem(await client.get("/api/v1/things/"), 404, "not-found")


async def test_a_wrong_method_is_told_which_methods_there_are(client: httpx.AsyncClient) -> None:
    answer = await client.delete("/api/v1/things")

    assert_is_problem(answer, 405, "wrong-method")
    assert "GET, HEAD, POST" == answer.headers["allow"]


@pytest.mark.parametrize("path", ["/api/v1/me", "/api/v1/nothing", "/health/live", "/static/nothing.css"])
async def test_a_head_is_answered_as_a_get_without_its_body(client: httpx.AsyncClient, path: str) -> None:
    got, answer = await client.get(path), await client.head(path)
    of_one_answer = {"x-request-id", "date"}

    assert got.status_code == answer.status_code
    assert got.content
    assert not answer.content
    assert answer.headers.keys() == got.headers.keys()
    assert {name for name in got.headers if got.headers[name] != answer.headers[name]} <= of_one_answer


async def test_the_head_of_a_stream_ends_at_once(client: httpx.AsyncClient) -> None:
    async with asyncio.timeout(2):
        answer = await client.head("/api/v1/endless")

    assert 200 == answer.status_code


async def test_a_head_does_nothing_where_nothing_can_be_read(client: httpx.AsyncClient) -> None:
    answer = await client.head("/api/v1/anything")

    assert (405, "POST") == (answer.status_code, answer.headers["allow"])


@pytest.mark.parametrize(
    ("method", "told"), [("GET", "This cannot be read now"), ("POST", "We do not know whether this was done")]
)
async def test_nobody_waits_for_ever_on_a_part_that_hangs(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, method: str, told: str
) -> None:
    monkeypatch.setattr(envelope, "ANSWERED_WITHIN", 0.05)

    answer = await client.request(method, "/api/v1/hanging")

    body = assert_is_problem(answer, 503, "away")
    assert body["detail"].startswith(told)
    assert answer.headers["retry-after"]


async def test_an_answer_that_has_begun_may_take_its_time(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(envelope, "ANSWERED_WITHIN", 0.05)

    assert "begun, done" == (await client.get("/api/v1/trickle")).text


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/xml", "application/x-www-form-urlencoded", ""]
)
async def test_a_body_that_is_not_json_is_refused_by_its_type(
    client: httpx.AsyncClient, content_type: str
) -> None:
    headers = KEY | {"Content-Type": content_type}
    answer = await client.post("/api/v1/things", content=json.dumps(THING), headers=headers)

    assert_is_problem(answer, 415, "wrong-media-type")


async def test_a_charset_beside_json_is_fine(client: httpx.AsyncClient) -> None:
    headers = KEY | {"Content-Type": "application/json; charset=utf-8"}
    answer = await client.post("/api/v1/things", content=json.dumps(THING), headers=headers)

    assert 200 == answer.status_code


async def test_a_body_of_5_mb_is_refused_by_its_announced_size(client: httpx.AsyncClient) -> None:
    answer = await client.post("/api/v1/things", json={"plan": "x" * 5_000_000}, headers=KEY)

    assert_is_problem(answer, 413, "too-large")


async def test_a_body_that_hides_its_size_is_refused_while_it_comes_in(client: httpx.AsyncClient) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b'{"plan": "'
        for _ in range(50):
            yield b"x" * 100_000
        yield b'"}'

    headers = KEY | {"Content-Type": "application/json"}
    answer = await client.post("/api/v1/things", content=chunks(), headers=headers)

    assert "content-length" not in answer.request.headers
    assert_is_problem(answer, 413, "too-large")


async def test_a_body_of_just_1_mb_is_taken(client: httpx.AsyncClient) -> None:
    body = b'"' + b"x" * (MAX_BODY - 2) + b'"'
    answer = await client.post("/api/v1/anything", content=body, headers={"Content-Type": "application/json"})

    assert 200 == answer.status_code


async def test_an_unexpected_failure_tells_its_reference_and_nothing_else(client: httpx.AsyncClient) -> None:
    with capture_logs() as lines:
        answer = await client.get("/api/v1/failures/bug")

    body = assert_is_problem(answer, 500, "unexpected")
    assert "123456782" not in answer.text
    logged = next(line for line in lines if line["event"] == "unexpected")
    assert str(logged["reference"]) in str(body["detail"])
    assert "ZeroDivisionError" == logged["error"]
    assert "123456782" not in str(lines)


@pytest.mark.parametrize("name", ["broken-update", "temporal-odd"])
async def test_an_error_that_is_nobodys_refusal_is_unexpected(client: httpx.AsyncClient, name: str) -> None:
    assert_is_problem(await client.get(f"/api/v1/failures/{name}"), 500, "unexpected")


@pytest.mark.parametrize("name", ["temporal-away", "temporal-never-there"])
async def test_without_temporal_one_is_asked_to_come_back_with_the_same_key(
    client: httpx.AsyncClient, name: str
) -> None:
    answer = await client.post(f"/api/v1/failures/{name}")

    body = assert_is_problem(answer, 503, "away")
    assert "same Idempotency-Key" in body["detail"]
    assert int(answer.headers["retry-after"]) > 0
    assert "10.0.0.1" not in answer.text


@pytest.mark.parametrize("name", ["database-away", "temporal-away"])
async def test_what_cannot_be_read_now_can_be_read_later(client: httpx.AsyncClient, name: str) -> None:
    answer = await client.get(f"/api/v1/failures/{name}")

    assert_is_problem(answer, 503, "away")
    assert int(answer.headers["retry-after"]) > 0
    assert "bsn" not in answer.text


async def test_the_process_lives_although_its_parts_are_away(stranger: httpx.AsyncClient) -> None:
    assert 200 == (await stranger.get("/health/live")).status_code


async def test_the_process_is_not_ready_while_parts_are_away(stranger: httpx.AsyncClient) -> None:
    answer = await stranger.get("/health/ready")

    body = assert_is_problem(answer, 503, "away")
    assert {"database": "away", "temporal": "away", "identity": "ok"} == body["parts"]
    assert "Deze onderdelen zijn niet bereikbaar: Temporal, de database." == body["detail"]


async def test_one_line_a_request_with_the_route_but_not_its_parameters(client: httpx.AsyncClient) -> None:
    with capture_logs() as lines:
        await client.get("/api/v1/failures/not-now?bsn=123456782")

    (line,) = lines
    assert {"event", "log_level", "method", "route", "status", "ms", "reference"} == line.keys()
    assert "/api/v1/failures/{name}" == line["route"]
    assert 409 == line["status"]


async def test_only_named_fields_are_logged() -> None:
    assert {"event": "x", "status": 200} == logs.only_allowed(
        None, "info", {"event": "x", "status": 200, "bsn": "1"}
    )


LOGGING = """
import logging, structlog
from api import envelope, logs
logs.configure()
structlog.get_logger("trial").info("request", status=200, bsn="123456782")
try:
    raise ValueError("123456782")
except ValueError:
    logging.getLogger("a.library").exception("failed for %s", "123456782")
logging.getLogger("uvicorn.access").warning("GET /?bsn=123456782")
"""


async def test_the_log_is_json_lines_without_values_of_ours_or_of_a_librarys() -> None:
    run = await asyncio.create_subprocess_exec(
        sys.executable, "-c", LOGGING, stdout=PIPE, stderr=PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    out, _ = await run.communicate()
    ours, theirs = [json.loads(line) for line in out.splitlines()]

    assert {"event": "request", "level": "info", "status": 200} == {
        name: ours[name] for name in ours if name != "at"
    }
    assert ("failed for %s", "ValueError", "a.library") == (
        theirs["event"],
        theirs["error"],
        theirs["logger"],
    )
    assert b"123456782" not in out


async def test_the_openapi_document_is_open_to_pages_of_others(stranger: httpx.AsyncClient) -> None:
    answer = await stranger.get("/api/v1/openapi.json")

    assert 200 == answer.status_code
    assert "*" == answer.headers["access-control-allow-origin"]


async def test_the_openapi_document_follows_the_design_rules(app: FastAPI) -> None:
    document = app.openapi()
    operations = [item[method] for item in document["paths"].values() for method in item]

    assert document["openapi"].startswith("3.1")
    assert [{"url": "/api/v1", "description": "This server"}] == document["servers"]
    assert {"name", "url", "email"} == document["info"]["contact"].keys()
    assert "openIdConnect" == document["components"]["securitySchemes"]["openId"]["type"]
    assert all(path.startswith("/") and not path.endswith("/") for path in document["paths"])
    assert len(operations) == len({operation["operationId"] for operation in operations})
    for operation in operations:
        assert "422" not in operation["responses"]
        for status, response in operation["responses"].items():
            if status[0] == "2":
                assert "API-Version" in response["headers"]
            else:
                name = response["$ref"].rsplit("/", 1)[1]
                assert ["application/problem+json"] == list(
                    document["components"]["responses"][name]["content"]
                )


async def test_no_page_of_another_host_is_served(stranger: httpx.AsyncClient) -> None:
    assert_is_problem(await stranger.get("/api/v1/docs"), 404, "not-found")
    for path in ("/docs", "/redoc"):
        assert 404 == (await stranger.get(path)).status_code
