"""A place in a circle may have an end agreed beforehand; a session knows how it began."""

import sqlalchemy as sa

from alembic import op

revision = "places_that_end"
down_revision = "append_only_log"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM sign_in_session")  # how they began is not known: sign in again
    with op.batch_alter_table("membership") as table:
        table.add_column(sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("sign_in_session", recreate="always") as table:
        table.add_column(sa.Column("method", sa.String(40), nullable=False))
        table.add_column(sa.Column("browser", sa.String(length=60), nullable=False))
        table.add_column(sa.Column("proved_at", sa.DateTime(timezone=True), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("sign_in_session") as table:
        table.drop_column("proved_at")
        table.drop_column("browser")
        table.drop_column("method")
    with op.batch_alter_table("membership") as table:
        table.drop_column("ends_at")
