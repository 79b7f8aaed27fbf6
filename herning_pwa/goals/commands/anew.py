"""A meeting decides anew about a goal: first what its earlier decision did is taken back."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import require
from herning_pwa.goals.models import GoalOutcome
from herning_pwa.goals.policy import may_steer
from herning_pwa.goals.queries.find import goal_to_change
from herning_pwa.people.models import Person


def undo_outcome(db: Session, actor: Person, outcome: GoalOutcome) -> None:
    """Take back the words it suggested, its pause or its end. Whatever somebody has answered or
    changed since stands. Raises NotFound, NotAllowed."""
    goal = goal_to_change(db, actor, outcome.goal_id)
    require(may_steer(actor, goal))
    if outcome.awaits_answers:
        goal.withdraw(actor, "")
        record(db, actor, "goal.withdrawn", goal)
    elif outcome.holds_the_goal:
        goal.return_to(actor, outcome.was)
        record(db, actor, "goal.outcome_undone", goal)
