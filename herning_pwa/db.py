"""The database: one engine, one transaction at a time, on SQLite or PostgreSQL.

The two differ here and nowhere else. SQLite goes through the ``pysqlite3`` wheel
because the SQLite of most systems can corrupt a write-ahead log (fixed in 3.51.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pysqlite3
from sqlalchemy import (
    DateTime,
    Dialect,
    Engine,
    Enum,
    MetaData,
    TypeDecorator,
    create_engine,
    event,
)
from sqlalchemy.engine import make_url
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from uuid_utils.compat import uuid7

from herning_pwa.config import settings

SQLITE_BUSY_MILLISECONDS = 5_000
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored in UTC. A naive one is a mistake and is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Every table's base: named constraints, UTC moments, enums by value, UUIDv7 ids."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {
        datetime: UtcDateTime,
        StrEnum: Enum(
            StrEnum,
            native_enum=False,
            length=40,
            values_callable=lambda kind: [member.value for member in kind],
        ),
    }

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid7, sort_order=-1)


def make_engine(url: str) -> Engine:
    """An engine for ``url``. What people wrote stays out of error messages.

    SQLite writers take the lock at BEGIN, not at their first write.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    database = make_url(url).database
    if database:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, module=pysqlite3.dbapi2, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={SQLITE_BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@lru_cache(maxsize=1)
def engine() -> Engine:
    """This process's engine."""
    return make_engine(settings().database_url)


@contextmanager
def transaction() -> Iterator[Session]:
    """A session that writes: commits at the end, rolls back on any exception."""
    with Session(engine().execution_options(writes=True), expire_on_commit=False) as db, db.begin():
        yield db


@contextmanager
def reading() -> Iterator[Session]:
    """A session that only reads."""
    with Session(engine(), autoflush=False) as db:
        yield db
