"""Identities from the municipality's identity provider, and the way back in."""

import sqlalchemy as sa

from alembic import op

revision = "linked_identity"
down_revision = "factors_and_recovery"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "linked_identity",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("issuer", sa.String(length=255), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_linked_identity_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_linked_identity")),
    )
    op.create_index(op.f("ix_linked_identity_person_id"), "linked_identity", ["person_id"])
    for name, columns in {
        "uq_linked_identity_subject": ["issuer", "subject"],
        "uq_linked_identity_person": ["person_id", "issuer"],
    }.items():
        op.create_index(
            name,
            "linked_identity",
            columns,
            unique=True,
            sqlite_where=sa.text("removed_at IS NULL"),
            postgresql_where=sa.text("removed_at IS NULL"),
        )

    op.create_table(
        "oidc_try",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.String(40), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("state_hash", sa.String(length=64), nullable=False),
        sa.Column("browser_hash", sa.String(length=64), nullable=False),
        sa.Column("then", sa.String(length=300), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sign_in_session.id"], name=op.f("fk_oidc_try_session_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_oidc_try")),
        sa.UniqueConstraint("state_hash", name=op.f("uq_oidc_try_state_hash")),
    )
    op.create_index(op.f("ix_oidc_try_session_id"), "oidc_try", ["session_id"])
    op.create_index(op.f("ix_oidc_try_begun_at"), "oidc_try", ["begun_at"])

    op.create_table(
        "recovery",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("circle_id", sa.Uuid(), nullable=True),
        sa.Column("started_by_id", sa.Uuid(), nullable=True),
        sa.Column("checked_by", sa.String(40), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stop_hash", sa.String(length=64), nullable=False),
        sa.Column("link_hash", sa.String(length=64), nullable=False),
        sa.Column("link_mail_id", sa.Uuid(), nullable=True),
        sa.Column("ending", sa.String(40), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["circle_id"], ["circle.id"], name=op.f("fk_recovery_circle_id")),
        sa.ForeignKeyConstraint(
            ["link_mail_id"],
            ["mail.id"],
            name=op.f("fk_recovery_link_mail_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_recovery_person_id")),
        sa.ForeignKeyConstraint(
            ["started_by_id"], ["person.id"], name=op.f("fk_recovery_started_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery")),
        sa.UniqueConstraint("link_hash", name=op.f("uq_recovery_link_hash")),
        sa.UniqueConstraint("stop_hash", name=op.f("uq_recovery_stop_hash")),
    )
    op.create_index(op.f("ix_recovery_person_id"), "recovery", ["person_id"])
    op.create_index(
        "uq_recovery_under_way",
        "recovery",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("ending IS NULL"),
        postgresql_where=sa.text("ending IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("recovery")
    op.drop_table("oidc_try")
    op.drop_table("linked_identity")
