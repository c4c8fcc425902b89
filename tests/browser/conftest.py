"""The whole of Meedoen as `make start` runs it, and people who look at it in a real Chromium.

Playwright's own event loop runs as long as its browser is open, so the browser is a module's, and tests here are plain
functions: an asynchronous test in the same module would meet that loop.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from sqlalchemy import create_engine, text

from api.beginnings import today
from cli.scenarios.sayings import first_of_a_month
from domain.calendar import last_day
from embedded.installation import Installation, Ports, installation
from embedded.people import example_users
from embedded.short_lived import free_port, running
from tests.browser.check import watched

PATIENCE = 15_000
"""Milliseconds that a page may take on a busy machine."""

BEGINS_ON = first_of_a_month(today() + timedelta(days=60))
ENDS_ON = last_day(BEGINS_ON, 12)
"""When those who apply here want to take part."""

expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class System:
    """A running Meedoen."""

    whole: Installation

    @property
    def url(self) -> str:
        """Where its pages are."""
        return self.whole.api_url

    def does(self, user: str, path: str, body: Any = None) -> dict[str, Any]:
        """Have somebody do something by the API, so that a page has something to show."""
        answer = self.tries(user, path, body)

        assert answer.is_success, answer.text
        return answer.json()

    def tries(self, user: str, path: str, body: Any = None) -> httpx.Response:
        """What the API answers when somebody does that."""
        headers = {
            "Authorization": f"Bearer {self.whole.identity.token(user)}",
            "Idempotency-Key": uuid4().hex,
        }
        return httpx.post(f"{self.url}/api/v1{path}", json=body, headers=headers, timeout=30)

    def asks(self, user: str, path: str) -> dict[str, Any]:
        """What somebody reads by the API."""
        headers = {"Authorization": f"Bearer {self.whole.identity.token(user)}"}
        answer = httpx.get(f"{self.url}/api/v1{path}", headers=headers, timeout=30)

        assert answer.is_success, answer.text
        return answer.json()

    def a_case(self, resident: str = "Bram Oosterhuis", bsn: str = "999990019") -> str:
        """The number of a new case, which waits to be checked."""
        application = {
            "cooperative": "de-werkplaats",
            "resident": {"bsn": bsn, "name": resident},
            "signedAt": "2026-11-02T10:00:00+01:00",
            "activity": "Fietsen repareren",
            "plan": "Weer wennen aan een werkweek.",
            "startsOn": f"{BEGINS_ON}",
            "endsOn": f"{ENDS_ON}",
            "hoursAWeek": 12,
            "items": [{"code": "plan", "title": "Plan, 2 bladzijden"}],
            "electronic": ["cooperative"],
        }
        return self.does("coop-a", "/applications", {"application": application})["case"]

    def changes(self, statement: str) -> None:
        """Change the database behind everybody's back, as time would."""
        engine = create_engine(self.whole.database.url())
        with engine.begin() as connection:
            connection.execute(text(statement))
        engine.dispose()


@pytest.fixture(scope="session")
def system(folder: Path) -> Iterator[System]:
    """One Meedoen for the session, on ports of its own."""
    ports = Ports(*(free_port() for _ in range(6)))
    whole = installation(folder / "whole", ports, 1)
    with running(folder / "whole", *whole.parts()):
        yield System(whole)


BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The shell first: the others also draw the window that nobody sees, which takes as long as the page."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium or another one that is there, else Playwright's own."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        opened = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox"] if is_root else [], chromium_sandbox=not is_root
        )
        yield opened
        opened.close()


Visitor = Callable[..., Page]


@pytest.fixture
def visitor(browser: Browser, system: System) -> Iterator[Visitor]:
    """Opens a browser of one's own: of nobody, or signed in as an example user, at a page if one is named."""
    contexts: list[Any] = []

    def visit(
        user: str | None = None,
        path: str = "/",
        *,
        javascript: bool = True,
        width: int = 1280,
        motion: Literal["reduce", "no-preference"] = "reduce",
    ) -> Page:
        context = browser.new_context(
            base_url=system.url,
            java_script_enabled=javascript,
            viewport={"width": width, "height": 900},
            locale="nl-NL",
            reduced_motion=motion,
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if user:
            _sign_in(context, user)
        page = watched(context.new_page())
        page.goto(path)
        return page

    yield visit
    for context in contexts:
        context.close()


def _sign_in(context: BrowserContext, user: str) -> None:
    """By the same questions and answers as `choose`, of which the browser shows none."""
    asked = context.request.get("/sign-in", params={"to": "/health/live"})
    arrived = context.request.post(asked.url, form={"sub": user})

    assert arrived.ok, arrived.text()


def choose(page: Page, user: str) -> None:
    """Choose whom to be, on the login page of the embedded identity."""
    name = example_users()[user].name
    page.get_by_role("button", name=f"Inloggen als {name}").click()
    page.wait_for_url(lambda address: "/oauth2/" not in address and "/signed-in" not in address)


def session_cookie(page: Page) -> dict[str, Any]:
    """The cookie by which the pages know who this is."""
    (found,) = [{**each} for each in page.context.cookies() if each.get("name") == "meedoen"]
    return found
