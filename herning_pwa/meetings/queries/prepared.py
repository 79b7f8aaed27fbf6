"""What others have prepared, as far as the reader may see it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa import clock, routes
from herning_pwa.circles.models import Membership
from herning_pwa.circles.queries.load import with_people
from herning_pwa.circles.words import relation_word, voice_shape
from herning_pwa.i18n import _, names
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Meeting, Preparation, Prepared, Status, preparation_of
from herning_pwa.meetings.policy import preparing
from herning_pwa.meetings.words import kind_word, when
from herning_pwa.people.models import Person


@dataclass(frozen=True)
class PreparedPerson:
    """One person's preparation; the private parts only where they are the reader's to see."""

    name: str = ""
    relation: str = ""
    shape: str = ""
    words: Prepared = field(default_factory=Prepared)
    note: str = ""  # who else reads it


@dataclass(frozen=True)
class Preparations:
    """On the meeting's page: the way to one's own, and what the others let one read."""

    href: str = ""  # empty: nothing to prepare for this reader
    act: str = ""
    line: str = ""
    others: list[PreparedPerson] = field(default_factory=list)


@dataclass(frozen=True)
class PreparedMeeting:
    """On the desk: who has prepared for a meeting ahead."""

    meeting_id: UUID
    circle_id: UUID
    circle_name: str
    kind: str
    when: str
    names: str


def preparations(actor: Person, meeting: Meeting) -> Preparations:
    mine = preparation_of(actor, meeting)
    may_prepare = preparing.may_prepare(actor, meeting)
    return Preparations(
        href=routes.prepare(meeting.id) if may_prepare or mine else "",
        act=_act(may_prepare=may_prepare, has_begun=mine is not None),
        line=_("You have prepared for the meeting.") if mine else "",
        others=_others(actor, meeting),
    )


def prepared_meetings(db: Session, actor: Person) -> set[UUID]:
    """The meetings the person has written something for. One statement."""
    return set(db.scalars(select(Preparation.meeting_id).where(Preparation.person_id == actor.id)))


def preparations_received(db: Session, actor: Person) -> list[PreparedMeeting]:
    """Meetings ahead for which others have written to the actor as a professional.

    Four statements.
    """
    found = db.scalars(
        policy.visible_to(actor)
        .where(
            Meeting.status == Status.PLANNED,
            Meeting.ends_at > clock.now(),
            Meeting.preparations.any(Preparation.person_id != actor.id),
        )
        .options(
            joinedload(Meeting.circle).options(with_people()),
            selectinload(Meeting.preparations).joinedload(Preparation.person),
        )
        .order_by(Meeting.starts_at, Meeting.id)
    )
    read = [(meeting, _others(actor, meeting)) for meeting in found if _receives(actor, meeting)]
    return [_received(meeting, others) for meeting, others in read if others]


def _receives(actor: Person, meeting: Meeting) -> bool:
    return preparing.receives_preparations(actor, meeting)


def _received(meeting: Meeting, others: list[PreparedPerson]) -> PreparedMeeting:
    return PreparedMeeting(
        meeting_id=meeting.id,
        circle_id=meeting.circle_id,
        circle_name=meeting.circle.name,
        kind=kind_word(meeting.kind),
        when=when(meeting.starts_at, meeting.ends_at),
        names=names([other.name for other in others]),
    )


def _act(*, may_prepare: bool, has_begun: bool) -> str:
    if not may_prepare:
        return _("See what you wrote")
    return _("Read and change it") if has_begun else _("Prepare")


def _others(reader: Person, meeting: Meeting) -> list[PreparedPerson]:
    places = {place.person_id: place for place in meeting.circle.memberships}
    read = [(p, places[p.person_id], _read(reader, p)) for p in meeting.preparations]
    return [_row(p, place, words) for p, place, words in read if words != Prepared()]


def _read(reader: Person, preparation: Preparation) -> Prepared:
    """As much of somebody else's as the reader may see."""
    words = preparation.words
    if preparation.person_id == reader.id or not preparing.may_see_answers(reader, preparation):
        return Prepared()
    if preparing.may_see_private(reader, preparation):
        return words
    return replace(words, unspoken="", companion="")


def _row(preparation: Preparation, place: Membership, words: Prepared) -> PreparedPerson:
    shared = _("Shared with everybody at the meeting.")
    return PreparedPerson(
        name=preparation.person.first_name,
        relation=relation_word(place.relation, place.role),
        shape=voice_shape(place.role),
        words=words,
        note=shared if preparation.is_shared else _("Not shared with the others."),
    )
