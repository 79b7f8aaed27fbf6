"""Browsers that get messages, and how each person hears that there is news."""

import sqlalchemy as sa

from alembic import op

revision = "push"
down_revision = "outbox"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "push_subscription",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("browser_hash", sa.String(length=64), nullable=False),
        sa.Column("browser", sa.String(length=60), nullable=False),
        sa.Column("endpoint", sa.String(length=1000), nullable=False),
        sa.Column("p256dh", sa.LargeBinary(length=65), nullable=False),
        sa.Column("auth", sa.LargeBinary(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_ok_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_push_subscription_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sign_in_session.id"], name=op.f("fk_push_subscription_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_subscription")),
        sa.UniqueConstraint("endpoint", name=op.f("uq_push_subscription_endpoint")),
    )
    for column in ("person_id", "session_id", "browser_hash"):
        op.create_index(op.f(f"ix_push_subscription_{column}"), "push_subscription", [column])
    with op.batch_alter_table("person") as batch:
        batch.add_column(sa.Column("news_by", sa.String(40), nullable=False, server_default="mail"))
        batch.add_column(sa.Column("push_declined_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("mail") as batch:
        batch.add_column(sa.Column("opens", sa.String(length=120), nullable=True))
        batch.add_column(sa.Column("channel", sa.String(40), nullable=True))
    op.execute("UPDATE mail SET opens = '/' WHERE to_person_id IS NOT NULL AND meeting_id IS NULL")
    op.execute("UPDATE mail SET channel = 'mail' WHERE sent_at IS NOT NULL")


def downgrade() -> None:
    with op.batch_alter_table("mail") as batch:
        batch.drop_column("channel")
        batch.drop_column("opens")
    with op.batch_alter_table("person") as batch:
        batch.drop_column("push_declined_at")
        batch.drop_column("news_by")
    op.drop_table("push_subscription")
