"""Sign-in sessions: beginning, finding, touching, proving and ending them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session, joinedload

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.circles.models import Membership
from herning_pwa.errors import NotSignedIn, SecondFactorMissing
from herning_pwa.notifications.commands.subscribing import end_subscriptions_under
from herning_pwa.people.models import Method, Person, SignInSession
from herning_pwa.people.passwords import hash_secret, new_secret

TOUCH_INTERVAL = timedelta(seconds=30)


@dataclass(frozen=True)
class LiveSession:
    """What the gate needs to know of a live session, free of the database."""

    id: UUID
    secret_hash: str
    person_id: UUID
    last_seen_at: datetime
    is_limited: bool


def begin_session(
    db: Session,
    person: Person,
    *,
    method: Method,
    browser: str = "",
    shown_at: datetime | None = None,
) -> str:
    """Sign the person in; gives the secret for the cookie, which is stored nowhere else.

    ``method`` is how they showed who they are, ``shown_at`` when (now, unless it was said),
    ``browser`` what their browser is called.
    """
    secret = new_secret()
    session = SignInSession(
        secret_hash=hash_secret(secret),
        person_id=person.id,
        method=method,
        browser=browser,
        proved_at=shown_at or clock.now(),
    )
    db.add(session)
    record(db, person, "session.begun", session)
    return secret


def find_live(db: Session, secret_hash: str) -> LiveSession | None:
    """The live session with this hash. Looking is not activity: the clock keeps running."""
    session = db.scalar(_with_person(secret_hash))
    if session is None or not session.is_live:
        return None
    return LiveSession(
        session.id,
        session.secret_hash,
        session.person_id,
        session.last_seen_at,
        session.is_limited,
    )


def _with_person(secret_hash: str) -> Select[SignInSession]:
    return (
        select(SignInSession)
        .where(SignInSession.secret_hash == secret_hash)
        .options(joinedload(SignInSession.person))
    )


def prove_session(db: Session, secret_hash: str, method: Method) -> None:
    """The person has just shown who they are again; a stronger method is one from now on.

    Raises NotSignedIn.
    """
    session = db.scalar(_with_person(secret_hash))
    if session is None or not session.is_live:
        raise NotSignedIn
    session.prove(method)
    record(db, session.person, "session.proved", session)


def sessions_of(db: Session, person: Person) -> list[SignInSession]:
    """Where the person is signed in now, the latest used first."""
    statement = (
        select(SignInSession)
        .where(SignInSession.person_id == person.id, SignInSession.ended_at.is_(None))
        .options(joinedload(SignInSession.person))
        .order_by(SignInSession.last_seen_at.desc())
    )
    return [session for session in db.scalars(statement) if session.is_live]


def touch(db: Session, session_id: UUID) -> None:
    """Note that the person did something."""
    db.execute(
        update(SignInSession).where(SignInSession.id == session_id).values(last_seen_at=clock.now())
    )


def close_pages_of(db: Session, person_id: UUID) -> None:
    """Close every open page of the person once this transaction is through.

    Each page then opens its socket anew and shows what the person may see from now on.
    """
    live = select(SignInSession.secret_hash).where(
        SignInSession.person_id == person_id, SignInSession.ended_at.is_(None)
    )
    pages_to_close(db).update(db.scalars(live))


def pages_to_close(db: Session) -> set[str]:
    """The sign-in sessions whose open sockets are to be cut after the commit, by their hash."""
    hashes: set[str] = db.info.setdefault("pages_to_close", set())
    return hashes


def end_session(db: Session, secret_hash: str) -> None:
    """Sign out, and close its open pages. Ending twice, or ending nothing, is fine."""
    session = db.scalar(_with_person(secret_hash))
    if session is not None and session.ended_at is None:
        _end(db, session)


def is_another(db: Session, secret_hash: str, session_id: str) -> bool:
    """Whether a live session stands behind the hash, and it is not the one with this id."""
    session = db.scalar(_with_person(secret_hash))
    return session is not None and session.is_live and str(session.id) != session_id


def end_sessions_of(db: Session, person: Person, *, but: UUID | None = None) -> None:
    """Sign the person out everywhere, except in the session ``but``."""
    for session in sessions_of(db, person):
        if session.id != but:
            _end(db, session)


def _end(db: Session, session: SignInSession) -> None:
    session.ended_at = clock.now()
    end_subscriptions_under(db, session.id)
    pages_to_close(db).add(session.secret_hash)
    record(db, session.person, "session.ended", session)


@dataclass(frozen=True)
class Actor:
    """The person behind a live session, and the circle they have chosen to look at."""

    person: Person
    session_id: UUID
    circle_id: UUID | None
    expires_at: datetime
    is_fresh: bool
    is_limited: bool

    @property
    def expires_milliseconds(self) -> int:
        """When the session idles out, in epoch milliseconds, as a browser counts."""
        return int(self.expires_at.timestamp() * 1000)


def load_actor(db: Session, secret_hash: str, *, may_be_limited: bool = False) -> Actor:
    """Who acts, with memberships and circles loaded: read anew for each event.

    Raises NotSignedIn when the session is no longer live, and its SecondFactorMissing for
    staff who have shown only one factor, unless what they ask for is open to them.
    """
    session = db.scalar(
        select(SignInSession)
        .where(SignInSession.secret_hash == secret_hash)
        .options(
            joinedload(SignInSession.person)
            .selectinload(Person.memberships)
            .joinedload(Membership.circle)
        )
    )
    if session is None or not session.is_live:
        raise NotSignedIn
    if session.is_limited and not may_be_limited:
        raise SecondFactorMissing
    return Actor(
        session.person,
        session.id,
        _circle_shown(session),
        session.expires_at,
        session.is_fresh,
        session.is_limited,
    )


def _circle_shown(session: SignInSession) -> UUID | None:
    """The chosen circle, or the first one; none for a person in no circle."""
    places = [m.circle_id for m in session.person.active_memberships]
    if session.circle_id in places:
        return session.circle_id
    return places[0] if places else None
