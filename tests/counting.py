"""Counting the SQL a piece of work needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from herning_pwa.people.models import Person
from tests.cast import person_by_id


@contextmanager
def counted(db: Session) -> Iterator[list[str]]:
    """The statements run on this session inside the block, in order."""
    statements: list[str] = []
    connection = db.connection()

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("SAVEPOINT", "RELEASE")):
            statements.append(statement)

    event.listen(connection, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(connection, "before_cursor_execute", note)


def statements_of(
    db: Session, query: Callable[..., Any], reader: Person, **asked: Any
) -> list[str]:
    """What a page's query asks for, in a session of its own that remembers nothing."""
    db.flush()
    with Session(db.connection(), join_transaction_mode="create_savepoint") as page:
        actor = person_by_id(page, reader.id)
        with counted(page) as said:
            query(page, actor, **asked)
    return said
