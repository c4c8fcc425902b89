"""The line to a mail server that wants TLS and a login."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from psutil import Process

from activities.mailroom import Post, message
from domain import notices
from embedded.short_lived import free_port
from tests.examples import a_case

pytestmark = pytest.mark.asyncio

USER, PASSWORD = "meedoen", "a secret"


class Postbox:
    """Keeps what comes in."""

    def __init__(self) -> None:
        self.mails: list[bytes] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        self.mails.append(envelope.content)
        return "250 OK"


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One of our own making, for 127.0.0.1, which this process trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "certificate.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return file


@pytest.fixture
def server(certificate: Path) -> Iterator[tuple[Postbox, int]]:
    """A mail server that takes nothing before STARTTLS and a login."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    postbox = Postbox()

    def known(server: Any, session: Any, envelope: Any, mechanism: Any, data: Any) -> AuthResult:
        expected = LoginPassword(USER.encode(), PASSWORD.encode())
        return AuthResult(success=data == expected, handled=False)

    running = Controller(
        postbox,
        hostname="127.0.0.1",
        port=free_port(),
        tls_context=context,
        require_starttls=True,
        auth_required=True,
        authenticator=known,
    )
    running.start()
    yield postbox, running.port
    running.stop()


def a_mail() -> Any:
    case = a_case()
    notice = notices.called_for(case, case.entries[0])
    assert notice is not None
    return message(notice, "meedoen@localhost", "bestuur@werkplaats.example")


async def test_a_mail_goes_over_a_safe_line_after_a_login(server: tuple[Postbox, int]) -> None:
    """And a second one over the same line."""
    postbox, port = server
    post = Post("127.0.0.1", port, "starttls", USER, PASSWORD)
    await post(a_mail())
    await post(a_mail())

    assert 2 == len(postbox.mails)


@pytest.mark.parametrize(
    ("tls", "user", "password"),
    [("none", "", ""), ("starttls", "", ""), ("starttls", USER, "another secret"), ("tls", USER, PASSWORD)],
)
async def test_a_server_that_wants_more_takes_nothing(
    server: tuple[Postbox, int], tls: Any, user: str, password: str
) -> None:
    """The mail waits in the outbox then, with what the server said."""
    postbox, port = server
    with pytest.raises((smtplib.SMTPException, OSError)):
        await Post("127.0.0.1", port, tls, user, password)(a_mail())

    assert [] == postbox.mails


async def test_a_server_that_does_not_know_us_is_left(server: tuple[Postbox, int]) -> None:
    """Also while the error is still looked at, which knows the line."""
    _, port = server
    with pytest.raises(smtplib.SMTPAuthenticationError) as refused:
        await Post("127.0.0.1", port, "starttls", USER, "another secret")(a_mail())
    lines = [line for line in Process().net_connections() if line.raddr and line.raddr.port == port]

    assert [] == lines, refused


async def test_a_server_that_nobody_vouches_for_gets_no_password(
    server: tuple[Postbox, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its certificate is looked at before anything is said."""
    monkeypatch.delenv("SSL_CERT_FILE")
    postbox, port = server
    with pytest.raises(ssl.SSLError):
        await Post("127.0.0.1", port, "starttls", USER, PASSWORD)(a_mail())

    assert [] == postbox.mails
