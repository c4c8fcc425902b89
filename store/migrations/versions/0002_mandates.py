"""Mandates are a register of their own: who may decide is looked up on the day, not frozen in a policy."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """The register, and policies without what now stands there: `meedoen load` fills it."""
    op.create_table(
        "mandates",
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("document", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("municipality", "code", name=op.f("pk_mandates")),
    )
    op.create_index(
        op.f("ix_mandates_municipality_holder"), "mandates", ["municipality", "holder"], unique=False
    )
    op.execute("UPDATE policies SET document = document - 'mandates'")


def downgrade() -> None:
    """Without the register; what policies said of mandates before is not brought back."""
    op.drop_index(op.f("ix_mandates_municipality_holder"), table_name="mandates")
    op.drop_table("mandates")
