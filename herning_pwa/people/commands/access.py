"""Looking after one's own access: signing out elsewhere, forgetting browsers."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.notifications.commands.subscribing import end_subscriptions_of
from herning_pwa.people.commands.second_step import leave_second_steps_of
from herning_pwa.people.devices import forget_devices_of
from herning_pwa.people.models import Device, Person, SignInSession
from herning_pwa.people.second_factor import without_second_factor
from herning_pwa.people.sessions import end_session, end_sessions_of
from herning_pwa.people.upload_grants import (
    end_upload_grant,
    end_upload_grants_of,
    upload_grants_of,
)


@without_second_factor
def end_own_session(db: Session, actor: Person, *, session_id: object) -> None:
    """Sign out on one other browser; its open pages close at once. Raises NotFound."""
    own = select(SignInSession).where(SignInSession.person_id == actor.id)
    session = db.scalar(own.where(SignInSession.id == as_id(session_id)))
    if session is None:
        raise NotFound
    end_session(db, session.secret_hash)


@without_second_factor
def forget_own_device(db: Session, actor: Person, *, device_id: object) -> None:
    """That browser asks for a code the next time. Raises NotFound."""
    own = select(Device).where(Device.person_id == actor.id, Device.forgotten_at.is_(None))
    device = db.scalar(own.where(Device.id == as_id(device_id)))
    if device is None:
        raise NotFound
    device.forget()
    record(db, actor, "device.forgotten", device)


@without_second_factor
def end_own_upload(db: Session, actor: Person, *, grant_id: object) -> None:
    """That browser may send nothing more, unless one signs in there. Raises NotFound."""
    wanted = as_id(grant_id)
    grant = next((one for one in upload_grants_of(db, actor) if one.id == wanted), None)
    if grant is None:
        raise NotFound
    end_upload_grant(db, grant)


@without_second_factor
def sign_out_elsewhere(db: Session, actor: Person, *, session_id: UUID) -> None:
    """Sign out everywhere but here; every browser asks for a code the next time."""
    shut_out(db, actor, but=session_id)


def shut_out(db: Session, person: Person, *, but: UUID | None = None) -> None:
    """End what may be in other hands: sessions, half sign-ins, messages, known browsers, and
    those that may still send something."""
    end_sessions_of(db, person, but=but)
    end_subscriptions_of(db, person, but=but)
    leave_second_steps_of(db, person)
    forget_devices_of(db, person)
    end_upload_grants_of(db, person)
