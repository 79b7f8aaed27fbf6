"""Browsers that have shown an e-mailed code: there the password is enough afterwards.

Only for citizens. Staff show a second factor every time.
"""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.people.models import Device, Person
from herning_pwa.people.passwords import hash_secret, new_secret


def is_known_device(db: Session, person: Person, device_hash: str) -> bool:
    """Whether this browser has shown the person's code before; notes that it was used."""
    device = _find(db, person, device_hash)
    if device is None or person.staff is not None or not device.is_known:
        return False
    device.last_used_at = clock.now()
    return True


def remember_device(db: Session, person: Person, device_hash: str, *, browser: str) -> str | None:
    """Know this browser as the person's from now on; gives the new secret for its cookie.

    The secret is always new, for everybody who is known there: one that somebody left in the
    browser beforehand opens nothing. None for staff, who are never remembered.
    """
    if person.staff is not None:
        return None
    secret = new_secret()
    if device_hash:
        moved = update(Device).where(Device.secret_hash == device_hash)
        db.execute(moved.values(secret_hash=hash_secret(secret)))
    device = _find(db, person, hash_secret(secret))
    if device is None:
        device = Device(secret_hash=hash_secret(secret), person_id=person.id)
        db.add(device)
    device.browser, device.forgotten_at = browser, None
    device.known_since = device.last_used_at = clock.now()
    record(db, person, "device.known", device)
    return secret


def _find(db: Session, person: Person, device_hash: str) -> Device | None:
    statement = select(Device).where(
        Device.secret_hash == device_hash, Device.person_id == person.id
    )
    return db.scalar(statement.execution_options(populate_existing=True))


def devices_of(db: Session, person: Person) -> list[Device]:
    """The browsers where the person's password is enough, the latest used first."""
    statement = (
        select(Device)
        .where(Device.person_id == person.id, Device.forgotten_at.is_(None))
        .order_by(Device.last_used_at.desc())
    )
    return [device for device in db.scalars(statement) if device.is_known]


def forget_devices_of(db: Session, person: Person) -> None:
    """Every browser asks the person for a code again."""
    for device in devices_of(db, person):
        device.forget()
        record(db, person, "device.forgotten", device)
