"""Bringing a database's tables up to date."""

from __future__ import annotations

from alembic.config import Config
from sqlalchemy import Connection

from alembic import command
from herning_pwa.config import PROJECT_ROOT


def migrate(connection: Connection, revision: str = "head") -> None:
    """Move the database on ``connection`` up to ``revision``, in the caller's transaction."""
    config = Config(PROJECT_ROOT / "alembic.ini")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
