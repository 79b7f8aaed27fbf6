"""The company around a goal: who is who in its circle, by first name."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from herning_pwa.circles.models import Child, Circle, Membership, Role
from herning_pwa.circles.words import relation_word
from herning_pwa.i18n import _, names

SHAPES = {
    Role.YOUNG_PERSON: "star",
    Role.NETWORK_MEMBER: "square",
    Role.SUPPORTER: "square",
    Role.PROFESSIONAL: "diamond",
}


class Company:
    """Names, relations and shapes of everybody who is or was in the circle."""

    def __init__(self, circle: Circle) -> None:
        self.circle = circle
        self._places: dict[UUID, Membership] = {}
        for place in circle.memberships:
            if place.is_active or place.person_id not in self._places:
                self._places[place.person_id] = place

    def name(self, person_id: UUID | None) -> str:
        place = self._places.get(person_id) if person_id else None
        return place.person.first_name if place else _("Somebody")

    def names(self, person_ids: Iterable[UUID]) -> str:
        """``Mette, Anders og Sanne``, in the order they came to the circle."""
        wanted = set(person_ids)
        return names([m.person.first_name for m in self._ordered(wanted)])

    def shape(self, person_id: UUID) -> str:
        place = self._places.get(person_id)
        return SHAPES.get(place.role, "circle") if place else "circle"

    def relation(self, person_id: UUID) -> str:
        place = self._places.get(person_id)
        return relation_word(place.relation, place.role) if place else ""

    def with_relation(self, place: Membership) -> str:
        """``Inger (mormor)``."""
        return _("{name} ({relation})").format(
            name=place.person.first_name, relation=relation_word(place.relation, place.role)
        )

    def child(self, child_id: UUID | None) -> Child | None:
        return next((c for c in self.circle.children if c.id == child_id), None)

    def _ordered(self, wanted: Collection[UUID]) -> list[Membership]:
        return [place for place in self._places.values() if place.person_id in wanted]
