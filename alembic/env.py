"""Runs migrations against HERNING_DATABASE_URL, or against the connection the caller brings."""

from sqlalchemy import Enum

from alembic import context
from herning_pwa import tables
from herning_pwa.db import UtcDateTime, engine


def rendered(kind, thing, _autogen_context):  # noqa: ANN001, ANN201 - Alembic's own signature
    """Write our column types as what the database knows, so that old migrations stay readable."""
    if kind == "type" and isinstance(thing, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, Enum):
        return f"sa.String({thing.length})"
    return False


def run(connection) -> None:  # noqa: ANN001 - Alembic's own environment, not part of the app
    context.configure(
        connection=connection,
        target_metadata=tables.metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
        render_item=rendered,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with engine().execution_options(writes=True).begin() as connection:
        run(connection)
