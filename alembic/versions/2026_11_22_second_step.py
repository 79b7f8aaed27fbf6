"""Signing in takes two steps on a browser not seen before."""

revision = "second_step"
down_revision = "places_that_end"
branch_labels = None
depends_on = None


def upgrade() -> None: ...


def downgrade() -> None: ...
