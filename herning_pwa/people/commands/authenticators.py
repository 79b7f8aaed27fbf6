"""An authenticator app: set up with a QR code, confirmed by the first right code, removed."""

from __future__ import annotations

from uuid import UUID

from pyotp import random_base32
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.errors import Conflict, NotFound
from herning_pwa.fields import checking
from herning_pwa.i18n import _
from herning_pwa.people.commands.access_mail import tell_access_changed
from herning_pwa.people.factors import (
    SEALED_FOR,
    find_authenticator,
    require_another_factor,
    use_code,
)
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import Authenticator, Method, Person, SignInSession
from herning_pwa.people.sealing import seal
from herning_pwa.people.second_factor import without_second_factor


@sensitive
@without_second_factor
def begin_authenticator(db: Session, actor: Person) -> None:
    """Make a new secret for an app. Raises Conflict when an app is already in use."""
    row = find_authenticator(db, actor)
    if row is not None and row.confirmed_at is not None:
        raise Conflict(_("You already have an authenticator app. Remove it first."))
    if row is None:
        row = Authenticator(person_id=actor.id)
        db.add(row)
    row.sealed_secret = seal(random_base32(), use=SEALED_FOR, owner_id=actor.id)
    row.begun_at = clock.now()
    record(db, actor, "authenticator.begun", row)


@sensitive
@without_second_factor
def confirm_authenticator(db: Session, actor: Person, *, session_id: UUID, code: object) -> None:
    """The app shows the right code, so it counts from now on, in this session too.

    Raises NotFound when none was begun, Invalid for a wrong code.
    """
    row = find_authenticator(db, actor)
    if row is None or row.confirmed_at is not None:
        raise NotFound
    with checking() as check:
        if not use_code(db, row, code):
            check.refuse("code", _("The code does not fit. Wait for the next one, and write it."))
    row.confirmed_at = clock.now()
    record(db, actor, "authenticator.added", row)
    session = db.get_one(SignInSession, session_id)
    session.prove(Method.PASSWORD_AND_TOTP)
    record(db, actor, "session.proved", session)
    tell_access_changed(db, actor)


@without_second_factor
def stop_authenticator(db: Session, actor: Person) -> None:
    """Never mind: what was begun is gone. Raises NotFound when nothing was."""
    row = find_authenticator(db, actor)
    if row is None or row.confirmed_at is not None:
        raise NotFound
    record(db, actor, "authenticator.stopped", row)
    db.delete(row)


@sensitive
@without_second_factor
def remove_authenticator(db: Session, actor: Person) -> None:
    """The app's codes open nothing from now on, and its secret is gone.

    Raises NotFound, and NotAllowed for staff's last factor.
    """
    row = find_authenticator(db, actor)
    if row is None or row.confirmed_at is None:
        raise NotFound
    require_another_factor(db, actor, but=row)
    record(db, actor, "authenticator.removed", row)
    db.delete(row)
    tell_access_changed(db, actor)
