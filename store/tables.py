"""The tables. A row holds only what is searched or sorted on; the facts themselves are JSON.

Each row carries its municipality from the first day.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, ForeignKeyConstraint, Identity, Index, MetaData, String, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TIMESTAMP
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Table(DeclarativeBase):
    """The base of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own interface
        datetime: TIMESTAMP(timezone=True),
        dict[str, Any]: JSONB,
        list[str]: ARRAY(String),
    }


class PolicyRow(Table):
    """One version of a municipality's policy."""

    __tablename__ = "policies"

    municipality: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    valid_from: Mapped[date]
    document: Mapped[dict[str, Any]]


class CooperativeRow(Table):
    """A cooperative with an agreement with a municipality."""

    __tablename__ = "cooperatives"

    municipality: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    document: Mapped[dict[str, Any]]


class MandateRow(Table):
    """The power to decide in the college's name."""

    __tablename__ = "mandates"
    __table_args__ = (Index(None, "municipality", "holder"),)

    municipality: Mapped[str] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    document: Mapped[dict[str, Any]]


class OfficeRow(Table):
    """Where people reach a municipality, as its letters say it."""

    __tablename__ = "offices"

    municipality: Mapped[str] = mapped_column(primary_key=True)
    document: Mapped[dict[str, Any]]


class CaseRow(Table):
    """A case as lists show it."""

    __tablename__ = "cases"
    __table_args__ = (
        Index(None, "municipality", "received_on", "number"),
        Index(None, "municipality", "status", "received_on", "number"),
        Index(None, "municipality", "cooperative", "received_on", "number"),
        Index(
            "ix_cases_in_default",
            "municipality",
            "received_on",
            "number",
            postgresql_where=text("in_default_since IS NOT NULL"),
        ),
        Index("ix_cases_about", "about", "received_on", "number", postgresql_where=text("about IS NOT NULL")),
    )

    number: Mapped[str] = mapped_column(primary_key=True)
    municipality: Mapped[str]
    cooperative: Mapped[str]
    policy_version: Mapped[int]
    resident_name: Mapped[str]
    status: Mapped[str]
    received_on: Mapped[date]
    decision_due_on: Mapped[date | None]
    """Until a decision was taken."""
    reassessment_on: Mapped[date | None]
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    version: Mapped[int]
    changed_at: Mapped[datetime]
    """When its newest act was done, by the workflow's clock."""
    about: Mapped[str | None]
    """Of an objection: the case of the decision that it is against."""
    in_default_since: Mapped[date | None]
    """The day on which the notice of default came that counts and is not settled yet. Awb 4:17."""
    decided_late_on: Mapped[date | None]
    """Since when no more is added to what is owed by it, so that lists can say what is owed on any day."""
    penalty_cents: Mapped[int | None]
    """What was determined and is not paid yet."""


class ActRow(Table):
    """One act of a case: who did what, when and on what basis."""

    __tablename__ = "acts"
    __table_args__ = (
        Index(None, "number", "key"),
        Index(None, "municipality", "actor_id", "at"),
    )

    number: Mapped[str] = mapped_column(
        ForeignKey("cases.number", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    version: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str]
    kind: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[str]
    key: Mapped[str | None]
    """The request under which it came."""
    document: Mapped[dict[str, Any]]


class TaskRow(Table):
    """A task, open or done."""

    __tablename__ = "tasks"
    __table_args__ = (
        Index(
            "ix_tasks_open",
            "municipality",
            "role",
            "due_on",
            "id",
            postgresql_where=text("closed_at IS NULL"),
        ),
        Index("ix_tasks_assignee", "assignee_id", "due_on", postgresql_where=text("closed_at IS NULL")),
        Index(None, "number"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(ForeignKey("cases.number", deferrable=True, initially="DEFERRED"))
    municipality: Mapped[str]
    cooperative: Mapped[str]
    role: Mapped[str]
    kind: Mapped[str]
    due_on: Mapped[date]
    """9999-12-31 when there is no such day, so that lists sort it last."""
    assignee_id: Mapped[str | None]
    held_until: Mapped[date | None]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    document: Mapped[dict[str, Any]]


class RefusalRow(Table):
    """An act that was refused: a rejected update leaves no trace in Temporal, and auditors ask for it."""

    __tablename__ = "refusals"
    __table_args__ = (Index(None, "municipality", "id"), Index(None, "number", "id"))

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    municipality: Mapped[str]
    number: Mapped[str]
    kind: Mapped[str]
    actor_id: Mapped[str]
    actor: Mapped[dict[str, Any]]
    reason: Mapped[dict[str, Any]]
    """The error's name, the sentence and its facts."""


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
