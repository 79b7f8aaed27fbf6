"""A decision to change a goal's words names the words that were suggested."""

import sqlalchemy as sa

from alembic import op

revision = "suggested_words"
down_revision = "named_uploads"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("goal_outcome") as batch:
        batch.add_column(sa.Column("wording_id", sa.Uuid(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_goal_outcome_wording_id"), "wording", ["wording_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("goal_outcome") as batch:
        batch.drop_constraint(op.f("fk_goal_outcome_wording_id"), type_="foreignkey")
        batch.drop_column("wording_id")
