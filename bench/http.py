"""One connection to the API, as light as can be: what is measured is the server, not a client library."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Http:
    """A connection that stays open from one request to the next."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def get(self, path: str, token: str) -> dict[str, Any]:
        """What stands there."""
        return await self._asked(f"GET {path} HTTP/1.1\r\nAuthorization: Bearer {token}\r\n")

    async def post(self, path: str, token: str, key: str, body: dict[str, Any] | None) -> dict[str, Any]:
        """What became of it."""
        content = json.dumps(body) if body is not None else ""
        kind = "Content-Type: application/json\r\n" if body is not None else ""
        return await self._asked(
            f"POST {path} HTTP/1.1\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: {key}\r\n{kind}",
            content,
        )

    async def _asked(self, head: str, content: str = "") -> dict[str, Any]:
        self.writer.write(f"{head}Host: {HOST}\r\nContent-Length: {len(content)}\r\n\r\n{content}".encode())
        answered = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        status, *headers = answered.rstrip().split("\r\n")
        length = next(int(h.split(":")[1]) for h in headers if h.lower().startswith("content-length:"))
        answer = (await self.reader.readexactly(length)).decode()
        if status.split()[1] not in {"200", "201"}:
            raise RuntimeError(f"{head.splitlines()[0]}: {status} {answer}")
        return json.loads(answer)


@asynccontextmanager
async def connected(port: int) -> AsyncGenerator[Http]:
    """A connection of one client."""
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        yield Http(reader, writer)
    finally:
        writer.close()
