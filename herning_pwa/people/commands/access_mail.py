"""What people are told when the ways into their account change. To their own address alone."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.i18n import _
from herning_pwa.notifications.commands import write_mail
from herning_pwa.people.models import Person


def tell_access_changed(db: Session, person: Person) -> None:
    """At once, so that nobody else can do it unseen. Says neither who, what nor where."""
    write_mail(
        db,
        address=person.email,
        subject=_("The way you sign in has changed"),
        body=_(
            "The way you sign in has been changed. Was it not you? Then call your social worker."
        ),
    )
