"""Writing messages down, in the transaction of what they tell about. A loop sends them."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select, true
from sqlalchemy.orm import Session

from herning_pwa import clock, routes
from herning_pwa.config import settings
from herning_pwa.i18n import _
from herning_pwa.notifications.commands.quiet import outside_quiet_hours
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import NewsBy, Person
from herning_pwa.people.passwords import new_secret

DIGEST_INTERVAL = timedelta(days=1)


def write_mail(
    db: Session,
    *,
    address: str,
    subject: str,
    body: str,
    link_path: str | None = None,
    due_at: datetime | None = None,
) -> Mail:
    """Mail to somebody who may have no account yet, sent at once or when it is ``due_at``.

    With ``link_path`` the mail gets a new secret (``mail.secret``), and ``{link}`` in the
    body becomes the public address, the path and the secret when it is sent.
    """
    mail = Mail(
        to_address=address,
        subject=subject,
        body=body,
        link_path=link_path,
        link_seed=new_secret() if link_path else None,
        due_at=due_at or clock.now(),
    )
    db.add(mail)
    db.flush()
    return mail


def tell_there_is_news(
    db: Session,
    person: Person,
    *,
    can_wait: bool = True,
    opens: str = routes.HOME,
    due_at: datetime | None = None,
    by_night: bool = False,
) -> None:
    """A message without names or content: once a day at most, and never between 20 and 8.

    News that cannot wait for the next day's message is sent although there was one today, at
    ``due_at`` where it was said; what the morning would be too late for, ``by_night`` too.
    ``opens`` is the page a tap on the phone leads to.
    """
    if person.news_by is NewsBy.NOTHING or (can_wait and _was_told_today(db, person)):
        return
    due_at = due_at or outside_quiet_hours(clock.now())
    if _is_about_to_hear(db, person, opens, due_at, by_night=by_night):
        return
    db.add(
        Mail(
            to_person_id=person.id,
            subject=_("There is news for you"),
            body=_("There is news for you. Open the app to see it:\n{address}").format(
                address=settings().public_url
            ),
            opens=opens,
            due_at=due_at,
            by_night=by_night,
        )
    )


def _is_about_to_hear(
    db: Session, person: Person, opens: str, due_at: datetime, *, by_night: bool
) -> bool:
    """What waits to be sent about the same page, no later, tells this too."""
    waiting = select(Mail.id).where(
        Mail.to_person_id == person.id,
        Mail.opens == opens,
        Mail.sent_at.is_(None),
        Mail.claimed_at.is_(None),
        Mail.due_at <= due_at,
        Mail.by_night if by_night else true(),
    )
    return db.scalar(waiting.limit(1)) is not None


def _was_told_today(db: Session, person: Person) -> bool:
    since = clock.now() - DIGEST_INTERVAL
    told = select(Mail.id).where(
        Mail.to_person_id == person.id, Mail.opens.is_not(None), Mail.created_at > since
    )
    return db.scalar(told.limit(1)) is not None


def cancel_mail(db: Session, mail_id: UUID | None) -> None:
    """Stop a mail whose reason has gone; one that has been sent only loses its link."""
    mail = db.get(Mail, mail_id) if mail_id else None
    if mail:
        mail.cancel()
