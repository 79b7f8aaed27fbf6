"""Making a database's tables the way production does."""

from __future__ import annotations

from sqlalchemy import Engine

from herning_pwa.db import make_engine
from herning_pwa.migrations import migrate


def create_schema(url: str) -> Engine:
    """An engine on ``url``, migrated to the newest revision."""
    engine = make_engine(url)
    with engine.execution_options(writes=True).begin() as connection:
        migrate(connection)
    return engine
