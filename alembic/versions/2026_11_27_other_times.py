"""Other times for a meeting, and which of them suit whom."""

import sqlalchemy as sa

from alembic import op

revision = "other_times"
down_revision = "suggestions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "time_offer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("offered_by_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("instead_of", sa.Integer(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_time_offer_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["offered_by_id"], ["person.id"], name=op.f("fk_time_offer_offered_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time_offer")),
    )
    op.create_index(op.f("ix_time_offer_meeting_id"), "time_offer", ["meeting_id"])
    op.create_index(op.f("ix_time_offer_offered_by_id"), "time_offer", ["offered_by_id"])
    op.create_table(
        "time_mark",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("offer_id", sa.Uuid(), nullable=False),
        sa.Column("attendance_id", sa.Uuid(), nullable=False),
        sa.Column("suits", sa.Boolean(), nullable=False),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["time_offer.id"], name=op.f("fk_time_mark_offer_id")
        ),
        sa.ForeignKeyConstraint(
            ["attendance_id"], ["attendance.id"], name=op.f("fk_time_mark_attendance_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time_mark")),
    )
    op.create_index(
        op.f("ix_time_mark_offer_id_attendance_id"), "time_mark", ["offer_id", "attendance_id"]
    )
    op.create_index(op.f("ix_time_mark_attendance_id"), "time_mark", ["attendance_id"])


def downgrade() -> None:
    op.drop_table("time_mark")
    op.drop_table("time_offer")
