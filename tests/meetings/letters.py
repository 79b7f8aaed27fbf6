"""Sending the mail about meetings that is due, as the loop does, and reading what it says."""

from __future__ import annotations

from icalendar import Calendar, Event
from sqlalchemy import select
from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.meetings.commands.letters import word_letter
from herning_pwa.notifications.delivery.mail import letter_for
from herning_pwa.notifications.models import Mail
from herning_pwa.people.models import Person


def letters_waiting(db: Session, person: Person) -> list[Mail]:
    """Mail about meetings that is still to be sent to the person."""
    waiting = select(Mail).where(
        Mail.to_person_id == person.id,
        Mail.meeting_id.is_not(None),
        Mail.sent_at.is_(None),
        Mail.due_at.is_not(None),
    )
    return list(db.scalars(waiting))


def send_letters(db: Session, person: Person) -> list[tuple[str, Event]]:
    """Send them all now: the text and the event of each one that had something to tell."""
    sent = []
    for mail in letters_waiting(db, person):
        calendar = word_letter(db, mail)
        if calendar is None:
            mail.cancel()
            continue
        letter = letter_for(mail, calendar)
        mail.sent_at = clock.now()
        db.flush()
        text, invitation = letter.get_payload()
        assert invitation.get_param("method") == str(mail.method).upper()
        (event,) = Calendar.from_ical(invitation.get_content()).walk("VEVENT")
        sent.append((f"{letter['Subject']}\n{text.get_content()}", event))
    return sent
