"""A circle handed to another professional, for a period or for good."""

revision = "handover"
down_revision = "child_voice"
branch_labels = None
depends_on = None


def upgrade() -> None: ...


def downgrade() -> None: ...
