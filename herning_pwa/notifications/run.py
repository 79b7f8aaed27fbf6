"""The loop that sends what has been written down. Several may run at once."""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime
from email.message import EmailMessage
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, aliased

from herning_pwa import clock
from herning_pwa.config import settings
from herning_pwa.db import reading, transaction
from herning_pwa.meetings.commands.letters import hold_letters, word_letter
from herning_pwa.notifications.delivery import NotDelivered, deliver, letter_for
from herning_pwa.notifications.models import CLAIM_LIFE, Mail

PAUSE_SECONDS = 5
AT_ONCE = 20

log = logging.getLogger(__name__)


async def deliver_forever() -> None:
    """Send what is due, pause, and again. Without a mail server there is nothing to do."""
    while settings().smtp_url:
        try:
            await asyncio.to_thread(deliver_due)
        except SQLAlchemyError as error:
            # Without its traceback, which could carry addresses.
            log.error("the mail could not be looked up: %s", type(error).__name__)  # noqa: TRY400
        await asyncio.sleep(PAUSE_SECONDS)


def deliver_due() -> int:
    """Send the mail that is due now; gives how many were sent."""
    with reading() as db:
        waiting = select(Mail.id).where(_is_due(clock.now())).order_by(Mail.due_at)
        ids = list(db.scalars(waiting.limit(AT_ONCE)))
    return sum(_send(mail_id) for mail_id in ids)


def _is_due(now: datetime) -> ColumnElement[bool]:
    """Unsent, its time has come, and no other process is at it (or that one died)."""
    return and_(
        Mail.sent_at.is_(None),
        Mail.due_at <= now,
        or_(Mail.claimed_at.is_(None), Mail.claimed_at < now - CLAIM_LIFE),
    )


def _send(mail_id: UUID) -> bool:
    """Claim, send outside any transaction, write down how it went."""
    try:
        with transaction() as db:
            letter = _claim(db, mail_id)
        if letter is None:
            return False
        deliver(letter)
    except NotDelivered as problem:
        log.warning("mail %s was not sent: %s", mail_id, problem)
        with transaction() as db:
            db.get_one(Mail, mail_id).was_not_sent(str(problem), for_good=problem.for_good)
        return False
    with transaction() as db:
        db.get_one(Mail, mail_id).was_sent()
    return True


def _claim(db: Session, mail_id: UUID) -> EmailMessage | None:
    """The letter to send, for the one process that got hold of it.

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
    if mail is None or not mail.meeting_id:
        return letter_for(mail) if mail else None
    calendar = word_letter(db, mail)
    if calendar is None:
        mail.cancel()
        return None
    return letter_for(mail, calendar)


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
