"""The first step a circle stands on is told as the first, and not as the same as before."""

from alembic import op

revision = "first_step"
down_revision = "parting"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        UPDATE ladder_turn SET direction = 'first'
        WHERE direction = 'same' AND NOT EXISTS (
            SELECT 1 FROM ladder_turn AS earlier
            WHERE earlier.circle_id = ladder_turn.circle_id
            AND earlier.meeting_id <> ladder_turn.meeting_id
            AND earlier.at < ladder_turn.at
        )
        """
    )


def downgrade() -> None:
    op.execute("UPDATE ladder_turn SET direction = 'same' WHERE direction = 'first'")
