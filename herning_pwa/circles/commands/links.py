"""The link that opens an invitation: in a mail, or shown and printed by who invites."""

from __future__ import annotations

from secrets import token_hex

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.activity.commands import record
from herning_pwa.circles import policy
from herning_pwa.circles.models import Invitation
from herning_pwa.circles.queries.find import find_invitation
from herning_pwa.config import settings
from herning_pwa.errors import require
from herning_pwa.i18n import _, local, long_date
from herning_pwa.notifications.commands import cancel_mail, write_mail
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import Person
from herning_pwa.people.passwords import hash_secret

LINK_PATH = f"{routes.INVITATION}?kode="
SECRET_BYTES = 16  # short enough for a code that a cheap phone can read


@sensitive
def show_link(db: Session, actor: Person, *, invitation_id: object) -> str:
    """A fresh secret for the sender to show or print; every earlier link is dead from now.

    Seven more days. Raises NotFound, NotAllowed, and Conflict while a parent is to say yes.
    """
    invitation = find_invitation(db, actor, invitation_id)
    require(policy.may_show_link(actor, invitation))
    secret = token_hex(SECRET_BYTES)
    cancel_mail(db, invitation.mail_id)
    invitation.renew()
    invitation.show_link(hash_secret(secret))
    record(db, actor, "invitation.shown", invitation)
    return secret


def send_link(db: Session, invitation: Invitation, address: str) -> None:
    """A new link in a new mail; the link before it is dead from now."""
    cancel_mail(db, invitation.mail_id)
    inviter = invitation.invited_by.first_name
    mail = write_mail(
        db,
        address=address,
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
