"""The whole API on real parts: PostgreSQL, Temporal and a worker, with an issuer of our own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
import pytest_asyncio
from joserfc.jwk import KeySet, RSAKey
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import Client

from api.app import create_app
from api.issuer import Issuer
from api.parts import Parts
from cli.api import server_of
from cli.load import municipality_in
from embedded.part import PROJECT
from embedded.short_lived import free_port
from store.reference import save_municipality
from tests.api_live.looking import PATIENCE
from tests.api_live.office import AUDIENCE, ISSUER, Office, office_of


@pytest.fixture(scope="session")
def signing_key() -> RSAKey:
    """The key with which our issuer signs."""
    return RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def parts(
    database: AsyncEngine, temporal: Client, working: None, signing_key: RSAKey
) -> AsyncIterator[Parts]:
    """The parts of the API, with the example municipalities loaded."""
    published = KeySet([signing_key]).as_dict(private=False)

    def served(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("openid-configuration"):
            return httpx.Response(200, json={"issuer": ISSUER, "jwks_uri": f"{ISSUER}/keys"})
        return httpx.Response(200, json=published)

    issuer = Issuer(ISSUER, AUDIENCE, httpx.AsyncClient(transport=httpx.MockTransport(served)))
    async with database.begin() as connection:
        for name in ("zonnedam", "waterrijk"):
            await save_municipality(connection, municipality_in(PROJECT / "examples" / f"{name}.toml"))
    yield Parts(database=database, temporal=temporal, issuer=issuer)
    await issuer.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def office(parts: Parts, signing_key: RSAKey) -> AsyncIterator[Office]:
    """Everybody, each with a client."""
    async with office_of(parts, signing_key) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def served(parts: Parts, signing_key: RSAKey) -> AsyncIterator[Office]:
    """Everybody, with a client of a server that listens on a port."""
    port = free_port()
    own = replace(
        parts, database=parts.database.execution_options(isolation_level="AUTOCOMMIT")
    )  # as at work
    server = server_of(create_app(own), port=port, log_config=None, timeout_graceful_shutdown=PATIENCE)
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE) as client:
        yield Office(client, signing_key)
    server.should_exit = True
    await serving
