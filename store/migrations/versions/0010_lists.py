"""What lists are filtered by, and what searches and auditors look for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

SEARCHED = "array_to_tsvector(words)"
BSN = "(document #>> '{act,application,resident,bsn}')"
OPEN = sa.text("closed_at IS NULL")
ACT = ("at", "number", "version")

WORDS = """
UPDATE cases SET words = ARRAY['@' || municipality] || array_remove(
    string_to_array(
        regexp_replace(lower(number || ' ' || resident_name || ' ' || cooperative), '[^[:alnum:]]+', ' ', 'g'), ' '
    ), ''
) || coalesce((
    SELECT array_agg(DISTINCT '~' || word) FROM acts, regexp_split_to_table(
        lower(acts.document #>> '{actor,name}'), '[^[:alnum:]]+'
    ) word WHERE acts.number = cases.number AND acts.key IS NOT NULL AND word <> ''
), '{}')
"""
EXCEPTIONS = """
UPDATE acts SET exceptions = ARRAY[CASE kind
    WHEN 'decision_corrected' THEN 'corrected' WHEN 'decision_reversed' THEN 'reversed' ELSE 'lapsed' END]
WHERE kind IN (
    'decision_corrected', 'decision_reversed', 'supplement_lapsed', 'set_aside_lapsed', 'view_lapsed',
    'advice_lapsed', 'repair_lapsed', 'reaction_lapsed', 'report_escalated'
)
"""


def upgrade() -> None:
    """Words are filled in for what is there; that it was late or against the advice is known of new acts only."""
    for table, column in (("cases", "words"), ("acts", "exceptions")):
        op.add_column(
            table,
            sa.Column(column, sa.ARRAY(sa.String()), server_default=sa.text("'{}'"), nullable=False),
        )
    op.execute(WORDS)
    op.execute(EXCEPTIONS)
    op.create_index("ix_cases_searched", "cases", [sa.text(SEARCHED)], postgresql_using="gin")
    op.drop_index("ix_acts_number_key", "acts")
    op.drop_index("ix_acts_municipality_actor_id_at", "acts")
    op.create_index("ix_acts_key_number", "acts", ["key", "number"])
    op.create_index("ix_acts_municipality_at_number_version", "acts", ["municipality", *ACT])
    for name in ("actor_id", "kind"):
        op.create_index(
            f"ix_acts_municipality_{name}_at_number_version", "acts", ["municipality", name, *ACT]
        )
    op.create_index(
        "ix_acts_exceptions",
        "acts",
        ["municipality", *ACT],
        postgresql_where=sa.text("exceptions <> '{}'"),
    )
    op.create_index(
        "ix_acts_bsn", "acts", [sa.text(BSN)], postgresql_where=sa.text("kind = 'application_received'")
    )
    op.drop_index("ix_tasks_open", "tasks")
    op.create_index(
        "ix_tasks_open",
        "tasks",
        ["municipality", "role", "due_on", "id"],
        postgresql_where=OPEN,
        postgresql_include=["assignee_id", "held_until", "cooperative"],
    )
    for name in ("cooperative", "kind"):
        op.create_index(
            f"ix_tasks_open_{name}", "tasks", ["municipality", name, "due_on", "id"], postgresql_where=OPEN
        )
    op.create_index(
        "ix_tasks_resting",
        "tasks",
        ["municipality", "due_on", "id"],
        postgresql_where=sa.text("closed_at IS NULL AND held_until IS NOT NULL"),
    )
    op.create_index(
        "ix_refusals_not_the_same",
        "refusals",
        ["municipality", "id"],
        postgresql_where=sa.text("reason ->> 'name' = 'NotTheSame'"),
    )


def downgrade() -> None:
    """Lists are filtered as they were."""
    op.drop_index("ix_refusals_not_the_same", "refusals")
    for name in ("ix_tasks_resting", "ix_tasks_open_kind", "ix_tasks_open_cooperative", "ix_tasks_open"):
        op.drop_index(name, "tasks")
    op.create_index("ix_tasks_open", "tasks", ["municipality", "role", "due_on", "id"], postgresql_where=OPEN)
    for name in (
        *("ix_acts_bsn", "ix_acts_exceptions", "ix_acts_municipality_kind_at_number_version"),
        *("ix_acts_municipality_actor_id_at_number_version", "ix_acts_municipality_at_number_version"),
        "ix_acts_key_number",
    ):
        op.drop_index(name, "acts")
    op.create_index("ix_acts_municipality_actor_id_at", "acts", ["municipality", "actor_id", "at"])
    op.create_index("ix_acts_number_key", "acts", ["number", "key"])
    op.drop_index("ix_cases_searched", "cases")
    op.drop_column("acts", "exceptions")
    op.drop_column("cases", "words")
