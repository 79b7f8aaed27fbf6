"""A decision about a goal knows where the goal was before it, so that it can be taken back."""

import sqlalchemy as sa

from alembic import op

revision = "decided_anew"
down_revision = "by_night"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("goal_outcome") as batch:
        batch.add_column(sa.Column("was", sa.String(40), nullable=False, server_default="active"))
    with op.batch_alter_table("goal_outcome") as batch:
        batch.alter_column("was", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("goal_outcome") as batch:
        batch.drop_column("was")
