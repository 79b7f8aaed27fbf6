"""Taking one message that is due, for the one process that is to send it, and how it is to go."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.message import EmailMessage
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select, true, update
from sqlalchemy.orm import Session, aliased

from herning_pwa import clock
from herning_pwa.config import settings
from herning_pwa.home.queries.things import how_many_wait
from herning_pwa.meetings.commands.letters import hold_letters, word_letter
from herning_pwa.notifications.commands.quiet import is_quiet, next_evening
from herning_pwa.notifications.commands.subscribing import subscriptions_of
from herning_pwa.notifications.delivery.mail import letter_for
from herning_pwa.notifications.delivery.push import KEPT_AT_MOST, Poke, payload_for, poke_for
from herning_pwa.notifications.models import CLAIM_LIFE, Mail, PushSubscription
from herning_pwa.people.models import NewsBy, Person

IS_NEWS = Mail.opens.is_not(None)
Parcel = EmailMessage | list[Poke]


def is_due(now: datetime) -> ColumnElement[bool]:
    """Unsent, its time has come, and no other process is at it (or that one died).

    However long it has been late: at night only what the morning would be too late for.
    """
    return and_(
        Mail.sent_at.is_(None),
        Mail.due_at <= now,
        or_(Mail.claimed_at.is_(None), Mail.claimed_at < now - CLAIM_LIFE),
        true() if settings().smtp_url else _goes_by_push(),
        or_(~IS_NEWS, Mail.by_night) if is_quiet(now) else true(),
    )


def _goes_by_push() -> ColumnElement[bool]:
    """Without a mail server there is nothing else to do."""
    theirs = PushSubscription.person_id == Mail.to_person_id
    wanted = and_(Person.id == Mail.to_person_id, Person.news_by == NewsBy.PUSH)
    return and_(IS_NEWS, exists().where(theirs), exists().where(wanted))


def claim(db: Session, mail_id: UUID) -> bool:
    """Whether this process got hold of it. The attempt counts, whatever comes of it."""
    _hold_meeting(db, mail_id)
    taken = db.scalar(
        update(Mail)
        .where(Mail.id == mail_id, is_due(clock.now()), ~_another_is_under_way(mail_id))
        .values(claimed_at=clock.now(), attempts=Mail.attempts + 1)
        .returning(Mail.id)
    )
    return taken is not None


def pack(db: Session, mail_id: UUID) -> Parcel | None:
    """What to send; None when there is nothing to tell any more.

    Raises NotDelivered for an address that no mail can be written to.
    """
    _hold_meeting(db, mail_id)
    mail = db.get_one(Mail, mail_id)
    if mail.due_at is None:  # cancelled a moment ago
        return None
    if mail.opens is not None and mail.to_person is not None:
        return _as_wanted(db, mail, mail.to_person, mail.opens)
    if not mail.meeting_id:
        return letter_for(mail)
    calendar = word_letter(db, mail)
    if calendar is None:
        mail.cancel()
        return None
    return letter_for(mail, calendar)


def _hold_meeting(db: Session, mail_id: UUID) -> None:
    meeting_id = db.scalar(select(Mail.meeting_id).where(Mail.id == mail_id))
    if meeting_id:
        hold_letters(db, meeting_id)


def _as_wanted(db: Session, mail: Mail, person: Person, opens: str) -> Parcel | None:
    """News goes the way its receiver wants it now; none when they want to hear nothing."""
    if person.news_by is NewsBy.NOTHING:
        mail.cancel()
        return None
    browsers = subscriptions_of(db, person) if person.news_by is NewsBy.PUSH else []
    if not browsers:
        return letter_for(mail)
    payload = payload_for(opens, waiting=how_many_wait(db, person))
    kept_for = _kept_for(mail, clock.now())
    return [poke_for(browser, payload, topic=mail.id, kept_for=kept_for) for browser in browsers]


def _kept_for(mail: Mail, now: datetime) -> timedelta:
    """How long it waits for a phone that is off: no longer than until the quiet hours begin."""
    if mail.by_night:
        return KEPT_AT_MOST
    return timedelta() if is_quiet(now) else next_evening(now) - now


def _another_is_under_way(mail_id: UUID) -> ColumnElement[bool]:
    """To the same person about the same meeting: this one waits to hear how that one went."""
    this, other = aliased(Mail), aliased(Mail)
    return exists().where(
        this.id == mail_id,
        other.id != mail_id,
        other.meeting_id == this.meeting_id,
        other.to_person_id == this.to_person_id,
        other.claimed_at.is_not(None),
        other.sent_at.is_(None),
        other.due_at.is_not(None),
    )
