"""What the meeting decides about a goal."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, NotFound, require
from herning_pwa.fields import checking, plain
from herning_pwa.followup.commands.held import held_row
from herning_pwa.followup.words.outcomes import outcome_choice, why_is_missing
from herning_pwa.goals.commands import (
    end_goal,
    finish_goal,
    pause_goal,
    propose_change,
    resume_goal,
)
from herning_pwa.goals.models import Achievement, Goal, GoalOutcome, Lifecycle, OutcomeKind
from herning_pwa.goals.policy import may_steer
from herning_pwa.goals.queries.find import goal_to_change
from herning_pwa.i18n import _
from herning_pwa.meetings.models import Meeting
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
    assert chosen  # noqa: S101 - checking() has raised otherwise
    present = _present(db, meeting, goal)
    if present and (present.kind, present.words) == (chosen, said):
        return
    _refuse_if_decided_meanwhile(present, seen, chosen, said)
    _refuse_if_over(goal)
    _carry_out(db, actor, goal, chosen, said, wording_id=wording_id, title=title)
    if present:
        present.replaced_at = clock.now()
        db.flush()  # before the new row: only one may be the present one
    outcome = GoalOutcome(
        meeting_id=meeting.id, goal_id=goal.id, kind=chosen, words=said, by_id=actor.id
    )
    db.add(outcome)
    held_row(db, meeting)
    record(db, actor, "goal.outcome_decided", outcome, circle_id=meeting.circle_id)


def _present(db: Session, meeting: Meeting, goal: Goal) -> GoalOutcome | None:
    return db.scalar(
        select(GoalOutcome).where(
            GoalOutcome.meeting_id == meeting.id,
            GoalOutcome.goal_id == goal.id,
            GoalOutcome.replaced_at.is_(None),
        )
    )


def _refuse_if_decided_meanwhile(
    present: GoalOutcome | None, seen: object, chosen: OutcomeKind, said: str
) -> None:
    if plain(seen) == (str(present.id) if present else ""):
        return
    if present is None:
        raise Conflict(_("The decision has changed meanwhile. Look again, and choose."))
    raise Conflict(
        _(
            "{name} has just written: {theirs}. You chose: {yours}. Talk about it, and choose."
        ).format(
            name=present.by.first_name,
            theirs=_in_short(present.kind, present.words),
            yours=_in_short(chosen, said),
        )
    )


def _in_short(kind: OutcomeKind, words: str) -> str:
    choice = f"“{outcome_choice(kind)}”"
    return f"{choice} ({words})" if words else choice


def _refuse_if_over(goal: Goal) -> None:
    if goal.is_in_force:
        return
    if goal.is_ended:
        raise Conflict(_("The goal has ended meanwhile. There is nothing more to decide about it."))
    raise Conflict(_("You have not agreed on the goal yet. Answer the proposal first."))


def _carry_out(
    db: Session,
    actor: Person,
    goal: Goal,
    kind: OutcomeKind,
    words: str,
    *,
    wording_id: object,
    title: object,
) -> None:
    """What the decision does to the goal itself, by the goal's own commands."""
    is_paused = goal.lifecycle is Lifecycle.ON_HOLD
    if kind is OutcomeKind.CONTINUE and is_paused:
        resume_goal(db, actor, goal_id=goal.id)
    elif kind is OutcomeKind.ADJUST:
        fields = {**_form_of(goal), "title": title, "comment": words}
        propose_change(db, actor, goal_id=goal.id, wording_id=wording_id, fields=fields)
    elif kind is OutcomeKind.REACHED:
        achieved = Achievement.ACHIEVED.value
        finish_goal(db, actor, goal_id=goal.id, achievement=achieved, words=words)
    elif kind is OutcomeKind.PAUSE and not is_paused:
        pause_goal(db, actor, goal_id=goal.id, reason=words)
    elif kind is OutcomeKind.END:
        end_goal(db, actor, goal_id=goal.id, reason=words)


def _form_of(goal: Goal) -> dict[str, object]:
    """The words in force as the form for other words would send them."""
    words = asdict(goal.shown_wording.words)
    return {name: "" if value is None else str(value) for name, value in words.items()}
