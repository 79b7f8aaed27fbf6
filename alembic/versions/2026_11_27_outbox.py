"""What came of each thing that was sent from a phone's outbox, and who may still send."""

import sqlalchemy as sa

from alembic import op

revision = "outbox"
down_revision = "assigned_handover"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "outbox_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.Uuid(), nullable=False),
        sa.Column("content_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("written_at", MOMENT, nullable=True),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("refusal", sa.String(40), nullable=True),
        sa.Column("sentence", sa.String(length=500), nullable=False),
        sa.Column("problems", sa.JSON(), nullable=False),
        sa.Column("value_id", sa.Uuid(), nullable=True),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("let_go_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_outbox_answer_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_answer")),
        sa.UniqueConstraint("person_id", "key", name=op.f("uq_outbox_answer_person_id_key")),
    )
    op.create_index(op.f("ix_outbox_answer_answered_at"), "outbox_answer", ["answered_at"])
    op.create_table(
        "upload_grant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("secret_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("browser", sa.String(length=60), nullable=False),
        sa.Column("entries_left", sa.Integer(), nullable=False),
        sa.Column("granted_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_upload_grant_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload_grant")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_upload_grant_secret_hash")),
    )
    op.create_index(op.f("ix_upload_grant_person_id"), "upload_grant", ["person_id"])
    with op.batch_alter_table("preparation") as table:
        table.add_column(sa.Column("page_saves", sa.Integer(), nullable=False, server_default="0"))
        table.alter_column("page_saves", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("preparation") as table:
        table.drop_column("page_saves")
    op.drop_table("upload_grant")
    op.drop_table("outbox_answer")
