"""What the owner of an account is told about new access to it. To their own addresses alone."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.config import settings
from herning_pwa.i18n import _, moment
from herning_pwa.notifications.commands import write_mail
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Recovery

STOP_PATH = f"{routes.NEW_ACCESS}?stop="
LINK_PATH = f"{routes.NEW_ACCESS}?kode="


def mail_stop_link(db: Session, recovery: Recovery) -> str:
    """At once: somebody has asked, and this is how to stop it. The secret of the one link."""
    first, *others = [_stop_link_to(db, recovery, address) for address in recovery.addresses]
    for mail in others:
        mail.link_seed = first.link_seed
    return first.secret


def _stop_link_to(db: Session, recovery: Recovery, address: str) -> Mail:
    return write_mail(
        db,
        address=address,
        subject=_("Somebody has asked for new access to your account"),
        body=_(
            "Hello {name}\n\n"
            "Somebody has asked for new access to your account in {app}.\n\n"
            "Was it you? Then wait. {where}\n\n"
            "Was it not you? Then stop it here:\n\n"
            "{link}\n\n"
            "You can also call {municipality} on {phone}."
        ).format(
            name=recovery.person.first_name,
            app=settings().app_name,
            where=_where_the_link_comes(recovery),
            link="{link}",
            municipality=settings().municipality,
            phone=settings().municipality_phone,
        ),
        link_path=STOP_PATH,
    )


def _where_the_link_comes(recovery: Recovery) -> str:
    sentence = (
        _("A mail with a link comes to your new address {moment}.")
        if recovery.new_email
        else _("You get a mail with a link {moment}.")
    )
    return sentence.format(moment=moment(recovery.opens_at))


def mail_link(db: Session, recovery: Recovery) -> Mail:
    """When the cooling period is over: the link that lets the owner choose a password."""
    return write_mail(
        db,
        address=recovery.addresses[-1],
        subject=_("Choose a new password"),
        body=_(
            "Hello {name}\n\n"
            "Open the link, and choose a new password for {app}.\n\n"
            "{link}\n\n"
            "The link is only for you. It works once, until {moment}.\n"
            "You are then signed out everywhere, and your passkeys are removed.\n\n"
            "Was it not you who asked? Then call {municipality} on {phone}."
        ).format(
            name=recovery.person.first_name,
            app=settings().app_name,
            link="{link}",
            moment=moment(recovery.expires_at),
            municipality=settings().municipality,
            phone=settings().municipality_phone,
        ),
        link_path=LINK_PATH,
        due_at=recovery.opens_at,
    )


def tell_it_was_withdrawn(db: Session, recovery: Recovery) -> None:
    """No link will come after all."""
    _tell_everywhere(
        db,
        recovery,
        subject=_("New access has been taken back"),
        body=_(
            "Hello {name}\n\n"
            "You do not get a link to a new password after all. Your account is as it was.\n\n"
            "Do you still need help? Call {municipality} on {phone}."
        ),
    )


def tell_it_was_used(db: Session, recovery: Recovery) -> None:
    """A new password stands, and everything older has gone. Before the address is changed."""
    _tell_everywhere(
        db,
        recovery,
        subject=_("You have a new password"),
        body=_(
            "Hello {name}\n\n"
            "Your account has a new password. You have been signed out everywhere, "
            "and your passkeys are removed.\n\n"
            "Was it not you? Call {municipality} on {phone} now."
        ),
    )


def _tell_everywhere(db: Session, recovery: Recovery, *, subject: str, body: str) -> None:
    """To the old address and the new; ``body`` has holes for the name and whom to call."""
    told = body.format(
        name=recovery.person.first_name,
        municipality=settings().municipality,
        phone=settings().municipality_phone,
    )
    for address in recovery.addresses:
        write_mail(db, address=address, subject=subject, body=told)
