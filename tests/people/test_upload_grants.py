"""What was not sent at sign-out may still be sent from that browser: that, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.circles.commands import end_membership
from herning_pwa.errors import NotFound, NotSignedIn
from herning_pwa.people.commands import end_own_upload, shut_out
from herning_pwa.people.models import UPLOAD_GRANT_LIFE, Person, UploadGrant
from herning_pwa.people.passwords import hash_secret
from herning_pwa.people.queries.own_access import own_access
from herning_pwa.people.upload_grants import (
    grant_upload,
    take_over,
    upload_grants_of,
    use_upload_grant,
    who_may_upload,
)
from tests.cast import Cast
from tests.offline.place import place_of
from tests.people.test_passkeys import here


def granted(db: Session, person: Person, *things: str) -> str:
    """The hash of the secret in the browser's cookie."""
    left = things or ("a", "b")
    return hash_secret(grant_upload(db, person, fingerprints=left, browser="Chrome, Android"))


def test_two_people_may_have_left_something_in_one_browser(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.mette), granted(db, cast.anders, "c")]
    assert who_may_upload(db, phone) == {cast.mette.id: {"a", "b"}, cast.anders.id: {"c"}}
    assert use_upload_grant(db, phone, cast.mette.id, "a") is cast.mette
    with pytest.raises(NotSignedIn):
        use_upload_grant(db, phone, cast.fatima.id, "a")
    with pytest.raises(NotSignedIn):
        use_upload_grant(db, phone[1:], cast.mette.id, "a")
    assert who_may_upload(db, []) == {}


def test_it_lets_in_what_was_left_and_nothing_else(db: Session, cast: Cast) -> None:
    """Whoever has the phone next can seal something in Mette's name, but not what she left."""
    phone = [granted(db, cast.mette, "a"), granted(db, cast.anders, "c")]
    for fingerprint in ("c", "x", ""):
        with pytest.raises(NotSignedIn):
            use_upload_grant(db, phone, cast.mette.id, fingerprint)


def test_it_lasts_for_thirty_days(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.mette)]
    with time_machine.travel(clock.now() + UPLOAD_GRANT_LIFE - timedelta(hours=1), tick=False):
        assert set(who_may_upload(db, phone)) == {cast.mette.id}
    with time_machine.travel(clock.now() + UPLOAD_GRANT_LIFE, tick=False):
        assert who_may_upload(db, phone) == {}


def test_mette_sees_it_in_her_settings_and_stops_it(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.mette)]
    [listed] = own_access(db, cast.mette, session_id=here(db, cast.mette)).uploads
    assert listed.name == "Chrome, Android"
    assert listed.story.endswith("2 ting er ikke sendt.")
    with pytest.raises(NotFound):
        end_own_upload(db, cast.anders, grant_id=listed.id)
    end_own_upload(db, cast.mette, grant_id=listed.id)
    assert who_may_upload(db, phone) == {}
    with pytest.raises(NotFound):
        end_own_upload(db, cast.mette, grant_id=listed.id)


def test_what_has_come_is_not_listed_and_may_come_again(db: Session, cast: Cast) -> None:
    """Its answer may have been lost on the way."""
    phone = [granted(db, cast.mette, "a")]
    for _again in range(2):
        assert use_upload_grant(db, phone, cast.mette.id, "a") is cast.mette
    assert upload_grants_of(db, cast.mette) == []


def test_what_her_own_session_sends_the_grant_no_longer_lets_in(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.mette), granted(db, cast.anders)]
    take_over(db, cast.mette, ["a"])
    assert who_may_upload(db, phone) == {cast.mette.id: {"b"}, cast.anders.id: {"a", "b"}}
    take_over(db, cast.mette, ["b"])
    assert set(who_may_upload(db, phone)) == {cast.anders.id}
    [over] = db.scalars(select(UploadGrant).where(UploadGrant.ended_at.is_not(None)))
    assert over.person is cast.mette


def test_one_that_has_sent_everything_is_over_when_she_signs_in(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.mette, "a"), granted(db, cast.mette, "b")]
    use_upload_grant(db, phone, cast.mette.id, "a")
    take_over(db, cast.mette)
    assert who_may_upload(db, phone) == {cast.mette.id: {"b"}}


def test_a_second_sign_out_takes_the_place_of_the_first(db: Session, cast: Cast) -> None:
    first, second = granted(db, cast.mette, "a"), granted(db, cast.mette, "a", "b")
    assert who_may_upload(db, [first]) == {}
    assert who_may_upload(db, [second]) == {cast.mette.id: {"a", "b"}}


def test_signing_out_everywhere_ends_it_also_when_it_has_sent_everything(
    db: Session, cast: Cast
) -> None:
    phone = [granted(db, cast.mette), granted(db, cast.mette, "c"), granted(db, cast.anders)]
    use_upload_grant(db, phone, cast.mette.id, "c")
    shut_out(db, cast.mette)
    assert set(who_may_upload(db, phone)) == {cast.anders.id}


def test_it_ends_with_the_person_s_last_place_for_good(db: Session, cast: Cast) -> None:
    phone = [granted(db, cast.jens)]
    place = cast.jens.membership_in(cast.circle.id)
    assert place
    end_membership(db, cast.mette, membership_id=place.id)
    db.flush()
    db.expire_all()
    assert who_may_upload(db, phone) == {}
    db.add(place_of(cast.jens, cast.circle.id))
    db.flush()
    db.expire_all()
    assert cast.jens.active_memberships
    assert who_may_upload(db, phone) == {}
