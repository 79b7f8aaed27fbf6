"""How one's meetings get into one's own calendar: by a secret address, and by mail."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.errors import NotFound, require
from herning_pwa.i18n import _
from herning_pwa.notifications.commands import write_mail
from herning_pwa.people import policy
from herning_pwa.people.calendar_feeds import SEALED_FOR, feed_of
from herning_pwa.people.freshness import sensitive
from herning_pwa.people.models import CalendarFeed, Person
from herning_pwa.people.passwords import hash_secret, new_secret
from herning_pwa.people.sealing import seal


@sensitive
def make_feed(db: Session, actor: Person) -> None:
    """Give the person a new secret address. An earlier one is dead at once."""
    feed, secret = feed_of(db, actor), new_secret()
    if feed is None:
        feed = CalendarFeed(person_id=actor.id, is_detailed=False)
        db.add(feed)
    feed.secret_hash, feed.made_at = hash_secret(secret), clock.now()
    feed.sealed_secret = seal(secret, use=SEALED_FOR, owner_id=actor.id)
    record(db, actor, "calendar_feed.made", feed)
    _tell_owner(db, actor)


@sensitive
def choose_feed_details(db: Session, actor: Person, *, detailed: object) -> None:
    """Whether the calendar also says what the meeting is and where.

    Raises NotFound without a feed, NotAllowed for staff.
    """
    feed = feed_of(db, actor)
    if feed is None:
        raise NotFound
    require(policy.may_have_details_in_feed(actor))
    feed.is_detailed = detailed is True
    record(db, actor, "calendar_feed.changed", feed)


def remove_feed(db: Session, actor: Person) -> None:
    """Nothing is at the address any more. Removing twice, or nothing, is fine."""
    feed = feed_of(db, actor)
    if feed is not None:
        record(db, actor, "calendar_feed.removed", feed)
        db.delete(feed)


def choose_meeting_mail(db: Session, actor: Person, *, wanted: object) -> None:
    """Whether meetings are sent to the person's e-mail."""
    actor.wants_meeting_mail = wanted is True
    record(db, actor, "meeting_mail.chosen", actor)


def _tell_owner(db: Session, person: Person) -> None:
    """So that nobody with somebody else's open phone can do it unseen."""
    write_mail(
        db,
        address=person.email,
        subject=_("Your calendar is connected"),
        body=_(
            "An address for a calendar has been made in your name. Was it not you? "
            "Then remove it under Settings, and choose a new password."
        ),
    )
