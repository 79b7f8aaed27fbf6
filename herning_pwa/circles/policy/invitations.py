"""Who may invite, confirm, take back and hand on an invitation."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import aliased

from herning_pwa import clock
from herning_pwa.circles.models import Invitation, Membership, Role
from herning_pwa.circles.policy.children import may_give_access
from herning_pwa.people.models import Person

INVITED_BY_PARENTS = (Role.NETWORK_MEMBER, Role.SUPPORTER)
INVITED_BY_PROFESSIONALS = (Role.NETWORK_MEMBER,)
INVITED_BY_THE_RESPONSIBLE = (
    Role.NETWORK_MEMBER,
    Role.SUPPORTER,
    Role.PROFESSIONAL,
    Role.CUSTODY_PARENT,
)
CONFIRMED_BY_PARENTS = {Role.NETWORK_MEMBER, Role.SUPPORTER}


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
