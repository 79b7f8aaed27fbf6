"""The young person's own words, kept where they were meant for."""

import sqlalchemy as sa

from alembic import op

revision = "child_voice"
down_revision = "network"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "progress_entry",
        sa.Column("kept_for", sa.String(40), nullable=False, server_default="all"),
    )
    with op.batch_alter_table("invitation") as table:
        table.add_column(sa.Column("child_id", sa.Uuid(), nullable=True))
        table.create_foreign_key(op.f("fk_invitation_child_id"), "child", ["child_id"], ["id"])


def downgrade() -> None:
    op.execute("DELETE FROM invitation WHERE child_id IS NOT NULL")  # only for that child
    with op.batch_alter_table("invitation") as table:
        table.drop_constraint(op.f("fk_invitation_child_id"), type_="foreignkey")
        table.drop_column("child_id")
    # What was written for one pair of eyes must not come into everybody's sight.
    op.execute("UPDATE progress_entry SET corrects_id = NULL WHERE kept_for <> 'all'")
    op.execute("DELETE FROM progress_entry WHERE kept_for <> 'all'")
    op.drop_column("progress_entry", "kept_for")  # in place: its CHECKs would not survive a copy
