"""Which browsers get their person's messages, and what ends that."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id, plain
from herning_pwa.notifications.commands.given import endpoint_in, point_in, secret_in
from herning_pwa.notifications.delivery.push import Reached
from herning_pwa.notifications.models import Mail, PushSubscription
from herning_pwa.people.models import NewsBy, Person, SignInSession

BROWSERS_AT_MOST = 5


def subscribe(
    db: Session,
    actor: Person,
    *,
    session_id: UUID,
    browser_hash: str,
    browser: str,
    endpoint: object,
    p256dh: object,
    auth: object,
) -> None:
    """From now on this browser gets the person's messages, and nobody else's.

    The one heard from longest ago makes room for a sixth. Raises Invalid for an address or
    keys that no browser gives.
    """
    found = PushSubscription(
        person_id=actor.id,
        session_id=session_id,
        browser_hash=browser_hash,
        browser=browser,
        endpoint=endpoint_in(endpoint),
        p256dh=point_in(p256dh),
        auth=secret_in(auth),
    )
    _end_where(db, PushSubscription.endpoint == found.endpoint)
    for oldest in subscriptions_of(db, actor)[BROWSERS_AT_MOST - 1 :]:
        _end(db, oldest)
    db.add(found)
    actor.news_by = NewsBy.PUSH
    record(db, actor, "push_subscription.begun", found)


def subscriptions_of(db: Session, person: Person) -> list[PushSubscription]:
    """The browsers that get the person's messages, the latest first."""
    own = select(PushSubscription).where(PushSubscription.person_id == person.id)
    return list(db.scalars(own.order_by(PushSubscription.created_at.desc(), PushSubscription.id)))


def unsubscribe(db: Session, actor: Person, *, subscription_id: object) -> None:
    """One browser gets no more messages. Raises NotFound."""
    wanted = PushSubscription.id == as_id(subscription_id)
    if not _end_where(db, and_(PushSubscription.person_id == actor.id, wanted)):
        raise NotFound


def choose_news(db: Session, actor: Person, *, by: object) -> None:
    """How the person hears that there is news; they need not be asked any more.

    Raises NotFound for another way.
    """
    try:
        actor.news_by = NewsBy(plain(by))
    except ValueError:
        raise NotFound from None
    actor.push_declined_at = actor.push_declined_at or clock.now()
    record(db, actor, "person.news_chosen", actor)


def decline_push(db: Session, actor: Person) -> None:
    """No, thank you: the person is not asked again. The settings still offer it."""
    actor.push_declined_at = clock.now()
    record(db, actor, "person.push_declined", actor)


def follow_person(db: Session, person: Person, *, browser_hash: str, session_hash: str) -> None:
    """The person has signed in on a browser: what it gets from now on is theirs or nobody's."""
    if not browser_hash:
        return
    here = PushSubscription.browser_hash == browser_hash
    _end_where(db, and_(here, PushSubscription.person_id != person.id))
    session = select(SignInSession.id).where(SignInSession.secret_hash == session_hash)
    db.execute(update(PushSubscription).where(here).values(session_id=session.scalar_subquery()))


def end_subscriptions_under(db: Session, session_id: UUID) -> None:
    """That sign-in has been ended; what its browser got ends with it."""
    _end_where(db, PushSubscription.session_id == session_id)


def end_subscriptions_in(db: Session, browser_hash: str) -> None:
    """Somebody signs out on this browser, also when their session ran out long ago."""
    if browser_hash:
        _end_where(db, PushSubscription.browser_hash == browser_hash)


def end_subscriptions_of(db: Session, person: Person, *, but: UUID | None = None) -> None:
    """Every browser stops, except the one that is signed in under the session ``but``."""
    own = PushSubscription.person_id == person.id
    _end_where(db, and_(own, PushSubscription.session_id != but) if but else own)


def end_messages_without_place(db: Session, person: Person) -> None:
    """Whose last place is over hears nothing more: neither here nor, instead, by mail.

    Staff get new circles. What takes a meeting out of their calendar is no news, and is sent.
    """
    if person.staff is None and not person.active_memberships:
        end_subscriptions_of(db, person)
        unsent = Mail.to_person_id == person.id, Mail.opens.is_not(None), Mail.sent_at.is_(None)
        for news in db.scalars(select(Mail).where(*unsent)):
            news.cancel()


def note_reached(db: Session, went: Mapping[UUID, Reached]) -> None:
    """Write down how sending to each browser went. One that is gone is forgotten."""
    for subscription_id, reached in went.items():
        subscription = db.get(PushSubscription, subscription_id)
        if subscription is None:
            continue
        if reached is Reached.YES:
            subscription.was_reached()
        else:
            subscription.was_not_reached()
        if reached is Reached.NEVER or subscription.is_worn_out:
            _end(db, subscription)


def _end_where(db: Session, which: ColumnElement[bool]) -> bool:
    found = list(db.scalars(select(PushSubscription).where(which)))
    for subscription in found:
        _end(db, subscription)
    return bool(found)


def _end(db: Session, subscription: PushSubscription) -> None:
    record(db, db.get(Person, subscription.person_id), "push_subscription.ended", subscription)
    db.delete(subscription)
    db.flush()
