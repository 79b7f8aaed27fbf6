"""Inviting somebody, and everything the inviting side can do until there is an answer."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.commands.links import send_link
from herning_pwa.circles.commands.suggesting import suggestion_to_take_up, take_up
from herning_pwa.circles.fields import Guest, read_guest
from herning_pwa.circles.models import Circle, Ending, Giving, Invitation, Standing
from herning_pwa.circles.queries.find import find_circle, find_invitation
from herning_pwa.errors import Invalid, NotAllowed, require
from herning_pwa.i18n import _, ngettext
from herning_pwa.notifications.commands import cancel_mail, tell_there_is_news
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import Person

UNDER_WAY_AT_MOST = 20


@sensitive
def invite(
    db: Session,
    actor: Person,
    *,
    circle_id: object,
    place: object,
    name: object,
    email: object = "",
    giving: object = Giving.MAIL,
    last_day: object = "",
    suggestion_id: object = "",
) -> Invitation:
    """Invite one person to one place (``role:relation``) in the circle.

    The mail with the link is written in the same transaction; given by hand, the link is
    made when the sender asks for it. A professional's guest in the family's network gets
    no link before a custody parent has said yes. ``suggestion_id`` is a young person's
    suggestion that this answers.
    Raises NotFound, NotAllowed, Conflict, or Invalid for the fields of the form.
    """
    circle = find_circle(db, actor, circle_id, lock=True)
    require(bool(policy.roles_to_invite(actor, circle.id)))
    guest = read_guest(actor, place=place, name=name, email=email, giving=giving, last_day=last_day)
    require(policy.may_invite(actor, circle.id, guest.role))
    suggestion = suggestion_to_take_up(db, actor, circle, suggestion_id, guest.role)
    _make_room(db, actor, circle, guest)
    invitation = Invitation(
        circle_id=circle.id,
        role=guest.role,
        relation=guest.relation,
        name=guest.name,
        email=guest.email or None,
        is_by_hand=guest.giving is Giving.BY_HAND,
        last_day=guest.last_day,
        invited_by_id=actor.id,
        needs_confirmation=policy.needs_confirmation(actor, circle.id, guest.role),
    )
    db.add(invitation)
    db.flush()
    if suggestion is not None:
        take_up(db, actor, suggestion, invitation)
    _send_or_ask(db, circle, invitation)
    record(db, actor, "invitation.sent", invitation)
    return invitation


def _make_room(db: Session, actor: Person, circle: Circle, guest: Guest) -> None:
    """One invitation under way for each guest; a lapsed one gives way to the new.

    Only those the actor may see count: what another keeps to themselves is not given away.
    """
    under_way = policy.invitations_visible_to(actor).where(
        Invitation.circle_id == circle.id, Invitation.ending.is_(None)
    )
    for earlier in db.scalars(under_way.where(_is_for(actor, guest))).all():
        if earlier.standing is not Standing.EXPIRED:
            raise Invalid(_already_invited(guest))
        earlier.end(Ending.REPLACED, None)
    db.flush()
    count = db.scalar(select(func.count()).select_from(under_way.subquery()))
    if count and count >= UNDER_WAY_AT_MOST:
        raise NotAllowed(_too_many())


def _is_for(actor: Person, guest: Guest) -> ColumnElement[bool]:
    """The same address; without one, the same name in the same place from the same sender."""
    if guest.email:
        return and_(Invitation.email == guest.email, Invitation.address_given_at.is_(None))
    return and_(
        Invitation.is_by_hand,
        Invitation.invited_by_id == actor.id,
        Invitation.name == guest.name,
        Invitation.relation == guest.relation,
    )


def _already_invited(guest: Guest) -> dict[str, str]:
    if guest.email:
        sentence = _("This e-mail already has an invitation under way. Find it in the circle.")
        return {"email": sentence}
    sentence = _("{name} already has an invitation under way. Find it in the circle.")
    return {"name": sentence.format(name=guest.name)}


def _too_many() -> str:
    return ngettext(
        "{n} invitation is under way. Withdraw it before you invite more.",
        "{n} invitations are under way. Withdraw one before you invite more.",
        UNDER_WAY_AT_MOST,
    )


def _send_or_ask(db: Session, circle: Circle, invitation: Invitation) -> None:
    if not invitation.waits_for_confirmation:
        _send(db, invitation)
        return
    for place in circle.custody_parents:
        tell_there_is_news(db, place.person)


def _send(db: Session, invitation: Invitation) -> None:
    """The mail goes; a link to give by hand is made when the sender asks for it."""
    if invitation.email and not invitation.is_by_hand:
        send_link(db, invitation, invitation.email)


@sensitive
def confirm_invitation(db: Session, actor: Person, *, invitation_id: object) -> Invitation:
    """A custody parent says yes to a professional's guest; only now there is a link."""
    invitation = find_invitation(db, actor, invitation_id)
    require(policy.may_confirm(actor, invitation))
    invitation.confirm(actor)
    invitation.renew()
    _send(db, invitation)
    if invitation.is_by_hand:
        tell_there_is_news(db, invitation.invited_by)
    record(db, actor, "invitation.confirmed", invitation)
    return invitation


def refuse_invitation(db: Session, actor: Person, *, invitation_id: object) -> None:
    """A custody parent says no to a professional's guest. The guest never hears of it."""
    invitation = find_invitation(db, actor, invitation_id)
    require(policy.may_confirm(actor, invitation) and invitation.waits_for_confirmation)
    invitation.end(Ending.REFUSED, actor)
    record(db, actor, "invitation.refused", invitation)


def revoke_invitation(db: Session, actor: Person, *, invitation_id: object) -> None:
    """Take the invitation back; its link is dead at once."""
    invitation = find_invitation(db, actor, invitation_id)
    require(policy.may_revoke(actor, invitation))
    invitation.end(Ending.REVOKED, actor)
    cancel_mail(db, invitation.mail_id)
    record(db, actor, "invitation.revoked", invitation)


def resend_invitation(db: Session, actor: Person, *, invitation_id: object) -> Invitation:
    """Seven more days and a new mail; or, still unconfirmed, ask the parents once more."""
    invitation = find_invitation(db, actor, invitation_id)
    require(policy.may_resend(actor, invitation))
    require(invitation.waits_for_confirmation or not invitation.is_by_hand)
    invitation.renew()
    _send_or_ask(db, invitation.circle, invitation)
    record(db, actor, "invitation.resent", invitation)
    return invitation
