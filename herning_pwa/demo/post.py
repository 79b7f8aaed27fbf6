"""The mail about the story's meetings has long been sent; what is told next builds on it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.meetings.commands.letters import word_letter
from herning_pwa.notifications.models import Mail


def post_letters(db: Session) -> None:
    due = select(Mail).where(Mail.meeting_id.is_not(None), Mail.due_at <= clock.now())
    for mail in db.scalars(due.order_by(Mail.due_at)).all():
        if word_letter(db, mail):
            mail.sent_at = mail.due_at
        else:
            mail.cancel()
