"""The wellbeing ruler with its words, what the family says beside it, and the phases."""

import sqlalchemy as sa

from alembic import op

revision = "ruler_and_phases"
down_revision = "sharing"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def _follows_one_at_most(table: str) -> tuple[sa.Column, ...]:
    """Each row follows the one its writer had seen, and nothing is followed twice."""
    return (
        sa.Column("follows_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["follows_id"], [f"{table}.id"], name=op.f(f"fk_{table}_follows_id")
        ),
        sa.UniqueConstraint("follows_id", name=op.f(f"uq_{table}_follows_id")),
    )


def _by_somebody(table: str) -> tuple[sa.Column, ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f(f"fk_{table}_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def upgrade() -> None:
    op.create_table(
        "ruler_wording",
        *_by_somebody("ruler_wording"),
        sa.Column("version", sa.Integer(), nullable=False),
        *(sa.Column(f"label_{n}", sa.String(length=60), nullable=False) for n in range(1, 6)),
        sa.UniqueConstraint("version", name=op.f("uq_ruler_wording_version")),
    )
    op.create_table(
        "ruler_reading",
        *_by_somebody("ruler_reading"),
        *_follows_one_at_most("ruler_reading"),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("meeting_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("wording_id", sa.Uuid(), nullable=True),
        sa.Column("is_correction", sa.Boolean(), nullable=False),
        sa.CheckConstraint("number BETWEEN 1 AND 5", name=op.f("ck_ruler_reading_number_in_range")),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name=op.f("fk_ruler_reading_child_id")),
        sa.ForeignKeyConstraint(
            ["meeting_id"], ["meeting.id"], name=op.f("fk_ruler_reading_meeting_id")
        ),
        sa.ForeignKeyConstraint(
            ["wording_id"], ["ruler_wording.id"], name=op.f("fk_ruler_reading_wording_id")
        ),
    )
    op.create_index(op.f("ix_ruler_reading_child_id_at"), "ruler_reading", ["child_id", "at"])
    op.create_index(op.f("ix_ruler_reading_by_id"), "ruler_reading", ["by_id"])
    op.create_table(
        "ruler_comment",
        *_by_somebody("ruler_comment"),
        sa.Column("reading_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"], ["ruler_reading.id"], name=op.f("fk_ruler_comment_reading_id")
        ),
    )
    op.create_index(op.f("ix_ruler_comment_reading_id"), "ruler_comment", ["reading_id"])
    op.create_index(op.f("ix_ruler_comment_by_id"), "ruler_comment", ["by_id"])
    op.create_table(
        "phase_turn",
        *_by_somebody("phase_turn"),
        *_follows_one_at_most("phase_turn"),
        sa.Column("circle_id", sa.Uuid(), nullable=False),
        sa.Column("phase", sa.String(40), nullable=False),
        sa.Column("reason", sa.String(length=1000), nullable=False),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_phase_turn_circle_id")),
    )
    op.create_index(op.f("ix_phase_turn_circle_id_at"), "phase_turn", ["circle_id", "at"])
    op.create_index(op.f("ix_phase_turn_by_id"), "phase_turn", ["by_id"])


def downgrade() -> None:
    for table in ("phase_turn", "ruler_comment", "ruler_reading", "ruler_wording"):
        op.drop_table(table)
