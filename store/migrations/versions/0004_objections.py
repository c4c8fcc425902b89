"""An objection is a case too: which case it is about stands in its row."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Cases that are there are applications."""
    op.add_column("cases", sa.Column("about", sa.String(), nullable=True))
    op.create_index(
        "ix_cases_about",
        "cases",
        ["about", "received_on", "number"],
        unique=False,
        postgresql_where=sa.text("about IS NOT NULL"),
    )


def downgrade() -> None:
    """Lists no longer tell an objection from an application."""
    op.drop_index("ix_cases_about", table_name="cases")
    op.drop_column("cases", "about")
