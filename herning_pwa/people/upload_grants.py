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

ENTRIES_AT_MOST = 500  # as many as a phone names, see seal.js


def grant_upload(
    db: Session, person: Person, *, fingerprints: Collection[str], browser: str
) -> str:
    """This browser may send these sealed things of the person's; gives the secret for its
    cookie, which is stored nowhere else. An earlier grant for the same things is over."""
    named = list(dict.fromkeys(fingerprints))[:ENTRIES_AT_MOST]
    take_over(db, person, named)
    secret = new_secret()
    grant = UploadGrant(
        secret_hash=hash_secret(secret), person_id=person.id, browser=browser, waiting=named
    )
    db.add(grant)
    record(db, person, "upload.granted", grant)
    return secret


def take_over(db: Session, person: Person, fingerprints: Collection[str] = ()) -> None:
    """The person is signed in and sees to these things: no earlier grant lets them in any more,
    and one that has nothing left to send is over."""
    own = select(UploadGrant).where(
        UploadGrant.person_id == person.id, UploadGrant.ended_at.is_(None)
    )
    for grant in db.scalars(_held(own)):
        grant.leave_out(set(fingerprints))
        if not grant.waiting:
            end_upload_grant(db, grant)


def who_may_upload(db: Session, secret_hashes: Collection[str]) -> dict[UUID, set[str]]:
    """Whose words a browser with these secrets may send although they are not signed in, and
    which: by their fingerprints."""
    may: dict[UUID, set[str]] = {}
    if secret_hashes:
        for grant in db.scalars(_standing().where(UploadGrant.secret_hash.in_(secret_hashes))):
            if grant.is_live:
                may.setdefault(grant.person_id, set()).update(grant.fingerprints)
    return may


def use_upload_grant(
    db: Session, secret_hashes: Collection[str], person_id: UUID, fingerprint: str
) -> Person:
    """One of the things that were not sent has come: gives the person, with memberships and
    circles loaded. What has come may come again, for its answer may have been lost. Raises
    NotSignedIn for anything else."""
    own = _standing().where(
        UploadGrant.secret_hash.in_(secret_hashes), UploadGrant.person_id == person_id
    )
    for grant in db.scalars(_held(own)):
        if grant.is_live and fingerprint in grant.fingerprints:
            grant.take(fingerprint)
            return grant.person
    raise NotSignedIn


def upload_grants_of(db: Session, person: Person) -> list[UploadGrant]:
    """The browsers that may still send something of the person's, the newest first."""
    own = _standing().where(UploadGrant.person_id == person.id)
    rows = db.scalars(own.order_by(UploadGrant.granted_at.desc()))
    return [grant for grant in rows if grant.is_live and grant.waiting]


def end_upload_grants_of(db: Session, person: Person) -> None:
    """No browser may send anything of the person's any more, unless they sign in there."""
    for grant in db.scalars(_standing().where(UploadGrant.person_id == person.id)):
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


def _held(grants: Select[UploadGrant]) -> Select[UploadGrant]:
    """As they are in the database now, and until the transaction is through."""
    held = grants.order_by(UploadGrant.id).with_for_update(of=UploadGrant)
    return held.execution_options(populate_existing=True)
