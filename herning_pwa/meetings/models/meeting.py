"""The meeting itself: when, where, and whether it stands."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from herning_pwa import clock
from herning_pwa.circles.models import Circle
from herning_pwa.db import Base
from herning_pwa.errors import Conflict
from herning_pwa.i18n import _, local, today
from herning_pwa.meetings.models.attendance import Answer, Attendance
from herning_pwa.meetings.models.change import Change, MeetingChange
from herning_pwa.people.models import Person

if TYPE_CHECKING:
    from herning_pwa.meetings.models.agenda import AgendaPoint
    from herning_pwa.meetings.models.order import AgendaPlace
    from herning_pwa.meetings.models.preparation import Preparation
    from herning_pwa.meetings.models.summary import MeetingSummary
    from herning_pwa.meetings.models.time_offer import TimeOffer

PLACE_LIMIT = 200
LINK_LIMIT = 500


class Kind(StrEnum):
    """What sort of meeting. Words in words.py."""

    NETWORK = "network"
    FOLLOW_UP = "follow_up"
    STATUS = "status"
    TALK = "talk"
    HOME_VISIT = "home_visit"


class Status(StrEnum):
    """Whether the meeting stands."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class MeetingClosed(Conflict):
    """The meeting is cancelled or over, so nothing more can be done with it."""


