"""How Alembic reaches the database."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, text

from store.absences import AbsenceRow
from store.attachments import AttachmentRow
from store.drafts import DraftRow
from store.kept_words import KeptWordsRow
from store.sessions import SessionRow
from store.tables import Table
from store.uploads import UploadedRow, UploadRow

ONE_AT_A_TIME = 6_337_303_366
"""The advisory lock that lets several parts start at once and one of them migrate."""

TABLES = (AbsenceRow, AttachmentRow, DraftRow, KeptWordsRow, SessionRow, UploadRow, UploadedRow)
"""Those that stand beside store/tables/; naming them here makes them known."""

engine = create_engine(context.config.get_main_option("sqlalchemy.url") or "")
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Table.metadata, compare_type=True)
    with context.begin_transaction():
        connection.execute(text(f"select pg_advisory_xact_lock({ONE_AT_A_TIME})"))
        context.run_migrations()
    connection.commit()
