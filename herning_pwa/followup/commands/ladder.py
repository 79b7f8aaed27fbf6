"""Trin op, trin ned, samme trin."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict
from herning_pwa.fields import Check, checking, plain
from herning_pwa.followup.commands.held import held_row
from herning_pwa.i18n import _
from herning_pwa.ladder.models import Direction, LadderTurn
from herning_pwa.ladder.steps import ladder_steps
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy.holding import hold_on_the_day
from herning_pwa.people.models import Person


def choose_ladder_step(
    db: Session, actor: Person, *, meeting_id: object, step: object, reason: object, seen: object
) -> None:
    """Choose the circle's step from now on, with the reason. The same twice is one choice.

    ``seen`` is the id of the choice the page showed, empty when there was none. Raises
    NotFound, NotAllowed, Invalid, and Conflict when somebody else chose meanwhile.
    """
    meeting = hold_on_the_day(db, actor, meeting_id)
    with checking() as check:
        number = _read_step(check, step)
        why = check.text("reason", reason, missing=_("Write why, in a few words of your own."))
    turns = _turns(db, meeting)
    present = next((turn for turn in turns if turn.meeting_id == meeting.id), None)
    if present and (present.step, present.reason) == (number, why):
        return
    _refuse_if_chosen_meanwhile(present, seen, number, why)
    before = next((turn.step for turn in turns if turn.meeting_id != meeting.id), None)
    if present:
        present.replaced_at = clock.now()
        db.flush()  # before the new row: only one may be the present one
    turn = LadderTurn(
        circle_id=meeting.circle_id,
        meeting_id=meeting.id,
        direction=Direction.between(before, number),
        step=number,
        reason=why,
        by_id=actor.id,
    )
    db.add(turn)
    held_row(db, meeting)
    record(db, actor, "circle.ladder_step_chosen", turn)


def _read_step(check: Check, step: object) -> int:
    """One of the ladder's numbers."""
    for known in ladder_steps():
        if plain(str(step)) == str(known.number):
            return known.number
    check.refuse("step", _("Choose a step."))
    return 0


def _turns(db: Session, meeting: Meeting) -> list[LadderTurn]:
    """The circle's present choices, the latest first."""
    return list(
        db.scalars(
            select(LadderTurn)
            .where(LadderTurn.circle_id == meeting.circle_id, LadderTurn.replaced_at.is_(None))
            .order_by(LadderTurn.at.desc(), LadderTurn.id.desc())
        )
    )


def _refuse_if_chosen_meanwhile(
    present: LadderTurn | None, seen: object, number: int, why: str
) -> None:
    if plain(seen) == (str(present.id) if present else ""):
        return
    if present is None:
        raise Conflict(_("The choice has changed meanwhile. Look again, and choose."))
    raise Conflict(
        _(
            "{name} has just chosen step {theirs} ({reason}). You chose step {yours} ({why}). "
            "Talk about it, and choose."
        ).format(
            name=present.by.first_name,
            theirs=present.step,
            reason=present.reason,
            yours=number,
            why=why,
        )
    )
