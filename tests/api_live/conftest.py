"""The whole API on real parts: PostgreSQL, Temporal and a worker, with an issuer of our own."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
from joserfc.jwk import KeySet, RSAKey
from sqlalchemy.ext.asyncio import AsyncEngine
from temporalio.client import Client

from api.issuer import Issuer
from api.parts import Parts
from cli.load import municipality_in
from embedded.part import PROJECT
from store.reference import save_municipality
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
