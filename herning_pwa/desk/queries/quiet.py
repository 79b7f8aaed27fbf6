"""What does not wait for anybody, but should not be forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, exists, func, select
from sqlalchemy.orm import Session, aliased

from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.circles.models import Circle, Membership, Role
from herning_pwa.desk.queries.lines import Line
from herning_pwa.followup.models import Rhythm
from herning_pwa.followup.queries.rhythm import a_rhythm_ago
from herning_pwa.goals.models import Goal, Lifecycle, Turn, Wording, WordingState
from herning_pwa.goals.policy import visible_to
from herning_pwa.i18n import _, local, short_date
from herning_pwa.people.models import Person
from herning_pwa.progress.models import KeptFor, ProgressEntry
from herning_pwa.progress.policy import is_for

LINES_SHOWN = 10
UNDER_WAY = (Lifecycle.ACCEPTED, Lifecycle.ACTIVE)
SPEAKING = ("goal", "step", "progress_entry", "meeting")


def still_goals(db: Session, actor: Person) -> list[Line]:
    """Goals nobody has moved for a whole rhythm, in the professional's circles. One statement."""
    long_ago = a_rhythm_ago()
    moved = func.coalesce(_last_progress(actor), Goal.agreed_at)
    rows = db.execute(
        visible_to(actor)
        .join(Circle, Circle.id == Goal.circle_id)
        .outerjoin(Rhythm, Rhythm.circle_id == Circle.id)
        .join(Wording, (Wording.goal_id == Goal.id) & (Wording.state == WordingState.AGREED))
        .where(
            Membership.role == Role.PROFESSIONAL,
            Goal.lifecycle.in_(UNDER_WAY),
            Goal.agreed_at < long_ago,
            *_nothing_since(long_ago, actor),
        )
        .with_only_columns(Goal.id, Circle.id, Circle.name, Wording.title, moved)
        .order_by(moved, Goal.id)
        .limit(LINES_SHOWN)
    )
    return [
        Line(
            circle=circle,
            circle_id=str(circle_id),
            words=title,
            since=_("Nothing new since {day}").format(day=_day(moved_at)),
            act=_("See the goal"),
            kind="goal",
            target=str(goal_id),
        )
        for goal_id, circle_id, circle, title, moved_at in rows
    ]


def _last_progress(actor: Person) -> ScalarSelect[datetime]:
    return (
        select(func.max(ProgressEntry.recorded_at))
        .where(ProgressEntry.goal_id == Goal.id, is_for(actor))
        .correlate(Goal)
        .scalar_subquery()
    )


def _nothing_since(moment: ColumnElement[datetime], actor: Person) -> Sequence[ColumnElement[bool]]:
    """No progress that is for the actor, no turn in the goal's story, and no new words."""
    words = aliased(Wording)
    return (
        ~exists().where(
            ProgressEntry.goal_id == Goal.id, ProgressEntry.recorded_at >= moment, is_for(actor)
        ),
        ~exists().where(Turn.goal_id == Goal.id, Turn.at >= moment),
        ~exists().where(words.goal_id == Goal.id, words.proposed_at >= moment),
    )


def silent_circles(db: Session, actor: Person) -> list[Line]:
    """Circles where only professionals have done anything for a whole rhythm. One statement."""
    long_ago = a_rhythm_ago()
    own, theirs = aliased(Membership), aliased(Membership)
    last = (
        select(func.max(Activity.at))
        .join(theirs, theirs.person_id == Activity.actor_id)
        .where(
            Activity.circle_id == Circle.id,
            theirs.circle_id == Circle.id,
            theirs.role != Role.PROFESSIONAL,
            Activity.outcome == Outcome.DONE,
            Activity.object_type.in_(SPEAKING),
        )
        .correlate(Circle)
        .scalar_subquery()
    )
    rows = db.execute(
        select(Circle.id, Circle.name, last)
        .join(own, own.circle_id == Circle.id)
        .outerjoin(Rhythm, Rhythm.circle_id == Circle.id)
        .where(
            own.person_id == actor.id,
            own.is_active,
            own.role == Role.PROFESSIONAL,
            Circle.created_at < long_ago,
            func.coalesce(last, Circle.created_at) < long_ago,
            ~_written_to(actor, since=long_ago),
        )
        .order_by(func.coalesce(last, Circle.created_at), Circle.id)
        .limit(LINES_SHOWN)
    )
    return [
        Line(
            circle=name,
            circle_id=str(circle_id),
            what=_("Nothing from the family since {day}").format(day=_day(last_at))
            if last_at
            else _("Nothing from the family yet"),
            act=_("See the circle"),
            kind="circle",
            target=str(circle_id),
        )
        for circle_id, name, last_at in rows
    ]


def _written_to(actor: Person, *, since: ColumnElement[datetime]) -> ColumnElement[bool]:
    """A young person has written to the actor alone, which stands in no circle's log."""
    return exists().where(
        ProgressEntry.goal_id == Goal.id,
        Goal.circle_id == Circle.id,
        ProgressEntry.kept_for == KeptFor.RESPONSIBLE,
        ProgressEntry.recorded_at >= since,
        is_for(actor),
    )


def _day(moment: datetime) -> str:
    return short_date(local(moment).date())
