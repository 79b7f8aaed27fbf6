"""A message, written down before it is sent."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.config import settings
from herning_pwa.db import Base
from herning_pwa.meetings.models import Meeting
from herning_pwa.people.models import Person
from herning_pwa.people.passwords import hash_secret

LINK_HOLE = "{link}"
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440, 2880))
CLAIM_LIFE = timedelta(minutes=10)


class CalendarMethod(StrEnum):
    """What a calendar is asked to do with the meeting in a mail (RFC 5546)."""

    REQUEST = "request"
    CANCEL = "cancel"


class Channel(StrEnum):
    """The way a message went out."""

    MAIL = "mail"
    PUSH = "push"


class Mail(Base):
    """One message to one person or address, and how sending it went.

    ``{link}`` in the body stands for a secret link. The secret is not in the database:
    it comes out of ``link_seed`` and the installation's key together, and the seed goes
    when the mail has been sent. Nothing here names a child or carries what people wrote.

    A mail about a meeting is worded when it is sent, from the meeting as it then is. What it
    told is then kept: each person hears of each ``sequence`` of a meeting once.

    What only says that there is news goes to the receiver's phones instead, where they have
    said yes to that. Which way is decided when it is sent.
    """

    __tablename__ = "mail"
    __table_args__ = (
        CheckConstraint("(to_person_id IS NULL) <> (to_address IS NULL)", name="one_receiver"),
        UniqueConstraint("to_person_id", "meeting_id", "sequence"),
        Index(None, "sent_at", "due_at"),
    )

    to_person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    to_address: Mapped[str | None] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(120))
    body: Mapped[str] = mapped_column(String(4000))
    link_path: Mapped[str | None] = mapped_column(String(120))
    link_seed: Mapped[str | None] = mapped_column(String(64))
    opens: Mapped[str | None] = mapped_column(String(120))  # the page that news is about
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    method: Mapped[CalendarMethod | None]
    sequence: Mapped[int | None]  # as the calendar was told it
    meeting_sequence: Mapped[int | None]  # the meeting's own at that time
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    due_at: Mapped[datetime | None] = mapped_column(default=clock.now)  # none: not to be tried
    # News that the morning would be too late for.
    by_night: Mapped[bool] = mapped_column(default=False, server_default=false())
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    channel: Mapped[Channel | None]  # once it is sent
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(String(120), default="")

    to_person: Mapped[Person | None] = relationship()
    meeting: Mapped[Meeting | None] = relationship()

    @property
    def address(self) -> str:
        """Where it goes: the person's address as it is now."""
        return self.to_address or (self.to_person.email if self.to_person else "")

    @property
    def secret(self) -> str:
        """The secret in the link; empty when there is no link any more."""
        return hash_secret(f"link:{self.link_seed}") if self.link_seed else ""

    @property
    def link(self) -> str:
        """The whole link; empty when there is none."""
        return f"{settings().public_url}{self.link_path}{self.secret}" if self.secret else ""

    @property
    def text(self) -> str:
        """The body as it is read, with its link in place."""
        return self.body.replace(LINK_HOLE, self.link)

    @property
    def has_failed(self) -> bool:
        return self.sent_at is None and self.due_at is None

    def was_sent(self, channel: Channel = Channel.MAIL) -> None:
        """Delivered to the server that brings it on. The link's seed has done its work."""
        self.sent_at, self.claimed_at, self.last_error = clock.now(), None, ""
        self.channel = channel
        if not settings().demo:  # a demo keeps its links, so that the mailbox page can show them
            self.link_seed = None

    def was_not_sent(self, why: str, *, for_good: bool) -> None:
        """Try again later, each time after a longer wait, or never when it cannot help."""
        self.last_error, self.claimed_at, self.sequence = why[:120], None, None
        can_wait = not for_good and self.attempts <= len(WAITS)
        self.due_at = clock.now() + WAITS[self.attempts - 1] if can_wait else None

    def cancel(self) -> None:
        """Not to be sent after all: the reason for it has gone."""
        if self.sent_at is None:
            self.due_at = None
        self.link_seed = None
