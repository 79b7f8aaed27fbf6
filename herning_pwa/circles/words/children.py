"""Words about a child: age, and when an own sign-in can be had."""

from __future__ import annotations

from datetime import date

from herning_pwa.circles.models import PARTY_AGE, SIGN_IN_AGE, Child
from herning_pwa.i18n import _, ngettext, short_date


def age_line(child: Child) -> str:
    """``Emil, 9 år``."""
    if child.age is None:
        return _("{name}, not born yet").format(name=child.first_name)
    return ngettext("{name}, {n} year", "{name}, {n} years", child.age).format(
        name=child.first_name
    )


def why_no_access_yet(child: Child) -> str:
    """Why the child cannot be given an own sign-in now, and when it can."""
    if child.birth_date is None:
        return _("{name} is not born yet.").format(name=child.first_name)
    return _("{name} can get an own sign-in at the age of {n}. That is {day}.").format(
        name=child.first_name,
        n=SIGN_IN_AGE,
        day=short_date(birthday(child.birth_date, SIGN_IN_AGE)),
    )


def asked_from(child: Child) -> str:
    """From when the child's own view is asked for; empty before birth."""
    if child.birth_date is None:
        return ""
    if child.is_asked_for_a_view:
        return _("{name} is asked about goals that are about {name}.").format(name=child.first_name)
    return _("{name} is asked about own goals from the age of {n}. That is {day}.").format(
        name=child.first_name, n=PARTY_AGE, day=short_date(birthday(child.birth_date, PARTY_AGE))
    )


def birthday(born: date, age: int) -> date:
    """The day of that age; somebody born on 29 February is a year older on 1 March."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)
