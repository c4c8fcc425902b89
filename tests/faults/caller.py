"""A client that does not give up, and whoever kills the parts that it talks to."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from embedded.identity import Identity
from embedded.trouble import Trouble
from tests.platform.test_start import Whole

PARTS: tuple[str, ...] = ("worker", "api", "temporal", "postgres")
AWAY = 503
PATIENCE = 90.0
"""Seconds within which everything must be well again."""


def kill(whole: Whole, parts: Iterable[str], pause: float = 0) -> None:
    """After so many seconds kill these parts with -9, in one moment; one that is not there has died already."""
    time.sleep(pause)
    for part in parts:
        whole.kill(part)


@dataclass
class Caller:
    """Everybody who has a part in a case; each request is sent again, under its key, until it is answered."""

    whole: Whole
    tokens: dict[str, str] = field(default_factory=dict[str, str])
    again: int = 0
    """How many requests had to be sent again."""

    def post(
        self, user: str, path: str, body: Any = None, meanwhile: Callable[[], None] | None = None
    ) -> Any:
        """Do something; `meanwhile` happens while the request is under way."""
        key, end = uuid4().hex, time.monotonic() + PATIENCE
        other = threading.Thread(target=meanwhile) if meanwhile else None
        if other:
            other.start()
        try:
            while True:
                answer = self._ask("POST", user, path, body, key)
                if answer is not None:
                    assert answer.is_success, (path, answer.status_code, answer.text)
                    return answer.json()
                assert time.monotonic() < end, f"{path} was not answered"
                self.again += 1
                time.sleep(0.2)
        finally:
            if other:
                other.join()

    def get(self, user: str, path: str) -> Any:
        """Look at something."""
        end = time.monotonic() + PATIENCE
        while (answer := self._ask("GET", user, path)) is None:
            assert time.monotonic() < end, f"{path} was not answered"
            time.sleep(0.2)

        assert answer.is_success, (path, answer.status_code, answer.text)
        return answer.json()

    def task(self, user: str, number: str) -> str:
        """The one open task of a case that this person has."""
        (task,) = self.get(user, f"/tasks?case={number}&onHold=true")["items"]
        return task["id"]

    def _ask(
        self, method: str, user: str, path: str, body: Any = None, key: str = ""
    ) -> httpx.Response | None:
        """The answer; none when there is none, or when it is to ask again. Any other failure is a mistake of ours."""
        address = f"http://127.0.0.1:{self.whole.ports.api}/api/v1{path}"
        try:
            headers = {"Authorization": f"Bearer {self._token(user)}", "Idempotency-Key": key}
            answer = httpx.request(method, address, json=body, headers=headers, timeout=40)
        except (httpx.TransportError, Trouble):  # of the API, or of the identity that gives the token
            return None
        if answer.status_code == AWAY:
            assert answer.headers["retry-after"]
            return None
        return answer

    def _token(self, user: str) -> str:
        if user not in self.tokens:
            issuer = Identity(self.whole.state / "identity.jwk", self.whole.ports.identity)
            self.tokens[user] = issuer.token(user)
        return self.tokens[user]
