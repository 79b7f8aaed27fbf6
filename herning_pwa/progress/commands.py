"""Recording, correcting and taking back progress. Nothing is ever overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, Invalid, NotFound, require
from herning_pwa.fields import Check, as_id, checking
from herning_pwa.goals.models import Goal, Lifecycle
from herning_pwa.goals.queries import find_goal
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person
from herning_pwa.progress import policy
from herning_pwa.progress.models import NOTE_LIMIT, ProgressEntry


@dataclass(frozen=True)
class _Said:
    """What somebody says, read and found usable."""

    client_key: UUID
    rating: int | None
    note: str | None
    happened_on: date


def record_progress(
    db: Session,
    actor: Person,
    *,
    goal_id: object,
    client_key: object,
    rating: object = None,
    note: object = "",
    happened_on: object = "",
) -> ProgressEntry:
    """Say how a goal is going: a number 0-10, a note or both; the day is today when left empty.

    ``client_key`` is the form's own UUID. The same key with the same content gives the
    entry that was already saved. Raises NotFound, NotAllowed, Invalid, Conflict.
    """
    if not goal_id:
        raise Invalid({"goal_id": _("Choose which goal it is about.")})
    goal = find_goal(db, actor, goal_id)
    said = _read(client_key, rating, note, happened_on)
    entry = _entry(actor, goal, said)
    saved = _already_saved(db, entry)
    if saved:
        return saved
    require(policy.may_record(actor, goal))
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
    """Say something else instead; both stay in the history. Arguments as for ``record_progress``."""
    old = find_entry(db, actor, entry_id)
    said = _read(client_key, rating, note, happened_on)
    entry = _entry(actor, old.goal, said, corrects=old)
    saved = _already_saved(db, entry)
    if saved:
        return saved
    require(policy.may_correct(actor, old))
    return _save(db, actor, entry, "progress.corrected")


def withdraw_progress(db: Session, actor: Person, *, entry_id: object) -> None:
    """Take one's own words back. That they were there stays visible; doing it twice is fine."""
    entry = find_entry(db, actor, entry_id)
    if entry.person_id == actor.id and entry.is_withdrawn:
        return
    require(policy.may_withdraw(actor, entry))
    entry.withdraw()
    record(db, actor, "progress.withdrawn", entry, circle_id=entry.goal.circle_id)


def find_entry(db: Session, actor: Person, entry_id: object) -> ProgressEntry:
    """The entry, when the actor sees its goal; raises NotFound."""
    wanted = policy.visible_to(actor).where(ProgressEntry.id == as_id(entry_id))
    entry = db.scalar(wanted)
    if entry is None:
        raise NotFound
    return entry


def _read(client_key: object, rating: object, note: object, happened_on: object) -> _Said:
    with checking() as check:
        number = _rating(check, rating)
        words = check.text("note", note, limit=NOTE_LIMIT)
        day = _day(check, happened_on)
        if number is None and not words:
            check.refuse("rating", _("Choose a number, or write a few words."))
    return _Said(as_id(client_key), number, words or None, day)


def _rating(check: Check, rating: object) -> int | None:
    if rating is None or (isinstance(rating, str | int) and not isinstance(rating, bool)):
        return check.rating("rating", rating)
    check.refuse("rating", _("Choose a number from 0 to 10."))
    return None


def _day(check: Check, happened_on: object) -> date:
    day = check.day("happened_on", happened_on) or today()
    if day > today():
        check.refuse("happened_on", _("That day has not come yet. Choose today or earlier."))
    elif day < earliest_day():
        check.refuse("happened_on", _("That is long ago. Choose a day within the last year."))
    return day


def earliest_day() -> date:
    """The first day an entry can be about: this date last year."""
    day = today()
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def _entry(
    actor: Person, goal: Goal, said: _Said, *, corrects: ProgressEntry | None = None
) -> ProgressEntry:
    return ProgressEntry(
        goal_id=goal.id,
        person_id=actor.id,
        corrects_id=corrects.id if corrects else None,
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


def _save(db: Session, actor: Person, entry: ProgressEntry, action: str) -> ProgressEntry:
    """Save once: of two taps that arrive together the second finds what the first saved."""
    try:
        with db.begin_nested():
            db.add(entry)
    except IntegrityError:
        saved = _already_saved(db, entry)
        if saved is None:
            raise
        return saved
    record(db, actor, action, entry, circle_id=entry.goal.circle_id)
    return entry
