"""A database of its own, with committed rows: for threads, HTTP and loops."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

from sqlalchemy import Engine, make_url, text

from herning_pwa import db
from herning_pwa.config import settings
from tests.schema import create_schema

PATIENCE = 60_000  # milliseconds


@contextmanager
def fresh_database(like: Engine, folder: Path) -> Iterator[str]:
    """The address of a new, migrated database of the same kind as ``like``."""
    name = f"sammen_{uuid4().hex}"
    if like.dialect.name == "sqlite":
        url = f"sqlite:///{folder}/{name}.db"
        create_schema(url).dispose()
        yield url
        return
    url = make_url(like.url).set(database=name).render_as_string(hide_password=False)
    _administer(like, f"CREATE DATABASE {name}")
    try:
        create_schema(url).dispose()
        yield url
    finally:
        _administer(like, f"DROP DATABASE {name} WITH (FORCE)")


def _administer(engine: Engine, statement: str) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(statement))


@contextmanager
def installation(**env: str) -> Iterator[None]:
    """This process as an installation with these settings, read anew from the environment.

    It waits longer for a busy SQLite than the app does: the machine may be slow.
    """
    with patch.dict(os.environ, env), patch.object(db, "SQLITE_BUSY_MILLISECONDS", PATIENCE):
        _forget_settings()
        try:
            yield
        finally:
            db.engine().dispose()
            _forget_settings()


def _forget_settings() -> None:
    settings.cache_clear()
    db.engine.cache_clear()
