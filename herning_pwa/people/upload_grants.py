"""Browsers that may still send what somebody had not sent when they signed out."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from herning_pwa.activity.commands import record
from herning_pwa.circles.models import Membership
from herning_pwa.errors import NotSignedIn
from herning_pwa.people.models import Person, UploadGrant
from herning_pwa.people.passwords import hash_secret, new_secret

ENTRIES_AT_MOST = 1000


def grant_upload(db: Session, person: Person, *, entries: int, browser: str) -> str:
    """This browser may send so many things more of the person's; gives the secret for its
    cookie, which is stored nowhere else."""
    secret = new_secret()
    grant = UploadGrant(
        secret_hash=hash_secret(secret),
        person_id=person.id,
        browser=browser,
        entries_left=min(entries, ENTRIES_AT_MOST),
    )
    db.add(grant)
    record(db, person, "upload.granted", grant)
    return secret


def who_may_upload(db: Session, secret_hashes: Collection[str]) -> set[UUID]:
    """Whose words a browser with these secrets may send although they are not signed in."""
    if not secret_hashes:
        return set()
    rows = db.scalars(_standing().where(UploadGrant.secret_hash.in_(secret_hashes)))
    return {grant.person_id for grant in rows if grant.is_live}


def load_upload_grant(db: Session, secret_hashes: Collection[str], person_id: UUID) -> UploadGrant:
    """The person's grant among these, held until the transaction is through, with the person's
    memberships and circles loaded. Raises NotSignedIn."""
    own = _standing().where(
        UploadGrant.secret_hash.in_(secret_hashes), UploadGrant.person_id == person_id
    )
    held = own.order_by(UploadGrant.granted_at.desc()).limit(1).with_for_update(of=UploadGrant)
    grant = db.scalar(held.execution_options(populate_existing=True))
    if grant is None or not grant.is_live:
        raise NotSignedIn
    return grant


def upload_grants_of(db: Session, person: Person) -> list[UploadGrant]:
    """The browsers that may still send something of the person's, the newest first."""
    own = _standing().where(UploadGrant.person_id == person.id, UploadGrant.entries_left > 0)
    rows = db.scalars(own.order_by(UploadGrant.granted_at.desc()))
    return [grant for grant in rows if grant.is_live]


def end_upload_grants_of(db: Session, person: Person) -> None:
    """No browser may send anything of the person's any more, unless they sign in there."""
    for grant in upload_grants_of(db, person):
        end_upload_grant(db, grant)


def end_upload_grant(db: Session, grant: UploadGrant) -> None:
    grant.end()
    record(db, grant.person, "upload.ended", grant)


def _standing() -> Select[UploadGrant]:
    person = joinedload(UploadGrant.person, innerjoin=True)
    return (
        select(UploadGrant)
        .where(UploadGrant.ended_at.is_(None))
        .options(person.selectinload(Person.memberships).joinedload(Membership.circle))
    )
