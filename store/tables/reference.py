"""Reference data of a municipality."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Table


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
