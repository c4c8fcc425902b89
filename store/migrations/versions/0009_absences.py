"""A register of absences: who stands in for whom is looked up on the day, as mandates are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Nobody is absent yet."""
    op.create_table(
        "absences",
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("absent", sa.String(), nullable=False),
        sa.Column("substitute", sa.String(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("document", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("municipality", "id", name=op.f("pk_absences")),
    )
    for columns in (("last_on", "id"), ("absent", "last_on"), ("substitute", "last_on")):
        name = op.f(f"ix_absences_municipality_{'_'.join(columns)}")
        op.create_index(name, "absences", ["municipality", *columns], unique=False)


def downgrade() -> None:
    """What acts say of who stood in stays with them."""
    op.drop_table("absences")
