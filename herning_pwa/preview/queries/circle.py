"""The meetings, people and invitations the other person sees, less what the reader may not."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.circles.models import Invitation, Membership
from herning_pwa.circles.policy import invitations_visible_to, members_visible_to
from herning_pwa.circles.queries import CircleView, circle_page
from herning_pwa.db import Base
from herning_pwa.meetings.models import Meeting
from herning_pwa.meetings.policy import visible_to
from herning_pwa.meetings.policy.place import sees_place
from herning_pwa.meetings.queries import MeetingCard, MeetingList, meeting_list
from herning_pwa.people.models import Person
from herning_pwa.preview.queries.narrowing import ids, narrowed
from herning_pwa.preview.queries.views import SeenCircle, SeenInvitation, SeenPeople, SeenPerson


def meetings_seen(db: Session, reader: Person, place: Membership) -> MeetingList:
    """The person's own list of meetings, of those the reader is at as well."""
    seen = visible_to(reader).where(Meeting.circle_id == place.circle_id)
    asked = seen.with_only_columns(Meeting.id, sees_place(reader))
    places: dict[UUID, bool] = dict(db.execute(asked).all())
    with narrowed(db, {Meeting: places}):
        listed = meeting_list(db, place.person, circle_id=place.circle_id)
    return MeetingList(
        ahead=[_card(card, place, places) for card in listed.ahead],
        earlier=[_card(card, place, places) for card in listed.earlier],
    )


def _card(card: MeetingCard, place: Membership, places: dict[UUID, bool]) -> MeetingCard:
    """Without the form's fields and which times suit; the place only when the reader knows it."""
    where = card.where if places[UUID(card.meeting_id)] else ""
    href = routes.as_somebody(place.id, meeting_id=card.meeting_id)
    return replace(card, href=href, where=where, can_answer=False, awaits_marks=False, sequence=0)


def circle_seen(db: Session, reader: Person, place: Membership) -> SeenCircle:
    """The children, the people and the invitations the person sees in the circle."""
    members = members_visible_to(reader).where(Membership.circle_id == place.circle_id)
    asked = invitations_visible_to(reader).where(Invitation.circle_id == place.circle_id)
    seen: dict[type[Base], Collection[UUID]] = {
        Membership: ids(db, Membership, members),
        Invitation: ids(db, Invitation, asked),
    }
    with narrowed(db, seen):
        page = circle_page(db, place.person, circle_id=place.circle_id)
    return SeenCircle(
        phase=page.phase,
        children=[child.label for child in page.children],
        circle=_people(page),
        invitations=[
            SeenInvitation(row.who, row.status, row.tone, row.says) for row in page.invitations
        ],
    )


def _people(page: CircleView) -> list[SeenPeople]:
    """By name, relation and place; whatever else the page says of them stays there."""
    return [
        SeenPeople(
            group.heading,
            [SeenPerson(one.name, one.relation, one.note, one.shape) for one in group.people],
        )
        for group in page.groups
    ]
