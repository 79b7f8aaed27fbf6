"""Answering in a round: one goal after the other, with ordinary progress."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record, tell_only
from herning_pwa.errors import NotFound, require
from herning_pwa.followup.models import Round, RoundAnswer
from herning_pwa.followup.policy import cycle as policy
from herning_pwa.followup.queries.asked import key_instead_of, said_since
from herning_pwa.goals.models import Goal
from herning_pwa.goals.queries import find_goal
from herning_pwa.people.models import Person
from herning_pwa.progress.commands import correct_progress, record_progress
from herning_pwa.progress.commands.said import read
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.policy import may_record


def answer_goal(
    db: Session,
    actor: Person,
    *,
    round_id: object,
    goal_id: object,
    client_key: object,
    rating: object = None,
    note: object = "",
    kept_for: object = "",
) -> None:
    """Say how the goal is going. Said a second time in the round, or on a page that shows what
    was said elsewhere meanwhile, it corrects what was said.

    Words are never lost: when the round has closed meanwhile they are progress all the same.
    Raises NotFound, NotAllowed, Invalid, Conflict.
    """
    current, goal = _asked(db, actor, round_id, goal_id)
    said = {"client_key": client_key, "rating": rating, "note": note}
    before = _said_before(db, actor, current, goal.id, client_key)
    if before:
        entry = _say_instead(db, actor, before, said)
    else:
        entry = record_progress(db, actor, goal_id=goal.id, kept_for=kept_for, **said)
    if current.is_open:
        _note(db, actor, current, goal, entry)


def _said_before(
    db: Session, actor: Person, current: Round, goal_id: UUID, client_key: object
) -> ProgressEntry | None:
    """What the page showed to be corrected, or else what was said in the round. A page from
    before takes nothing away that was said elsewhere."""
    shown = said_since(db, actor, current).get(goal_id)
    if shown and str(client_key) == str(key_instead_of(shown)):
        return shown
    answer = _answer(db, actor, current, goal_id)
    return answer.entry if answer and answer.entry and answer.entry.stands else None


def _say_instead(
    db: Session, actor: Person, before: ProgressEntry, said: dict[str, object]
) -> ProgressEntry:
    """Correct what was said a moment ago; the same again changes nothing."""
    day = before.happened_on.isoformat()
    now = read(said["client_key"], said["rating"], said["note"], day, about=before.goal_id)
    if (now.rating, now.note) == (before.rating, before.note):
        return before
    return correct_progress(db, actor, entry_id=before.id, happened_on=day, **said)


def pass_over(db: Session, actor: Person, *, round_id: object, goal_id: object) -> None:
    """Say nothing about this goal this time. Raises NotFound, NotAllowed."""
    current, goal = _asked(db, actor, round_id, goal_id)
    require(may_record(actor, goal))
    if current.is_open and _answer(db, actor, current, goal.id) is None:
        _note(db, actor, current, goal, None)


def _asked(db: Session, actor: Person, round_id: object, goal_id: object) -> tuple[Round, Goal]:
    current = policy.find_round(db, actor, round_id)
    goal = find_goal(db, actor, goal_id)
    if goal.circle_id != current.circle_id:
        raise NotFound
    return current, goal


def _answer(db: Session, actor: Person, current: Round, goal_id: UUID) -> RoundAnswer | None:
    return db.scalar(
        select(RoundAnswer).where(
            RoundAnswer.round_id == current.id,
            RoundAnswer.person_id == actor.id,
            RoundAnswer.goal_id == goal_id,
        )
    )


def _note(
    db: Session, actor: Person, current: Round, goal: Goal, entry: ProgressEntry | None
) -> None:
    """This person is done with this goal. Of two taps that arrive together one is enough."""
    answer = _answer(db, actor, current, goal.id)
    if answer is not None:
        answer.entry = entry
        return
    answer = RoundAnswer(round_id=current.id, person_id=actor.id, goal=goal, entry=entry)
    try:
        with db.begin_nested():
            db.add(answer)
    except IntegrityError:
        return
    record(db, actor, "round.answered", answer)
    tell_only(db, actor.id)
