"""What the page "Write" shows: the goals one may say something about, and one form."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from herning_pwa.goals import policy as goals
from herning_pwa.goals.models import IN_FORCE, Goal
from herning_pwa.i18n import today
from herning_pwa.people.models import Person
from herning_pwa.progress import policy
from herning_pwa.progress.commands import earliest_day
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.queries.form import RecordForm
from herning_pwa.progress.queries.speakers import places_in, readers
from herning_pwa.ui.values import Option

GOALS_SHOWN = 50


@dataclass(frozen=True)
class WriteView:
    """The goals to choose from, each with a note on who can see what is written about it."""

    goals: list[Option] = field(default_factory=list)
    form: RecordForm = field(default_factory=RecordForm)


def write_page(
    db: Session, actor: Person, *, circle_id: UUID | None, goal_id: str = ""
) -> WriteView:
    """The goals in this circle the actor may record on. ``goal_id`` is the one to choose first."""
    if circle_id is None:
        return WriteView()
    open_goals = [goal for goal in _goals(db, actor, circle_id) if policy.may_record(actor, goal)]
    places = list(places_in(db, [circle_id]).values())
    wanted = goal_id if any(str(g.id) == goal_id for g in open_goals) else ""
    if len(open_goals) == 1:
        wanted = str(open_goals[0].id)
    return WriteView(
        goals=[
            Option(
                value=str(goal.id),
                label=goal.shown_wording.title,
                note=readers(actor, goal, places),
                is_chosen=str(goal.id) == wanted,
            )
            for goal in open_goals
        ],
        form=_form(db, actor, wanted, can_record=bool(open_goals)),
    )


def _goals(db: Session, actor: Person, circle_id: UUID) -> list[Goal]:
    statement = (
        goals.visible_to(actor)
        .where(Goal.circle_id == circle_id, Goal.lifecycle.in_(IN_FORCE))
        .options(selectinload(Goal.wordings), selectinload(Goal.shares))
        .order_by(Goal.in_focus.desc(), Goal.id)
        .limit(GOALS_SHOWN)
    )
    return list(db.scalars(statement))


def _form(db: Session, actor: Person, goal_id: str, *, can_record: bool) -> RecordForm:
    """One form for whichever goal is chosen; its key lives until the actor saves anything."""
    latest_own = db.scalar(
        select(ProgressEntry.id)
        .where(ProgressEntry.person_id == actor.id)
        .order_by(ProgressEntry.recorded_at.desc(), ProgressEntry.id.desc())
        .limit(1)
    )
    return RecordForm(
        goal_id=goal_id,
        key=str(uuid5(actor.id, f"written after {latest_own}")),
        today=today().isoformat(),
        earliest=earliest_day().isoformat(),
        can_record=can_record,
    )
