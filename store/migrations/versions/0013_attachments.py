"""What comes with an application is kept with it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Nothing was handed in yet."""
    op.create_table(
        "attachments",
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("number", sa.String(), nullable=True),
        sa.Column("kept_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("expires_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("municipality", "party", "sha256", name="pk_attachments"),
    )
    op.create_index("ix_attachments_expires_at", "attachments", ["expires_at"], unique=False)
    op.create_index("ix_attachments_number", "attachments", ["number"], unique=False)


def downgrade() -> None:
    """The acts keep the hashes."""
    op.drop_index("ix_attachments_number", table_name="attachments")
    op.drop_index("ix_attachments_expires_at", table_name="attachments")
    op.drop_table("attachments")
