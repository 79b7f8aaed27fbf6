"""Follow-ups whose day is near or has passed, and the law's last day for the first one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, select
from sqlalchemy.orm import Session, aliased

from herning_pwa import clock
from herning_pwa.circles.models import Circle, Membership, Role
from herning_pwa.desk.queries.lines import Line
from herning_pwa.followup.models import CURRENT, Rhythm, Round, RoundState
from herning_pwa.followup.words.cycle import days_left, first_is_due
from herning_pwa.i18n import _, long_date, today
from herning_pwa.meetings.models import Kind, Meeting, Status
from herning_pwa.people.models import Person

NEAR = timedelta(days=14)
FIRST_IS_NEAR = timedelta(weeks=6)
LINES_SHOWN = 10


class _Standing(NamedTuple):
    """A circle, its next follow-up, and whether a meeting has been called and one been held."""

    circle_id: UUID
    circle: str
    current: Round
    rhythm: Rhythm
    is_called: bool
    has_been_held: bool

    @property
    def last_day(self) -> date | None:
        """The law's, while the first one has not been held."""
        return None if self.has_been_held else self.rhythm.first_deadline

    @property
    def day(self) -> date:
        """What it is sorted by: whichever day comes first."""
        return min(self.current.due_on, self.last_day or date.max)

    @property
    def is_near(self) -> bool:
        first_is_near = self.last_day is not None and self.last_day <= today() + FIRST_IS_NEAR
        return self.current.due_on <= today() + NEAR or first_is_near


def follow_up_lines(db: Session, actor: Person) -> list[Line]:
    """The professional's circles, the most pressing first. One statement."""
    near = [standing for standing in _standing(db, actor) if standing.is_near]
    return [_line(standing) for standing in sorted(near, key=lambda s: s.day)[:LINES_SHOWN]]


def _standing(db: Session, actor: Person) -> list[_Standing]:
    own = and_(
        Membership.circle_id == Circle.id,
        Membership.person_id == actor.id,
        Membership.is_active,
        Membership.role == Role.PROFESSIONAL,
    )
    rows = db.execute(
        select(Circle.id, Circle.name, Round, Rhythm, _is_called(), _has_been_held())
        .join(Membership, own)
        .join(Round, and_(Round.circle_id == Circle.id, Round.state.in_(CURRENT)))
        .join(Rhythm, Rhythm.circle_id == Circle.id)
    )
    return [_Standing(*row) for row in rows]


def _is_called() -> ColumnElement[bool]:
    return exists().where(
        Meeting.circle_id == Circle.id,
        Meeting.kind == Kind.FOLLOW_UP,
        Meeting.status == Status.PLANNED,
        Meeting.ends_at > clock.now(),
    )


def _has_been_held() -> ColumnElement[bool]:
    earlier = aliased(Round)
    return exists().where(earlier.circle_id == Circle.id, earlier.state == RoundState.HELD)


def _line(standing: _Standing) -> Line:
    due_on, last_day = standing.current.due_on, standing.last_day
    return Line(
        circle=standing.circle,
        circle_id=str(standing.circle_id),
        what=_("Follow-up {day}").format(day=long_date(due_on)),
        due=days_left((due_on - today()).days) if due_on >= today() else "",
        since=first_is_due(last_day) if last_day else "",
        is_late=standing.day < today(),
        act=_("See the follow-up") if standing.is_called else _("Call a follow-up"),
        kind="follow_up" if standing.is_called else "call",
        target=str(standing.circle_id),
    )
