"""Who sees a child's page, and who may give a child a way in of its own."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import aliased

from herning_pwa.circles.models import Child, Membership, Role
from herning_pwa.people.models import Person

KNOWS_THE_CHILDREN = {Role.CUSTODY_PARENT, Role.PROFESSIONAL}


def children_visible_to(actor: Person) -> Select[Child]:
    """The children whose page this is: for parents with custody, professionals and oneself.

    A brother or sister has no business there.
    """
    own = aliased(Membership)
    return (
        select(Child)
        .join(own, own.circle_id == Child.circle_id)
        .where(
            own.person_id == actor.id,
            own.is_active,
            or_(
                own.role.in_(KNOWS_THE_CHILDREN),
                and_(own.role == Role.YOUNG_PERSON, Child.person_id == actor.id),
            ),
        )
    )


def sees_child(actor: Person, child: Child) -> bool:
    """The rule of ``children_visible_to`` for a child already at hand."""
    own = actor.membership_in(child.circle_id)
    if own is None:
        return False
    is_own = own.role is Role.YOUNG_PERSON and child.person_id == actor.id
    return is_own or own.role in KNOWS_THE_CHILDREN


def may_give_access(actor: Person, circle_id: UUID) -> bool:
    """A child's own sign-in is for the responsible professional to give and to end. Parents
    are told, but the right is the young person's (barnets lov § 3 and § 5)."""
    place = actor.membership_in(circle_id)
    return place is not None and place.is_responsible


def may_record_birth(actor: Person, child: Child) -> bool:
    """Name and date of a newborn: a custody parent or the responsible professional. Correcting
    it afterwards changes what the child may do, so only the latter."""
    place = actor.membership_in(child.circle_id)
    if place is None:
        return False
    is_parent = place.role is Role.CUSTODY_PARENT and child.birth_date is None
    return place.is_responsible or is_parent
