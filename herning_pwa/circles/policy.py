"""Who sees a circle and its people, and who may invite and end. Product rules, section 2."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import aliased

from herning_pwa import clock
from herning_pwa.circles.models import (
    HAS_A_LAST_DAY,
    Child,
    Circle,
    Handover,
    Invitation,
    Membership,
    Role,
)
from herning_pwa.people.models import Person

SEES_EVERYBODY = {
    Role.CUSTODY_PARENT,
    Role.YOUNG_PERSON,
    Role.NETWORK_MEMBER,
    Role.PROFESSIONAL,
}
INVITED_BY_PARENTS = (Role.NETWORK_MEMBER, Role.SUPPORTER)
INVITED_BY_PROFESSIONALS = (Role.NETWORK_MEMBER,)
INVITED_BY_THE_RESPONSIBLE = (
    Role.NETWORK_MEMBER,
    Role.SUPPORTER,
    Role.PROFESSIONAL,
    Role.CUSTODY_PARENT,
)
CONFIRMED_BY_PARENTS = {Role.NETWORK_MEMBER, Role.SUPPORTER}
MAY_LEAVE = {Role.CUSTODY_PARENT, Role.INFORMED_PARENT, Role.NETWORK_MEMBER, Role.SUPPORTER}
ENDS_NETWORK_MEMBERS = {Role.CUSTODY_PARENT, Role.PROFESSIONAL}


def visible_to(actor: Person) -> Select[Circle]:
    """The circles the actor has a place in now."""
    return select(Circle).where(
        Circle.id.in_(
            select(Membership.circle_id).where(
                Membership.person_id == actor.id, Membership.is_active
            )
        )
    )


def members_visible_to(actor: Person) -> Select[Membership]:
    """The places the actor sees, living ones only.

    A parent without custody sees only themself and the responsible professional;
    a supporter also the custody parents.
    """
    own = aliased(Membership)
    return _places_with(own, actor).where(Membership.is_active, _sees(own, actor))


def places_visible_to(actor: Person) -> Select[Membership]:
    """The same, and for those who decide also the places that are over."""
    own = aliased(Membership)
    return _places_with(own, actor).where(
        or_(
            and_(Membership.is_active, _sees(own, actor)),
            and_(~Membership.is_active, own.role.in_(ENDS_NETWORK_MEMBERS)),
        )
    )


def _places_with(own: type[Membership], actor: Person) -> Select[Membership]:
    """Places in the circles where the actor's ``own`` is a living one."""
    return (
        select(Membership)
        .join(own, own.circle_id == Membership.circle_id)
        .where(own.person_id == actor.id, own.is_active)
    )


def _sees(own: type[Membership], actor: Person) -> ColumnElement[bool]:
    return or_(
        own.role.in_(SEES_EVERYBODY),
        Membership.person_id == actor.id,
        Membership.is_responsible,
        (own.role == Role.SUPPORTER) & (Membership.role == Role.CUSTODY_PARENT),
    )


def sees_member(own: Membership, other: Membership) -> bool:
    """The rule of ``members_visible_to`` for two places already at hand."""
    return (
        own.role in SEES_EVERYBODY
        or other.person_id == own.person_id
        or other.is_responsible
        or (own.role is Role.SUPPORTER and other.role is Role.CUSTODY_PARENT)
    )


def takes_part(actor: Person, circle_id: UUID) -> bool:
    """Whether the actor is among those who see everybody and help one another."""
    place = actor.membership_in(circle_id)
    return place is not None and place.role in SEES_EVERYBODY


def invitations_visible_to(actor: Person) -> Select[Invitation]:
    """Invitations the actor sent, or can answer for as parent or responsible professional.

    Whom one parent brings along as a supporter is not for the other to see.
    """
    own = aliased(Membership)
    return (
        select(Invitation)
        .join(own, own.circle_id == Invitation.circle_id)
        .where(
            own.person_id == actor.id,
            own.is_active,
            or_(
                (own.role == Role.CUSTODY_PARENT) & (Invitation.role != Role.SUPPORTER),
                own.is_responsible,
                Invitation.invited_by_id == actor.id,
            ),
        )
    )


def invitations_to_confirm(actor: Person) -> Select[Invitation]:
    """Professionals' guests that wait for this custody parent, or the other one."""
    parenthood = select(Membership.circle_id).where(
        Membership.person_id == actor.id,
        Membership.is_active,
        Membership.role == Role.CUSTODY_PARENT,
    )
    return select(Invitation).where(
        Invitation.circle_id.in_(parenthood),
        Invitation.needs_confirmation,
        Invitation.confirmed_at.is_(None),
        Invitation.ending.is_(None),
        Invitation.expires_at > clock.now(),
    )


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


def roles_to_invite(actor: Person, circle_id: UUID) -> tuple[Role, ...]:
    """The places the actor may offer in this circle."""
    place = actor.membership_in(circle_id)
    if place is None:
        return ()
    if place.is_responsible:
        return INVITED_BY_THE_RESPONSIBLE
    if place.role is Role.PROFESSIONAL:
        return INVITED_BY_PROFESSIONALS
    return INVITED_BY_PARENTS if place.role is Role.CUSTODY_PARENT else ()


