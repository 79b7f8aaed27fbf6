"""The young person's own words, kept where they were meant for."""

revision = "child_voice"
down_revision = "network"
branch_labels = None
depends_on = None


def upgrade() -> None: ...


def downgrade() -> None: ...
