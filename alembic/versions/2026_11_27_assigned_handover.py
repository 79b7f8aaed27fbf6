"""Who assigned a handover, when the one who had the circle could not."""

import sqlalchemy as sa

from alembic import op

revision = "assigned_handover"
down_revision = "calendar_feed_and_meeting_mail"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("handover") as table:
        table.add_column(sa.Column("assigned_by_id", sa.Uuid(), nullable=True))
        table.create_foreign_key(
            op.f("fk_handover_assigned_by_id"), "person", ["assigned_by_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("handover") as table:
        table.drop_constraint(op.f("fk_handover_assigned_by_id"), type_="foreignkey")
        table.drop_column("assigned_by_id")
