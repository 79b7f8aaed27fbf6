"""Who can see what was written, with its history; whose address is protected."""

import sqlalchemy as sa

from alembic import op

revision = "sharing"
down_revision = "handover"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("membership") as table:
        table.add_column(
            sa.Column(
                "has_protected_address", sa.Boolean(), nullable=False, server_default=sa.false()
            )
        )
    with op.batch_alter_table("turn") as table:
        table.add_column(sa.Column("was", sa.String(length=40), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("turn") as table:
        table.drop_column("was")
    with op.batch_alter_table("membership") as table:
        table.drop_column("has_protected_address")
