"""Whose identity it is: linking, knowing again, and taking the link away."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.config import settings
from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.i18n import _, local, long_date
from herning_pwa.notifications.commands import write_mail
from herning_pwa.people.factors import has_strong_factor
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import LinkedIdentity, OidcPurpose, Person
from herning_pwa.people.oidc.refused import Refused, WhyNot
from herning_pwa.people.oidc.token import IdToken
from herning_pwa.people.oidc.trips import Ticket, set_out
from herning_pwa.people.second_factor import without_second_factor


@dataclass(frozen=True)
class LinkedIdentityView:
    """The settings page's section. ``provider`` is empty where there is none."""

    provider: str = ""
    is_linked: bool = False
    since: str = ""


def linked_identity_for(db: Session, actor: Person) -> LinkedIdentityView:
    """Whether the person's own identity is linked, and since when."""
    provider = settings().identity_provider
    if provider is None:
        return LinkedIdentityView()
    identity = _living(db, actor)
    if identity is None:
        return LinkedIdentityView(provider.name)
    day = long_date(local(identity.linked_at).date())
    return LinkedIdentityView(
        provider.name, is_linked=True, since=_("Since {day}.").format(day=day)
    )


def has_identity(db: Session, person: Person) -> bool:
    """Whether the provider we have now can let the person in."""
    return _living(db, person) is not None


def _living(db: Session, person: Person) -> LinkedIdentity | None:
    """The person's identity at the provider we have now."""
    provider = settings().identity_provider
    return db.scalar(
        select(LinkedIdentity).where(
            LinkedIdentity.person_id == person.id,
            LinkedIdentity.issuer == (provider.issuer if provider else ""),
            LinkedIdentity.removed_at.is_(None),
        )
    )


def find_identity(db: Session, token: IdToken) -> LinkedIdentity | None:
    """The living link of this subject. Nothing but issuer and subject ever counts."""
    return db.scalar(
        select(LinkedIdentity).where(
            LinkedIdentity.issuer == token.issuer,
            LinkedIdentity.subject == token.subject,
            LinkedIdentity.removed_at.is_(None),
        )
    )


@without_second_factor
@sensitive
def begin_linking(
    db: Session,
    actor: Person,  # noqa: ARG001 - every command has one; the session is theirs
    *,
    session_id: UUID,
) -> Ticket:
    """Set out for the provider to link what it says to ``actor``; gives the ticket."""
    return set_out(db, OidcPurpose.LINK, session_id)


def link_identity(db: Session, person: Person, token: IdToken) -> LinkedIdentity:
    """This subject is this person from now on; raises Refused (TAKEN, HAS_ONE)."""
    known = find_identity(db, token)
    if known and known.person_id == person.id:
        return known
    if known:
        raise Refused(WhyNot.TAKEN)
    if _living(db, person):
        raise Refused(WhyNot.HAS_ONE)
    identity = LinkedIdentity(person_id=person.id, issuer=token.issuer, subject=token.subject)
    db.add(identity)
    record(db, person, "identity.linked", identity)
    _tell(db, person, _("A new way to sign in"), _("MitID can now open your account."))
    return identity


@sensitive
def unlink_identity(db: Session, actor: Person) -> None:
    """Take the link away. Staff keep at least one way that is more than a password."""
    identity = _living(db, actor)
    if identity is None:
        raise NotFound
    if actor.staff and not has_strong_factor(db, actor):
        raise NotAllowed(_("Add a passkey or an authenticator app first. Then you can remove it."))
    identity.remove()
    record(db, actor, "identity.unlinked", identity)
    _tell(db, actor, _("A way to sign in was removed"), _("MitID can no longer open your account."))


def forget_identities(db: Session, person: Person) -> None:
    """The person starts over: nothing that was linked before opens the account."""
    living = select(LinkedIdentity).where(
        LinkedIdentity.person_id == person.id, LinkedIdentity.removed_at.is_(None)
    )
    for identity in db.scalars(living):
        identity.remove()


def _tell(db: Session, person: Person, subject: str, what: str) -> None:
    """A mail about it at once, so that nobody can do this unseen."""
    write_mail(
        db,
        address=person.email,
        subject=subject,
        body=_("{what}\n\nWas it not you? Call {municipality} on {phone}.").format(
            what=what, municipality=settings().municipality, phone=settings().municipality_phone
        ),
    )
