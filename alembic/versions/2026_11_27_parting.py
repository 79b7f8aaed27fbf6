"""Why a meeting agrees on no next one."""

import sqlalchemy as sa

from alembic import op

revision = "parting"
down_revision = "decided_anew"
branch_labels = None
depends_on = None

PRESENT = sa.text("replaced_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "parting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_parting_meeting_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_parting_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parting")),
    )
    op.create_index(op.f("ix_parting_by_id"), "parting", ["by_id"])
    op.create_index(
        "uq_parting_present",
        "parting",
        ["meeting_id"],
        unique=True,
        sqlite_where=PRESENT,
        postgresql_where=PRESENT,
    )


def downgrade() -> None:
    op.drop_table("parting")
