"""Runs migrations against HERNING_DATABASE_URL, or against the connection the caller brings."""

from alembic import context
from herning_pwa import tables
from herning_pwa.db import engine


def run(connection) -> None:  # noqa: ANN001 - Alembic's own environment, not part of the app
    context.configure(
        connection=connection,
        target_metadata=tables.metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with engine().execution_options(writes=True).begin() as connection:
        run(connection)
