"""Setting the wellbeing ruler for a child, correcting it, and saying something beside it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles.models import Child
from herning_pwa.circles.queries.find import find_child
from herning_pwa.errors import Conflict, NotFound, require
from herning_pwa.fields import Check, as_id, checking, plain
from herning_pwa.followup.commands.telling import tell_family
from herning_pwa.followup.models import (
    HIGHEST_CONCERN,
    LOWEST_CONCERN,
    WORDS_LIMIT,
    RulerComment,
    RulerReading,
)
from herning_pwa.followup.policy import ruler as policy
from herning_pwa.followup.queries.find import find_reading, latest_reading, wording_in_force
from herning_pwa.followup.words import reading_word
from herning_pwa.i18n import _
from herning_pwa.meetings.policy import find_meeting
from herning_pwa.people.models import Person


def set_ruler(
    db: Session,
    actor: Person,
    *,
    child_id: object,
    seen: object,
    number: object,
    words: object,
    meeting_id: object = "",
) -> RulerReading:
    """A new reading for the child. ``seen`` is the latest one the page showed, or empty.

    Sent twice it is one. Raises NotFound, NotAllowed, Invalid, and Conflict when somebody
    else has set it meanwhile.
    """
    child = find_child(db, actor, child_id, lock=True)
    require(policy.may_set_ruler(actor, child))
    with checking() as check:
        reading = _read(check, number, words)
    reading.meeting_id = _meeting(db, actor, child, meeting_id)
    return _write(db, actor, child, reading, after=as_id(seen) if seen else None)


def correct_ruler(
    db: Session, actor: Person, *, reading_id: object, number: object, words: object
) -> RulerReading:
    """Write the latest reading anew; both stay in the history. Only its writer can.

    Raises NotFound, NotAllowed, Invalid, and Conflict when another has followed meanwhile.
    """
    earlier = find_reading(db, actor, reading_id)
    child = find_child(db, actor, earlier.child_id, lock=True)
    require(policy.may_correct(actor, earlier))
    with checking() as check:
        reading = _read(check, number, words)
    reading.is_correction, reading.meeting_id = True, earlier.meeting_id
    return _write(db, actor, child, reading, after=earlier.id)


def comment_on_ruler(
    db: Session, actor: Person, *, reading_id: object, words: object
) -> RulerComment | None:
    """The family's own words beside a reading; empty ones take the earlier back.

    None when nothing is new. Raises NotFound, NotAllowed or Invalid.
    """
    reading = find_reading(db, actor, reading_id)
    require(policy.may_comment(actor, reading))
    earlier = next((c.words for c in reversed(reading.comments) if c.by_id == actor.id), "")
    with checking() as check:
        missing = "" if earlier else _("Write what you think, in your own words.")
        text = check.text("words", words, limit=WORDS_LIMIT, missing=missing)
    if text == earlier:
        return None
    comment = RulerComment(reading=reading, words=text, by=actor)
    db.add(comment)
    record(db, actor, "ruler.commented_on", comment)
    return comment


def _read(check: Check, number: object, words: object) -> RulerReading:
    written = str(number) if isinstance(number, int) and number is not True else plain(number)
    known = {str(n): n for n in range(LOWEST_CONCERN, HIGHEST_CONCERN + 1)}
    if written not in known:
        check.refuse("number", _("Choose a number from 1 to 5."))
    text = check.text(
        "words",
        words,
        limit=WORDS_LIMIT,
        missing=_("Write a few words about why. A number alone says too little."),
    )
    return RulerReading(number=known.get(written), words=text)


def _meeting(db: Session, actor: Person, child: Child, meeting_id: object) -> UUID | None:
    """The follow-up it was set at, when it was: one of this circle that the writer sees."""
    if not meeting_id:
        return None
    meeting = find_meeting(db, actor, meeting_id)
    if meeting.circle_id != child.circle_id:
        raise NotFound
    return meeting.id


def _write(
    db: Session, actor: Person, child: Child, reading: RulerReading, *, after: UUID | None
) -> RulerReading:
    latest = latest_reading(db, child)
    if latest is None and after is not None:
        raise NotFound
    if latest is not None and latest.id != after:
        if _is_the_same(latest, actor, reading, after):
            return latest
        raise Conflict(_told(latest))
    reading.child, reading.by, reading.follows_id = child, actor, after
    reading.wording = wording_in_force(db)
    db.add(reading)
    record(db, actor, "ruler.corrected" if reading.is_correction else "ruler.set", reading)
    if not reading.is_correction:
        tell_family(db, child.circle, but=actor, about=child)
    return reading


def _is_the_same(
    latest: RulerReading, actor: Person, reading: RulerReading, after: UUID | None
) -> bool:
    """Whether it has come twice from a slow phone."""
    said = (latest.by_id, latest.follows_id, latest.number, latest.words)
    return said == (actor.id, after, reading.number, reading.words)


def _told(latest: RulerReading) -> str:
    return _(
        "{name} has set the ruler meanwhile: {reading}. Your words are still here. "
        "Look at it, and send again."
    ).format(name=latest.by.first_name, reading=reading_word(latest.number, latest.wording))
