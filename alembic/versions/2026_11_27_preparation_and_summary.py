"""What people write before a meeting, what was understood at it, and what they say to that."""

import sqlalchemy as sa

from alembic import op

revision = "preparation_and_summary"
down_revision = "meeting_day"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "preparation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("going_well", sa.String(length=2000), nullable=False),
        sa.Column("hard", sa.String(length=2000), nullable=False),
        sa.Column("next_steps", sa.String(length=2000), nullable=False),
        sa.Column("unspoken", sa.String(length=2000), nullable=False),
        sa.Column("companion", sa.String(length=120), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=True),
        *_saved_as_typed(),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_preparation_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_preparation_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preparation")),
        sa.UniqueConstraint(
            "meeting_id", "person_id", name=op.f("uq_preparation_meeting_id_person_id")
        ),
    )
    op.create_index(op.f("ix_preparation_person_id"), "preparation", ["person_id"])
    op.create_table(
        "meeting_summary",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_by_id", sa.Uuid(), nullable=False),
        sa.Column("sent_by_id", sa.Uuid(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        *_saved_as_typed(),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_meeting_summary_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["written_by_id"], ["person.id"], name=op.f("fk_meeting_summary_written_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["sent_by_id"], ["person.id"], name=op.f("fk_meeting_summary_sent_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_summary")),
        sa.UniqueConstraint(
            "meeting_id", "number", name=op.f("uq_meeting_summary_meeting_id_number")
        ),
    )
    for column in ("written_by_id", "sent_by_id"):
        op.create_index(op.f(f"ix_meeting_summary_{column}"), "meeting_summary", [column])
    op.create_table(
        "summary_reply",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("summary_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("says", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("is_shared", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["summary_id"], ["meeting_summary.id"], name=op.f("fk_summary_reply_summary_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_summary_reply_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_summary_reply")),
    )
    for column in ("summary_id", "person_id"):
        op.create_index(op.f(f"ix_summary_reply_{column}"), "summary_reply", [column])


def _saved_as_typed() -> list[sa.Column]:
    return [
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("page_key", sa.Uuid(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
    ]


def downgrade() -> None:
    op.drop_table("summary_reply")
    op.drop_table("meeting_summary")
    op.drop_table("preparation")