class Meeting(Base):
    """A meeting of some of the people in a circle. Moments are UTC."""

    __tablename__ = "meeting"
    __table_args__ = (
        UniqueConstraint("organiser_id", "form_key"),
        Index(None, "circle_id", "starts_at"),
    )

    circle_id: Mapped[UUID] = mapped_column(ForeignKey("circle.id"))
    organiser_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    form_key: Mapped[UUID]  # the form it came from: sending that form twice is one meeting
    kind: Mapped[Kind]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    place: Mapped[str] = mapped_column(String(PLACE_LIMIT), default="")
    link: Mapped[str] = mapped_column(String(LINK_LIMIT), default="")
    status: Mapped[Status] = mapped_column(default=Status.PLANNED)
    sequence: Mapped[int] = mapped_column(default=0)  # RFC 5545: one up for each change
    time_set_in: Mapped[int] = mapped_column(default=0)  # the sequence that set the present time
    version: Mapped[int] = mapped_column()
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    circle: Mapped[Circle] = relationship()
    organiser: Mapped[Person] = relationship()
    attendances: Mapped[list[Attendance]] = relationship(
        back_populates="meeting", order_by="Attendance.id"
    )
    points: Mapped[list[AgendaPoint]] = relationship(
        back_populates="meeting", order_by="AgendaPoint.id"
    )
    places: Mapped[list[AgendaPlace]] = relationship(
        back_populates="meeting", order_by="AgendaPlace.position"
    )
    changes: Mapped[list[MeetingChange]] = relationship(
        back_populates="meeting", order_by="MeetingChange.sequence"
    )
    preparations: Mapped[list[Preparation]] = relationship(
        back_populates="meeting", order_by="Preparation.id"
    )
    summaries: Mapped[list[MeetingSummary]] = relationship(
        back_populates="meeting", order_by="MeetingSummary.number"
    )
    offers: Mapped[list[TimeOffer]] = relationship(
        back_populates="meeting", order_by="TimeOffer.starts_at, TimeOffer.id"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_cancelled(self) -> bool:
        return self.status is Status.CANCELLED

    @property
    def is_over(self) -> bool:
        return self.ends_at <= clock.now()

    @property
    def is_open(self) -> bool:
        """Whether it can still be answered, moved and added to."""
        return not (self.is_cancelled or self.is_over)

    @property
    def needs_reason_to_move(self) -> bool:
        """A follow-up is moved with a reason that the family reads. Product rules, section 6."""
        return self.kind is Kind.FOLLOW_UP

    @property
    def latest_move(self) -> MeetingChange | None:
        return next((c for c in reversed(self.changes) if c.what is Change.MOVED), None)

    @property
    def changed_at(self) -> datetime:
        return self.changes[-1].at if self.changes else self.created_at

    def span_in(self, sequence: int) -> tuple[datetime, datetime]:
        """From when to when it was after that many changes."""
        later = (change for change in self.changes if change.sequence > sequence)
        undone = next((change for change in later if change.what is Change.MOVED), None)
        if undone is None:
            return self.starts_at, self.ends_at
        return undone.was_starts_at, undone.was_ends_at

    @property
    def agenda(self) -> list[AgendaPoint]:
        """The points nobody has withdrawn."""
        return [point for point in self.points if point.withdrawn_at is None]

    @property
    def open_offers(self) -> list[TimeOffer]:
        """Other times that can still be chosen, the earliest first."""
        still = [offer for offer in self.offers if offer.is_open]
        return sorted(still, key=lambda offer: offer.starts_at)

    def attendance_of(self, person: Person) -> Attendance | None:
        return next((a for a in self.attendances if a.person_id == person.id), None)

    @property
    def day_has_come(self) -> bool:
        """Whether it is the meeting's day in Denmark, or later."""
        return local(self.starts_at).date() <= today()

    def refuse_if_cancelled(self) -> None:
        """Raises MeetingClosed when the meeting has been called off."""
        if self.is_cancelled:
            raise MeetingClosed(_("The meeting has been cancelled."))

    def refuse_if_closed(self) -> None:
        """Raises MeetingClosed when the meeting is cancelled or over."""
        self.refuse_if_cancelled()
        if self.is_over:
            raise MeetingClosed(_("The meeting is over."))

    def invite(self, person: Person, by: Person) -> Attendance:
        """Ask ``person`` to come; asking twice is asking once."""
        asked = self.attendance_of(person)
        if asked is None:
            asked = Attendance(person=person, person_id=person.id, invited_by_id=by.id)
            self.attendances.append(asked)
        return asked

    def move(
        self,
        by: Person,
        starts_at: datetime,
        ends_at: datetime,
        reason: str,
        offer_id: UUID | None = None,
    ) -> None:
        """Give the meeting another time. Answers are asked for again."""
        now = {"now_starts_at": starts_at, "now_ends_at": ends_at, "offer_id": offer_id}
        self._note(Change.MOVED, by, reason, **now)
        self.starts_at, self.ends_at = starts_at, ends_at
        self.time_set_in = self.sequence

    def stand_by_the_time(self, person: Person) -> None:
        """Whoever chooses the time has answered it: they come, unless they had said how else."""
        own = self.attendance_of(person)
        if own is not None:
            stands = own.answer in {Answer.VIDEO, Answer.NOT_COMING}
            own.reply(own.answer if own.answer and stands else Answer.COMING, own.words or "")

    def move_to(self, by: Person, offer: TimeOffer) -> None:
        """Take a time that was offered: whoever said that it suits has answered, and comes."""
        suited = [a for a in self.attendances if offer.suits(a) and a.stands_in_the_circle]
        self.move(by, offer.starts_at, offer.ends_at, reason="", offer_id=offer.id)
        for attendance in suited:
            by_video = attendance.answer is Answer.VIDEO
            attendance.reply(Answer.VIDEO if by_video else Answer.COMING, words="")
        self.stand_by_the_time(by)

    def change_place(self, by: Person, place: str, link: str, reason: str) -> None:
        """Meet somewhere else at the same time. Answers stand."""
        self._note(Change.PLACE_CHANGED, by, reason, now_place=place, now_link=link)
        self.place, self.link = place, link

    def cancel(self, by: Person, reason: str) -> None:
        """Call the meeting off. It stays visible, with the reason."""
        self._note(Change.CANCELLED, by, reason)
        self.status = Status.CANCELLED

    def _note(self, what: Change, by: Person, reason: str, **now: Any) -> None:
        self.refuse_if_closed()
        self.sequence += 1
        self.changes.append(
            MeetingChange(
                what=what,
                by=by,
                reason=reason,
                sequence=self.sequence,
                was_starts_at=self.starts_at,
                was_ends_at=self.ends_at,
                was_place=self.place,
                was_link=self.link,
                **now,
            )
        )
