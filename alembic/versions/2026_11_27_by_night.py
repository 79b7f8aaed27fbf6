"""News that the morning would be too late for says so itself: all other news rests at night."""

import sqlalchemy as sa

from alembic import op

revision = "by_night"
down_revision = "suggested_words"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("mail") as batch:
        batch.add_column(
            sa.Column("by_night", sa.Boolean(), nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    with op.batch_alter_table("mail") as batch:
        batch.drop_column("by_night")
