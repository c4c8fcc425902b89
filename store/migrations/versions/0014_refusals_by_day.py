"""What was refused in a period, without going through all that was refused before it."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """A town keeps its refusals for years, and an auditor looks at a month of them."""
    op.create_index("ix_refusals_municipality_at", "refusals", ["municipality", "at"], unique=False)


def downgrade() -> None:
    """The lists stay, and are slower."""
    op.drop_index("ix_refusals_municipality_at", table_name="refusals")
