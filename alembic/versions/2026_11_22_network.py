"""What network members promise, and invitations with an end."""

revision = "network"
down_revision = "linked_identity"
branch_labels = None
depends_on = None


def upgrade() -> None: ...


def downgrade() -> None: ...
