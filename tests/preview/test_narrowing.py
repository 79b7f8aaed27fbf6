"""However a query is written, in a narrowed session it gets only the rows that were named."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session, aliased

from herning_pwa.circles.models import Membership
from herning_pwa.goals.models import Goal
from herning_pwa.goals.policy import visible_to
from herning_pwa.preview.queries.narrowing import narrowed
from tests.cast import Cast
from tests.goals.making import agreed


@pytest.mark.parametrize("named", [[], [0], [1, 2], [0, 1, 2]])
def test_plain_aliased_and_nested_alike(db: Session, cast: Cast, named: list[int]) -> None:
    ids = [agreed(db, cast, title=f"Mål {n}").id for n in range(3)]
    places = [place.id for place in cast.circle.memberships]
    db.flush()
    wanted, again = {ids[n] for n in named}, aliased(Goal)
    with narrowed(db, {Goal: wanted, Membership: places}):
        assert set(db.scalars(visible_to(cast.mette).with_only_columns(Goal.id))) == wanted
        assert set(db.scalars(select(again.id))) == wanted
        inside = select(Goal.id).where(Goal.id.in_(select(again.id)))
        assert set(db.scalars(inside)) == wanted
        assert db.scalar(select(func.count()).select_from(Goal)) == len(wanted)
    assert len(db.scalars(select(Goal.id)).all()) == len(ids)


def test_what_is_not_named_is_not_there(db: Session, cast: Cast) -> None:
    agreed(db, cast)
    db.flush()
    with narrowed(db, {}):
        assert db.scalars(select(Goal)).all() == []


def test_nothing_is_written(db: Session, cast: Cast) -> None:
    goal = agreed(db, cast)
    db.flush()
    with narrowed(db, {Goal: [goal.id]}):
        with pytest.raises(RuntimeError):
            db.execute(update(Goal).values(in_focus=False))
        goal.in_focus = not goal.in_focus
        with pytest.raises(RuntimeError):
            db.flush()
    db.expire(goal)
