"""The identity provider's keys: fetched once, found again, and never an obstacle for long."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet, RSAKey

from api.issuer import FRESH, PAUSE, Issuer, IssuerAway, TokenRefused
from tests.api.answers import assert_is_problem
from tests.api.conftest import AUDIENCE, ISSUER, Signed

pytestmark = pytest.mark.asyncio

NOW = int(time.time())


class Trial:
    """An issuer whose keys, health and clock the test decides on."""

    def __init__(self, *keys: Any) -> None:
        self.keys = list(keys)
        self.is_away = False
        self.fetched = 0
        self.now = 1000.0
        self.issuer = Issuer(
            ISSUER,
            AUDIENCE,
            httpx.AsyncClient(transport=httpx.MockTransport(self._served)),
            clock=lambda: self.now,
        )

    async def _served(self, request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0.01)
        if self.is_away:
            raise httpx.ConnectError("refused")
        if request.url.path.endswith("openid-configuration"):
            return httpx.Response(200, json={"issuer": ISSUER, "jwks_uri": f"{ISSUER}/keys"})
        self.fetched += 1
        return httpx.Response(200, json=KeySet(self.keys).as_dict(private=False))


def a_key(kid: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig"})


async def test_many_requests_at_once_fetch_the_keys_once(key: RSAKey, signed: Signed) -> None:
    trial = Trial(key)

    await asyncio.gather(*(trial.issuer.claims(signed()) for _ in range(20)))

    assert 1 == trial.fetched


async def test_a_new_key_of_the_issuer_is_found(key: RSAKey, signed: Signed) -> None:
    trial, new = Trial(key), a_key("two")
    await trial.issuer.claims(signed())
    trial.keys.append(new)
    trial.now += PAUSE

    assert "caseworker1" == (await trial.issuer.claims(signed(by=new, kid="two")))["sub"]


async def test_unknown_keys_do_not_make_us_hammer_the_issuer(key: RSAKey, signed: Signed) -> None:
    trial, unknown = Trial(key), a_key("three")
    await trial.issuer.claims(signed())
    trial.now += PAUSE

    for _ in range(20):
        with pytest.raises(TokenRefused):
            await trial.issuer.claims(signed(by=unknown, kid="three"))

    assert 2 == trial.fetched


async def test_a_key_that_the_issuer_withdrew_stops_counting(key: RSAKey, signed: Signed) -> None:
    trial = Trial(key)
    await trial.issuer.claims(signed())
    trial.keys = [a_key("two")]
    trial.now += FRESH

    with pytest.raises(TokenRefused):
        await trial.issuer.claims(signed())


async def test_an_issuer_that_is_away_stops_nobody_whose_key_we_have(key: RSAKey, signed: Signed) -> None:
    trial = Trial(key)
    await trial.issuer.claims(signed())
    trial.is_away = True
    trial.now += FRESH

    assert "caseworker1" == (await trial.issuer.claims(signed()))["sub"]


async def test_without_any_key_nobody_can_be_signed_in(
    app: FastAPI, stranger: httpx.AsyncClient, signed: Signed
) -> None:
    trial = Trial()
    trial.is_away = True
    app.state.parts = replace(app.state.parts, issuer=trial.issuer)

    answer = await stranger.get("/api/v1/me", headers={"Authorization": f"Bearer {signed()}"})

    assert_is_problem(answer, 503, "away")
    assert int(answer.headers["retry-after"]) > 0


async def test_metadata_of_another_issuer_is_not_believed(signed: Signed) -> None:
    def served(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"issuer": "https://another.test", "jwks_uri": f"{ISSUER}/keys"})

    issuer = Issuer(ISSUER, AUDIENCE, httpx.AsyncClient(transport=httpx.MockTransport(served)))

    with pytest.raises(IssuerAway):
        await issuer.claims(signed())


async def test_the_other_algorithms_are_trusted_too(key: RSAKey, signed: Signed) -> None:
    curve = ECKey.generate_key("P-256", {"kid": "curve", "use": "sig"})
    trial = Trial(key, curve)

    assert (await trial.issuer.claims(signed(alg="PS256")))["sub"]
    assert (await trial.issuer.claims(signed(by=curve, alg="ES256", kid="curve")))["sub"]


# Against a real provider


def token_from(provider: str, client_id: str = AUDIENCE) -> str:
    """Sign in as people do, and take the token."""
    redirect = "http://localhost/done"
    query = {
        "client_id": client_id,
        "redirect_uri": redirect,
        "response_type": "code",
        "scope": "openid profile",
    }
    with httpx.Client(base_url=provider, trust_env=False) as browser:
        sent = browser.post("/oauth2/authorize", params=query, data={"sub": "caseworker1"})
        code = parse_qs(urlsplit(sent.headers["location"]).query)["code"][0]
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect}
        return browser.post("/oauth2/token", data=form, auth=(client_id, "any")).json()["id_token"]


async def test_a_token_of_a_real_provider_lets_in(provider: str) -> None:
    issuer = Issuer(provider, AUDIENCE)

    claims = await issuer.claims(token_from(provider))

    assert ("caseworker1", "voorbeeldstad") == (claims["sub"], claims["municipality"])
    await issuer.close()


async def test_a_token_of_a_real_provider_for_another_application_does_not(provider: str) -> None:
    issuer = Issuer(provider, AUDIENCE)

    with pytest.raises(TokenRefused):
        await issuer.claims(token_from(provider, "another-application"))
    await issuer.close()


async def test_a_forgery_in_a_real_providers_name_does_not(provider: str) -> None:
    issuer = Issuer(provider, AUDIENCE)
    claims = {"iss": provider, "aud": AUDIENCE, "sub": "admin1", "iat": NOW, "exp": NOW + 300}

    with pytest.raises(TokenRefused):
        await issuer.claims(jwt.encode({"alg": "RS256"}, claims, a_key("mine")))
    await issuer.close()


async def test_a_token_seen_before_still_expires(
    key: RSAKey, signed: Signed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its signature is remembered, its times are looked at each time."""
    trial, token = Trial(key), signed()
    await trial.issuer.claims(token)
    later = time.time() + 100_000
    monkeypatch.setattr("time.time", lambda: later)

    with pytest.raises(TokenRefused, match="expired"):
        await trial.issuer.claims(token)


async def test_a_token_seen_before_falls_with_its_key(key: RSAKey, signed: Signed) -> None:
    """Once the issuer no longer gives the key, and the keys are fetched again."""
    trial, token = Trial(key), signed()
    await trial.issuer.claims(token)
    trial.keys = [a_key("two")]

    assert "caseworker1" == (await trial.issuer.claims(token))["sub"]

    trial.now += FRESH + PAUSE

    with pytest.raises(TokenRefused):
        await trial.issuer.claims(token)
