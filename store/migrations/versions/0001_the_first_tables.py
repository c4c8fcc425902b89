"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None


def upgrade() -> None:
    """The first tables."""
    op.create_table(
        "cases",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("cooperative", sa.String(), nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.Column("resident_name", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("decision_due_on", sa.Date(), nullable=True),
        sa.Column("reassessment_on", sa.Date(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_cases")),
    )
    op.create_index(
        op.f("ix_cases_municipality_cooperative_received_on_number"),
        "cases",
        ["municipality", "cooperative", "received_on", "number"],
        unique=False,
    )
    op.create_index(
        op.f("ix_cases_municipality_received_on_number"),
        "cases",
        ["municipality", "received_on", "number"],
        unique=False,
    )
    op.create_index(
        op.f("ix_cases_municipality_status_received_on_number"),
        "cases",
        ["municipality", "status", "received_on", "number"],
        unique=False,
    )
    op.create_table(
        "cooperatives",
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("document", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("municipality", "code", name=op.f("pk_cooperatives")),
    )
    op.create_table(
        "notices",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("document", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("written_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("next_try_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("sent_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("problem", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number", "version", name=op.f("pk_notices")),
    )
    op.create_index(
        "ix_notices_unsent",
        "notices",
        ["next_try_at"],
        unique=False,
        postgresql_where=sa.text("sent_at IS NULL"),
    )
    op.create_table(
        "policies",
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("document", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("municipality", "version", name=op.f("pk_policies")),
    )
    op.create_table(
        "refusals",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), nullable=False),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("actor", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusals")),
    )
    op.create_index(op.f("ix_refusals_municipality_id"), "refusals", ["municipality", "id"], unique=False)
    op.create_index(op.f("ix_refusals_number_id"), "refusals", ["number", "id"], unique=False)
    op.create_table(
        "acts",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("document", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"], ["cases.number"], name=op.f("fk_acts_number"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("number", "version", name=op.f("pk_acts")),
    )
    op.create_index(
        op.f("ix_acts_municipality_actor_id_at"), "acts", ["municipality", "actor_id", "at"], unique=False
    )
    op.create_index(op.f("ix_acts_number_key"), "acts", ["number", "key"], unique=False)
    op.create_table(
        "tasks",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("cooperative", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("assignee_id", sa.String(), nullable=True),
        sa.Column("held_until", sa.Date(), nullable=True),
        sa.Column("opened_at", postgresql.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("closed_at", postgresql.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("document", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"], ["cases.number"], name=op.f("fk_tasks_number"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    op.create_index(
        "ix_tasks_assignee",
        "tasks",
        ["assignee_id", "due_on"],
        unique=False,
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index(op.f("ix_tasks_number"), "tasks", ["number"], unique=False)
    op.create_index(
        "ix_tasks_open",
        "tasks",
        ["municipality", "role", "due_on", "id"],
        unique=False,
        postgresql_where=sa.text("closed_at IS NULL"),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_tasks_open", table_name="tasks", postgresql_where=sa.text("closed_at IS NULL"))
    op.drop_index(op.f("ix_tasks_number"), table_name="tasks")
    op.drop_index("ix_tasks_assignee", table_name="tasks", postgresql_where=sa.text("closed_at IS NULL"))
    op.drop_table("tasks")
    op.drop_index(op.f("ix_acts_number_key"), table_name="acts")
    op.drop_index(op.f("ix_acts_municipality_actor_id_at"), table_name="acts")
    op.drop_table("acts")
    op.drop_index(op.f("ix_refusals_number_id"), table_name="refusals")
    op.drop_index(op.f("ix_refusals_municipality_id"), table_name="refusals")
    op.drop_table("refusals")
    op.drop_table("policies")
    op.drop_index("ix_notices_unsent", table_name="notices", postgresql_where=sa.text("sent_at IS NULL"))
    op.drop_table("notices")
    op.drop_table("cooperatives")
    op.drop_index(op.f("ix_cases_municipality_status_received_on_number"), table_name="cases")
    op.drop_index(op.f("ix_cases_municipality_received_on_number"), table_name="cases")
    op.drop_index(op.f("ix_cases_municipality_cooperative_received_on_number"), table_name="cases")
    op.drop_table("cases")
