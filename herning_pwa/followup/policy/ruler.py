"""Who sees the wellbeing ruler, who sets it, and who says what its numbers are called."""

from __future__ import annotations

from sqlalchemy import Select, select

from herning_pwa.circles.models import Child, Membership, Role
from herning_pwa.circles.policy import children_visible_to, sees_child
from herning_pwa.circles.policy.children import KNOWS_THE_CHILDREN
from herning_pwa.followup.models import RulerReading
from herning_pwa.people.models import Person, Staff


def readings_visible_to(actor: Person) -> Select[RulerReading]:
    """For parents with custody, professionals, and the child it is about; never for a brother
    or sister, the network, a supporter or a parent without custody."""
    children = children_visible_to(actor).with_only_columns(Child.id)
    return select(RulerReading).where(RulerReading.child_id.in_(children))


def reads_ruler_of(place: Membership, child: Child) -> bool:
    """The rule of ``readings_visible_to`` for a place already at hand."""
    is_own = place.role is Role.YOUNG_PERSON and place.person_id == child.person_id
    return place.is_active and (is_own or place.role in KNOWS_THE_CHILDREN)


def may_set_ruler(actor: Person, child: Child) -> bool:
    place = actor.membership_in(child.circle_id)
    return place is not None and place.role is Role.PROFESSIONAL


def may_correct(actor: Person, reading: RulerReading) -> bool:
    """Only who wrote it, as long as they are in the circle."""
    return reading.by_id == actor.id and may_set_ruler(actor, reading.child)


def may_comment(actor: Person, reading: RulerReading) -> bool:
    """The family's own words beside it: a custody parent, or the child it is about."""
    return sees_child(actor, reading.child) and not may_set_ruler(actor, reading.child)


def may_word_ruler(actor: Person) -> bool:
    return actor.staff is Staff.ADMINISTRATOR
