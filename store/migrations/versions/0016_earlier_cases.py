"""Which case an application follows on, so that the earlier one tells of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

FOLLOWING = """
UPDATE cases SET earlier_case = acts.document #>> '{act,application,earlier_case}'
FROM acts WHERE acts.number = cases.number AND acts.version = 1
AND acts.document #>> '{act,application,earlier_case}' IS NOT NULL
"""


def upgrade() -> None:
    """It stands in the application."""
    op.add_column("cases", sa.Column("earlier_case", sa.String(), nullable=True))
    op.execute(FOLLOWING)
    op.create_index(
        "ix_cases_earlier_case",
        "cases",
        ["earlier_case", "received_on", "number"],
        postgresql_where=sa.text("earlier_case IS NOT NULL"),
    )


def downgrade() -> None:
    """The application keeps it."""
    op.drop_index("ix_cases_earlier_case", "cases")
    op.drop_column("cases", "earlier_case")
