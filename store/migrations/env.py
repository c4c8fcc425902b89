"""How Alembic reaches the database."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, text

import store.drafts  # these two have tables beside those of store/tables.py
import store.sessions  # noqa: F401
from store.tables import Table

ONE_AT_A_TIME = 6_337_303_366
"""The advisory lock that lets several parts start at once and one of them migrate."""

engine = create_engine(context.config.get_main_option("sqlalchemy.url") or "")
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=Table.metadata, compare_type=True)
    with context.begin_transaction():
        connection.execute(text(f"select pg_advisory_xact_lock({ONE_AT_A_TIME})"))
        context.run_migrations()
    connection.commit()
