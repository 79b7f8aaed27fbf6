"""The demo's mailbox."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from herning_pwa import clock
from herning_pwa.config import settings
from herning_pwa.errors import NotFound
from herning_pwa.i18n import _, stamp
from herning_pwa.meetings.queries.letter import meeting_letter
from herning_pwa.notifications.models import LINK_HOLE, Channel, Mail

MAILBOX_LIMIT = 50


@dataclass(frozen=True)
class MailView:
    """One mail as its reader would see it: paragraphs before the link, the link, the rest."""

    mail_id: str = ""
    subject: str = ""
    receiver: str = ""
    written: str = ""
    before: str = ""
    link: str = ""
    after: str = ""
    enclosed: str = ""


def mailbox(db: Session) -> list[MailView]:
    """The newest mail of a demo, where nothing leaves the house. NotFound anywhere else."""
    if not settings().demo:
        raise NotFound
    newest = (
        select(Mail)
        .where(or_(Mail.meeting_id.is_(None), Mail.method.is_not(None), Mail.due_at.is_not(None)))
        .options(joinedload(Mail.to_person))
        .order_by(Mail.created_at.desc(), Mail.id.desc())
    )
    mails = db.scalars(newest.limit(MAILBOX_LIMIT)).all()
    return [view for mail in mails if (view := _worded(db, mail))]


def _worded(db: Session, mail: Mail) -> MailView | None:
    """One about a meeting that waits is worded as it would go now; none when it would not."""
    if mail.meeting_id is None or mail.sent_at:
        return _as_read(mail)
    letter = meeting_letter(db, mail)
    if letter is None:
        return None
    return replace(_as_read(mail), subject=letter.subject, before=letter.body)


def _as_read(mail: Mail) -> MailView:
    before, _hole, after = mail.body.partition(LINK_HOLE)
    has_come = mail.due_at is None or mail.due_at <= clock.now()
    return MailView(
        mail_id=str(mail.id),
        subject=mail.subject,
        receiver=mail.address,
        written=_written(mail),
        before=before.strip(),
        link=f"{mail.link_path}{mail.secret}" if mail.secret and has_come else "",
        after=after.strip(),
        enclosed=_enclosed(mail),
    )


def _enclosed(mail: Mail) -> str:
    """What the words do not show: a file with it, or that it took another way."""
    if mail.channel is Channel.PUSH:
        return _("Went to the phone instead of the mailbox")
    return _("With a file for the calendar") if mail.meeting_id else ""


def _written(mail: Mail) -> str:
    if mail.due_at and mail.due_at > clock.now():
        return _("Will be sent {moment}").format(moment=stamp(mail.due_at))
    return stamp(mail.created_at)
