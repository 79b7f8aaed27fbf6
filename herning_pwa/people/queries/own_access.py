"""What the settings page shows: how somebody signs in, and where they are signed in now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import segno
from pyotp import TOTP
from sqlalchemy.orm import Session

from herning_pwa.config import settings
from herning_pwa.i18n import _, clock_time, local, ngettext, relative_day, short_date
from herning_pwa.notifications.queries.own_messages import OwnMessagesView, own_messages
from herning_pwa.people.commands.identities import LinkedIdentityView, linked_identity_for
from herning_pwa.people.commands.passkeys import PASSKEYS_AT_MOST
from herning_pwa.people.devices import devices_of
from herning_pwa.people.factors import SEALED_FOR, find_authenticator, passkeys_of
from herning_pwa.people.models import (
    Authenticator,
    Device,
    Passkey,
    Person,
    SignInSession,
    Staff,
    UploadGrant,
)
from herning_pwa.people.queries.own_calendar import OwnCalendarView, own_calendar
from herning_pwa.people.sealing import unseal
from herning_pwa.people.second_factor import without_second_factor
from herning_pwa.people.sessions import sessions_of
from herning_pwa.people.upload_grants import upload_grants_of

QR_SIZE = 5  # each square; with the quiet border the code is about 245 wide
GROUP = 4


@dataclass(frozen=True)
class OwnThing:
    """A passkey, a browser or a sign-in of one's own: what it is called, and how old it is."""

    id: str = ""
    name: str = ""
    story: str = ""
    is_here: bool = False


@dataclass(frozen=True)
class AuthenticatorView:
    """The app in use, or the one being set up. The secret is shown only while it is set up."""

    story: str = ""
    address: str = ""  # opens the app on the phone one reads this on
    qr: str = ""
    secret: str = ""


@dataclass(frozen=True)
class OwnAccessView:
    """The page. ``must_add`` is for staff who reach nothing else until they have a factor."""

    email: str = ""
    must_add: bool = False
    is_fresh: bool = False
    is_administrator: bool = False
    can_add_passkey: bool = False
    passkeys: list[OwnThing] = field(default_factory=list)
    authenticator: AuthenticatorView = field(default_factory=AuthenticatorView)
    identity: LinkedIdentityView = field(default_factory=LinkedIdentityView)
    sessions: list[OwnThing] = field(default_factory=list)
    devices: list[OwnThing] = field(default_factory=list)
    uploads: list[OwnThing] = field(default_factory=list)
    calendar: OwnCalendarView = field(default_factory=OwnCalendarView)
    messages: OwnMessagesView = field(default_factory=OwnMessagesView)


@without_second_factor
def own_access(db: Session, actor: Person, *, session_id: UUID) -> OwnAccessView:
    """Everything about the person's own ways in, and nobody else's."""
    here = db.get_one(SignInSession, session_id)
    keys = passkeys_of(db, actor)
    return OwnAccessView(
        email=actor.email,
        must_add=here.is_limited,
        is_fresh=here.is_fresh,
        is_administrator=actor.staff is Staff.ADMINISTRATOR,
        can_add_passkey=len(keys) < PASSKEYS_AT_MOST,
        passkeys=[_passkey(key) for key in keys],
        authenticator=_authenticator(find_authenticator(db, actor), here),
        identity=linked_identity_for(db, actor),
        sessions=[_session(each, here) for each in sessions_of(db, actor)],
        devices=[_device(device) for device in devices_of(db, actor)],
        uploads=[_upload(grant) for grant in upload_grants_of(db, actor)],
        calendar=OwnCalendarView()
        if here.is_limited
        else own_calendar(db, actor, is_fresh=here.is_fresh),
        messages=OwnMessagesView()
        if here.is_limited
        else own_messages(db, actor, session_id=here.id),
    )


def _passkey(key: Passkey) -> OwnThing:
    used = (
        _("Last used {when}.").format(when=_when(key.last_used_at))
        if key.last_used_at
        else _("Not used yet.")
    )
    added = _("Added {day}.").format(day=short_date(local(key.added_at).date()))
    return OwnThing(str(key.id), key.name, f"{added} {used}")


def _authenticator(row: Authenticator | None, here: SignInSession) -> AuthenticatorView:
    if row is not None and row.confirmed_at is not None:
        day = short_date(local(row.confirmed_at).date())
        return AuthenticatorView(story=_("In use since {day}.").format(day=day))
    if row is None or not here.is_fresh:
        return AuthenticatorView()
    secret = unseal(row.sealed_secret, use=SEALED_FOR, owner_id=row.person_id) or ""
    address = TOTP(secret).provisioning_uri(name=here.person.email, issuer_name=settings().app_name)
    return AuthenticatorView(address=address, qr=_qr(address), secret=_in_groups(secret))


def _qr(address: str) -> str:
    """A picture as the data itself: it is kept nowhere."""
    return str(segno.make(address, error="m").svg_data_uri(scale=QR_SIZE, light="#fff"))


def _in_groups(secret: str) -> str:
    return " ".join(secret[start : start + GROUP] for start in range(0, len(secret), GROUP))


def _session(session: SignInSession, here: SignInSession) -> OwnThing:
    is_here = session.id == here.id
    begun = _("Signed in {when}.").format(when=_when(session.created_at))
    seen = _("Last seen {when}.").format(when=_when(session.last_seen_at))
    return OwnThing(
        str(session.id),
        session.browser or _("Unknown browser"),
        begun if is_here else f"{begun} {seen}",
        is_here,
    )


def _device(device: Device) -> OwnThing:
    used = _("Last used {when}.").format(when=_when(device.last_used_at))
    return OwnThing(str(device.id), device.browser or _("Unknown browser"), used)


def _upload(grant: UploadGrant) -> OwnThing:
    left = ngettext("{n} thing is not sent.", "{n} things are not sent.", len(grant.waiting))
    out = _("Signed out {when}.").format(when=_when(grant.granted_at))
    return OwnThing(str(grant.id), grant.browser or _("Unknown browser"), f"{out} {left}")


def _when(at: datetime) -> str:
    return _("{day} at {time}").format(day=relative_day(local(at).date()), time=clock_time(at))
