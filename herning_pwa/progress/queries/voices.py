"""Every voice on a goal, side by side, in words. Never an average. Product rules, section 4."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _, relative_day, short_date
from herning_pwa.people.models import Person
from herning_pwa.progress.queries.chart import Drawing, Point, Series, draw
from herning_pwa.progress.queries.entries import OwnEntry, Row, own_entries, rows, rows_note
from herning_pwa.progress.queries.form import RecordForm, record_form
from herning_pwa.progress.queries.heard import latest, spread_among
from herning_pwa.progress.queries.kept import Kept, kept
from herning_pwa.progress.queries.speakers import (
    ENTRIES_SHOWN,
    Speaker,
    entries_on,
    places_in,
    said_to_all,
    speakers,
    standing,
)
from herning_pwa.progress.words import feeling_word

LABEL_LIMIT = 8


@dataclass(frozen=True)
class Voice:
    """What one person says now. ``rating`` is empty for somebody who has only used words;
    ``said_day`` when the words came with the number. ``word`` is a young person's.
    """

    name: str = ""
    relation: str = ""
    shape: str = ""
    rating: str = ""
    word: str = ""
    rating_day: str = ""
    said: str = ""
    said_day: str = ""


@dataclass(frozen=True)
class Voices:
    """All that is said about one goal. ``to_talk_about`` is a sentence, or empty."""

    voices: list[Voice] = field(default_factory=list)
    drawing: Drawing = field(default_factory=Drawing)
    description: str = ""
    first_day: str = ""
    last_day: str = ""
    to_talk_about: str = ""
    rows: list[Row] = field(default_factory=list)
    rows_note: str = ""
    kept: Kept = field(default_factory=Kept)
    mine: list[OwnEntry] = field(default_factory=list)
    form: RecordForm = field(default_factory=RecordForm)


def voices_of(db: Session, actor: Person, goal: Goal) -> Voices:
    """What everybody says about a goal the actor sees. Two statements, and the goal's shares."""
    entries = entries_on(db, actor, [goal])
    open_to_all = said_to_all(entries)
    places = places_in(db, goal.circle_id)
    everybody = speakers(actor, standing(open_to_all), places)
    counting = [one for one in everybody if one.numbers]
    first, last = _days(counting)
    own = [entry for entry in entries if entry.person_id == actor.id]
    return Voices(
        voices=[voice_of(one) for one in everybody],
        drawing=draw([_series(one) for one in counting]),
        description=" ".join(_in_words(one) for one in counting),
        first_day=first,
        last_day=last,
        to_talk_about=_to_talk_about(counting),
        rows=rows(actor, open_to_all, places),
        rows_note=rows_note(open_to_all),
        kept=kept(actor, goal, entries, places),
        mine=own_entries(actor, goal, own),
        form=record_form(actor, goal, entries, limit=ENTRIES_SHOWN),
    )


def voice_of(one: Speaker) -> Voice:
    """The person's latest number and latest words."""
    number = one.numbers[-1] if one.numbers else None
    words = next((e for e in reversed(one.entries) if e.note and one.is_known), None)
    return Voice(
        name=one.name,
        relation=one.relation,
        shape=one.shape,
        rating=str(number.rating) if number else "",
        word=feeling_word(number.rating or 0, one.role) if number else "",
        rating_day=relative_day(number.happened_on) if number else "",
        said=words.note or "" if words else "",
        said_day=relative_day(words.happened_on) if words and words is not number else "",
    )


def _series(one: Speaker) -> Series:
    label = one.name if len(one.name) <= LABEL_LIMIT else one.name[: LABEL_LIMIT - 1] + "…"
    points = [Point(entry.happened_on, entry.rating or 0) for entry in one.numbers]
    return Series(label, one.shape, points)


def _in_words(one: Speaker) -> str:
    """The person's line, for those who do not see it."""
    first, last = one.numbers[0].rating, one.numbers[-1].rating
    if len(one.numbers) == 1:
        return _("{name}: {number}.").format(name=one.name, number=last)
    return _("{name}: from {first} to {last}.").format(name=one.name, first=first, last=last)


def _days(counting: list[Speaker]) -> tuple[str, str]:
    """The chart's first and last day; the last is empty when there is only one."""
    days = [entry.happened_on for one in counting for entry in one.numbers]
    if not days:
        return "", ""
    first, last = min(days), max(days)
    return short_date(first), short_date(last) if last != first else ""


def _to_talk_about(counting: list[Speaker]) -> str:
    """A kind word when the people of the circle see it differently."""
    spread = spread_among(counting)
    if spread is None:
        return ""
    high, low = spread
    if high.is_reader or low.is_reader:
        me, other = (high, low) if high.is_reader else (low, high)
        sentence = _(
            "You say {mine}, and {name} says {theirs}. You see different things. "
            "Talk about it at the next meeting."
        )
        return sentence.format(mine=latest(me), name=other.name, theirs=latest(other))
    sentence = _(
        "{high_name} says {high}, and {low_name} says {low}. They see different things. "
        "Talk about it at the next meeting."
    )
    return sentence.format(
        high_name=high.name, high=latest(high), low_name=low.name, low=latest(low)
    )
