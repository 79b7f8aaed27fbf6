"""An agreed goal's course: begin, pause, take up again, finish, end, and how it goes."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import require
from herning_pwa.fields import checking
from herning_pwa.goals.commands.focus import focus_if_there_is_room
from herning_pwa.goals.models import Achievement, Goal
from herning_pwa.goals.policy import may_steer
from herning_pwa.goals.queries.find import goal_to_change
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


def begin_goal(db: Session, actor: Person, *, goal_id: object) -> None:
    """From agreed to under way, when its start was put in the future."""
    goal = _to_steer(db, actor, goal_id)
    goal.begin(actor)
    record(db, actor, "goal.begun", goal)


def pause_goal(db: Session, actor: Person, *, goal_id: object, reason: object) -> None:
    goal = _to_steer(db, actor, goal_id)
    goal.pause(actor, _read_reason(reason, _("Write why you pause the goal.")))
    record(db, actor, "goal.paused", goal)


def resume_goal(db: Session, actor: Person, *, goal_id: object) -> None:
    goal = _to_steer(db, actor, goal_id)
    goal.resume(actor)
    record(db, actor, "goal.resumed", goal)
    focus_if_there_is_room(db, actor, goal)


def finish_goal(
    db: Session, actor: Person, *, goal_id: object, achievement: object, words: object = ""
) -> None:
    """The goal is over; ``achievement`` says how it went."""
    goal = _to_steer(db, actor, goal_id)
    with checking() as check:
        reached = check.choice(
            "achievement", achievement, Achievement, missing=_("Choose how it went.")
        )
        said = check.text("words", words)
    if reached is not None:
        goal.finish(actor, reached, said)
        record(db, actor, "goal.finished", goal)


def end_goal(db: Session, actor: Person, *, goal_id: object, reason: object) -> None:
    """Stop before the goal is reached."""
    goal = _to_steer(db, actor, goal_id)
    goal.end(actor, _read_reason(reason, _("Write why you end the goal.")))
    record(db, actor, "goal.ended", goal)


def set_achievement(db: Session, actor: Person, *, goal_id: object, achievement: object) -> None:
    """How it goes while the goal is under way."""
    goal = _to_steer(db, actor, goal_id)
    with checking() as check:
        now = check.choice(
            "achievement", achievement, Achievement, missing=_("Choose how it goes.")
        )
    if now is not None and now is not goal.achievement:
        goal.set_achievement(actor, now)
        record(db, actor, "goal.achievement_set", goal)


def _to_steer(db: Session, actor: Person, goal_id: object) -> Goal:
    goal = goal_to_change(db, actor, goal_id)
    require(may_steer(actor, goal))
    return goal


def _read_reason(reason: object, missing: str) -> str:
    with checking() as check:
        return check.text("reason", reason, missing=missing)
