"""A circle handed to another professional, for a period or for good."""

import sqlalchemy as sa

from alembic import op

revision = "handover"
down_revision = "child_voice"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("membership") as table:
        table.add_column(sa.Column("responsible_until", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "handover",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("circle_id", sa.Uuid(), nullable=False),
        sa.Column("given_by_id", sa.Uuid(), nullable=False),
        sa.Column("given_to_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("told_by_phone", sa.Boolean(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("outcome", sa.String(40), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("giving_place_id", sa.Uuid(), nullable=False),
        sa.Column("taking_place_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_handover_circle_id")),
        sa.ForeignKeyConstraint(
            ["given_by_id"], ["person.id"], name=op.f("fk_handover_given_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["given_to_id"], ["person.id"], name=op.f("fk_handover_given_to_id")
        ),
        sa.ForeignKeyConstraint(
            ["giving_place_id"], ["membership.id"], name=op.f("fk_handover_giving_place_id")
        ),
        sa.ForeignKeyConstraint(
            ["taking_place_id"], ["membership.id"], name=op.f("fk_handover_taking_place_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    op.create_index(op.f("ix_handover_circle_id"), "handover", ["circle_id"])
    op.create_index(op.f("ix_handover_given_to_id"), "handover", ["given_to_id"])
    op.create_index(
        "uq_handover_open",
        "handover",
        ["circle_id"],
        unique=True,
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("handover")
    with op.batch_alter_table("membership") as table:
        table.drop_column("responsible_until")
