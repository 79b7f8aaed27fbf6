"""Words and dates. Msgids are English; ``translations/da`` is where they become Danish.

Locale ``da_DK`` (not ``da``) because only it counts weeks the Danish way.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from herning_pwa import clock

LOCALE = "da_DK"
LANGUAGE = "da"
COPENHAGEN = ZoneInfo("Europe/Copenhagen")
CATALOGUE = Path(__file__).parent / "translations" / LANGUAGE / "LC_MESSAGES" / "messages.po"


@lru_cache(maxsize=1)
def _translations() -> Translations:
    with CATALOGUE.open("rb") as source:
        catalogue = read_po(source, locale=LANGUAGE)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def _(message: str) -> str:
    """The sentence in the reader's language."""
    return _translations().gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The sentence for ``n`` things, with ``{n}`` left to fill in."""
    return _translations().ngettext(singular, plural, n).replace("{n}", str(n))


def local(moment: datetime) -> datetime:
    """An aware moment on Copenhagen's clock."""
    return moment.astimezone(COPENHAGEN)


def today() -> date:
    """Today's date in Denmark."""
    return local(clock.now()).date()


def long_date(day: date) -> str:
    """``tirsdag den 24. november``, with the year when it is not this year."""
    pattern = "EEEE 'den' d. MMMM" if day.year == today().year else "EEEE 'den' d. MMMM y"
    return format_date(day, pattern, locale=LOCALE)


def short_date(day: date) -> str:
    """``24. november``, with the year when it is not this year."""
    pattern = "d. MMMM" if day.year == today().year else "d. MMMM y"
    return format_date(day, pattern, locale=LOCALE)


def moment(at: datetime) -> str:
    """``tirsdag den 24. november kl. 14.05`` on Copenhagen's clock."""
    return f"{long_date(local(at).date())} kl. {clock_time(at)}"


def clock_time(at: datetime) -> str:
    """``14.05`` on Copenhagen's clock."""
    return format_time(local(at), "HH.mm", locale=LOCALE)


def relative_day(day: date) -> str:
    """``i dag``, ``i går``, ``i morgen`` or the short date."""
    words = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    return words.get((day - today()).days, short_date(day))


def week_number(day: date) -> str:
    """The ISO week, as Danes use it."""
    return format_date(day, "w", locale=LOCALE)


def stamp(at: datetime) -> str:
    """``24. nov. 2026 kl. 14.05``: for histories, where the year always matters."""
    return format_datetime(local(at), "d. MMM y 'kl.' HH.mm", locale=LOCALE)


def names(people: list[str]) -> str:
    """``Mette, Anders og Sanne``."""
    return format_list(people, locale=LOCALE)
