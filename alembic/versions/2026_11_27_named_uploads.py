"""A browser that may still send names what it sends, and no longer how much."""

import sqlalchemy as sa

from alembic import op

revision = "named_uploads"
down_revision = "push"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("upload_grant") as batch:
        batch.drop_column("entries_left")
        batch.add_column(sa.Column("waiting", sa.JSON(), nullable=False, server_default="[]"))
        batch.add_column(sa.Column("arrived", sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("upload_grant") as batch:
        batch.alter_column("waiting", server_default=None)
        batch.alter_column("arrived", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("upload_grant") as batch:
        batch.drop_column("arrived")
        batch.drop_column("waiting")
        batch.add_column(
            sa.Column("entries_left", sa.Integer(), nullable=False, server_default="0")
        )
    with op.batch_alter_table("upload_grant") as batch:
        batch.alter_column("entries_left", server_default=None)
