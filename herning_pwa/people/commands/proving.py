"""Showing once more who one is, before something sensitive (OWASP ASVS 5.0, 7.5.1)."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa import routes
from herning_pwa.activity.commands import record, record_denied
from herning_pwa.people.commands import is_invented
from herning_pwa.people.commands.identities import linked_identity_for
from herning_pwa.people.factors import check_authenticator, has_authenticator, passkeys_of
from herning_pwa.people.models import Method, Person, SignInSession
from herning_pwa.people.passwords import verify_password
from herning_pwa.people.second_factor import without_second_factor


@dataclass(frozen=True)
class ProveView:
    """What the person can show, the strongest first, and where they go afterwards."""

    email: str = ""
    by_passkey: bool = False
    by_code: bool = False
    by_identity: bool = False
    by_password: bool = False
    then: str = ""


@without_second_factor
def ways_to_prove(db: Session, actor: Person, *, then: object) -> ProveView:
    """``then`` is the page the person came from; anything else becomes their settings."""
    return ProveView(
        email=actor.email,
        by_passkey=bool(passkeys_of(db, actor)),
        by_code=has_authenticator(db, actor),
        by_identity=linked_identity_for(db, actor).is_linked,
        by_password=may_use_password(actor),
        then=routes.own_page(then),
    )


def may_use_password(person: Person) -> bool:
    """A password alone is not enough for staff, but for the demo's invented ones."""
    return person.staff is None or is_invented(person)


@without_second_factor
def prove_by_code(db: Session, actor: Person, *, session_id: UUID, code: object) -> bool:
    """Whether the code is the one in the person's app now. A wrong one is logged."""
    is_right = check_authenticator(db, actor, code)
    return _settle(db, actor, session_id, Method.PASSWORD_AND_TOTP, is_right=is_right)


@without_second_factor
def prove_by_password(db: Session, actor: Person, *, session_id: UUID, password: str) -> bool:
    """Whether it is the person's password, and that is enough. A wrong one is logged."""
    is_right = verify_password(password, actor.password_hash) and may_use_password(actor)
    return _settle(db, actor, session_id, Method.PASSWORD, is_right=is_right)


def _settle(
    db: Session, actor: Person, session_id: UUID, method: Method, *, is_right: bool
) -> bool:
    session = db.get_one(SignInSession, session_id)
    if is_right:
        session.prove(method)
        record(db, actor, "session.proved", session)
    else:
        record_denied(db, actor.id, "session.proved", object_id=session.id, reason=method)
    return is_right
