"""Who can see what was written, with its history."""

revision = "sharing"
down_revision = "handover"
branch_labels = None
depends_on = None


def upgrade() -> None: ...


def downgrade() -> None: ...
