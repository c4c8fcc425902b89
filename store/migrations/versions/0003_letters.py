"""Letters, their documents and how each went out; and the office that stands on them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"

JSON = postgresql.JSONB(astext_type=sa.Text())
MOMENT = postgresql.TIMESTAMP(timezone=True)


def upgrade() -> None:
    """Letters are made from now on; what was done before has none."""
    op.create_table(
        "offices",
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("document", JSON, nullable=False),
        sa.PrimaryKeyConstraint("municipality", name=op.f("pk_offices")),
    )
    op.create_table(
        "letters",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("template_version", sa.Date(), nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.Column("document", JSON, nullable=False),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("next_try_at", MOMENT, nullable=False),
        sa.Column("tries", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("made_at", MOMENT, nullable=True),
        sa.Column("input", JSON, nullable=True),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("number", "version", "edition", name=op.f("pk_letters")),
    )
    op.create_index(
        "ix_letters_unmade",
        "letters",
        ["next_try_at"],
        unique=False,
        postgresql_where=sa.text("made_at IS NULL"),
    )
    op.create_table(
        "documents",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_number"), "documents", ["number"], unique=False)
    op.create_table(
        "sendings",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("addressee", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("consent", sa.String(), nullable=True),
        sa.Column("recipient", sa.String(), nullable=True),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("confirmed_by", sa.String(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["number", "version", "edition"],
            ["letters.number", "letters.version", "letters.edition"],
            name=op.f("fk_sendings_number_version_edition"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", "version", "addressee", name=op.f("pk_sendings")),
    )


def downgrade() -> None:
    """Without letters; those that were made are lost."""
    op.drop_table("sendings")
    op.drop_index(op.f("ix_documents_number"), table_name="documents")
    op.drop_table("documents")
    op.drop_index("ix_letters_unmade", table_name="letters", postgresql_where=sa.text("made_at IS NULL"))
    op.drop_table("letters")
    op.drop_table("offices")
