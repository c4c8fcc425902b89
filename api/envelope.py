"""What surrounds every request and answer, as plain ASGI: headers, size and form of bodies, the log line."""

from __future__ import annotations

import asyncio
from time import perf_counter
from typing import Any
from uuid import uuid4

import structlog
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.logs import traced
from api.pages.preferences import is_page
from api.problems import (
    TOO_LARGE,
    UNEXPECTED,
    WRONG_MEDIA_TYPE,
    Answered,
    Problem,
    answer,
    language_of,
    out_of_reach,
    problem_for,
    reference_of,
)
from store.attachments import BEGINS_WITH, MOST_BYTES

VERSION = "1.0.0"
PREFIX = "/api/v1"
OPENAPI = f"{PREFIX}/openapi.json"
MAX_BODY = 1_000_000
"""Bytes."""
LARGER = {"/apply/upload": 6_000_000, f"{PREFIX}/attachments": MOST_BYTES}
"""Where a file comes in, with what is around it in a form."""
WITH_FILES = 6 * MOST_BYTES
"""Of a form with attachments: as many as a municipality asks for."""
MAX_DRAINED = 16_000_000
"""Bytes of a body too large that are still read and thrown away, so that the client gets to read why."""
DRAIN_SECONDS = 10.0
ANSWERED_WITHIN = 60.0
"""Seconds until an answer begins, or nobody waits for it any more: a part that hangs would hold all who ask."""

JSON = frozenset({b"application/json"})
"""What the API takes."""
FORMS = frozenset({b"application/x-www-form-urlencoded", b"multipart/form-data"})
"""What the pages take."""
MULTIPART = b"multipart/form-data"
FILES = frozenset(media_type.encode() for media_type in BEGINS_WITH)
"""What comes as a file by itself."""

HEADERS = (
    (b"api-version", VERSION.encode()),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"strict-transport-security", b"max-age=31536000; includeSubDomains"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)
"""On every answer that does not set them itself."""

log = structlog.get_logger("api")


class Heads:
    """Answers a HEAD as a GET of the same address, without the body.

    That ends with the headers, so that a stream is over too: the server tells its maker that nobody listens any more.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 (ASGI)
        async def without_body(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
                await send({"type": "http.response.body"})

        if scope["type"] == "http" and scope["method"] == "HEAD":
            await self.app({**scope, "method": "GET"}, receive, without_body)
        else:
            await self.app(scope, receive, send)


class Envelope:
    """Names the request, adds the headers, answers for what nobody caught, and writes one line."""

    def __init__(self, app: ASGIApp, answered: Answered = answer) -> None:
        self.app = app
        self.answered = answered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 (ASGI)
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = perf_counter()
        scope["meedoen.reference"] = str(uuid4())
        status = 0

        async def sealed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = _with_ours(message.get("headers", ()), scope)
            await send(message)

        limit = asyncio.timeout(ANSWERED_WITHIN)

        async def begun(message: Message) -> None:
            limit.reschedule(None)
            await sealed(message)

        try:
            async with limit:
                await self.app(scope, receive, begun)
        except Exception as error:  # noqa: BLE001 (the last place where it can be answered)
            problem = out_of_reach(scope) if limit.expired() else problem_for(error, scope)
            if problem.kind is UNEXPECTED:
                told = traced(error)
                log.error("unexpected", reference=reference_of(scope), route=route_of(scope), **told)  # noqa: TRY400
            if status:  # too late to answer: break off, and let the server's log not quote the cause
                raise RuntimeError(f"broke off, see {reference_of(scope)}") from None
            await self.answered(scope, problem)(scope, receive, sealed)
        finally:
            _note(scope, status, perf_counter() - started)


class Bodies:
    """Refuses bodies that are too large, announced or while they come in, or not in the form that is taken here."""

    def __init__(self, app: ASGIApp, answered: Answered = answer) -> None:
        self.app = app
        self.answered = answered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: D102 (ASGI)
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers: dict[bytes, bytes] = dict(scope["headers"])
        announced = _size(headers.get(b"content-length", b"0"))
        media_type = _media_type(headers)
        is_form_with_files = is_page(scope) and media_type == MULTIPART
        most = LARGER.get(scope["path"], WITH_FILES if is_form_with_files else MAX_BODY)
        if announced > most:
            if headers.get(b"expect", b"").lower() != b"100-continue":
                await _drained(receive)
            problem = Problem(TOO_LARGE, "A file may be 5 MB at most.")
            if most == MAX_BODY:
                problem = Problem(TOO_LARGE, "A request may be 1 MB at most.")
            await self.answered(scope, problem)(scope, receive, send)
            return
        if not announced and b"transfer-encoding" not in headers:
            await self.app(scope, receive, send)
            return
        taken, not_taken = _taken(scope)
        if media_type not in taken:
            await self.answered(scope, not_taken)(scope, receive, send)
            return
        await self.app(scope, _limited(receive, most), send)


def route_of(scope: Scope) -> str | None:
    """The template of the route that served a request, never its parameters."""
    path = getattr(scope.get("route"), "path", None)
    if not isinstance(path, str):
        return None
    return path if path.startswith(PREFIX) or not scope["path"].startswith(PREFIX) else PREFIX + path


def _note(scope: Scope, status: int, seconds: float) -> None:
    route = route_of(scope)
    if route and route.startswith("/health/") and status == 200:
        return
    log.info(
        "request",
        method=scope["method"],
        route=route,
        status=status,
        ms=round(seconds * 1000, 1),
        reference=reference_of(scope),
    )


def _with_ours(headers: Any, scope: Scope) -> list[tuple[bytes, bytes]]:
    present = {name.lower() for name, _ in headers}
    ours = [header for header in HEADERS if header[0] not in present]
    if b"content-language" not in present:
        ours.append((b"content-language", language_of(scope).encode()))
    if scope["path"] == OPENAPI:
        ours.append((b"access-control-allow-origin", b"*"))
        ours.append((b"access-control-expose-headers", b"API-Version"))
    ours.append((b"vary", b"Cookie" if is_page(scope) else b"Accept-Language"))
    ours.append((b"x-request-id", reference_of(scope).encode()))
    return [*headers, *ours]


def _limited(receive: Receive, most: int) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > most:
                if message.get("more_body"):
                    await _drained(receive)
                raise HTTPException(TOO_LARGE.status)
        return message

    return counted


async def _drained(receive: Receive) -> None:
    dropped = 0
    try:
        async with asyncio.timeout(DRAIN_SECONDS):
            while dropped < MAX_DRAINED:
                message = await receive()
                dropped += len(message.get("body", b""))
                if message["type"] != "http.request" or not message.get("more_body"):
                    return
    except TimeoutError:
        return


def _taken(scope: Scope) -> tuple[frozenset[bytes], Problem]:
    """The forms of data that are taken there, and what is told of any other."""
    if is_page(scope):
        return FORMS, Problem(WRONG_MEDIA_TYPE, "Send the form of a page.")
    if scope["path"] == f"{PREFIX}/attachments":
        return FILES, Problem(WRONG_MEDIA_TYPE, "Send a PDF, JPEG or PNG, with its own Content-Type.")
    return JSON, Problem(WRONG_MEDIA_TYPE, "Send JSON, with Content-Type: application/json.")


def _size(content_length: bytes) -> int:
    return int(content_length) if content_length.isdigit() else 0


def _media_type(headers: dict[bytes, bytes]) -> bytes:
    return headers.get(b"content-type", b"").split(b";", 1)[0].strip().lower()
