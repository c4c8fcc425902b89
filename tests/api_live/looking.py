"""Somebody who looks on: the stream of server-sent events, as its client reads it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any

import httpx

PATIENCE = 20


class Looking:
    """A client that reads a stream until it is left, or until the stream ends."""

    def __init__(self, client: httpx.AsyncClient, path: str, headers: Mapping[str, str]) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []
        self.raw: list[str] = []
        self.has_ended = False
        self._client = client
        self._path = path
        self._headers = headers
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Looking:
        self._task = asyncio.create_task(self._look())
        await self.until(lambda: bool(self.heard))
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _look(self) -> None:
        async with self._client.stream("GET", self._path, headers=self._headers) as answer:
            assert "text/event-stream" in answer.headers["content-type"]
            name = ""
            async for line in answer.aiter_lines():
                self.raw.append(line)
                if line.startswith("event: "):
                    name = line.removeprefix("event: ")
                if line.startswith("data: "):
                    self.heard.append((name, json.loads(line.removeprefix("data: "))))
        self.has_ended = True

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until this is so."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await asyncio.sleep(0.02)

    def of(self, number: str) -> list[dict[str, Any]]:
        """What was told of a case."""
        return [told for _, told in self.heard if told.get("case") == number]

    def names(self) -> list[str]:
        """Which events came, in their order."""
        return [name for name, _ in self.heard]
