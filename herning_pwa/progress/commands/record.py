"""Recording, correcting and taking back progress. Nothing is ever overwritten."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record, tell_only
from herning_pwa.errors import Conflict, NotFound, require
from herning_pwa.fields import as_id
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.goals.queries import find_goal
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.progress import policy
from herning_pwa.progress.commands.said import Said, read, read_kept_for
from herning_pwa.progress.models import KeptFor, ProgressEntry


def record_progress(
    db: Session,
    actor: Person,
    *,
    goal_id: object,
    client_key: object,
    rating: object = None,
    note: object = "",
    happened_on: object = "",
    kept_for: object = KeptFor.ALL,
) -> ProgressEntry:
    """Say how a goal is going: a number 0-10, a note or both; the day is today when left empty.

    ``client_key`` is the form's own UUID. The same key with the same content gives the
    entry that was already saved. ``kept_for`` is a young person's choice of readers; empty
    when the form did not ask. Raises NotFound, NotAllowed, Invalid, Conflict.
    """
    said = read(client_key, rating, note, happened_on, about=goal_id)
    goal = find_goal(db, actor, goal_id)
    kept = read_kept_for(kept_for, may_keep=policy.may_keep(actor, goal))
    entry = _entry(actor, goal, said, kept)
    saved = _already_saved(db, entry)
    if saved:
        return saved
    require(policy.may_record(actor, goal))
    if not entry.is_kept:
        _begin(db, actor, goal)
    return _save(db, actor, entry, "progress.recorded")


def correct_progress(
    db: Session,
    actor: Person,
    *,
    entry_id: object,
    client_key: object,
    rating: object = None,
    note: object = "",
    happened_on: object = "",
) -> ProgressEntry:
    """Say something else instead, to the same eyes; both stay. Arguments as for
    ``record_progress``."""
    old = find_entry(db, actor, entry_id)
    said = read(client_key, rating, note, happened_on, about=entry_id)
    entry = _entry(actor, old.goal, said, old.kept_for, corrects_id=old.id)
    saved = _already_saved(db, entry)
    if saved:
        return saved
    require(policy.may_correct(actor, old))
    return _save(db, actor, entry, "progress.corrected", corrects=old)


def withdraw_progress(db: Session, actor: Person, *, entry_id: object) -> None:
    """Take one's own words back. That they were there stays visible; doing it twice is fine."""
    entry = find_entry(db, actor, entry_id)
    if entry.person_id == actor.id and entry.is_withdrawn:
        return
    require(policy.may_withdraw(actor, entry))
    entry.withdraw()
    _log(db, actor, entry, "progress.withdrawn")


def find_entry(db: Session, actor: Person, entry_id: object) -> ProgressEntry:
    """The entry, when it is for the actor to see; raises NotFound."""
    wanted = policy.visible_to(actor).where(ProgressEntry.id == as_id(entry_id))
    entry = db.scalar(wanted)
    if entry is None:
        raise NotFound
    return entry


def _entry(
    actor: Person,
    goal: Goal,
    said: Said,
    kept_for: KeptFor,
    *,
    corrects_id: UUID | None = None,
) -> ProgressEntry:
    return ProgressEntry(
        goal_id=goal.id,
        person_id=actor.id,
        kept_for=kept_for,
        corrects_id=corrects_id,
        happened_on=said.happened_on,
        rating=said.rating,
        note=said.note,
        client_key=said.client_key,
    )


def _already_saved(db: Session, entry: ProgressEntry) -> ProgressEntry | None:
    """The entry this one repeats; raises Conflict when its key was used for something else."""
    saved = db.scalar(
        select(ProgressEntry).where(
            ProgressEntry.person_id == entry.person_id,
            ProgressEntry.client_key == entry.client_key,
        )
    )
    if saved and not saved.says_the_same_as(entry):
        raise Conflict(_("You have just saved something here. Look at it, then write again."))
    return saved


def _begin(db: Session, actor: Person, goal: Goal) -> None:
    """The first progress on an agreed goal begins it, however many write at once."""
    if goal.lifecycle is Lifecycle.ACCEPTED:
        db.refresh(goal, ["lifecycle", "version"], with_for_update=True)
    if goal.lifecycle is Lifecycle.ACCEPTED:
        goal.begin(actor)
        record(db, actor, "goal.begun", goal)


def _save(
    db: Session,
    actor: Person,
    entry: ProgressEntry,
    action: str,
    *,
    corrects: ProgressEntry | None = None,
) -> ProgressEntry:
    """Save once: of two taps that arrive together the second finds what the first saved."""
    try:
        with db.begin_nested():
            entry.corrects = corrects
            db.add(entry)
    except IntegrityError:
        saved = _already_saved(db, entry)
        if saved is None:
            raise
        return saved
    _log(db, actor, entry, action)
    return entry


def _log(db: Session, actor: Person, entry: ProgressEntry, action: str) -> None:
    """What is kept for the responsible professional leaves no trace in the circle: the row
    names no circle, and no page but the two people's own is asked to load again."""
    circle = entry.goal.circle
    if not entry.is_kept:
        record(db, actor, action, entry, circle_id=circle.id)
        return
    record(db, actor, action, entry)
    tell_only(db, actor.id, *(m.person_id for m in [circle.responsible] if m))
