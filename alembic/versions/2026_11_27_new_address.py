"""A way back in for somebody who has lost their mailbox, or must not use it any more."""

import sqlalchemy as sa

from alembic import op

revision = "new_address"
down_revision = "moved_meetings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("recovery") as batch:
        batch.add_column(sa.Column("new_email", sa.String(length=254), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("recovery") as batch:
        batch.drop_column("new_email")