def may_invite(actor: Person, circle_id: UUID, role: Role) -> bool:
    return role in roles_to_invite(actor, circle_id)


def needs_confirmation(actor: Person, circle_id: UUID, role: Role) -> bool:
    """A professional's guest in the family's network waits for a custody parent's yes.

    So does another custody parent, once there is one: who decides for a child is not for
    the municipality to say alone.
    """
    place = actor.membership_in(circle_id)
    if place and role is Role.CUSTODY_PARENT:
        return place.role is Role.PROFESSIONAL and bool(place.circle.custody_parents)
    return place is not None and place.role is Role.PROFESSIONAL and role in CONFIRMED_BY_PARENTS


def may_confirm(actor: Person, invitation: Invitation) -> bool:
    """Whether the actor may say yes or no for the family."""
    place = actor.membership_in(invitation.circle_id)
    return place is not None and place.role is Role.CUSTODY_PARENT and invitation.needs_confirmation


def may_revoke(actor: Person, invitation: Invitation) -> bool:
    """The sender and the responsible professional; a custody parent for the family's network."""
    place = actor.membership_in(invitation.circle_id)
    if place is None:
        return False
    if invitation.invited_by_id == actor.id or place.is_responsible:
        return True
    return place.role is Role.CUSTODY_PARENT and invitation.role is Role.NETWORK_MEMBER


def may_resend(actor: Person, invitation: Invitation) -> bool:
    """Only the sender knows whether the address was right."""
    return (
        actor.membership_in(invitation.circle_id) is not None
        and invitation.invited_by_id == actor.id
        and (invitation.child_id is None or may_give_access(actor, invitation.circle_id))
    )


def may_show_link(actor: Person, invitation: Invitation) -> bool:
    """A young person's link goes to their own address and is in nobody else's hands."""
    return may_resend(actor, invitation) and invitation.child_id is None


def still_stands(invitation: Invitation) -> bool:
    """Whether who invited could still do so: a right that is gone opens nothing."""
    if invitation.child_id is not None:
        return may_give_access(invitation.invited_by, invitation.circle_id)
    return may_invite(invitation.invited_by, invitation.circle_id, invitation.role)


def may_leave(actor: Person, membership: Membership) -> bool:
    """Whether the actor may give up this place, which must be their own."""
    return membership.person_id == actor.id and membership.role in MAY_LEAVE


def may_end_membership(actor: Person, membership: Membership) -> bool:
    """Whether the actor may end somebody else's place. A supporter goes with who brought them."""
    place = actor.membership_in(membership.circle_id)
    if place is None or membership.person_id == actor.id:
        return False
    if membership.role is Role.SUPPORTER:
        return membership.invited_by_id == actor.id
    return membership.role is Role.NETWORK_MEMBER and place.role in ENDS_NETWORK_MEMBERS


def may_set_end(actor: Person, membership: Membership) -> bool:
    """Whether the actor may agree a last day for this living place, move it or take it away.

    A custody parent or who invited them; a supporter's is for who brings them alone.
    """
    place = actor.membership_in(membership.circle_id)
    if place is None or not membership.is_active or membership.role not in HAS_A_LAST_DAY:
        return False
    if membership.invited_by_id == actor.id:
        return True
    return place.role is Role.CUSTODY_PARENT and membership.role is Role.NETWORK_MEMBER


def may_hand_over(actor: Person, circle_id: UUID) -> bool:
    """Only the one who has the responsibility now can give it to somebody else."""
    place = actor.membership_in(circle_id)
    return place is not None and place.is_responsible


def handovers_visible_to(actor: Person) -> Select[Handover]:
    """Handovers as rows: for the two professionals, and for who has the responsibility now."""
    own = aliased(Membership)
    return (
        select(Handover)
        .join(own, own.circle_id == Handover.circle_id)
        .where(
            own.person_id == actor.id,
            own.is_active,
            or_(
                own.is_responsible,
                Handover.given_by_id == actor.id,
                Handover.given_to_id == actor.id,
            ),
        )
    )


def may_take_back(actor: Person, handover: Handover) -> bool:
    """Before it begins: the one who wrote it, while the circle is still theirs."""
    return handover.given_by_id == actor.id and may_hand_over(actor, handover.circle_id)


def may_end_early(actor: Person, handover: Handover) -> bool:
    """While a substitute has the circle: either of the two."""
    return (
        handover.is_running
        and actor.id in {handover.given_by_id, handover.given_to_id}
        and actor.membership_in(handover.circle_id) is not None
    )


def may_protect_address(actor: Person, membership: Membership) -> bool:
    """Say that an address is protected, or no longer: the person, and the responsible one."""
    own = actor.membership_in(membership.circle_id)
    if own is None or not membership.is_active or membership.role is Role.PROFESSIONAL:
        return False
    return membership.person_id == actor.id or own.is_responsible


def knows_of_protection(actor: Person, membership: Membership) -> bool:
    """Professionals plan with it, so they are told. Other members never learn of it."""
    own = actor.membership_in(membership.circle_id)
    is_told = own is not None and own.role is Role.PROFESSIONAL
    return membership.person_id == actor.id or is_told
