"""Passkeys, authenticator apps, and the way back in."""

revision = "factors_and_recovery"
down_revision = "second_step"
branch_labels = None
depends_on = None


def upgrade() -> None: ...


def downgrade() -> None: ...
