"""What was not sent at sign-out may still be sent from that browser: so much, and for so long."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.commands import end_membership
from herning_pwa.errors import NotFound, NotSignedIn
from herning_pwa.people.commands import end_own_upload, shut_out
from herning_pwa.people.models import UPLOAD_GRANT_LIFE, Person
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.queries.own_access import own_access
from herning_pwa.people.upload_grants import (
    grant_upload,
    load_upload_grant,
    upload_grants_of,
    who_may_upload,
)
from tests.cast import Cast
from tests.people.test_passkeys import here


def granted(db: Session, person: Person, entries: int = 2) -> str:
    """The hash of the secret in the browser's cookie."""
    return hash_secret(grant_upload(db, person, entries=entries, browser="Chrome, Android"))


def test_two_people_may_have_left_something_in_one_browser(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.mette), granted(db, cast.anders)]
    assert who_may_upload(db, phone) == {cast.mette.id, cast.anders.id}
    assert load_upload_grant(db, phone, cast.mette.id).person is cast.mette
    with pytest.raises(NotSignedIn):
        load_upload_grant(db, phone, cast.fatima.id)
    with pytest.raises(NotSignedIn):
        load_upload_grant(db, phone[1:], cast.mette.id)
    assert who_may_upload(db, []) == set()


def test_it_lasts_for_thirty_days(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.mette)]
    with time_machine.travel(clock.now() + UPLOAD_GRANT_LIFE - timedelta(hours=1), tick=False):
        assert who_may_upload(db, phone) == {cast.mette.id}
    with time_machine.travel(clock.now() + UPLOAD_GRANT_LIFE, tick=False):
        assert who_may_upload(db, phone) == set()


def test_mette_sees_it_in_her_settings_and_stops_it(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.mette)]
    [listed] = own_access(db, cast.mette, session_id=here(db, cast.mette)).uploads
    assert listed.name == "Chrome, Android"
    assert listed.story.endswith("2 ting er ikke sendt.")
    with pytest.raises(NotFound):
        end_own_upload(db, cast.anders, grant_id=listed.id)
    end_own_upload(db, cast.mette, grant_id=listed.id)
    assert who_may_upload(db, phone) == set()
    with pytest.raises(NotFound):
        end_own_upload(db, cast.mette, grant_id=listed.id)


def test_one_that_is_used_up_is_not_listed(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.mette, 1)]
    load_upload_grant(db, phone, cast.mette.id).use()
    db.flush()
    assert upload_grants_of(db, cast.mette) == []
    assert load_upload_grant(db, phone, cast.mette.id).is_used_up


def test_signing_out_everywhere_ends_it(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.mette), granted(db, cast.anders)]
    shut_out(db, cast.mette)
    assert who_may_upload(db, phone) == {cast.anders.id}


def test_it_ends_with_the_person_s_last_place(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.inger)]
    place = cast.inger.membership_in(cast.circle.id)
    assert place
    end_membership(db, cast.mette, membership_id=place.id)
    db.flush()
    db.expire_all()
    assert who_may_upload(db, phone) == set()
