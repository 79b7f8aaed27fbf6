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
from herning_pwa.errors import NotFound, NotSignedIn
from herning_pwa.people.commands import choose_circle, sign_in
from herning_pwa.people.models import ABSOLUTE_LIMIT, IDLE_LIMIT, SignInSession
from herning_pwa.people.passwords import hash_password, hash_secret
from herning_pwa.people.sessions import begin_session, end_session, find_live, load_actor, touch
from tests.cast import Cast

PASSWORD = "rolig sommer ved fjorden"


@pytest.fixture
def mette_has_a_password(db: Session, cast: Cast) -> None:
    cast.mette.password_hash = hash_password(PASSWORD)
    db.flush()


def denials(db: Session) -> int:
    counted = select(func.count()).where(Activity.outcome == Outcome.DENIED)
    return db.scalar(counted) or 0


@pytest.mark.usefixtures("mette_has_a_password")
def test_mette_signs_in_however_she_writes_her_address(db: Session, cast: Cast) -> None:
    secret = sign_in(db, email=" METTE@familie.example", password=PASSWORD)
    assert secret is not None
    assert load_actor(db, hash_secret(secret)).person is cast.mette


@pytest.mark.usefixtures("mette_has_a_password")
def test_a_wrong_password_gives_nothing_and_is_logged(db: Session) -> None:
    assert sign_in(db, email="mette@familie.example", password="forkert") is None
    assert denials(db) == 1


@pytest.mark.usefixtures("cast")
def test_an_unknown_person_gives_nothing_and_is_logged(db: Session) -> None:
    assert sign_in(db, email="ingen@familie.example", password=PASSWORD) is None
    assert denials(db) == 1


def test_the_secret_itself_is_nowhere_in_the_database(db: Session, cast: Cast) -> None:
    secret = begin_session(db, cast.mette)
    stored = db.scalars(select(SignInSession.secret_hash)).all()
    assert secret not in stored
    assert hash_secret(secret) in stored


def test_a_session_idles_out(db: Session, cast: Cast) -> None:
    hashed = hash_secret(begin_session(db, cast.mette))
    with time_machine.travel(clock.now() + IDLE_LIMIT - timedelta(seconds=5), tick=False):
        assert find_live(db, hashed)
    with time_machine.travel(clock.now() + IDLE_LIMIT, tick=False):
        assert find_live(db, hashed) is None
        with pytest.raises(NotSignedIn):
            load_actor(db, hashed)


def test_doing_something_starts_the_clock_afresh(db: Session, cast: Cast) -> None:
    hashed = hash_secret(begin_session(db, cast.mette))
    session = find_live(db, hashed)
    assert session
    with time_machine.travel(clock.now() + timedelta(minutes=20), tick=False):
        touch(db, session.id)
    db.expire_all()
    with time_machine.travel(clock.now() + timedelta(minutes=45), tick=False):
        assert find_live(db, hashed)


def test_no_session_outlives_twelve_hours(db: Session, cast: Cast) -> None:
    hashed = hash_secret(begin_session(db, cast.mette))
    session = db.scalars(select(SignInSession)).one()
    later = clock.now() + ABSOLUTE_LIMIT
    session.last_seen_at = later
    db.flush()
    with time_machine.travel(later, tick=False):
        assert find_live(db, hashed) is None


def test_an_ended_session_is_over_and_may_be_ended_again(db: Session, cast: Cast) -> None:
    hashed = hash_secret(begin_session(db, cast.mette))
    end_session(db, hashed)
    end_session(db, hashed)
    end_session(db, hash_secret("nothing"))
    assert find_live(db, hashed) is None


def test_mette_sees_her_own_circle_and_cannot_choose_another(db: Session, cast: Cast) -> None:
    hashed = hash_secret(begin_session(db, cast.mette))
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
    hashed = hash_secret(begin_session(db, cast.sanne))
    actor = load_actor(db, hashed)
    choose_circle(
        db, actor.person, session_id=actor.session_id, circle_id=str(cast.other_circle.id)
    )
    assert load_actor(db, hashed).circle_id == cast.other_circle.id
