"""What is wrong with a row of a file is kept in both languages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """A file that somebody chose before is chosen again: it is kept for a day, and what is sent is in its cases."""
    op.execute("delete from uploads")
    op.drop_column("uploaded_rows", "complaints")
    op.drop_column("uploaded_rows", "said")
    op.add_column("uploaded_rows", sa.Column("complaints", postgresql.JSONB(), nullable=False))
    op.add_column("uploaded_rows", sa.Column("number", sa.String(), nullable=True))
    op.add_column("uploaded_rows", sa.Column("refusal", postgresql.JSONB(), nullable=True))


def downgrade() -> None:
    """The same."""
    op.execute("delete from uploads")
    op.drop_column("uploaded_rows", "refusal")
    op.drop_column("uploaded_rows", "number")
    op.drop_column("uploaded_rows", "complaints")
    op.add_column("uploaded_rows", sa.Column("said", sa.String(), nullable=True))
    complaints = sa.Column("complaints", postgresql.ARRAY(sa.String()), nullable=False)
    op.add_column("uploaded_rows", complaints)
