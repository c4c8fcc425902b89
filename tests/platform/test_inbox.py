"""The embedded inbox takes every mail and shows it harmlessly."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage
from pathlib import Path

import httpx

from embedded.inbox import Inbox
from embedded.short_lived import free_port, running


def a_mail() -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Meedoen <meedoen@localhost>"
    mail["To"] = "fatma@werkplaats.example"
    mail["Subject"] = "Beschikking <script>alert(1)</script>"
    mail.set_content("Geachte mevrouw Yıldız, <b>u mag</b> meedoen.")
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="besluit.pdf")
    return mail


def test_a_mail_is_kept_and_shown_and_nothing_in_it_runs(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "mail", free_port(), free_port())
    with running(tmp_path, inbox.part()):
        assert "Nog geen berichten" in httpx.get(inbox.url).text
        with smtplib.SMTP("127.0.0.1", inbox.smtp_port) as server:
            server.send_message(a_mail())

        listing = httpx.get(inbox.url)
        name = next((tmp_path / "mail").glob("*.eml")).stem
        page = httpx.get(f"{inbox.url}/{name}")

        assert "&lt;script&gt;" in listing.text
        assert "<script" not in listing.text + page.text
        assert "Geachte mevrouw Yıldız, &lt;b&gt;u mag&lt;/b&gt; meedoen." in page.text
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        attachment = httpx.get(f"{inbox.url}/{name}/attachments/0")
        assert attachment.content == b"%PDF-"
        assert attachment.headers["Content-Disposition"].startswith("attachment")
        assert httpx.get(f"{inbox.url}/..%2Fidentity").status_code == httpx.codes.NOT_FOUND
        assert httpx.get(inbox.url, headers={"Host": "evil.example"}).status_code == httpx.codes.BAD_REQUEST

    assert list((tmp_path / "mail").glob("*.eml"))
