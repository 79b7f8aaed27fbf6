"""A secret address for each person's calendar, and mail about meetings."""

import sqlalchemy as sa

from alembic import op

revision = "calendar_feed_and_meeting_mail"
down_revision = "other_times"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("sealed_secret", sa.LargeBinary(), nullable=False),
        sa.Column("is_detailed", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_calendar_feed_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("person_id", name=op.f("uq_calendar_feed_person_id")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_calendar_feed_secret_hash")),
    )
    with op.batch_alter_table("person") as table:
        table.add_column(
            sa.Column("wants_meeting_mail", sa.Boolean(), server_default=sa.true(), nullable=False)
        )
    with op.batch_alter_table("mail") as table:
        table.add_column(sa.Column("meeting_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("method", sa.String(40), nullable=True))
        table.add_column(sa.Column("sequence", sa.Integer(), nullable=True))
        table.add_column(sa.Column("meeting_sequence", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_mail_meeting_id"), "meeting", ["meeting_id"], ["id"])
        table.create_unique_constraint(
            op.f("uq_mail_to_person_id_meeting_id_sequence"),
            ["to_person_id", "meeting_id", "sequence"],
        )


def downgrade() -> None:
    op.execute("DELETE FROM mail WHERE meeting_id IS NOT NULL")
    with op.batch_alter_table("mail") as table:
        table.drop_constraint(op.f("uq_mail_to_person_id_meeting_id_sequence"), type_="unique")
        table.drop_constraint(op.f("fk_mail_meeting_id"), type_="foreignkey")
        table.drop_column("meeting_sequence")
        table.drop_column("sequence")
        table.drop_column("method")
        table.drop_column("meeting_id")
    with op.batch_alter_table("person") as table:
        table.drop_column("wants_meeting_mail")
    op.drop_table("calendar_feed")
