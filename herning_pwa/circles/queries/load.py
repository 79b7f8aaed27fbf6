"""What must be loaded with a circle, so that a page asks as often for one person as for fifty."""

from __future__ import annotations

from sqlalchemy.orm import Load

from herning_pwa.circles.models import Circle, Membership


def with_people() -> Load:
    """Everybody who is or was in the circle: one statement.

    An option of a statement about circles, or of the way to one:
    ``joinedload(Meeting.circle).options(with_people())``.
    """
    return Load(Circle).selectinload(Circle.memberships).joinedload(Membership.person)
