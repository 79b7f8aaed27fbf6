"""Reading a goal's fields as people typed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from herning_pwa.circles.models import Circle
from herning_pwa.fields import TITLE_LIMIT, Check, plain
from herning_pwa.goals.models import Whose, Words
from herning_pwa.goals.policy import belongings_for
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class Belonging:
    """Whose goal it is, and who that is."""

    whose: Whose
    child_id: UUID | None = None
    parent_id: UUID | None = None


def read_title(check: Check, value: object) -> str:
    """One line."""
    line = " ".join(plain(value).split())
    return check.text("title", line, limit=TITLE_LIMIT, missing=_("Write what you want."))


def read_why(check: Check, value: object) -> str:
    return check.text("why", value, missing=_("Write why it matters. A few words are enough."))


def read_dates(
    check: Check, starts_on: object, target_on: object, *, before: Words | None = None
) -> tuple[date | None, date | None]:
    """Start and target, from today on. A date that stood there before may stay."""
    start = check.day(
        "starts_on", starts_on, earliest=_earliest(before.starts_on if before else None)
    )
    target = check.day(
        "target_on", target_on, earliest=_earliest(before.target_on if before else None)
    )
    if start and target and target < start:
        check.refuse("target_on", _("The goal ends before it starts. Choose a later date."))
    return start, target


def _earliest(before: date | None) -> date:
    return min(before or today(), today())


def read_words(check: Check, fields: dict[str, object], *, before: Words | None = None) -> Words:
    """All the words of a goal from one form."""
    starts_on, target_on = read_dates(
        check, fields.get("starts_on"), fields.get("target_on"), before=before
    )
    return Words(
        title=read_title(check, fields.get("title")),
        why=read_why(check, fields.get("why")),
        signs=check.text("signs", fields.get("signs")),
        everyday=check.text("everyday", fields.get("everyday")),
        starts_on=starts_on,
        target_on=target_on,
    )


def read_belonging(check: Check, actor: Person, circle: Circle, value: object) -> Belonging:
    """``family``, ``child:<id>`` or ``parent:<id>``: one of those open to this person."""
    for whose, whom in belongings_for(actor, circle):
        if plain(value) == (f"{whose}:{whom}" if whom else whose.value):
            return Belonging(
                whose,
                child_id=whom if whose is Whose.CHILD else None,
                parent_id=whom if whose is Whose.PARENT else None,
            )
    check.refuse("whose", _("Choose whose goal it is."))
    return Belonging(Whose.FAMILY)
