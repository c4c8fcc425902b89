"""What departed from the policy is an exception too."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"

DEPARTING = """
UPDATE acts SET exceptions = array_append(exceptions, 'against_policy')
WHERE document #>> '{act,deviation}' IS NOT NULL
"""


def upgrade() -> None:
    """The reason for it stands in the act."""
    op.execute(DEPARTING)


def downgrade() -> None:
    """The reason stays in the act."""
    op.execute("UPDATE acts SET exceptions = array_remove(exceptions, 'against_policy')")
