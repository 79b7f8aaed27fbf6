"""Writing a goal before it is sent: one screen at a time, kept as one goes."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles.models import Circle
from herning_pwa.errors import Conflict, NotFound, require
from herning_pwa.fields import as_id, checking, plain
from herning_pwa.goals.commands.reading import (
    read_belonging,
    read_dates,
    read_title,
    read_why,
)
from herning_pwa.goals.commands.steps import new_step
from herning_pwa.goals.ideas import idea
from herning_pwa.goals.models import Area, Goal, Step, Words
from herning_pwa.goals.policy import may_propose
from herning_pwa.goals.queries.find import circle_to_change, find_draft, goal_to_change
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person


def save_aim(
    db: Session, actor: Person, *, circle_id: object, title: object, whose: object, area: object
) -> None:
    """The first screen. Starts the draft when there is none: one per person and circle."""
    circle = circle_to_change(db, actor, circle_id)
    require(may_propose(actor, circle.id))
    with checking() as check:
        line = read_title(check, title)
        belonging = read_belonging(check, actor, circle, whose)
        chosen = check.choice("area", area, Area, missing=_("Choose what it is about."))
    goal = find_draft(db, actor, circle.id) or _start(db, actor, circle)
    draft = goal.latest_wording
    draft.title = line
    goal.whose, goal.child_id, goal.parent_id = (
        belonging.whose,
        belonging.child_id,
        belonging.parent_id,
    )
    goal.area = chosen or goal.area
    record(db, actor, "goal.draft_saved", goal)


def save_reasons(
    db: Session,
    actor: Person,
    *,
    circle_id: object,
    why: object,
    signs: object,
    everyday: object,
) -> None:
    """The second screen."""
    goal = _draft(db, actor, circle_id)
    with checking() as check:
        read = (
            read_why(check, why),
            check.text("signs", signs),
            check.text("everyday", everyday),
        )
    draft = goal.latest_wording
    draft.why, draft.signs, draft.everyday = read
    record(db, actor, "goal.draft_saved", goal)


def save_plan(
    db: Session,
    actor: Person,
    *,
    circle_id: object,
    starts_on: object,
    target_on: object,
    step_title: object,
    step_person_id: object,
    step_due_on: object,
) -> None:
    """The third screen: dates, and a step when one is typed. Nothing typed is lost on the way."""
    goal = _draft(db, actor, circle_id)
    with checking() as check:
        dates = read_dates(check, starts_on, target_on)
        if plain(step_title):
            new_step(
                check, actor, goal, title=step_title, person_id=step_person_id, due_on=step_due_on
            )
    goal.latest_wording.starts_on, goal.latest_wording.target_on = dates
    record(db, actor, "goal.draft_saved", goal)


def start_from_idea(db: Session, actor: Person, *, circle_id: object, key: object) -> None:
    """Fill an empty draft with a ready-made idea, to be made one's own."""
    circle = circle_to_change(db, actor, circle_id)
    require(may_propose(actor, circle.id))
    chosen = idea(plain(key))
    goal = find_draft(db, actor, circle.id) or _start(db, actor, circle)
    if chosen is None or goal.latest_wording.title:
        return
    goal.latest_wording.reword(chosen.words)
    goal.area = chosen.area
    goal.steps += [
        Step(title=s.title, person_id=actor.id, due_on=today() + s.within, added_by_id=actor.id)
        for s in chosen.steps
    ]
    record(db, actor, "goal.draft_saved", goal)


def discard_draft(db: Session, actor: Person, *, circle_id: object) -> None:
    """Throw one's own unsent words away. Nobody else has seen them. Twice is as once."""
    circle_to_change(db, actor, circle_id)
    goal = find_draft(db, actor, circle_id)
    if goal is not None:
        record(db, actor, "goal.draft_discarded", goal)
        db.delete(goal)


def _draft(db: Session, actor: Person, circle_id: object) -> Goal:
    goal = find_draft(db, actor, circle_id)
    if goal is None:
        if actor.membership_in(as_id(circle_id)) is None:
            raise NotFound
        raise Conflict(_("Your draft is not here any more. Perhaps you have sent it."))
    return goal_to_change(db, actor, goal.id)


def _start(db: Session, actor: Person, circle: Circle) -> Goal:
    goal = Goal(circle=circle, proposed_by_id=actor.id)
    db.add(goal)
    goal.word(actor, Words(title=""))
    record(db, actor, "goal.draft_started", goal)
    return goal
