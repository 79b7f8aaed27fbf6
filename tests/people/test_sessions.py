"""Signing in and out, and when a session has run out."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.models import Activity, Outcome
from herning_pwa.circles.models import Membership, Relation, Role
from herning_pwa.errors import NotFound, NotSignedIn, SecondFactorMissing
from herning_pwa.people.commands import choose_circle, end_own_session, who_has_password
from herning_pwa.people.models import (
    ABSOLUTE_LIMIT,
    FRESH_FOR,
    IDLE_LIMIT,
    Method,
    Person,
    SignInSession,
    Staff,
)
from herning_pwa.people.passwords import hash_password, hash_secret
from herning_pwa.people.sessions import (
    begin_session,
    end_session,
    end_sessions_of,
    find_live,
    load_actor,
    pages_to_close,
    prove_session,
    sessions_of,
    touch,
)
from tests.cast import Cast
from tests.fresh import installation

PASSWORD = "rolig sommer ved fjorden"


@pytest.fixture
def mette_has_a_password(db: Session, cast: Cast) -> None:
    cast.mette.password_hash = hash_password(PASSWORD)
    db.flush()


def signed_in(db: Session, person: Person, method: Method = Method.PASSKEY) -> str:
    """The hash of a new session's secret."""
    return hash_secret(begin_session(db, person, method=method))


def denials(db: Session) -> int:
    counted = select(func.count()).where(Activity.outcome == Outcome.DENIED)
    return db.scalar(counted) or 0


@pytest.mark.usefixtures("mette_has_a_password")
def test_mette_is_known_however_she_writes_her_address(db: Session, cast: Cast) -> None:
    assert who_has_password(db, email=" METTE@familie.example", password=PASSWORD) is cast.mette


@pytest.mark.usefixtures("mette_has_a_password")
def test_a_wrong_password_gives_nobody_and_is_logged(db: Session) -> None:
    assert who_has_password(db, email="mette@familie.example", password="forkert") is None
    assert denials(db) == 1


@pytest.mark.usefixtures("cast")
def test_an_unknown_person_gives_nobody_and_is_logged(db: Session) -> None:
    assert who_has_password(db, email="ingen@familie.example", password=PASSWORD) is None
    assert denials(db) == 1


def test_the_secret_itself_is_nowhere_in_the_database(db: Session, cast: Cast) -> None:
    secret = begin_session(db, cast.mette, method=Method.PASSWORD)
    stored = db.scalars(select(SignInSession.secret_hash)).all()
    assert secret not in stored
    assert hash_secret(secret) in stored


def test_a_session_idles_out(db: Session, cast: Cast) -> None:
    hashed = signed_in(db, cast.mette)
    with time_machine.travel(clock.now() + IDLE_LIMIT - timedelta(seconds=5), tick=False):
        assert find_live(db, hashed)
    with time_machine.travel(clock.now() + IDLE_LIMIT, tick=False):
        assert find_live(db, hashed) is None
        with pytest.raises(NotSignedIn):
            load_actor(db, hashed)


def test_doing_something_starts_the_clock_afresh(db: Session, cast: Cast) -> None:
    hashed = signed_in(db, cast.mette)
    session = find_live(db, hashed)
    assert session
    with time_machine.travel(clock.now() + timedelta(minutes=20), tick=False):
        touch(db, session.id)
    db.expire_all()
    with time_machine.travel(clock.now() + timedelta(minutes=45), tick=False):
        assert find_live(db, hashed)


def test_no_session_outlives_twelve_hours(db: Session, cast: Cast) -> None:
    hashed = signed_in(db, cast.mette)
    session = db.scalars(select(SignInSession)).one()
    later = clock.now() + ABSOLUTE_LIMIT
    session.last_seen_at = later
    db.flush()
    with time_machine.travel(later, tick=False):
        assert find_live(db, hashed) is None


def test_an_ended_session_is_over_and_may_be_ended_again(db: Session, cast: Cast) -> None:
    hashed = signed_in(db, cast.mette)
    end_session(db, hashed)
    end_session(db, hashed)
    end_session(db, hash_secret("nothing"))
    assert find_live(db, hashed) is None


def test_mette_sees_her_own_circle_and_cannot_choose_another(db: Session, cast: Cast) -> None:
    hashed = signed_in(db, cast.mette)
    actor = load_actor(db, hashed)
    assert actor.circle_id == cast.circle.id
    with pytest.raises(NotFound):
        choose_circle(
            db, actor.person, session_id=actor.session_id, circle_id=str(cast.other_circle.id)
        )


