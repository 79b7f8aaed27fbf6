"""The agenda's order, and what is decided on the day of a meeting."""

import sqlalchemy as sa

from alembic import op

revision = "meeting_day"
down_revision = "follow_ups"
branch_labels = None
depends_on = None

PRESENT = {
    "unique": True,
    "sqlite_where": sa.text("replaced_at IS NULL"),
    "postgresql_where": sa.text("replaced_at IS NULL"),
}


def _key(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))


def upgrade() -> None:
    op.create_table(
        "agenda_place",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        _key("agenda_place", "meeting_id", "meeting"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_place")),
        sa.UniqueConstraint("meeting_id", "key", name=op.f("uq_agenda_place_meeting_id_key")),
    )
    op.create_table(
        "goal_outcome",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("goal_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        _key("goal_outcome", "meeting_id", "meeting"),
        _key("goal_outcome", "goal_id", "goal"),
        _key("goal_outcome", "by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_goal_outcome")),
    )
    op.create_index(op.f("ix_goal_outcome_goal_id"), "goal_outcome", ["goal_id"])
    op.create_index("uq_goal_outcome_present", "goal_outcome", ["meeting_id", "goal_id"], **PRESENT)
    op.create_table(
        "decided_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("step_id", sa.Uuid(), nullable=False),
        _key("decided_step", "meeting_id", "meeting"),
        _key("decided_step", "step_id", "step"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decided_step")),
        sa.UniqueConstraint(
            "meeting_id", "step_id", name=op.f("uq_decided_step_meeting_id_step_id")
        ),
    )
    op.create_table(
        "ladder_turn",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("circle_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("direction", sa.String(40), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("step BETWEEN 0 AND 5", name=op.f("ck_ladder_turn_step_on_the_ladder")),
        _key("ladder_turn", "circle_id", "circle"),
        _key("ladder_turn", "meeting_id", "meeting"),
        _key("ladder_turn", "by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ladder_turn")),
    )
    op.create_index(op.f("ix_ladder_turn_circle_id_at"), "ladder_turn", ["circle_id", "at"])
    op.create_index("uq_ladder_turn_present", "ladder_turn", ["meeting_id"], **PRESENT)
    op.create_table(
        "held_meeting",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=False),
        sa.Column("next_meeting_id", sa.Uuid(), nullable=True),
        sa.Column("ended_by_id", sa.Uuid(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        _key("held_meeting", "meeting_id", "meeting"),
        _key("held_meeting", "next_meeting_id", "meeting"),
        _key("held_meeting", "ended_by_id", "person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_meeting")),
        sa.UniqueConstraint("meeting_id", name=op.f("uq_held_meeting_meeting_id")),
    )


def downgrade() -> None:
    for table in ("held_meeting", "ladder_turn", "decided_step", "goal_outcome", "agenda_place"):
        op.drop_table(table)
