"""Who is let in, as whom, and who is not."""

from __future__ import annotations

import base64
import json
import time
from typing import Any

import httpx
import pytest
from joserfc.jwk import OctKey, RSAKey

from tests.api.answers import assert_is_problem
from tests.api.conftest import ISSUER, Signed

pytestmark = pytest.mark.asyncio

NOW = int(time.time())


async def asked(client: httpx.AsyncClient, token: str, path: str = "/api/v1/me") -> httpx.Response:
    """The answer to whoever holds a token."""
    return await client.get(path, headers={"Authorization": f"Bearer {token}", "Accept-Language": "en"})


async def test_a_token_tells_who_asks(stranger: httpx.AsyncClient, signed: Signed) -> None:
    answer = await asked(stranger, signed(roles=["caseworker", "decider", "emperor"], cooperative="left out"))

    expected = {
        "id": "caseworker1",
        "name": "Kim de Vries",
        "roles": ["caseworker", "decider"],
        "municipality": "voorbeeldstad",
        "cooperative": None,
    }
    assert 200 == answer.status_code
    assert expected == answer.json() | {"roles": sorted(answer.json()["roles"])}


async def test_a_cooperative_asks_for_itself(stranger: httpx.AsyncClient, signed: Signed) -> None:
    answer = await asked(stranger, signed(roles=["cooperative"], cooperative="de-werkplaats"))

    assert "de-werkplaats" == answer.json()["cooperative"]


async def test_without_a_token_one_is_asked_for_it(stranger: httpx.AsyncClient) -> None:
    answer = await stranger.get("/api/v1/me")

    assert_is_problem(answer, 401, "not-signed-in")
    assert 'Bearer realm="meedoen"' == answer.headers["www-authenticate"]


async def test_another_scheme_is_no_token(stranger: httpx.AsyncClient) -> None:
    assert 401 == (await stranger.get("/api/v1/me", auth=("kim", "secret"))).status_code


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"exp": NOW - 60}, "expired"),
        ({"exp": None}, "not valid"),
        ({"nbf": NOW + 3600}, "not valid"),
        ({"iat": NOW + 3600}, "not valid"),
        ({"aud": "another"}, "not valid"),
        ({"aud": None}, "not valid"),
        ({"iss": "https://another.test"}, "not valid"),
        ({"iss": f"{ISSUER}/"}, "not valid"),
        ({"sub": None}, "not valid"),
        ({"exp": "tomorrow"}, "not valid"),
        ({"exp": float("nan")}, "not valid"),
        ({"kid": "unknown"}, "not the issuer's"),
        ({"plan": "x" * 20_000}, "too long"),
    ],
)
async def test_a_token_that_is_not_right_is_refused(
    stranger: httpx.AsyncClient, signed: Signed, changed: dict[str, Any], reason: str
) -> None:
    answer = await asked(stranger, signed(**changed))

    body = assert_is_problem(answer, 401, "not-signed-in")
    assert reason in str(body["detail"])
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]


async def test_a_token_is_refused_in_dutch(stranger: httpx.AsyncClient, signed: Signed) -> None:
    answer = await stranger.get("/api/v1/me", headers={"Authorization": f"Bearer {signed(exp=NOW - 60)}"})

    assert "Het token is verlopen." == answer.json()["detail"]


async def test_a_clock_that_differs_half_a_minute_is_no_reason_to_refuse(
    stranger: httpx.AsyncClient, signed: Signed
) -> None:
    assert 200 == (await asked(stranger, signed(iat=NOW + 20, nbf=NOW + 20))).status_code


async def test_a_token_forged_with_another_key_is_refused(
    stranger: httpx.AsyncClient, signed: Signed, other_key: RSAKey
) -> None:
    assert_is_problem(await asked(stranger, signed(by=other_key)), 401, "not-signed-in")


async def test_a_token_without_signature_is_refused(stranger: httpx.AsyncClient, signed: Signed) -> None:
    _, claims, signature = signed().split(".")
    header = (
        base64.urlsafe_b64encode(json.dumps({"alg": "none", "kid": "one"}).encode()).rstrip(b"=").decode()
    )

    assert_is_problem(await asked(stranger, f"{header}.{claims}."), 401, "not-signed-in")
    assert_is_problem(await asked(stranger, f"{header}.{claims}.{signature}"), 401, "not-signed-in")


async def test_the_public_key_is_no_shared_secret(
    stranger: httpx.AsyncClient, signed: Signed, key: RSAKey
) -> None:
    secret = OctKey.import_key(key.as_pem(private=False).hex())

    assert_is_problem(await asked(stranger, signed(by=secret, alg="HS256")), 401, "not-signed-in")


async def test_an_altered_token_is_refused(stranger: httpx.AsyncClient, signed: Signed) -> None:
    header, claims, signature = signed().split(".")
    altered = base64.urlsafe_b64decode(claims + "==").replace(b"caseworker1", b"caseworker2")
    claims = base64.urlsafe_b64encode(altered).rstrip(b"=").decode()

    assert_is_problem(await asked(stranger, f"{header}.{claims}.{signature}"), 401, "not-signed-in")


@pytest.mark.parametrize("token", ["x", "a.b.c", "....", "eyJhbGciOiJSUzI1NiJ9..x", "é.é.é"])
async def test_rubbish_is_refused(stranger: httpx.AsyncClient, token: str) -> None:
    headers = {"Authorization": f"Bearer {token}".encode()}
    answer = await stranger.get("/api/v1/me", headers=headers)  # pyright: ignore[reportArgumentType]

    assert_is_problem(answer, 401, "not-signed-in")


@pytest.mark.parametrize(
    "changed",
    [
        {"roles": None},
        {"roles": []},
        {"roles": ["emperor"]},
        {"roles": "caseworker"},
        {"roles": ["clock"]},
        {"roles": [["caseworker"]]},
        {"municipality": None},
        {"municipality": ["a", "b"]},
        {"roles": ["cooperative"]},
        {"name": "x" * 201},
    ],
)
async def test_an_account_without_a_place_in_any_case_is_not_permitted(
    stranger: httpx.AsyncClient, signed: Signed, changed: dict[str, Any]
) -> None:
    assert_is_problem(await asked(stranger, signed(**changed)), 403, "not-permitted")


async def test_some_routes_are_for_some_roles_only(stranger: httpx.AsyncClient, signed: Signed) -> None:
    refused = assert_is_problem(await asked(stranger, signed(), "/api/v1/secrets"), 403, "not-permitted")
    admitted = await asked(stranger, signed(roles=["auditor"]), "/api/v1/secrets")

    assert "This is open to these roles only: auditor, objections officer." == refused["detail"]
    assert 200 == admitted.status_code
