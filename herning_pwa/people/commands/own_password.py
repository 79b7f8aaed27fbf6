"""A new password for somebody who is signed in."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.fields import checking
from herning_pwa.people.commands import shut_out
from herning_pwa.people.commands.access_mail import tell_access_changed
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import Person
from herning_pwa.people.passwords import check_password, hash_password


@sensitive
def choose_password(db: Session, actor: Person, *, session_id: UUID, password: object) -> None:
    """From now on only this password fits. Whoever used the old one elsewhere is signed out.

    Raises Invalid for a password that is too short or too easy.
    """
    with checking() as check:
        chosen = check_password(
            check, "password", password, first_name=actor.first_name, email=actor.email
        )
    actor.password_hash = hash_password(chosen)
    record(db, actor, "password.changed", actor)
    shut_out(db, actor, but=session_id)
    tell_access_changed(db, actor)
