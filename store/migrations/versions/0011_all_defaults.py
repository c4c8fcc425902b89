"""Every default that is not settled stands in the case's row, so that lists say what is owed by all of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """The one that stood there is the oldest; another one follows with the next act of its case."""
    op.add_column(
        "cases",
        sa.Column("defaults", postgresql.JSONB(), nullable=False, server_default=sa.text("'[]'")),
    )
    op.execute(
        "UPDATE cases SET defaults = jsonb_build_array(jsonb_build_object('received_on', in_default_since,"
        " 'decided_on', decided_late_on, 'determined_cents', penalty_cents)) WHERE in_default_since IS NOT NULL"
    )
    op.drop_column("cases", "penalty_cents")
    op.drop_column("cases", "decided_late_on")


def downgrade() -> None:
    """Only the oldest stays."""
    op.add_column("cases", sa.Column("decided_late_on", sa.Date(), nullable=True))
    op.add_column("cases", sa.Column("penalty_cents", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE cases SET decided_late_on = (defaults->0->>'decided_on')::date,"
        " penalty_cents = (defaults->0->>'determined_cents')::int WHERE in_default_since IS NOT NULL"
    )
    op.drop_column("cases", "defaults")
