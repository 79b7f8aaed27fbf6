"""The invitations of a circle that have no answer yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session, joinedload

from herning_pwa import routes
from herning_pwa.circles import policy, words
from herning_pwa.circles.models import Circle, Invitation, Standing
from herning_pwa.i18n import _, local, long_date, relative_day
from herning_pwa.notifications.queries.sending import how_it_went
from herning_pwa.people.models import Person

SHOWN_AT_MOST = 50


@dataclass(frozen=True)
class InvitationRow:
    """An invitation under way."""

    invitation_id: str = ""
    who: str = ""
    status: str = ""
    tone: str = "wait"
    says: str = ""
    mail: str = ""
    sees_heading: str = ""
    sees: list[str] = field(default_factory=list)
    can_confirm: bool = False
    can_revoke: bool = False
    can_resend: bool = False
    show_href: str = ""


def invitations_under_way(db: Session, actor: Person, circle: Circle) -> list[InvitationRow]:
    """For the sender, the parents and the responsible. Two statements."""
    under_way = db.scalars(
        policy.invitations_visible_to(actor)
        .where(Invitation.circle_id == circle.id, Invitation.ending.is_(None))
        .options(joinedload(Invitation.invited_by))
        .order_by(Invitation.created_at.desc())
        .limit(SHOWN_AT_MOST)
    ).all()
    mails = how_it_went(db, [invitation.mail_id for invitation in under_way])
    children = words.children_of(circle)
    return [
        _row(actor, invitation, children, mails.get(invitation.mail_id, ""))
        for invitation in under_way
    ]


def _row(actor: Person, invitation: Invitation, children: str, mail: str) -> InvitationRow:
    waits = invitation.standing is Standing.WAITING
    is_mine = invitation.invited_by_id == actor.id
    return InvitationRow(
        invitation_id=str(invitation.id),
        who=words.named_place(invitation.name, invitation.relation, invitation.role),
        status=words.standing_word(invitation.standing),
        tone="plain" if invitation.standing is Standing.EXPIRED else "wait",
        says=_says(invitation),
        mail=_mail(invitation, mail) if is_mine else "",
        sees_heading=_("What {name} can see").format(name=invitation.name),
        sees=words.place_sees(invitation.role, children, guest=invitation.name),
        can_confirm=waits and policy.may_confirm(actor, invitation),
        can_revoke=policy.may_revoke(actor, invitation),
        can_resend=not waits and is_mine and not invitation.is_by_hand,
        show_href=_show_href(actor, invitation) if not waits else "",
    )


def _show_href(actor: Person, invitation: Invitation) -> str:
    if not policy.may_show_link(actor, invitation):
        return ""
    return routes.invitation_link(invitation.id)


def _mail(invitation: Invitation, mail: str) -> str:
    """How the mail went, for the sender. An address that the guest gave is the guest's own."""
    if invitation.address_given_at:
        return words.asked_for_mail(invitation.name)
    return f"{invitation.email}. {mail}" if mail else ""


def _says(invitation: Invitation) -> str:
    inviter, day = invitation.invited_by.first_name, local(invitation.created_at).date()
    if invitation.standing is Standing.WAITING:
        return _("{inviter} asked {day}. A parent with custody says yes or no.").format(
            inviter=inviter, day=relative_day(day)
        )
    if invitation.is_by_hand and invitation.secret_hash is None:
        return _("{inviter} invited {day}. The code has not been shown yet.").format(
            inviter=inviter, day=relative_day(day)
        )
    until = long_date(local(invitation.expires_at).date())
    if invitation.standing is Standing.EXPIRED:
        return _("{inviter} invited {day}. The link stopped working {until}.").format(
            inviter=inviter, day=relative_day(day), until=until
        )
    return _("{inviter} invited {day}. The link works until {until}.").format(
        inviter=inviter, day=relative_day(day), until=until
    )
