"""Who sees a circle and its people, and who may invite and end. Product rules, section 2."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased

from herning_pwa import clock
from herning_pwa.circles.models import Circle, Invitation, Membership, Role
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
    return (
        select(Membership)
        .join(own, own.circle_id == Membership.circle_id)
        .where(
            own.person_id == actor.id,
            own.is_active,
            Membership.is_active,
            or_(
                own.role.in_(SEES_EVERYBODY),
                Membership.person_id == actor.id,
                Membership.is_responsible,
                (own.role == Role.SUPPORTER) & (Membership.role == Role.CUSTODY_PARENT),
            ),
        )
    )


def sees_member(own: Membership, other: Membership) -> bool:
    """The rule of ``members_visible_to`` for two places already at hand."""
    return (
        own.role in SEES_EVERYBODY
        or other.person_id == own.person_id
        or other.is_responsible
        or (own.role is Role.SUPPORTER and other.role is Role.CUSTODY_PARENT)
    )


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
    )


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
