"""The mailroom: sends what the recorder laid ready, once each, for as long as it takes.

It works beside the procedure, so that a mail server that is away never holds up an act.
"""

from __future__ import annotations

import asyncio
import smtplib
import socket
import ssl
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.charset import QP, Charset
from email.header import Header
from email.message import Message
from email.utils import formataddr, parseaddr
from time import monotonic
from typing import Any

import structlog
from sqlalchemy import Row, and_, bindparam, exists, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncEngine

from activities import bell
from domain.calendar import NETHERLANDS
from domain.letters import Channel
from domain.notices import Notice
from settings import Tls
from store.letters import TO_BE_TOLD
from store.tables import CooperativeRow, LetterRow, NoticeRow, SendingRow

log = structlog.get_logger("mailroom")

Send = Callable[[Message], Awaitable[object]]

AT_A_TIME = 20
PATIENCE = 20.0
"""Seconds that the mail server may take to answer."""
UNKNOWN = ""
"""The address of a cooperative that is not there: it is never removed, so the reference data is being restored."""
IDLE = 5.0
"""Seconds after which a line to the mail server is tried before it is used: it may have hung up."""
UTF_8 = Charset("utf-8")
UTF_8.body_encoding = QP

READY = ~exists().where(
    LetterRow.number == NoticeRow.number, LetterRow.version == NoticeRow.version, LetterRow.made_at.is_(None)
)
"""A mail that tells of a letter waits until that is made."""

DUE = (
    select(NoticeRow.__table__, CooperativeRow.document["email"].astext.label("address"))
    .outerjoin(
        CooperativeRow,
        and_(
            CooperativeRow.municipality == NoticeRow.municipality,
            CooperativeRow.code == NoticeRow.document["cooperative"].astext,
        ),
    )
    .where(NoticeRow.sent_at.is_(None), NoticeRow.next_try_at <= func.now(), READY)
    .order_by(NoticeRow.next_try_at)
    .limit(AT_A_TIME)
    .with_for_update(skip_locked=True, of=NoticeRow)
)
"""What is to be sent now, each with its addressee as the reference data has it at this moment."""

OUTCOME = (
    update(NoticeRow)
    .where(NoticeRow.number == bindparam("of_number"), NoticeRow.version == bindparam("of_version"))
    .values({name: bindparam(name) for name in ("tries", "next_try_at", "problem", "sent_at", "recipient")})
)

LETTER_SENT = (
    update(SendingRow)
    .where(
        SendingRow.number == bindparam("of_number"),
        SendingRow.version == bindparam("of_version"),
        SendingRow.channel == Channel.CASE.value,
        SendingRow.sent_at.is_(None),
    )
    .values({name: bindparam(name) for name in ("sent_at", "sent_on", "recipient")})
)
"""A letter that lies ready in the case is sent once its addressee was told so. Awb 2:10."""


class Post:
    """A line to the mail server, kept open from one message to the next.

    The standard library's own, in a thread: on an event loop a message takes five times as much of it.
    """

    def __init__(
        self, hostname: str, port: int, tls: Tls = "none", user: str = "", password: str = ""
    ) -> None:
        self._server = (hostname, port)
        self._tls: Tls = tls
        self._login = (user, password)
        self._line: smtplib.SMTP | None = None
        self._used_at = 0.0

    async def __call__(self, mail: Message) -> None:
        """Hand a message over; one at a time."""
        await asyncio.to_thread(self._hand_over, mail)

    async def check(self) -> None:
        """Raise when the server does not take us: its greeting, its certificate, our login."""
        await asyncio.to_thread(self._open_line)

    def _hand_over(self, mail: Message) -> None:
        line = self._open_line()
        try:
            line.send_message(mail)
        except (smtplib.SMTPServerDisconnected, OSError):
            self._line = None
            raise
        self._used_at = monotonic()

    def _open_line(self) -> smtplib.SMTP:
        """The line, opened again when the server hung up meanwhile."""
        if self._line is None or (monotonic() - self._used_at > IDLE and not _answers(self._line)):
            self._line = self._connected()
            self._used_at = monotonic()
        return self._line

    def _connected(self) -> smtplib.SMTP:
        name = socket.getfqdn()
        if self._tls == "tls":
            context = ssl.create_default_context()
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                *self._server, local_hostname=name, timeout=PATIENCE, context=context
            )
        else:
            line = smtplib.SMTP(*self._server, local_hostname=name, timeout=PATIENCE)
        try:
            if self._tls == "starttls":
                line.starttls(context=ssl.create_default_context())
            if self._login[0]:
                line.login(*self._login)
        except (smtplib.SMTPException, OSError):
            line.close()  # else the server keeps it open for as long as somebody keeps the error
            raise
        return line


