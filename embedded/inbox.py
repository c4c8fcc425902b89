"""The mail inbox of a trial installation: takes every mail, delivers none, shows all on a local page.

Run as `python -m embedded.inbox`.
"""

from __future__ import annotations

import argparse
import email
import email.policy
import os
import re
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING, cast

import jinja2
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from embedded.part import Part, python
from embedded.temporal import listens

if TYPE_CHECKING:
    from aiosmtpd.smtp import SMTP, Envelope, Session

HOST = "127.0.0.1"
SHOWN = 500
"""How many mails the page lists, newest first."""

NAME = re.compile(r"\d{8}T\d{12}-[0-9a-f]{8}")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True)
class Inbox:
    """Where mails arrive and where they are read."""

    folder: Path
    smtp_port: int = 8025
    page_port: int = 8026

    @property
    def url(self) -> str:
        """The page that lists the mails."""
        return f"http://{HOST}:{self.page_port}"

    def part(self) -> Part:
        """The process for the supervisor."""
        arguments = (
            "--folder",
            str(self.folder),
            "--smtp-port",
            str(self.smtp_port),
            "--page-port",
            str(self.page_port),
        )
        return Part(
            name="mail", program=python("-m", "embedded.inbox", *arguments), is_ready=self.is_ready, grace=3
        )

    async def is_ready(self) -> bool:
        """Whether both doors are open."""
        return await listens(self.smtp_port) and await listens(self.page_port)


class Mailbox:
    """The mails, a file each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep one mail; it is on disk before the sender hears that it is taken."""
        del server, session
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
        arriving = self.folder / f"{name}.new"
        with arriving.open("wb") as file:
            file.write(envelope.original_content or b"")
            file.flush()
            os.fsync(file.fileno())
        arriving.replace(self.folder / f"{name}.eml")
        return "250 OK"

    def names(self) -> list[str]:
        """The newest first."""
        return sorted((path.stem for path in self.folder.glob("*.eml")), reverse=True)

    def read(self, name: str) -> bytes:
        """One mail as it came."""
        if not NAME.fullmatch(name):
            raise HTTPException(404)
        try:
            return (self.folder / f"{name}.eml").read_bytes()
        except FileNotFoundError:
            raise HTTPException(404) from None

    def open(self, name: str) -> EmailMessage:
        """One mail, parsed."""
        return email.message_from_bytes(self.read(name), policy=email.policy.default)


def plain_text(mail: EmailMessage) -> str:
    """What the mail says, as text; HTML is shown as its source."""
    body = mail.get_body(("plain", "html"))
    try:
        return str(body.get_content()) if body else ""
    except (LookupError, UnicodeError):
        return body.as_string() if body else ""


def received_at(name: str) -> datetime:
    """When a mail of this name came in."""
    return datetime.strptime(name.partition("-")[0], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC).astimezone()


def application(mailbox: Mailbox, smtp_port: int) -> Starlette:
    """The page, and beside it the SMTP server."""
    pages = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).with_name("pages")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    style = Path(__file__).with_name("pages").joinpath("inbox.css").read_text()

    async def listing(request: Request) -> Response:
        del request
        names = mailbox.names()
        mails = [(name, received_at(name), mailbox.open(name)) for name in names[:SHOWN]]
        return HTMLResponse(pages.get_template("inbox.html").render(mails=mails, total=len(names)))

    async def one(request: Request) -> Response:
        name = request.path_params["name"]
        mail = mailbox.open(name)
        attachments = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
        page = pages.get_template("mail.html")
        return HTMLResponse(page.render(name=name, mail=mail, text=plain_text(mail), attachments=attachments))

    async def source(request: Request) -> Response:
        name = request.path_params["name"]
        disposition = {"Content-Disposition": f'attachment; filename="{name}.eml"'}
        return Response(mailbox.read(name), media_type="message/rfc822", headers=disposition)

    async def attachment(request: Request) -> Response:
        parts = list(mailbox.open(request.path_params["name"]).iter_attachments())
        number = request.path_params["number"]
        if number >= len(parts):
            raise HTTPException(404)
        content = cast("bytes", parts[number].get_payload(decode=True))  # pyright: ignore[reportUnknownMemberType]
        disposition = {"Content-Disposition": f'attachment; filename="attachment-{number}"'}
        return Response(content, media_type="application/octet-stream", headers=disposition)

    async def css(request: Request) -> Response:
        del request
        return Response(style, media_type="text/css")

    @asynccontextmanager
    async def with_smtp(app: Starlette) -> AsyncGenerator[None]:
        import asyncio

        from aiosmtpd.smtp import SMTP

        del app
        server = await asyncio.get_running_loop().create_server(
            lambda: SMTP(mailbox, enable_SMTPUTF8=True, ident="Meedoen inbox"), HOST, smtp_port
        )
        async with server:
            yield

    async def guard(request: Request, follow: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await follow(request)
        response.headers.update(HEADERS)
        return response

    return Starlette(
        routes=[
            Route("/", listing),
            Route("/inbox.css", css),
            Route("/{name}", one),
            Route("/{name}/source", source),
            Route("/{name}/attachments/{number:int}", attachment),
        ],
        lifespan=with_smtp,
        middleware=[
            # A page elsewhere must not reach the inbox by giving this machine another name.
            Middleware(TrustedHostMiddleware, allowed_hosts=[HOST, "localhost"]),
            Middleware(BaseHTTPMiddleware, dispatch=guard),
        ],
    )


def main() -> None:
    """Serve until stopped, on loopback and nowhere else."""
    import uvicorn

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--smtp-port", type=int, default=8025)
    parser.add_argument("--page-port", type=int, default=8026)
    chosen = parser.parse_args()
    app = application(Mailbox(chosen.folder), chosen.smtp_port)
    uvicorn.run(
        app,
        host=HOST,
        port=chosen.page_port,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )


if __name__ == "__main__":
    main()
