"""A file of applications is looked at and sent, whichever process does it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Nobody uploaded anything yet."""
    moment = postgresql.TIMESTAMP(timezone=True)
    op.create_table(
        "uploads",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sealed", sa.String(), nullable=True),
        sa.Column("sent_at", moment, nullable=True),
        sa.Column("expires_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_uploads"),
    )
    op.create_index("ix_uploads_expires_at", "uploads", ["expires_at"], unique=False)
    op.create_table(
        "uploaded_rows",
        sa.Column("upload", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("complaints", postgresql.ARRAY(sa.String()), nullable=False),
        sa.Column("fate", sa.String(), nullable=True),
        sa.Column("said", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["upload"], ["uploads.id"], name="fk_uploaded_rows_upload", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("upload", "line", name="pk_uploaded_rows"),
    )


def downgrade() -> None:
    """What was sent is in its cases."""
    op.drop_table("uploaded_rows")
    op.drop_index("ix_uploads_expires_at", table_name="uploads")
    op.drop_table("uploads")
