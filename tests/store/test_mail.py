"""A notice as the mail that a cooperative gets."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import default

import pytest

from activities.mailroom import message
from domain import notices
from domain.notices import Notice
from tests.examples import a_case


@pytest.fixture
def notice() -> Notice:
    """The one that an application calls for."""
    case = a_case()
    called = notices.called_for(case, case.entries[0])
    assert called is not None
    return called.model_copy(update={"number": "MD-1"})


def as_received(notice: Notice, sender: str) -> EmailMessage:
    """As the other side reads it."""
    sent = message(notice, sender, "bestuur@werkplaats.example").as_bytes()
    received = email.message_from_bytes(sent, policy=default)
    assert isinstance(received, EmailMessage)
    return received


def test_a_mail_says_in_both_languages_what_the_notice_says(notice: Notice) -> None:
    """Dutch first, with the case's number, and whatever letters there are."""
    accented = notice.body.model_copy(update={"nl": "Geachte mevrouw Yıldız, één regel €"})
    received = as_received(notice.model_copy(update={"body": accented}), "meedoen@localhost")
    text = received.get_content()

    assert f"{notice.subject.nl} (MD-1)" == received["Subject"]
    assert text.startswith("Geachte mevrouw Yıldız, één regel €\n")
    assert notice.body.en in text
    assert "Zaak MD-1" in text


def test_a_mail_is_recognised_when_it_comes_twice(notice: Notice) -> None:
    """Its id is that of the act, and no machine answers it."""
    received = as_received(notice, "meedoen@localhost")

    assert "<MD-1.1@meedoen>" == received["Message-ID"]
    assert "auto-generated" == received["Auto-Submitted"]
    assert "bestuur@werkplaats.example" == received["To"]


def test_a_sender_may_have_any_name(notice: Notice) -> None:
    """His address stays one."""
    (sender,) = as_received(notice, "Gemeente Zônnedam <meedoen@zonnedam.example>")["From"].addresses

    assert ("Gemeente Zônnedam", "meedoen@zonnedam.example") == (sender.display_name, sender.addr_spec)
