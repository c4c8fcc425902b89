"""Words of a saved filter are there beyond the session."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Nobody has kept any yet."""
    op.create_table(
        "kept_words",
        sa.Column("hashed", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("sealed", sa.String(), nullable=False),
        sa.Column("expires_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("hashed", name="pk_kept_words"),
    )
    op.create_index("ix_kept_words_expires_at", "kept_words", ["expires_at"], unique=False)


def downgrade() -> None:
    """A bookmark with words shows the list without them."""
    op.drop_index("ix_kept_words_expires_at", table_name="kept_words")
    op.drop_table("kept_words")
