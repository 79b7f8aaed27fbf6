"""The company around a goal: who is who in its circle, by first name."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from herning_pwa.circles.models import Child, Circle, Membership
from herning_pwa.circles.queries.naming import called, knows
from herning_pwa.circles.words import named_place, voice_shape
from herning_pwa.goals.models import ChildView
from herning_pwa.i18n import _, names


class Company:
    """Names and shapes of everybody who is or was in the circle, as the reader may know them.

    ``reader`` is called "you", unless the story is told to all in the same words. Somebody the
    reader may not know of is told by role alone, and what they wrote is left out (decision 6).
    """

    def __init__(
        self, circle: Circle, reader: UUID | None = None, *, says_you: bool = True
    ) -> None:
        self.circle = circle
        self.reader = reader if says_you else None
        self._reads_all = reader is None
        self._places = circle.authors
        here = (place for place in circle.active_memberships if place.person_id == reader)
        self._own = next(here, None)

    def knows(self, person_id: UUID | None) -> bool:
        """Whether the reader may know that this person is in the circle."""
        place = self._places.get(person_id) if person_id else None
        if self._reads_all or place is None:
            return True
        return knows(self._own, place)

    def words_of(self, person_id: UUID | None, words: str) -> str:
        """What this person wrote, when the reader may know them; else nothing."""
        return words if self.knows(person_id) else ""

    def words_of_child(self, child: Child | None, view: ChildView) -> str:
        """What a child said: for whom knows the child, and whoever wrote it down."""
        speaker = child.person_id if child and child.person_id else view.recorded_by_id
        return self.words_of(speaker, view.words)

    def name(self, person_id: UUID | None) -> str:
        """A first name, or "you", as the subject in the middle of a sentence."""
        if person_id is not None and person_id == self.reader:
            return _("you")
        place = self._places.get(person_id) if person_id else None
        if place is not None and self._reads_all:
            return place.person.first_name
        return called(self._own, place)

    def names(self, person_ids: Iterable[UUID]) -> str:
        """``du, Anders og Sanne``: the reader first, then as they came to the circle."""
        wanted = set(person_ids)
        found = [person_id for person_id in self._places if person_id in wanted]
        found.sort(key=lambda person_id: person_id != self.reader)
        return names(list(dict.fromkeys(self.name(person_id) for person_id in found)))

    def shape(self, person_id: UUID) -> str:
        place = self._places.get(person_id)
        return voice_shape(place.role) if place else "circle"

    def entry(self, place: Membership) -> str:
        """``Inger, mormor``: a line in a list of names."""
        if place.person_id == self.reader:
            return _("You yourself")
        return named_place(place.person.first_name, place.relation, place.role)

    def child(self, child_id: UUID | None) -> Child | None:
        return next((c for c in self.circle.children if c.id == child_id), None)
