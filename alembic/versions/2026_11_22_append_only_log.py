"""The log is append-only: the database itself refuses to change or delete a row."""

from alembic import op

revision = "append_only_log"
down_revision = "first_tables"
branch_labels = None
depends_on = None

REFUSAL = "the log is append-only"

POSTGRESQL = f"""
CREATE FUNCTION refuse_to_change_the_log() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION '{REFUSAL}';
END
$$ LANGUAGE plpgsql;
CREATE TRIGGER activity_is_append_only BEFORE UPDATE OR DELETE ON activity
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_log();
CREATE TRIGGER activity_is_not_emptied BEFORE TRUNCATE ON activity
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_log();
"""

SQLITE = [
    f"CREATE TRIGGER activity_is_not_{did} BEFORE {what} ON activity "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for what, did in (("UPDATE", "changed"), ("DELETE", "deleted"))
]


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(POSTGRESQL)
        return
    for statement in SQLITE:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER activity_is_append_only ON activity")
        op.execute("DROP TRIGGER activity_is_not_emptied ON activity")
        op.execute("DROP FUNCTION refuse_to_change_the_log()")
        return
    op.execute("DROP TRIGGER activity_is_not_changed")
    op.execute("DROP TRIGGER activity_is_not_deleted")
