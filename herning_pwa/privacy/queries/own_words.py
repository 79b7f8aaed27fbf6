"""Everything a person has written themself, in all circles, also those they have left.

The rooms give their parts; nothing here reads their tables. Nothing written by others is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries import own_words as circles
from herning_pwa.commitments.queries import own_words as commitments
from herning_pwa.followup.queries import own_words as followup
from herning_pwa.goals.queries import own_words as goals
from herning_pwa.i18n import _, ngettext, short_date, stamp
from herning_pwa.meetings.queries import own_words as meetings
from herning_pwa.meetings.queries.own_decisions import own_decisions
from herning_pwa.offline.queries import own_words as words_not_sent
from herning_pwa.people.models import Person
from herning_pwa.people.queries.shell import kept_forms
from herning_pwa.privacy.own_word import OwnWord
from herning_pwa.progress.queries import own_words as progress

SHOWN_AT_MOST = 50
ROOMS: tuple[Callable[[Session, Person], list[OwnWord]], ...] = (
    goals.own_words,
    progress.own_words,
    meetings.own_words,
    followup.own_words,
    own_decisions,
    commitments.own_words,
    circles.own_words,
    words_not_sent,
)


@dataclass(frozen=True)
class OwnLine:
    """One thing as it is read."""

    id: str = ""
    kind: str = ""
    label: str = ""
    at: str = ""
    about: str = ""
    state: str = ""
    parts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class OwnCircle:
    """What was written in one circle, newest first."""

    name: str = ""
    lines: list[OwnLine] = field(default_factory=list)


@dataclass(frozen=True)
class OwnWordsView:
    """/privatliv. ``unsent`` was typed and never sent."""

    how_much: str = ""
    circles: list[OwnCircle] = field(default_factory=list)
    unsent: list[str] = field(default_factory=list)
    has_more: bool = False


def own_words_page(db: Session, actor: Person) -> OwnWordsView:
    """The newest. As many statements for one word as for a thousand."""
    found = everything(db, actor)
    return OwnWordsView(
        how_much=_how_much(len(found)),
        circles=by_circle(db, actor, found[:SHOWN_AT_MOST]),
        unsent=unsent(db, actor),
        has_more=len(found) > SHOWN_AT_MOST,
    )


def everything(db: Session, person: Person) -> list[OwnWord]:
    """Newest first."""
    words = [word for room in ROOMS for word in room(db, person) if word.parts]
    return sorted(words, key=lambda word: (word.written_at, word.id), reverse=True)


def unsent(db: Session, person: Person) -> list[str]:
    """Words typed in a form and not sent; numbers and choices are left out."""
    texts = (row["text"] for row in kept_forms(db, person))
    return [text for text in texts if " " in text.strip()]


def by_circle(db: Session, person: Person, found: Iterable[OwnWord]) -> list[OwnCircle]:
    names = circle_names(db, person)
    lines: dict[str, list[OwnLine]] = {}
    for word in found:
        name = names.get(word.circle_id, _("Outside any circle"))
        lines.setdefault(name, []).append(_line(word))
    return [OwnCircle(name, own) for name, own in lines.items()]


def circle_names(db: Session, person: Person) -> dict[UUID | None, str]:
    """A circle by its name while the person is in it, afterwards only by when they left it."""
    places = db.scalars(
        select(Membership)
        .where(Membership.person_id == person.id)
        .options(joinedload(Membership.circle))
        .order_by(Membership.started_at)
    )
    return {place.circle_id: _circle(place) for place in places}


def _circle(place: Membership) -> str:
    if place.over_after is None:
        return place.circle.name
    return _("A circle you were in until {day}").format(day=short_date(place.over_after))


def _line(word: OwnWord) -> OwnLine:
    about = _("About: {what}").format(what=word.about) if word.about else ""
    return OwnLine(
        id=str(word.id),
        kind=word.kind,
        label=word.label,
        at=stamp(word.written_at),
        about=about,
        state=word.state,
        parts=list(word.parts),
    )


def _how_much(count: int) -> str:
    if not count:
        return _("You have not written anything yet.")
    return ngettext("You have written {n} thing.", "You have written {n} things.", count)
