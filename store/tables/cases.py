"""Cases with their acts and tasks, and what was refused."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Table

SEARCHED = "array_to_tsvector(words)"
"""What a search over cases looks in."""

CHANGES = "changes"
"""The channel on which PostgreSQL tells which case has changed, and by what kinds of act."""

BSN = "(document #>> '{act,application,resident,bsn}')"
"""The resident's number, which stands in no column of its own: only its act has it."""


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
        Index(
            "ix_cases_earlier_case",
            *("earlier_case", "received_on", "number"),
            postgresql_where=text("earlier_case IS NOT NULL"),
        ),
        Index("ix_cases_searched", text(SEARCHED), postgresql_using="gin"),
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
    earlier_case: Mapped[str | None]
    """Of an application: the case that it follows on, such as one at another cooperative."""
    in_default_since: Mapped[date | None]
    """The day on which the first notice of default came that counts and is not settled yet. Awb 4:17."""
    defaults: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, server_default=text("'[]'"))
    """Each of these, as far as it does not grow with the days, so that lists can say what is owed on any day."""
    words: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    """By which it is found: of number, resident and cooperative, with a ~ of handlers, with an @ its municipality."""


class ActRow(Table):
    """One act of a case: who did what, when and on what basis."""

    __tablename__ = "acts"
    __table_args__ = (
        Index(None, "key", "number"),
        Index(None, "municipality", "at", "number", "version"),
        Index(None, "municipality", "actor_id", "at", "number", "version"),
        Index(None, "municipality", "kind", "at", "number", "version"),
        Index(
            "ix_acts_exceptions",
            *("municipality", "at", "number", "version"),
            postgresql_where=text("exceptions <> '{}'"),
        ),
        Index(
            "ix_acts_bsn",
            text(BSN),
            postgresql_where=text("kind = 'application_received'"),
        ),
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
    exceptions: Mapped[list[str]] = mapped_column(server_default=text("'{}'"))
    """In which ways it is out of the ordinary."""
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
            postgresql_include=["assignee_id", "held_until", "cooperative"],
        ),
        *(
            Index(
                f"ix_tasks_open_{name}",
                *("municipality", name, "due_on", "id"),
                postgresql_where=text("closed_at IS NULL"),
            )
            for name in ("cooperative", "kind")
        ),
        Index(
            "ix_tasks_resting",
            *("municipality", "due_on", "id"),
            postgresql_where=text("closed_at IS NULL AND held_until IS NOT NULL"),
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
    __table_args__ = (
        Index(None, "municipality", "id"),
        Index(None, "municipality", "at"),
        Index(None, "number", "id"),
        Index(
            "ix_refusals_not_the_same",
            *("municipality", "id"),
            postgresql_where=text("reason ->> 'name' = 'NotTheSame'"),
        ),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    municipality: Mapped[str]
    number: Mapped[str]
    kind: Mapped[str]
    actor_id: Mapped[str]
    actor: Mapped[dict[str, Any]]
    reason: Mapped[dict[str, Any]]
    """The error's name, the sentence and its facts."""