def _answers(line: smtplib.SMTP) -> bool:
    try:
        return line.noop()[0] == 250
    except (smtplib.SMTPException, OSError):
        return False


class Mailroom:
    """Takes messages from the outbox; several mailrooms never take the same one."""

    def __init__(self, engine: AsyncEngine, send: Send, sender: str) -> None:
        self._engine = engine
        self._send = send
        self._sender = sender

    def work(self) -> bell.Work:
        """What it sees to, as soon as there is something to send."""
        return bell.Work(bell.MAIL, self.send_some, self._next_at)

    async def send_some(self) -> int:
        """Send what is due, a few at a time; how many were taken in hand.

        A crash between sending and noting it sends again, under the same Message-ID.
        """
        async with self._engine.begin() as connection:
            rows = (await connection.execute(DUE)).all()
            outcomes = [await self._tried(row) for row in rows]
            if outcomes:
                await connection.execute(OUTCOME, outcomes)
            if sent := [each for each in outcomes if each["sent_at"]]:
                of_them = [{name: each[name] for name in ("of_number", "of_version")} for each in sent]
                await connection.execute(TO_BE_TOLD, of_them)  # other names would be set on the letters too
                await connection.execute(LETTER_SENT, sent)
                await connection.execute(text(f"SELECT pg_notify('{bell.SENDINGS}', '')"))
        return len(rows)

    async def _tried(self, row: Row[Any]) -> dict[str, Any]:
        """Send one message; what is to be noted of it."""
        to = row.address or UNKNOWN
        outcome = {**row._asdict(), "of_number": row.number, "of_version": row.version}  # pyright: ignore[reportPrivateUsage]
        try:  # one that cannot even be read, such as a newer version's, keeps nobody from the others
            await self._send(message(Notice.model_validate(row.document), self._sender, to))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is tried again later
            log.warning("message not sent", error=type(error).__name__)
            return outcome | bell.tried_in_vain(row.tries, error)
        sent_at = datetime.now(UTC)
        sent_on = sent_at.astimezone(NETHERLANDS).date()
        return outcome | {"sent_at": sent_at, "sent_on": sent_on, "recipient": to, "problem": None}

    async def _next_at(self) -> datetime | None:
        async with self._engine.connect() as connection:
            return await connection.scalar(
                select(func.min(NoticeRow.next_try_at)).where(NoticeRow.sent_at.is_(None), READY)
            )


def message(notice: Notice, sender: str, recipient: str) -> Message:
    """The notice as a mail, Dutch first; its Message-ID is that of the act, so that a double is recognised.

    Raises:
        LookupError: nobody knows where to send it.
    """
    if not recipient:
        raise LookupError(f"no address for {notice.cooperative}")
    mail = Message()  # not EmailMessage, which parses each header that it is given: ten times as slow
    mail["From"] = formataddr(parseaddr(sender))
    mail["To"] = recipient
    mail["Subject"] = Header(f"{notice.subject.nl} ({notice.number})", "utf-8").encode()
    mail["Message-ID"] = f"<{notice.number}.{notice.version}@meedoen>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["Content-Language"] = "nl, en"
    mail["MIME-Version"] = "1.0"
    mail["Content-Type"] = 'text/plain; charset="utf-8"'
    mail.set_payload(
        f"{notice.body.nl}\n\nZaak {notice.number}\n\n---\n\n{notice.body.en}\n\nCase {notice.number}\n",
        UTF_8,
    )
    return mail
