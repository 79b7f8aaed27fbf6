"""Inviting somebody, and everything the inviting side can do until there is an answer."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.fields import Guest, read_guest
from herning_pwa.circles.models import Circle, Ending, Invitation, Standing
from herning_pwa.circles.queries.find import find_circle, find_invitation
from herning_pwa.config import settings
from herning_pwa.errors import Invalid, NotAllowed, require
from herning_pwa.i18n import _, local, long_date, ngettext
from herning_pwa.notifications.commands import cancel_mail, tell_there_is_news, write_mail
from herning_pwa.people.models import Person
from herning_pwa.people.passwords import hash_secret

LINK_PATH = f"{routes.INVITATION}?kode="
UNDER_WAY_AT_MOST = 20


def invite(
    db: Session, actor: Person, *, circle_id: object, place: object, name: object, email: object
) -> Invitation:
    """Invite one person to one place (``role:relation``) in the circle.

    The mail with the link is written in the same transaction. A professional's guest in
    the family's network gets no mail and no link before a custody parent has said yes.
    Raises NotFound, NotAllowed, or Invalid for the fields place, name and email.
    """
    circle = find_circle(db, actor, circle_id, lock=True)
    require(bool(policy.roles_to_invite(actor, circle.id)))
    guest = read_guest(actor, place=place, name=name, email=email)
    require(policy.may_invite(actor, circle.id, guest.role))
    _make_room(db, circle, guest)
    invitation = Invitation(
        circle_id=circle.id,
        role=guest.role,
        relation=guest.relation,
        name=guest.name,
        email=guest.email,
        invited_by_id=actor.id,
        needs_confirmation=policy.needs_confirmation(actor, circle.id, guest.role),
    )
    db.add(invitation)
    db.flush()
    _send_or_ask(db, circle, invitation)
    record(db, actor, "invitation.sent", invitation)
    return invitation


def _make_room(db: Session, circle: Circle, guest: Guest) -> None:
    """One invitation under way for each address; a lapsed one gives way to the new."""
    under_way = select(Invitation).where(
        Invitation.circle_id == circle.id, Invitation.ending.is_(None)
    )
    earlier = db.scalar(under_way.where(Invitation.email == guest.email))
    if earlier and earlier.standing is not Standing.EXPIRED:
        raise Invalid(
            {"email": _("This e-mail already has an invitation under way. Find it in the circle.")}
        )
    if earlier:
        earlier.end(Ending.REPLACED, None)
        db.flush()
    count = db.scalar(select(func.count()).select_from(under_way.subquery()))
    if count and count >= UNDER_WAY_AT_MOST:
        raise NotAllowed(_too_many())


def _too_many() -> str:
    return ngettext(
        "{n} invitation is under way. Withdraw it before you invite more.",
        "{n} invitations are under way. Withdraw one before you invite more.",
        UNDER_WAY_AT_MOST,
    )


def _send_or_ask(db: Session, circle: Circle, invitation: Invitation) -> None:
    if not invitation.waits_for_confirmation:
        _send_link(db, invitation)
        return
    for place in circle.custody_parents:
        tell_there_is_news(db, place.person)


def _send_link(db: Session, invitation: Invitation) -> None:
    """A new link in a new mail; the link before it is dead from now."""
    cancel_mail(db, invitation.mail_id)
    inviter = invitation.invited_by.first_name
    mail = write_mail(
        db,
        address=invitation.email,
        subject=_("You are invited to {app}").format(app=settings().app_name),
        body=_(
            "Hello {name}\n\n"
            "{inviter} invites you to {app}. There, a family and the people around it "
            "work together.\n\n"
            "Open the link to see what it is about. Then you can say yes or no.\n\n"
            "{link}\n\n"
            "The link is only for you. It works once, until {day}.\n"
            "If you do not know {inviter}, you can delete this mail."
        ).format(
            name=invitation.name,
            inviter=inviter,
            app=settings().app_name,
            link="{link}",
            day=long_date(local(invitation.expires_at).date()),
        ),
        link_path=LINK_PATH,
    )
    invitation.open_link(hash_secret(mail.secret), mail.id)


def confirm_invitation(db: Session, actor: Person, *, invitation_id: object) -> Invitation:
    """A custody parent says yes to a professional's guest; only now the link is sent."""
    invitation = find_invitation(db, actor, invitation_id)
    require(policy.may_confirm(actor, invitation))
    invitation.confirm(actor)
    invitation.renew()
    _send_link(db, invitation)
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
    """Seven more days and a new link; or, still unconfirmed, ask the parents once more."""
    invitation = find_invitation(db, actor, invitation_id)
    require(policy.may_resend(actor, invitation))
    invitation.renew()
    _send_or_ask(db, invitation.circle, invitation)
    record(db, actor, "invitation.resent", invitation)
    return invitation
