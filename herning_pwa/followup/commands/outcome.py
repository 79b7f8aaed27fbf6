"""What the meeting decides about a goal."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.errors import NotFound, require
from herning_pwa.fields import checking
from herning_pwa.followup.commands.carrying_out import carry_out
from herning_pwa.followup.commands.decision import (
    Decision,
    present_outcome,
    refuse_if_decided_meanwhile,
)
from herning_pwa.followup.commands.held import held_row
from herning_pwa.followup.words.outcomes import why_is_missing
from herning_pwa.goals.commands.reading import read_title
from herning_pwa.goals.models import GoalOutcome, OutcomeKind
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
    """Decide one of the five outcomes and carry it out on the goal; what an earlier decision of
    the meeting did to it is taken back first.

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
    was = carry_out(db, actor, goal, decision, instead_of=present, wording_id=wording_id)
    if present:
        present.replaced_at = clock.now()
        db.flush()  # before the new row: only one may be the present one
    outcome = GoalOutcome(
        meeting_id=meeting.id,
        goal_id=goal.id,
        kind=chosen,
        was=was,
        words=said,
        wording=goal.open_wording if chosen is OutcomeKind.ADJUST else None,
        by_id=actor.id,
    )
    db.add(outcome)
    held_row(db, meeting)
    record(db, actor, "goal.outcome_decided", outcome, circle_id=meeting.circle_id)
