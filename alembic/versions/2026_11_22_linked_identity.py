"""Identities from the municipality's identity provider."""

revision = "linked_identity"
down_revision = "factors_and_recovery"
branch_labels = None
depends_on = None


def upgrade() -> None: ...


def downgrade() -> None: ...
