"""How often a circle follows up, each follow-up, and who is done with what in its round."""

import sqlalchemy as sa

from alembic import op

revision = "follow_ups"
down_revision = "ruler_and_phases"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rhythm",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("circle_id", sa.Uuid(), nullable=False),
        sa.Column("weeks", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("weeks BETWEEN 2 AND 26", name=op.f("ck_rhythm_weeks_in_range")),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_rhythm_circle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rhythm")),
        sa.UniqueConstraint("circle_id", name=op.f("uq_rhythm_circle_id")),
    )
    op.create_table(
        "rhythm_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("rhythm_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("was_weeks", sa.Integer(), nullable=False),
        sa.Column("now_weeks", sa.Integer(), nullable=False),
        sa.Column("was_started_on", sa.Date(), nullable=False),
        sa.Column("now_started_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_rhythm_change_by_id")),
        sa.ForeignKeyConstraint(
            ["rhythm_id"], ["rhythm.id"], name=op.f("fk_rhythm_change_rhythm_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rhythm_change")),
    )
    op.create_index(op.f("ix_rhythm_change_by_id"), "rhythm_change", ["by_id"])
    op.create_index(op.f("ix_rhythm_change_rhythm_id"), "rhythm_change", ["rhythm_id"])
    op.create_table(
        "round",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("circle_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("counts_from", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("is_agreed", sa.Boolean(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lapses_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_round_circle_id")),
        sa.ForeignKeyConstraint(["meeting_id"], ["meeting.id"], name=op.f("fk_round_meeting_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
        sa.UniqueConstraint("circle_id", "number", name=op.f("uq_round_circle_id_number")),
    )
    op.create_index(op.f("ix_round_state_opens_at"), "round", ["state", "opens_at"])
    op.create_index(
        "uq_round_current",
        "round",
        ["circle_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('planned', 'open')"),
        postgresql_where=sa.text("state IN ('planned', 'open')"),
    )
    op.create_table(
        "round_turn",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(40), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("was_due_on", sa.Date(), nullable=False),
        sa.Column("now_due_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_round_turn_by_id")),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_round_turn_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_turn")),
    )
    op.create_index(op.f("ix_round_turn_by_id"), "round_turn", ["by_id"])
    op.create_index(op.f("ix_round_turn_round_id"), "round_turn", ["round_id"])
    op.create_table(
        "round_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("entry_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["progress_entry.id"], name=op.f("fk_round_answer_entry_id")
        ),
        sa.ForeignKeyConstraint(["goal_id"], ["goal.id"], name=op.f("fk_round_answer_goal_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_round_answer_person_id")
        ),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], name=op.f("fk_round_answer_round_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round_answer")),
        sa.UniqueConstraint(
            "round_id",
            "person_id",
            "goal_id",
            name=op.f("uq_round_answer_round_id_person_id_goal_id"),
        ),
    )
    op.create_index(op.f("ix_round_answer_person_id"), "round_answer", ["person_id"])


def downgrade() -> None:
    for table in ("round_answer", "round_turn", "round", "rhythm_change", "rhythm"):
        op.drop_table(table)
