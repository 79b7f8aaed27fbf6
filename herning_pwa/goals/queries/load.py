"""What must be loaded with a goal, so that a page asks as often for one goal as for fifty."""

from __future__ import annotations

from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from herning_pwa.circles.models import Circle
from herning_pwa.circles.queries.load import with_people
from herning_pwa.goals.models import Goal, Wording

PAGE_LIMIT = 50


def with_circle() -> ORMOption:
    """The circle and everybody who is or was in it: one statement."""
    return joinedload(Goal.circle).options(with_people())


def with_children() -> ORMOption:
    return joinedload(Goal.circle).selectinload(Circle.children)


def with_wordings() -> ORMOption:
    """Wordings, what was answered to them and what children think: one statement."""
    return selectinload(Goal.wordings).options(
        joinedload(Wording.answers), joinedload(Wording.child_views)
    )
