"""What network members promise; invitations by hand, and places with a last day."""

import sqlalchemy as sa

from alembic import op

revision = "network"
down_revision = "linked_identity"
branch_labels = None
depends_on = None

UNDER_WAY = {
    "unique": True,
    "sqlite_where": sa.text("ending IS NULL"),
    "postgresql_where": sa.text("ending IS NULL"),
}


def upgrade() -> None:
    op.drop_index("uq_invitation_under_way", table_name="invitation")
    with op.batch_alter_table("invitation", recreate="always") as table:
        table.alter_column("email", existing_type=sa.String(length=254), nullable=True)
        table.add_column(
            sa.Column("is_by_hand", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        table.add_column(sa.Column("last_day", sa.Date(), nullable=True))
        table.add_column(sa.Column("address_given_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "uq_invitation_under_way",
        "invitation",
        ["circle_id", "invited_by_id", "email"],
        **UNDER_WAY,
    )
    op.create_table(
        "commitment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("circle_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=120), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("meant_for_id", sa.Uuid(), nullable=True),
        sa.Column("taken_by_id", sa.Uuid(), nullable=True),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("form_key", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_commitment_circle_id")),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["person.id"], name=op.f("fk_commitment_asked_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["meant_for_id"], ["person.id"], name=op.f("fk_commitment_meant_for_id")
        ),
        sa.ForeignKeyConstraint(
            ["taken_by_id"], ["person.id"], name=op.f("fk_commitment_taken_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
        sa.UniqueConstraint(
            "asked_by_id", "form_key", name=op.f("uq_commitment_asked_by_id_form_key")
        ),
    )
    op.create_index(op.f("ix_commitment_circle_id_on_day"), "commitment", ["circle_id", "on_day"])
    op.create_index(op.f("ix_commitment_taken_by_id"), "commitment", ["taken_by_id"])
    op.create_table(
        "commitment_turn",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("commitment_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["commitment_id"], ["commitment.id"], name=op.f("fk_commitment_turn_commitment_id")
        ),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_commitment_turn_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment_turn")),
    )
    op.create_index(op.f("ix_commitment_turn_commitment_id"), "commitment_turn", ["commitment_id"])


def downgrade() -> None:
    op.drop_table("commitment_turn")
    op.drop_table("commitment")
    op.execute("DELETE FROM invitation WHERE email IS NULL")  # they cannot be written without one
    op.execute(
        "DELETE FROM invitation WHERE ending IS NULL AND EXISTS (SELECT 1 FROM invitation AS other"
        " WHERE other.circle_id = invitation.circle_id AND other.email = invitation.email"
        " AND other.ending IS NULL AND other.id < invitation.id)"
    )
    op.drop_index("uq_invitation_under_way", table_name="invitation")
    with op.batch_alter_table("invitation", recreate="always") as table:
        table.drop_column("address_given_at")
        table.drop_column("last_day")
        table.drop_column("is_by_hand")
        table.alter_column("email", existing_type=sa.String(length=254), nullable=False)
    op.create_index("uq_invitation_under_way", "invitation", ["circle_id", "email"], **UNDER_WAY)
