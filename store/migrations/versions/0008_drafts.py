"""A form that is half filled survives a closed tab."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Nobody has a draft yet."""
    op.create_table(
        "drafts",
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("typed", postgresql.JSONB(), nullable=False),
        sa.Column("saved_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("expires_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("municipality", "actor_id", "number", "kind", name="pk_drafts"),
    )
    op.create_index("ix_drafts_expires_at", "drafts", ["expires_at"], unique=False)


def downgrade() -> None:
    """What was typed and not sent is gone."""
    op.drop_index("ix_drafts_expires_at", table_name="drafts")
    op.drop_table("drafts")
