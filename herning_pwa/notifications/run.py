"""The loop that sends what has been written down. Several may run at once."""

from __future__ import annotations

import asyncio
import logging
from uuid import UUID

from sqlalchemy import ColumnElement, select, true

from herning_pwa import clock
from herning_pwa.db import reading, transaction
from herning_pwa.loops import living_on
from herning_pwa.notifications.commands.claiming import IS_NEWS, Parcel, claim, is_due, pack
from herning_pwa.notifications.commands.subscribing import note_reached
from herning_pwa.notifications.delivery.mail import NotDelivered, deliver, letter_for
from herning_pwa.notifications.delivery.push import Poke, Reached, poke
from herning_pwa.notifications.models import Channel, Mail

PAUSE_SECONDS = 5
AT_ONCE = 20
_ANY = true()

log = logging.getLogger(__name__)


async def deliver_forever() -> None:
    """Send what is due, pause, and again. A slow push service holds no code or link back."""
    await asyncio.gather(_keep_sending(~IS_NEWS), _keep_sending(IS_NEWS))


async def _keep_sending(which: ColumnElement[bool]) -> None:
    while True:
        with living_on("the mail could not be looked up"):
            await asyncio.to_thread(deliver_due, which)
        await asyncio.sleep(PAUSE_SECONDS)


def deliver_due(which: ColumnElement[bool] = _ANY) -> int:
    """Send the messages that are due now; gives how many were sent.

    One that cannot be worked on holds back none behind it.
    """
    with reading() as db:
        waiting = select(Mail.id).where(which, is_due(clock.now())).order_by(Mail.due_at)
        ids = list(db.scalars(waiting.limit(AT_ONCE)))
    sent = 0
    for mail_id in ids:
        with living_on(f"mail {mail_id} was left for later"):
            sent += _send(mail_id)
    return sent


def _send(mail_id: UUID) -> bool:
    """Claim, send outside any transaction, write down how it went."""
    with transaction() as db:
        if not claim(db, mail_id):
            return False
    try:
        with transaction() as db:
            parcel = pack(db, mail_id)
        if parcel is None:
            return False
        channel = _hand_over(mail_id, parcel)
    except NotDelivered as problem:
        log.warning("mail %s was not sent: %s", mail_id, problem)
        _put_off(mail_id, str(problem), for_good=problem.for_good)
        return False
    except Exception as error:
        _put_off(mail_id, type(error).__name__, for_good=False)
        raise
    with transaction() as db:
        db.get_one(Mail, mail_id).was_sent(channel)
    return True


def _put_off(mail_id: UUID, why: str, *, for_good: bool) -> None:
    with transaction() as db:
        db.get_one(Mail, mail_id).was_not_sent(why, for_good=for_good)


def _hand_over(mail_id: UUID, parcel: Parcel) -> Channel:
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