def test_a_person_in_two_circles_chooses_between_them(db: Session, cast: Cast) -> None:
    db.add(
        Membership(
            circle=cast.other_circle,
            person=cast.sanne,
            role=Role.PROFESSIONAL,
            relation=Relation.SOCIAL_WORKER,
        )
    )
    hashed = signed_in(db, cast.sanne)
    actor = load_actor(db, hashed)
    choose_circle(
        db, actor.person, session_id=actor.session_id, circle_id=str(cast.other_circle.id)
    )
    assert load_actor(db, hashed).circle_id == cast.other_circle.id


@pytest.mark.parametrize("method", [Method.PASSWORD, Method.PASSWORD_AND_MAIL])
def test_sanne_with_one_factor_is_not_signed_in_to_anything(
    db: Session, cast: Cast, method: Method
) -> None:
    hashed = signed_in(db, cast.sanne, method)
    with pytest.raises(SecondFactorMissing):
        load_actor(db, hashed)
    assert load_actor(db, hashed, may_be_limited=True).person is cast.sanne
    session = find_live(db, hashed)
    assert session
    assert session.is_limited


@pytest.mark.parametrize("method", [Method.PASSWORD_AND_TOTP, Method.PASSKEY, Method.OIDC])
def test_sanne_with_two_factors_is(db: Session, cast: Cast, method: Method) -> None:
    assert load_actor(db, signed_in(db, cast.sanne, method)).person is cast.sanne


def test_mette_needs_no_second_factor(db: Session, cast: Cast) -> None:
    assert load_actor(db, signed_in(db, cast.mette, Method.PASSWORD)).person is cast.mette


def test_whoever_becomes_staff_is_limited_at_once(db: Session, cast: Cast) -> None:
    hashed = signed_in(db, cast.inger, Method.PASSWORD)
    cast.inger.staff = Staff.PROFESSIONAL
    with pytest.raises(SecondFactorMissing):
        load_actor(db, hashed)


def test_a_demos_session_is_over_where_there_is_no_demo(db: Session, cast: Cast) -> None:
    hashed = signed_in(db, cast.sanne, Method.DEMO)
    assert load_actor(db, hashed).person is cast.sanne
    with installation(HERNING_DEMO="0"):
        assert find_live(db, hashed) is None
        with pytest.raises(NotSignedIn):
            load_actor(db, hashed)


def test_showing_oneself_again_is_fresh_again(db: Session, cast: Cast) -> None:
    hashed = signed_in(db, cast.mette, Method.PASSKEY)
    with time_machine.travel(clock.now() + FRESH_FOR, tick=False):
        assert not load_actor(db, hashed).is_fresh
        prove_session(db, hashed, Method.PASSWORD)
        assert load_actor(db, hashed).is_fresh
    session = db.scalars(select(SignInSession)).one()
    assert session.method is Method.PASSKEY, "a weaker proof takes nothing away"


def test_a_second_factor_opens_sannes_session(db: Session, cast: Cast) -> None:
    hashed = signed_in(db, cast.sanne, Method.PASSWORD_AND_MAIL)
    prove_session(db, hashed, Method.PASSKEY)
    assert load_actor(db, hashed).person is cast.sanne


def test_an_ended_session_cannot_be_proved(db: Session, cast: Cast) -> None:
    hashed = signed_in(db, cast.mette)
    end_session(db, hashed)
    with pytest.raises(NotSignedIn):
        prove_session(db, hashed, Method.PASSKEY)


def test_mette_ends_one_of_her_own_and_fatima_cannot(db: Session, cast: Cast) -> None:
    there, here = signed_in(db, cast.mette), signed_in(db, cast.mette)
    ended = load_actor(db, there).session_id
    for not_hers in (ended, "junk", None):
        with pytest.raises(NotFound):
            end_own_session(db, cast.fatima, session_id=not_hers)
    end_own_session(db, cast.mette, session_id=str(ended))
    assert [session.secret_hash for session in sessions_of(db, cast.mette)] == [here]
    assert pages_to_close(db) == {there}


def test_signing_out_elsewhere_closes_those_pages_and_keeps_this_one(
    db: Session, cast: Cast
) -> None:
    elsewhere, here, anders = (
        signed_in(db, cast.mette),
        signed_in(db, cast.mette),
        signed_in(db, cast.anders),
    )
    end_sessions_of(db, cast.mette, but=load_actor(db, here).session_id)
    assert [session.secret_hash for session in sessions_of(db, cast.mette)] == [here]
    assert pages_to_close(db) == {elsewhere}
    assert find_live(db, anders)
