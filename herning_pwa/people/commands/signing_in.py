"""The first step of signing in: e-mail and password, and what they are enough for."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record_denied
from herning_pwa.config import settings
from herning_pwa.people.devices import is_known_device
from herning_pwa.people.models import Method, Person
from herning_pwa.people.passwords import normalise_email, verify_password

INVENTED = ".example"  # a name no real address can have (RFC 2606)


def find_by_email(db: Session, email: str) -> Person | None:
    return db.scalar(select(Person).where(Person.email == normalise_email(email)))


def who_has_password(db: Session, *, email: str, password: str) -> Person | None:
    """Whose password it is, or none. Unknown people take as long as wrong passwords."""
    person = find_by_email(db, email)
    if not verify_password(password, person.password_hash if person else None) or person is None:
        record_denied(
            db, person.id if person else None, "session.begun", object_id=None, reason="password"
        )
        return None
    return person if _still_has(db, person, person.password_hash) else None


def _still_has(db: Session, person: Person, verified: str) -> bool:
    """Whether the password verified just now has not been changed meanwhile.

    Shares the row's lock until the sign-in is written down: whoever changes the password
    waits for it, and then signs this one out with the rest.
    """
    db.refresh(person, ["password_hash"], with_for_update={"read": True})
    return person.password_hash == verified


def is_invented(person: Person) -> bool:
    """Whether this is one of the demo's people, who need no second factor."""
    return settings().demo and person.email.endswith(INVENTED)


def method_by_password(db: Session, person: Person, *, device_hash: str) -> Method | None:
    """What a right password is enough for on this browser; none when a code must follow."""
    if is_invented(person):
        return Method.DEMO
    return Method.PASSWORD if is_known_device(db, person, device_hash) else None


def method_by_mail(person: Person) -> Method:
    """What a password is enough for together with a link or code that came by mail."""
    return Method.DEMO if is_invented(person) else Method.PASSWORD_AND_MAIL
