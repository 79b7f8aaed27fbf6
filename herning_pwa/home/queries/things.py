"""Everything that waits for one person on their first page, and how much it is."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Membership, Role
from herning_pwa.circles.queries import invitations_waiting_for, suggestions_waiting_for
from herning_pwa.desk.policy import has_a_desk
from herning_pwa.desk.queries import waiting_at_desk
from herning_pwa.followup.queries.home import OpenRound, open_rounds
from herning_pwa.goals.models import Goal
from herning_pwa.home.queries import waiting
from herning_pwa.home.queries.goals import living_goals
from herning_pwa.home.queries.meetings import about_meetings
from herning_pwa.home.queries.proposals import proposals
from herning_pwa.home.queries.waiting import Waiting
from herning_pwa.meetings.queries import MeetingCard, meetings_ahead
from herning_pwa.people.models import Person


def how_many_wait(db: Session, actor: Person) -> int:
    """The number on the app's icon: what the desk or today's page lists, in all circles."""
    if has_a_desk(actor):
        return len(waiting_at_desk(db, actor))
    place = next(iter(actor.active_memberships), None)
    if place is None:
        return 0
    goals = living_goals(db, actor, circles_read(actor, place))
    rounds, ahead = open_rounds(db, actor, goals), invited_meetings(db, actor, place)
    return len(things_waiting(db, actor, place, goals, ahead=ahead, rounds=rounds))


def circles_read(actor: Person, place: Membership) -> list[UUID]:
    """A family sees all its circles at once. A professional's others are on the desk."""
    if place.role is Role.PROFESSIONAL:
        return [place.circle_id]
    return [own.circle_id for own in actor.active_memberships]


def invited_meetings(db: Session, actor: Person, place: Membership) -> list[MeetingCard]:
    """The meetings the actor is asked to."""
    return [
        card
        for card in meetings_ahead(db, actor)
        if card.is_invited and (place.role is not Role.PROFESSIONAL or is_here(card, place))
    ]


def is_here(card: MeetingCard, place: Membership) -> bool:
    return card.circle_id == str(place.circle_id)


def things_waiting(
    db: Session,
    actor: Person,
    place: Membership,
    goals: Sequence[Goal],
    *,
    ahead: Sequence[MeetingCard],
    rounds: Sequence[OpenRound],
) -> list[Waiting]:
    """In order; worded as seen from the circle of ``place``."""
    here = place.circle.name
    return waiting.in_order(
        [
            *proposals(actor, goals, here),
            *(waiting.for_invitation(asked, here) for asked in invitations_waiting_for(db, actor)),
            *(waiting.for_suggestion(asked, here) for asked in suggestions_waiting_for(db, actor)),
            *about_meetings(db, actor, place, ahead),
            *(waiting.for_round(one, here) for one in rounds),
        ]
    )
