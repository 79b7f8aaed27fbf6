"""Reading what was written about a follow-up: a day, a reason."""

from __future__ import annotations

from datetime import date, timedelta

from herning_pwa.errors import Conflict
from herning_pwa.fields import Check, plain
from herning_pwa.followup.models import MOST_WEEKS, REASON_LIMIT, Round, calendar
from herning_pwa.i18n import _, long_date, today

YEARS_BACK = 20


def read_reason(check: Check, value: object) -> str:
    """One line that the whole circle reads; it may not be empty."""
    return check.text(
        "reason",
        " ".join(plain(value).split()),
        limit=REASON_LIMIT,
        missing=_("Write in a few words why."),
    )


def read_weeks(check: Check, value: object) -> int:
    written = str(value) if isinstance(value, int) else plain(value)
    fewest, most = calendar.FEWEST_WEEKS, MOST_WEEKS
    if written.isascii() and written.isdigit() and fewest <= int(written[:3]) <= most:
        return int(written[:3])
    check.refuse(
        "weeks",
        _("Choose a number of weeks from {fewest} to {most}.").format(fewest=fewest, most=most),
    )
    return fewest


def read_start(check: Check, value: object) -> date:
    """The day the support began; it may lie behind or a little ahead."""
    now = today()
    day = check.day(
        "started_on",
        value,
        missing=_("Choose the day the support began."),
        latest=now + timedelta(days=365),
    )
    if day and day.year < now.year - YEARS_BACK:
        check.refuse("started_on", _("That is long ago. Choose a later day."))
    return day or now


def read_new_day(check: Check, value: object, current: Round) -> date:
    """The day a follow-up is moved to."""
    return _ahead(check, "day", value, after=max(current.counts_from, today() - timedelta(days=1)))


def read_next_day(check: Check, value: object, held: Round) -> date | None:
    """The day of the follow-up after this one; none when it is left to the rhythm."""
    if not plain(value):
        return None
    after = max(held.due_on, today() + calendar.OPENS_BEFORE - timedelta(days=1))
    return _ahead(check, "next_on", value, after=after)


def _ahead(check: Check, field: str, value: object, *, after: date) -> date:
    latest = max(after, today()) + timedelta(weeks=MOST_WEEKS)
    day = check.day(field, value, missing=_("Choose a day."), latest=latest)
    if day and day <= after:
        check.refuse(field, _("Choose a day after {day}.").format(day=long_date(after)))
    return day or after


def refuse_if_moved(current: Round, shown: object) -> None:
    """Raises Conflict, with the present day, when the page showed another one."""
    if plain(str(shown)) != current.due_on.isoformat():
        raise Conflict(
            _("The follow-up has been moved. It is now {day}. Look at it, and send again.").format(
                day=long_date(current.due_on)
            )
        )
