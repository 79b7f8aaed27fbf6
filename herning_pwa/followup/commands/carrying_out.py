"""What a decision does to the goal itself, by the goal's own commands."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy.orm import Session

from herning_pwa.errors import Conflict
from herning_pwa.followup.commands.decision import Decision
from herning_pwa.goals.commands import (
    end_goal,
    finish_goal,
    pause_goal,
    propose_change,
    resume_goal,
    undo_outcome,
)
from herning_pwa.goals.commands.focus import focus_if_there_is_room
from herning_pwa.goals.models import Achievement, Goal, GoalOutcome, Lifecycle, OutcomeKind
from herning_pwa.i18n import _
from herning_pwa.people.models import Person


def carry_out(
    db: Session,
    actor: Person,
    goal: Goal,
    decision: Decision,
    *,
    instead_of: GoalOutcome | None,
    wording_id: object,
) -> Lifecycle:
    """Take back what the earlier decision did, and do this; gives where the goal was before both.

    Raises Conflict when the goal is over for another reason, or not agreed yet.
    """
    was_stopped = instead_of is not None and instead_of.holds_the_goal
    if instead_of is not None:
        undo_outcome(db, actor, instead_of)
    _refuse_if_over(goal)
    was = goal.lifecycle
    _act_on(db, actor, goal, decision, wording_id=wording_id)
    if was_stopped:
        focus_if_there_is_room(db, actor, goal)  # as when it is taken up again
    return was


def _refuse_if_over(goal: Goal) -> None:
    if goal.is_in_force:
        return
    if goal.is_ended:
        raise Conflict(_("The goal has ended meanwhile. There is nothing more to decide about it."))
    raise Conflict(_("You have not agreed on the goal yet. Answer the proposal first."))


def _act_on(
    db: Session, actor: Person, goal: Goal, decision: Decision, *, wording_id: object
) -> None:
    is_paused = goal.lifecycle is Lifecycle.ON_HOLD
    if decision.kind is OutcomeKind.CONTINUE and is_paused:
        resume_goal(db, actor, goal_id=goal.id)
    elif decision.kind is OutcomeKind.ADJUST:
        fields = {**_form_of(goal), "title": decision.title, "comment": decision.words}
        propose_change(db, actor, goal_id=goal.id, wording_id=wording_id, fields=fields)
    elif decision.kind is OutcomeKind.REACHED:
        achieved = Achievement.ACHIEVED.value
        finish_goal(db, actor, goal_id=goal.id, achievement=achieved, words=decision.words)
    elif decision.kind is OutcomeKind.PAUSE and not is_paused:
        pause_goal(db, actor, goal_id=goal.id, reason=decision.words)
    elif decision.kind is OutcomeKind.END:
        end_goal(db, actor, goal_id=goal.id, reason=decision.words)


def _form_of(goal: Goal) -> dict[str, object]:
    """The words in force as the form for other words would send them."""
    words = asdict(goal.shown_wording.words)
    return {name: "" if value is None else str(value) for name, value in words.items()}
