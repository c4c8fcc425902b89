"""What is owed for deciding too late stands in the case's row, so that lists find it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """In no case that is there did a notice of default come in."""
    op.add_column("cases", sa.Column("in_default_since", sa.Date(), nullable=True))
    op.add_column("cases", sa.Column("decided_late_on", sa.Date(), nullable=True))
    op.add_column("cases", sa.Column("penalty_cents", sa.Integer(), nullable=True))
    op.create_index(
        "ix_cases_in_default",
        "cases",
        ["municipality", "received_on", "number"],
        unique=False,
        postgresql_where=sa.text("in_default_since IS NOT NULL"),
    )


def downgrade() -> None:
    """Lists no longer tell who is owed what."""
    op.drop_index("ix_cases_in_default", table_name="cases")
    op.drop_column("cases", "penalty_cents")
    op.drop_column("cases", "decided_late_on")
    op.drop_column("cases", "in_default_since")
