"""Reading what somebody says about a goal. Nothing of it is trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from herning_pwa.fields import Check, as_id, checking
from herning_pwa.i18n import _, today
from herning_pwa.progress.models import NOTE_LIMIT, KeptFor


@dataclass(frozen=True)
class Said:
    """What somebody says, read and found usable."""

    client_key: UUID
    rating: int | None
    note: str | None
    happened_on: date


def read(
    client_key: object, rating: object, note: object, happened_on: object, *, about: object
) -> Said:
    """``about`` is the goal or entry, only to see that one was chosen; raises Invalid, NotFound."""
    with checking() as check:
        if not about:
            check.refuse("goal_id", _("Choose which goal it is about."))
        number = _rating(check, rating)
        words = check.text("note", note, limit=NOTE_LIMIT)
        if number is None and not words:
            check.refuse("rating", _("Choose a number, or write a few words."))
        day = _day(check, happened_on)
    return Said(as_id(client_key), number, words or None, day)


def read_kept_for(kept_for: object, *, may_keep: bool) -> KeptFor:
    """Whose eyes it is for; raises Invalid.

    Who has the choice must make it: a form that lost the answer on its way must not show
    everybody what was meant for one.
    """
    if not kept_for and not may_keep:
        return KeptFor.ALL
    with checking() as check:
        missing = _("Choose who can see what you write.")
        chosen = check.choice("kept_for", kept_for, KeptFor, missing=missing)
        if chosen is KeptFor.RESPONSIBLE and not may_keep:
            check.refuse("kept_for", missing)
    return chosen or KeptFor.RESPONSIBLE


def _rating(check: Check, rating: object) -> int | None:
    if rating is None or (isinstance(rating, str | int) and not isinstance(rating, bool)):
        return check.rating("rating", rating)
    check.refuse("rating", _("Choose a number from 0 to 10."))
    return None


def _day(check: Check, happened_on: object) -> date:
    if not isinstance(happened_on, str | None):
        check.refuse("happened_on", _("Choose a date, for example 24-11-2026."))
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
