"""A case is told when its letters went out, and what is to be posted can be listed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """What went out before is not told: those cases reckon without it."""
    op.add_column("letters", sa.Column("tell_at", postgresql.TIMESTAMP(timezone=True), nullable=True))
    op.create_index(
        "ix_letters_untold",
        "letters",
        ["tell_at"],
        unique=False,
        postgresql_where=sa.text("tell_at IS NOT NULL"),
    )
    op.add_column("sendings", sa.Column("dated", sa.Date(), nullable=True))
    op.execute(
        "UPDATE sendings SET dated = (letters.document->>'dated')::date FROM letters"
        " WHERE letters.number = sendings.number AND letters.version = sendings.version"
        " AND letters.edition = sendings.edition"
    )
    op.alter_column("sendings", "dated", nullable=False)
    op.create_index(
        "ix_sendings_to_post",
        "sendings",
        ["municipality", "dated", "number", "version", "addressee"],
        unique=False,
        postgresql_where=sa.text("channel = 'post' AND sent_at IS NULL"),
    )


def downgrade() -> None:
    """No case is told, and there is no such list."""
    op.drop_index("ix_sendings_to_post", table_name="sendings")
    op.drop_column("sendings", "dated")
    op.drop_index("ix_letters_untold", table_name="letters")
    op.drop_column("letters", "tell_at")
