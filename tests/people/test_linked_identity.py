"""Taking MitID off one's account, and what the settings page says about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from herning_pwa.activity.models import Activity
from herning_pwa.config import settings
from herning_pwa.errors import NotAllowed, NotFound
from herning_pwa.i18n import COPENHAGEN
from herning_pwa.notifications.models import Mail
from herning_pwa.people.commands.identities import (
    begin_linking,
    link_identity,
    linked_identity_for,
    unlink_identity,
)
from herning_pwa.people.freshness import is_sensitive
from herning_pwa.people.models import LinkedIdentity, Passkey, Person
from herning_pwa.people.oidc.refused import Refused
from herning_pwa.people.oidc.token import IdToken
from tests.cast import Cast
from tests.fresh import installation


@pytest.fixture(autouse=True)
def here() -> Iterator[None]:
    with (
        installation(HERNING_FAKE_OIDC="1"),
        time_machine.travel(datetime(2026, 11, 20, 9, tzinfo=COPENHAGEN), tick=False),
    ):
        yield


def told(subject: str) -> IdToken:
    provider = settings().identity_provider
    assert provider
    return IdToken(provider.issuer, subject, shown_at=None)


def subjects_to(db: Session, person: Person) -> list[str]:
    return list(db.scalars(select(Mail.subject).filter_by(to_address=person.email)))


def test_mette_sees_that_it_is_linked_and_since_when(db: Session, cast: Cast) -> None:
    assert linked_identity_for(db, cast.mette).is_linked is False
    link_identity(db, cast.mette, told("m"))
    view = linked_identity_for(db, cast.mette)
    assert (view.is_linked, view.since) == (True, "Siden fredag den 20. november.")
    assert linked_identity_for(db, cast.anders).is_linked is False


def test_without_a_provider_there_is_nothing_to_see(db: Session, cast: Cast) -> None:
    with installation(HERNING_FAKE_OIDC="0"):
        assert linked_identity_for(db, cast.mette).provider == ""


def test_mette_takes_it_off_and_is_told_by_mail(db: Session, cast: Cast) -> None:
    link_identity(db, cast.mette, told("m"))
    unlink_identity(db, cast.mette)
    assert linked_identity_for(db, cast.mette).is_linked is False
    assert subjects_to(db, cast.mette)[-1] == "En måde at logge ind på er fjernet"
    acts = select(Activity.action).where(Activity.action.startswith("identity."))
    assert set(db.scalars(acts)) == {"identity.linked", "identity.unlinked"}


def test_what_is_not_there_cannot_be_taken_off(db: Session, cast: Cast) -> None:
    link_identity(db, cast.mette, told("m"))
    with pytest.raises(NotFound):
        unlink_identity(db, cast.anders)


def test_staff_keep_one_way_that_is_more_than_a_password(db: Session, cast: Cast) -> None:
    link_identity(db, cast.sanne, told("s"))
    with pytest.raises(NotAllowed, match="Tilføj først"):
        unlink_identity(db, cast.sanne)
    db.add(
        Passkey(
            person_id=cast.sanne.id,
            credential_id=b"c",
            public_key=b"p",
            user_handle=b"u",
            sign_count=0,
            name="Telefon",
        )
    )
    db.flush()
    unlink_identity(db, cast.sanne)
    assert linked_identity_for(db, cast.sanne).is_linked is False


def test_one_that_was_taken_off_can_be_linked_to_another(db: Session, cast: Cast) -> None:
    link_identity(db, cast.mette, told("m"))
    with pytest.raises(Refused):
        link_identity(db, cast.anders, told("m"))
    unlink_identity(db, cast.mette)
    assert link_identity(db, cast.anders, told("m")).person_id == cast.anders.id


def test_the_database_too_knows_one_person_for_each_identity(db: Session, cast: Cast) -> None:
    link_identity(db, cast.mette, told("m"))
    db.add(LinkedIdentity(person_id=cast.anders.id, issuer=told("m").issuer, subject="m"))
    with pytest.raises(IntegrityError):
        db.flush()


def test_linking_and_taking_off_are_sensitive() -> None:
    assert is_sensitive(begin_linking)
    assert is_sensitive(unlink_identity)
