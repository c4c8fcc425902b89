"""What goes out: messages, letters, and how each was sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Table


class NoticeRow(Table):
    """A message that has to go out: written with the act that calls for it, sent by the mailroom."""

    __tablename__ = "notices"
    __table_args__ = (Index("ix_notices_unsent", "next_try_at", postgresql_where=text("sent_at IS NULL")),)

    number: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    """The act that calls for it."""
    municipality: Mapped[str]
    recipient: Mapped[str | None]
    """The address that it went to, once sent."""
    kind: Mapped[str]
    document: Mapped[dict[str, Any]]
    written_at: Mapped[datetime]
    next_try_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    sent_at: Mapped[datetime | None]
    problem: Mapped[str | None]


class LetterRow(Table):
    """A letter that has to be made and sent: written with the act that calls for it, made by the press."""

    __tablename__ = "letters"
    __table_args__ = (
        Index("ix_letters_unmade", "next_try_at", postgresql_where=text("made_at IS NULL")),
        Index("ix_letters_untold", "tell_at", postgresql_where=text("tell_at IS NOT NULL")),
    )

    number: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    """The act that calls for it."""
    edition: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str]
    kind: Mapped[str]
    template_version: Mapped[date]
    policy_version: Mapped[int]
    document: Mapped[dict[str, Any]]
    written_at: Mapped[datetime]
    next_try_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(server_default=text("0"))
    problem: Mapped[str | None]
    made_at: Mapped[datetime | None]
    tell_at: Mapped[datetime | None]
    """When its case is to be told that it went out; none when there is nothing to tell."""
    input: Mapped[dict[str, Any] | None]
    """What the template was given, so that the same letter can be made again."""
    sha256: Mapped[str | None]
    """The PDF, by its content."""


class DocumentRow(Table):
    """A PDF, by its content: the same one again changes nothing."""

    __tablename__ = "documents"
    __table_args__ = (Index(None, "number"),)

    sha256: Mapped[str] = mapped_column(primary_key=True)
    municipality: Mapped[str]
    number: Mapped[str]
    content: Mapped[bytes]
    made_at: Mapped[datetime]


class SendingRow(Table):
    """A letter on its way to one addressee. Awb 3:41."""

    __tablename__ = "sendings"
    __table_args__ = (
        ForeignKeyConstraint(
            ["number", "version", "edition"],
            ["letters.number", "letters.version", "letters.edition"],
            ondelete="CASCADE",
        ),
        Index(
            "ix_sendings_to_post",
            *("municipality", "dated", "number", "version", "addressee"),
            postgresql_where=text("channel = 'post' AND sent_at IS NULL"),
        ),
    )

    number: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    addressee: Mapped[str] = mapped_column(primary_key=True)
    edition: Mapped[int]
    """The one that was sent, or is to be."""
    municipality: Mapped[str]
    dated: Mapped[date]
    """The day on which it is to go out."""
    channel: Mapped[str]
    consent: Mapped[str | None]
    """The act in which the addressee agreed to electronic letters; none for the post. Awb 2.3."""
    recipient: Mapped[str | None]
    """The address of the mail that told of it."""
    sent_on: Mapped[date | None]
    """The day from which the term to object runs. Awb 6:8."""
    sent_at: Mapped[datetime | None]
    """When that was done or confirmed."""
    confirmed_by: Mapped[str | None]
    """Who says that it was posted."""
    key: Mapped[str | None]
    """The request under which that came."""
