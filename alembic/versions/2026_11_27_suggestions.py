"""Whom a young person would like to have in the circle."""

import sqlalchemy as sa

from alembic import op

revision = "suggestions"
down_revision = "preparation_and_summary"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "suggestion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("circle_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("relation", sa.String(40), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=False),
        sa.Column("suggested_by_id", sa.Uuid(), nullable=False),
        sa.Column("suggested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reply", sa.String(40), nullable=True),
        sa.Column("reply_words", sa.String(length=300), nullable=False),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("replied_by_id", sa.Uuid(), nullable=True),
        sa.Column("invitation_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_suggestion_circle_id")),
        sa.ForeignKeyConstraint(
            ["suggested_by_id"], ["person.id"], name=op.f("fk_suggestion_suggested_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["replied_by_id"], ["person.id"], name=op.f("fk_suggestion_replied_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitation.id"], name=op.f("fk_suggestion_invitation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suggestion")),
    )
    op.create_index(op.f("ix_suggestion_circle_id"), "suggestion", ["circle_id"])
    op.create_index(op.f("ix_suggestion_suggested_by_id"), "suggestion", ["suggested_by_id"])


def downgrade() -> None:
    op.drop_table("suggestion")
