"""What the meeting decides about a goal."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, NotFound, require
from herning_pwa.fields import checking
from herning_pwa.followup.commands.decision import (
    Decision,
    present_outcome,
    refuse_if_decided_meanwhile,
)
from herning_pwa.followup.commands.held import held_row
from herning_pwa.followup.words.outcomes import why_is_missing
from herning_pwa.goals.commands import (
    end_goal,
    finish_goal,
    pause_goal,
    propose_change,
    resume_goal,
)
from herning_pwa.goals.commands.reading import read_title
from herning_pwa.goals.models import Achievement, Goal, GoalOutcome, Lifecycle, OutcomeKind
from herning_pwa.goals.policy import may_steer
from herning_pwa.goals.queries.find import goal_to_change
from herning_pwa.i18n import _
from herning_pwa.meetings.policy.holding import hold_on_the_day
from herning_pwa.people.models import Person


def decide_on_goal(
    db: Session,
    actor: Person,
    *,
    meeting_id: object,
    goal_id: object,
    wording_id: object,
    seen: object,
    kind: object,
    words: object = "",
    title: object = "",
) -> None:
    """Decide one of the five outcomes and carry it out on the goal.

    ``seen`` is the id of the outcome the page showed, empty when there was none; ``wording_id``
    the words it showed. The same decision twice is one. Raises NotFound, NotAllowed, Invalid,
    and Conflict when somebody else decided, or the goal was over, meanwhile.
    """
    meeting = hold_on_the_day(db, actor, meeting_id)
    goal = goal_to_change(db, actor, goal_id)
    if goal.circle_id != meeting.circle_id:
        raise NotFound
    require(may_steer(actor, goal))
    with checking() as check:
        chosen = check.choice("kind", kind, OutcomeKind, missing=_("Choose what you decide."))
        said = check.text("words", words, missing=why_is_missing(chosen))
        named = read_title(check, title) if chosen is OutcomeKind.ADJUST else ""
    assert chosen  # noqa: S101 - checking() has raised otherwise
    present, decision = present_outcome(db, meeting, goal), Decision(chosen, said, named)
    if present and Decision.of(present) == decision:
        return
    refuse_if_decided_meanwhile(present, seen, decision)
    _refuse_if_over(goal)
    _carry_out(db, actor, goal, decision, wording_id=wording_id)
    if present:
        present.replaced_at = clock.now()
        db.flush()  # before the new row: only one may be the present one
    outcome = GoalOutcome(
        meeting_id=meeting.id,
        goal_id=goal.id,
        kind=chosen,
        words=said,
        wording=goal.open_wording if chosen is OutcomeKind.ADJUST else None,
        by_id=actor.id,
    )
    db.add(outcome)
    held_row(db, meeting)
    record(db, actor, "goal.outcome_decided", outcome, circle_id=meeting.circle_id)


def _refuse_if_over(goal: Goal) -> None:
    if goal.is_in_force:
        return
    if goal.is_ended:
        raise Conflict(_("The goal has ended meanwhile. There is nothing more to decide about it."))
    raise Conflict(_("You have not agreed on the goal yet. Answer the proposal first."))


def _carry_out(
    db: Session, actor: Person, goal: Goal, decision: Decision, *, wording_id: object
) -> None:
    """What the decision does to the goal itself, by the goal's own commands."""
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
