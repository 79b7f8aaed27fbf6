"""A follow-up that moves with its meeting says so; a move says which offered time was chosen."""

import sqlalchemy as sa

from alembic import op

revision = "moved_meetings"
down_revision = "first_step"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("meeting_change") as batch:
        batch.add_column(sa.Column("offer_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_meeting_change_offer_id"), "time_offer", ["offer_id"], ["id"]
        )
    with op.batch_alter_table("round_turn") as batch:
        batch.add_column(sa.Column("change_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_round_turn_change_id"), "meeting_change", ["change_id"], ["id"]
        )


def downgrade() -> None:
    op.execute("DELETE FROM round_turn WHERE what = 'followed'")
    with op.batch_alter_table("round_turn") as batch:
        batch.drop_constraint(op.f("fk_round_turn_change_id"), type_="foreignkey")
        batch.drop_column("change_id")
    with op.batch_alter_table("meeting_change") as batch:
        batch.drop_constraint(op.f("fk_meeting_change_offer_id"), type_="foreignkey")
        batch.drop_column("offer_id")
