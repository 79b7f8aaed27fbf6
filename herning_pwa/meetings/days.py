"""Days on which people may be away: public holidays, other days off, and school holidays. And the
hour in October that comes twice.

They warn and never forbid: a family may well want to meet in a holiday.
"""

from __future__ import annotations

from datetime import UTC, date, time
from functools import lru_cache

from holidays import OPTIONAL, PUBLIC, country_holidays

from herning_pwa.config import settings
from herning_pwa.fields import copenhagen
from herning_pwa.i18n import LANGUAGE, _


def day_note(day: date) -> str:
    """What is special about the day, in a sentence or two; empty for an ordinary day."""
    return " ".join(note for note in (_holiday_note(day), _school_note(day)) if note)


def hour_note(day: date, at: time) -> str:
    """Which of the two counts, when Copenhagen's clock shows the hour twice that night."""
    first = copenhagen(day, at)
    second = first.replace(fold=1)
    if second.astimezone(UTC) <= first.astimezone(UTC):  # earlier still: it never comes at all
        return ""
    return _("The clocks go back that night, so {time} comes twice. The first one counts.").format(
        time=at.strftime("%H.%M")
    )


def _holiday_note(day: date) -> str:
    public, often_free = _named(day.year, PUBLIC), _named(day.year, OPTIONAL)
    if day in public:
        return _("It is a public holiday: {name}.").format(name=public[day])
    if day in often_free:
        return _("Many have the day off: {name}.").format(name=often_free[day])
    return ""


@lru_cache(maxsize=32)
def _named(year: int, category: str) -> dict[date, str]:
    """The days of one year; copied, since the library's own grows while it is asked."""
    return dict(country_holidays("DK", years=year, categories=category, language=LANGUAGE).items())


def _school_note(day: date) -> str:
    for holiday in settings().school_holidays:
        if holiday.first_day <= day <= holiday.last_day:
            return _("The schools have {holiday}.").format(holiday=holiday.name)
    return ""
