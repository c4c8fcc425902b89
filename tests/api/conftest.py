"""The frame of the API with an issuer of our own, and neither Temporal nor a database."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from oidc_provider_mock import User, run_server_in_thread
from sqlalchemy.ext.asyncio import create_async_engine
from temporalio.client import Client

from api.app import create_app
from api.envelope import PREFIX
from api.issuer import Issuer
from api.parts import Parts
from tests.api.routes import router

ISSUER = "https://issuer.test"
AUDIENCE = "meedoen"
CASEWORKER: dict[str, Any] = {
    "name": "Kim de Vries",
    "roles": ["caseworker"],
    "municipality": "voorbeeldstad",
}

Signed = Callable[..., str]


@pytest.fixture(scope="session")
def key() -> RSAKey:
    """The key with which our issuer signs."""
    return RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})


@pytest.fixture(scope="session")
def other_key() -> RSAKey:
    """A key that is nobody's, under the same name."""
    return RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})


@pytest.fixture
def signed(key: RSAKey) -> Signed:
    """Makes a token; what is given replaces a claim, or with None takes it away."""

    def make(*, by: Any = key, alg: str = "RS256", kid: str = "one", **changed: Any) -> str:
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": "caseworker1",
            "iat": now,
            "exp": now + 300,
            **CASEWORKER,
        }
        claims = {name: value for name, value in (claims | changed).items() if value is not None}
        return jwt.encode({"alg": alg, "kid": kid}, claims, by, algorithms=[alg])

    return make


@pytest.fixture
def issuer(key: RSAKey) -> Issuer:
    """Our issuer, as the API sees it."""
    published = KeySet([key]).as_dict(private=False)

    def served(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("openid-configuration"):
            return httpx.Response(200, json={"issuer": ISSUER, "jwks_uri": f"{ISSUER}/keys"})
        return httpx.Response(200, json=published)

    return Issuer(ISSUER, AUDIENCE, httpx.AsyncClient(transport=httpx.MockTransport(served)))


@pytest.fixture(scope="session")
def application() -> FastAPI:
    """Made once: what it works out at its first request takes longer than most tests."""
    made = create_app()
    made.include_router(router, prefix=PREFIX)
    return made


@pytest_asyncio.fixture
async def app(application: FastAPI, issuer: Issuer) -> AsyncIterator[FastAPI]:
    """The application with a few routes to try the frame on, and with parts of the test's own."""
    engine = create_async_engine("postgresql+psycopg://127.0.0.1:1/none")
    temporal = await Client.connect("127.0.0.1:1", lazy=True)
    application.state.parts = Parts(database=engine, temporal=temporal, issuer=issuer)
    yield application
    await issuer.close()
    await engine.dispose()


@pytest_asyncio.fixture
async def stranger(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client without a token."""
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://meedoen.test") as client:
        yield client


@pytest_asyncio.fixture
async def client(stranger: httpx.AsyncClient, signed: Signed) -> httpx.AsyncClient:
    """A caseworker's client, in English."""
    stranger.headers.update({"Authorization": f"Bearer {signed()}", "Accept-Language": "en"})
    return stranger


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    """A real identity provider on a free port, with one caseworker."""
    with run_server_in_thread(user_claims=[User(sub="caseworker1", claims=CASEWORKER)]) as server:
        yield f"http://localhost:{server.server_port}"
