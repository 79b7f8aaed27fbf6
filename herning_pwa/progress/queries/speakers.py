"""Who has said what about a goal: entries gathered by person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from herning_pwa.circles.models import Membership, Role, authors_among
from herning_pwa.circles.queries.naming import called, knows
from herning_pwa.circles.words import relation_word, voice_shape
from herning_pwa.goals.models import Goal
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.progress.models import ProgressEntry
from herning_pwa.progress.policy import visible_to

ENTRIES_SHOWN = 200
ORDER = ("star", "circle", "square", "diamond")  # the child first, the family before us
OTHER_SHAPE = "square"


@dataclass(frozen=True)
class Speaker:
    """One person and what they say that still stands, oldest first."""

    place: Membership | None
    is_reader: bool
    entries: list[ProgressEntry]
    own: Membership | None  # the reader's place

    @property
    def name(self) -> str:
        return _("You, the reader") if self.is_reader else called(self.own, self.place)

    @property
    def is_known(self) -> bool:
        """Whether the reader may know who this is, and read what they write (decision 6)."""
        return self.is_reader or knows(self.own, self.place)

    @property
    def shape(self) -> str:
        return voice_shape(self.place.role) if self.place else OTHER_SHAPE

    @property
    def relation(self) -> str:
        """Who the person is to the child; said so when they have left the circle."""
        if self.place is None or not self.is_known:
            return ""
        word = relation_word(self.place.relation, self.place.role)
        if self.is_here:
            return word
        return _("{relation}, no longer in the circle").format(relation=word)

    @property
    def is_here(self) -> bool:
        return self.place is not None and self.place.is_active

    @property
    def role(self) -> Role | None:
        return self.place.role if self.place else None

    @property
    def numbers(self) -> list[ProgressEntry]:
        return [entry for entry in self.entries if entry.rating is not None]

    @property
    def rank(self) -> tuple[bool, int, str]:
        """The reader first, then the child, the family and at last the professionals."""
        return not self.is_reader, ORDER.index(self.shape), self.name


def entries_on(db: Session, actor: Person, goals: Iterable[Goal]) -> list[ProgressEntry]:
    """The latest entries the actor sees on these goals, newest first, withdrawn and corrected
    ones too. Among them what is kept for the actor: it is no voice, see ``said_to_all``."""
    statement = (
        visible_to(actor)
        .where(ProgressEntry.goal_id.in_([goal.id for goal in goals]))
        .order_by(ProgressEntry.recorded_at.desc(), ProgressEntry.id.desc())
        .limit(ENTRIES_SHOWN)
    )
    return list(db.scalars(statement))


def said_to_all(entries: Iterable[ProgressEntry]) -> list[ProgressEntry]:
    """What everybody on the goal sees. Only this is drawn, compared and counted."""
    return [entry for entry in entries if not entry.is_kept]


def places_in(db: Session, circle_id: UUID) -> dict[UUID, Membership]:
    """The place each person wrote from, by person id."""
    statement = (
        select(Membership)
        .where(Membership.circle_id == circle_id)
        .options(joinedload(Membership.person))
        .order_by(Membership.started_at, Membership.id)
    )
    return authors_among(db.scalars(statement))


def standing(entries: Sequence[ProgressEntry]) -> list[ProgressEntry]:
    """Those neither withdrawn nor corrected by another of them."""
    corrected = corrected_among(entries)
    return [e for e in entries if not e.is_withdrawn and e.id not in corrected]


def corrected_among(entries: Iterable[ProgressEntry]) -> set[UUID]:
    """Ids of entries that a later one replaced."""
    return {entry.corrects_id for entry in entries if entry.corrects_id}


def speakers(
    actor: Person,
    entries: Sequence[ProgressEntry],
    places: dict[UUID, Membership],
) -> list[Speaker]:
    """Everybody with something that stands. ``places`` is by person id."""
    said: dict[UUID, list[ProgressEntry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: (e.happened_on, e.recorded_at, e.id)):
        said[entry.person_id].append(entry)
    everybody = [
        Speaker(places.get(person_id), person_id == actor.id, theirs, places.get(actor.id))
        for person_id, theirs in said.items()
    ]
    return sorted(everybody, key=lambda speaker: speaker.rank)
