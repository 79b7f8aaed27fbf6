"""The shell around a page, filled for one person."""

from __future__ import annotations

from herning_pwa.circles.models import Membership, Role
from herning_pwa.people.models import Person
from herning_pwa.people.sessions import Actor
from herning_pwa.ui.frame import CircleChoice, Frame


def frame_for(actor: Actor) -> Frame:
    """Name, circles and places for the person. Everything it needs is already loaded.

    Staff who have shown only one factor get their own name: a circle is named after a family.
    """
    if actor.is_limited:
        return Frame(first_name=actor.person.first_name)
    places = actor.person.active_memberships
    return Frame(
        circle=_name_of(places, actor),
        circles=[
            CircleChoice(
                id=str(place.circle_id),
                name=place.circle.name,
                is_current=place.circle_id == actor.circle_id,
            )
            for place in places
        ],
        first_name=actor.person.first_name,
        is_professional=_works_here(actor.person),
    )


def _name_of(places: list[Membership], actor: Actor) -> str:
    return next((m.circle.name for m in places if m.circle_id == actor.circle_id), "")


def _works_here(person: Person) -> bool:
    return any(place.role is Role.PROFESSIONAL for place in person.active_memberships)
