"""What others have written lately, across the professional's circles."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from herning_pwa import clock
from herning_pwa.circles.models import Circle, Membership, Role
from herning_pwa.desk.queries.lines import Line
from herning_pwa.goals.models import Goal, Wording, WordingState
from herning_pwa.goals.policy import visible_to
from herning_pwa.i18n import _, local, relative_day
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.policy import is_for

A_WEEK = timedelta(days=7)
LINES_SHOWN = 10


def new_progress(db: Session, actor: Person) -> list[Line]:
    """Progress from others in the last week that still stands, newest first. One statement."""
    seen = visible_to(actor).where(Membership.role == Role.PROFESSIONAL).with_only_columns(Goal.id)
    later = aliased(ProgressEntry)
    rows = db.execute(
        select(ProgressEntry, Person.first_name, Circle.id, Circle.name, Wording.title)
        .join(Person, Person.id == ProgressEntry.person_id)
        .join(Goal, Goal.id == ProgressEntry.goal_id)
        .join(Circle, Circle.id == Goal.circle_id)
        .join(Wording, (Wording.goal_id == Goal.id) & (Wording.state == WordingState.AGREED))
        .where(
            ProgressEntry.goal_id.in_(seen),
            is_for(actor),
            ProgressEntry.person_id != actor.id,
            ProgressEntry.recorded_at >= clock.now() - A_WEEK,
            ProgressEntry.withdrawn_at.is_(None),
            ~exists().where(later.corrects_id == ProgressEntry.id),
        )
        .order_by(ProgressEntry.recorded_at.desc(), ProgressEntry.id.desc())
        .limit(LINES_SHOWN)
    )
    return [
        Line(
            circle=circle,
            circle_id=str(circle_id),
            what=_said(name, entry),
            words=entry.note or "",
            since=title,
            due=relative_day(local(entry.recorded_at).date()),
            act=_("See the goal"),
            kind="goal",
            target=str(entry.goal_id),
        )
        for entry, name, circle_id, circle, title in rows
    ]


def _said(name: str, entry: ProgressEntry) -> str:
    if entry.is_kept:
        return _("{name} has written only to you").format(name=name)
    if entry.rating is None:
        return _("{name} wrote").format(name=name)
    return _("{name} says {number} of 10").format(name=name, number=entry.rating)
