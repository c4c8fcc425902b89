"""People at the API: each with a token, asking over HTTP."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from html import unescape
from typing import Any
from uuid import uuid4

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey
from sqlalchemy.ext.asyncio import AsyncEngine

from api.app import create_app
from api.pages.sessions import cookie
from api.parts import Parts
from cli.load import municipality_in
from embedded.part import PROJECT
from embedded.people import example_users
from store import sessions
from store.reference import save_municipality
from store.sessions import Session

ISSUER = "https://issuer.test"
AUDIENCE = "meedoen"
USERS = example_users()


@dataclass(frozen=True)
class Person:
    """Somebody who asks the API, in English."""

    client: httpx.AsyncClient
    token: str

    async def get(self, path: str, **query: Any) -> httpx.Response:
        """Look at something; `onHold` and its like go as they are."""
        return await self.client.get(f"/api/v1{path}", params=query, headers=self._headers())

    async def post(self, path: str, body: Any = None, key: str | None = None) -> httpx.Response:
        """Do something, under a key of its own if none is given."""
        headers = self._headers() | {"Idempotency-Key": key or uuid4().hex}
        return await self.client.post(f"/api/v1{path}", json=body, headers=headers)

    async def hands_in(self, content: bytes, media_type: str = "application/pdf") -> httpx.Response:
        """A file, as it is."""
        headers = self._headers() | {"Idempotency-Key": uuid4().hex, "Content-Type": media_type}
        return await self.client.post("/api/v1/attachments", content=content, headers=headers)

    async def items(self, path: str, **query: Any) -> list[dict[str, Any]]:
        """The one page of a list."""
        answer = await self.get(path, **query)

        assert 200 == answer.status_code, answer.text
        return answer.json()["items"]

    async def did(self, path: str, body: Any = None, key: str | None = None) -> dict[str, Any]:
        """Do something that is taken in."""
        answer = await self.post(path, body, key)

        assert answer.is_success, answer.text
        return answer.json()

    async def refused(self, status: int, kind: str, path: str, body: Any = None) -> dict[str, Any]:
        """Try something that is refused in this way."""
        return problem(await self.post(path, body), status, kind)

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "Accept-Language": "en"}


@dataclass(frozen=True)
class Visitor:
    """Somebody who looks at pages."""

    client: httpx.AsyncClient
    session: str

    async def page(self, path: str) -> httpx.Response:
        """The answer to a visit, not followed."""
        return await self.client.get(path, headers={"Cookie": f"{cookie('meedoen')}={self.session}"})

    async def sent(self, path: str, form: Mapping[str, str | list[str]], on: str = "/") -> httpx.Response:
        """The answer to a form that stood on this page of one's own, not followed."""
        said = {**form, "csrf": hashlib.sha256(f"form\n{self.session}".encode()).hexdigest()}
        headers = {
            "Cookie": f"{cookie('meedoen')}={self.session}",
            "Referer": str(self.client.base_url.join(on)),
        }
        return await self.client.post(path, data=said, headers=headers)

    async def shown(self, path: str) -> str:
        """What a page that is there says, in English, as plain words."""
        answer = await self.page(f"{path}{'&' if '?' in path else '?'}lang=en")

        assert 200 == answer.status_code, answer.text
        main = re.sub(r"(?s).*<main[^>]*>|</main>.*", "", answer.text)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


@dataclass(frozen=True)
class Office:
    """Gives everybody a client: example users by their name, others by their claims."""

    client: httpx.AsyncClient
    key: RSAKey

    def __call__(self, user: str, **claims: Any) -> Person:
        """The client of that user; what is given replaces a claim."""
        said = _claims(user, **claims)
        return Person(self.client, jwt.encode({"alg": "RS256", "kid": "one"}, said, self.key))

    async def visitor(self, database: AsyncEngine, user: str, **claims: Any) -> Visitor:
        """That user signed in at the pages."""
        session = Session(uuid4().hex, _claims(user, **claims), None, None, "")
        async with database.begin() as connection:
            await sessions.begin(connection, session)
        return Visitor(self.client, session.id)


def _claims(user: str, **claims: Any) -> dict[str, Any]:
    now = int(time.time())
    known = USERS[user].model_dump(exclude_none=True) if user in USERS else {"name": user.title()}
    said: dict[str, Any] = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": user,
        "iat": now,
        "exp": now + 3600,
        **known,
        **claims,
    }
    return said | {"roles": [str(role) for role in said["roles"]]}


@asynccontextmanager
async def office_of(parts: Parts, key: RSAKey) -> AsyncGenerator[Office]:
    """An office whose API has these parts."""
    transport = httpx.ASGITransport(app=create_app(parts))
    async with httpx.AsyncClient(transport=transport, base_url="http://meedoen.test") as client:
        yield Office(client, key)


async def new_municipality(database: AsyncEngine) -> str:
    """A municipality of one's own that works as Zonnedam does, so that its lists hold nothing of others."""
    example = municipality_in(PROJECT / "examples" / "zonnedam.toml")
    code = f"town-{uuid4().hex[:8]}"
    policy = example.policy.model_copy(update={"municipality": code})
    async with database.begin() as connection:
        await save_municipality(connection, example.model_copy(update={"policy": policy}))
    return code


def problem(answer: httpx.Response, status: int, kind: str) -> dict[str, Any]:
    """The body of an answer, which is this problem."""
    assert (status, f"/problems/{kind}") == (answer.status_code, answer.json().get("type")), answer.text
    assert "application/problem+json" == answer.headers["content-type"]
    return answer.json()
