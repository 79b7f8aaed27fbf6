"""The loop that sends what has been written down. Several may run at once."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from email.message import EmailMessage
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select, true, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, aliased

from herning_pwa import clock
from herning_pwa.config import settings
from herning_pwa.db import reading, transaction
from herning_pwa.home.queries.things import how_many_wait
from herning_pwa.meetings.commands.letters import hold_letters, word_letter
from herning_pwa.notifications.commands.subscribing import note_reached, subscriptions_of
from herning_pwa.notifications.delivery.mail import NotDelivered, deliver, letter_for
from herning_pwa.notifications.delivery.push import Poke, Reached, payload_for, poke, poke_for
from herning_pwa.notifications.models import CLAIM_LIFE, Channel, Mail, PushSubscription
from herning_pwa.people.models import NewsBy, Person

PAUSE_SECONDS = 5
AT_ONCE = 20
_ANY = true()
_IS_NEWS = Mail.opens.is_not(None)

log = logging.getLogger(__name__)


async def deliver_forever() -> None:
    """Send what is due, pause, and again. A slow push service holds no code or link back."""
    await asyncio.gather(_keep_sending(~_IS_NEWS), _keep_sending(_IS_NEWS))


async def _keep_sending(which: ColumnElement[bool]) -> None:
    while True:
        try:
            await asyncio.to_thread(deliver_due, which)
        except SQLAlchemyError as error:
            # Without its traceback, which could carry addresses.
            log.error("the mail could not be looked up: %s", type(error).__name__)  # noqa: TRY400
        await asyncio.sleep(PAUSE_SECONDS)


def deliver_due(which: ColumnElement[bool] = _ANY) -> int:
    """Send the messages that are due now; gives how many were sent."""
    with reading() as db:
        waiting = select(Mail.id).where(which, _is_due(clock.now())).order_by(Mail.due_at)
        ids = list(db.scalars(waiting.limit(AT_ONCE)))
    return sum(_send(mail_id) for mail_id in ids)


def _is_due(now: datetime) -> ColumnElement[bool]:
    """Unsent, its time has come, and no other process is at it (or that one died)."""
    return and_(
        Mail.sent_at.is_(None),
        Mail.due_at <= now,
        or_(Mail.claimed_at.is_(None), Mail.claimed_at < now - CLAIM_LIFE),
        true() if settings().smtp_url else _goes_by_push(),
    )


def _goes_by_push() -> ColumnElement[bool]:
    """Without a mail server there is nothing else to do."""
    theirs = PushSubscription.person_id == Mail.to_person_id
    wanted = and_(Person.id == Mail.to_person_id, Person.news_by == NewsBy.PUSH)
    return and_(_IS_NEWS, exists().where(theirs), exists().where(wanted))


def _send(mail_id: UUID) -> bool:
    """Claim, send outside any transaction, write down how it went."""
    try:
        with transaction() as db:
            parcel = _claim(db, mail_id)
        if parcel is None:
            return False
        channel = _hand_over(mail_id, parcel)
    except NotDelivered as problem:
        log.warning("mail %s was not sent: %s", mail_id, problem)
        with transaction() as db:
            db.get_one(Mail, mail_id).was_not_sent(str(problem), for_good=problem.for_good)
        return False
    with transaction() as db:
        db.get_one(Mail, mail_id).was_sent(channel)
    return True


def _hand_over(mail_id: UUID, parcel: EmailMessage | list[Poke]) -> Channel:
    """By push to every browser at once, or by mail when none of them could be reached.

    Raises NotDelivered.
    """
    if isinstance(parcel, list):
        if _reach(parcel):
            return Channel.PUSH
        with reading() as db:
            parcel = letter_for(db.get_one(Mail, mail_id))
    deliver(parcel)
    return Channel.MAIL


def _reach(pokes: list[Poke]) -> bool:
    """Whether one browser at least was reached. One that is gone is forgotten."""
    went = {each.subscription_id: poke(each) for each in pokes}
    with transaction() as db:
        note_reached(db, went)
    return Reached.YES in went.values()


def _claim(db: Session, mail_id: UUID) -> EmailMessage | list[Poke] | None:
    """What to send, for the one process that got hold of it.

    Raises NotDelivered for an address that no mail can be written to.
    """
    meeting_id = db.scalar(select(Mail.meeting_id).where(Mail.id == mail_id))
    if meeting_id:
        hold_letters(db, meeting_id)
    mail = db.scalar(
        update(Mail)
        .where(Mail.id == mail_id, _is_due(clock.now()), ~_another_is_under_way(mail_id))
        .values(claimed_at=clock.now(), attempts=Mail.attempts + 1)
        .returning(Mail)
    )
    if mail is None:
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


def _as_wanted(
    db: Session, mail: Mail, person: Person, opens: str
) -> EmailMessage | list[Poke] | None:
    """News goes the way its receiver wants it now; none when they want to hear nothing."""
    if person.news_by is NewsBy.NOTHING:
        mail.cancel()
        return None
    browsers = subscriptions_of(db, person) if person.news_by is NewsBy.PUSH else []
    if not browsers:
        return letter_for(mail)
    payload = payload_for(opens, waiting=how_many_wait(db, person))
    return [poke_for(browser, payload, topic=mail.id) for browser in browsers]


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
