"""The log takes rows and never gives them up."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import changed_circles, record, record_denied
from herning_pwa.activity.models import Activity, Outcome
from tests.cast import Cast


def test_an_act_says_who_what_when_and_on_whom(db: Session, cast: Cast) -> None:
    record(db, cast.mette, "circle.looked_at", cast.circle, circle_id=cast.circle.id)
    row = db.scalars(select(Activity)).one()
    assert (row.actor_id, row.action, row.object_id) == (
        cast.mette.id,
        "circle.looked_at",
        cast.circle.id,
    )
    assert row.at.tzinfo is not None
    assert changed_circles(db) == {cast.circle.id}


def test_a_denied_attempt_is_a_row_too(db: Session, cast: Cast) -> None:
    record_denied(db, cast.frede.id, "agree_to_goal", object_id=cast.circle.id, reason="NotFound")
    assert db.scalars(select(Activity)).one().outcome is Outcome.DENIED


@pytest.mark.parametrize("attempt", [update(Activity).values(action="x"), delete(Activity)])
def test_the_database_refuses_to_change_or_delete(db: Session, cast: Cast, attempt: object) -> None:
    record(db, cast.mette, "circle.looked_at", cast.circle)
    db.flush()
    with pytest.raises(DBAPIError, match="append-only"), db.begin_nested():
        db.execute(attempt)  # type: ignore[call-overload]
    assert db.scalars(select(Activity)).one().action == "circle.looked_at"
