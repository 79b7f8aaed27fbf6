"""What the page "Write" shows: the goals one may say something about, and one form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from herning_pwa.circles.queries.load import with_people
from herning_pwa.goals import policy as goals
from herning_pwa.goals.models import IN_FORCE, Goal
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person
from herning_pwa.progress import policy
from herning_pwa.progress.commands import earliest_day
from herning_pwa.progress.models import KeptFor, ProgressEntry
from herning_pwa.progress.queries.form import RecordForm, is_young
from herning_pwa.progress.queries.sight import choices_of, only_for, sight_of
from herning_pwa.ui.values import Option

GOALS_SHOWN = 50
TO_ADVISER = "raadgiver"


@dataclass(frozen=True)
class WriteView:
    """The goals to choose from, each with a note on who can see what is written about it.

    ``adviser`` is whom a young person has chosen to write to alone, and ``promise`` what is
    promised about it; both empty on the ordinary form.
    """

    goals: list[Option] = field(default_factory=list)
    form: RecordForm = field(default_factory=RecordForm)
    adviser: str = ""
    heading: str = ""
    promise: str = ""


def write_page(
    db: Session, actor: Person, *, circle_id: UUID | None, goal_id: str = "", to: str = ""
) -> WriteView:
    """The goals in this circle the actor may record on. ``goal_id`` is the one to choose first;
    ``to`` asks for the form to the adviser alone."""
    if circle_id is None:
        return WriteView(heading=_("Write how it is going"))
    open_goals = [goal for goal in _goals(db, actor, circle_id) if policy.may_record(actor, goal)]
    wanted = goal_id if any(str(g.id) == goal_id for g in open_goals) else ""
    if len(open_goals) == 1:
        wanted = str(open_goals[0].id)
    name = _adviser(actor, open_goals) if to == TO_ADVISER else ""
    return WriteView(
        goals=[_option(actor, goal, wanted, is_alone=name != "") for goal in open_goals],
        form=_form(db, actor, circle_id, wanted, open_goals),
        adviser=name,
        heading=_("Write to {name}").format(name=name) if name else _("Write how it is going"),
        promise=only_for(name) if name else "",
    )


def _adviser(actor: Person, open_goals: Sequence[Goal]) -> str:
    """Whom the actor may write to alone; empty when that is nobody."""
    places = [goal.circle.responsible for goal in open_goals if policy.may_keep(actor, goal)]
    return next((place.person.first_name for place in places if place), "")


def _option(actor: Person, goal: Goal, wanted: str, *, is_alone: bool) -> Option:
    return Option(
        value=str(goal.id),
        label=goal.shown_wording.title,
        note="" if is_alone else sight_of(actor, goal).line,
        is_chosen=str(goal.id) == wanted,
    )


def _goals(db: Session, actor: Person, circle_id: UUID) -> list[Goal]:
    statement = (
        goals.visible_to(actor)
        .where(Goal.circle_id == circle_id, Goal.lifecycle.in_(IN_FORCE))
        .options(
            selectinload(Goal.wordings),
            selectinload(Goal.shares),
            selectinload(Goal.circle).options(with_people()),
        )
        .order_by(Goal.in_focus.desc(), Goal.id)
        .limit(GOALS_SHOWN)
    )
    return list(db.scalars(statement))


def _form(
    db: Session, actor: Person, circle_id: UUID, goal_id: str, open_goals: Sequence[Goal]
) -> RecordForm:
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
        choices=_choices(actor, open_goals),
        is_young=is_young(actor, circle_id),
        can_record=bool(open_goals),
    )


def _choices(actor: Person, open_goals: Sequence[Goal]) -> list[Option]:
    """Which names see it depends on the goal, so the first choice leaves them to the goals."""
    if not open_goals:
        return []
    return [
        replace(choice, note="") if choice.value == KeptFor.ALL else choice
        for choice in choices_of(actor, open_goals[0])
    ]
