"""What one person has written about meetings: calls, reasons, points, answers and the rest."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa.i18n import _
from herning_pwa.meetings.models import (
    AgendaPoint,
    Attendance,
    AttendanceAnswer,
    Meeting,
    MeetingChange,
    TimeMark,
    TimeOffer,
)
from herning_pwa.meetings.policy import visible_to
from herning_pwa.meetings.queries import own_preparing
from herning_pwa.meetings.words import answer_choice, called, kind_word, when
from herning_pwa.people.models import Person
from herning_pwa.privacy.own_word import OwnWord, said


def own_words(db: Session, person: Person) -> list[OwnWord]:
    """Eleven statements. A meeting the person no longer sees is only called a meeting."""
    seen = {meeting.id: called(meeting) for meeting in db.scalars(visible_to(person))}

    def about(meeting: Meeting) -> str:
        return seen.get(meeting.id, _("a meeting"))

    return [
        *(_call(row) for row in _organised(db, person)),
        *(_reason(row, about(row.meeting)) for row in _changes(db, person)),
        *(_point(row, about(row.meeting)) for row in _points(db, person)),
        *(_answer(row, place, about(place.meeting)) for row, place in _answers(db, person)),
        *own_preparing.own_words(db, person, about),
        *(_offer(row, about(row.meeting)) for row in _offers(db, person)),
        *(_mark(row, about(row.offer.meeting)) for row in _marks(db, person)),
    ]


def _organised(db: Session, person: Person) -> list[Meeting]:
    statement = select(Meeting).where(Meeting.organiser_id == person.id)
    return list(db.scalars(statement.options(selectinload(Meeting.changes))))


def _changes(db: Session, person: Person) -> list[MeetingChange]:
    statement = select(MeetingChange).where(MeetingChange.by_id == person.id)
    return list(db.scalars(statement.options(joinedload(MeetingChange.meeting))))


def _points(db: Session, person: Person) -> list[AgendaPoint]:
    statement = select(AgendaPoint).where(AgendaPoint.person_id == person.id)
    return list(db.scalars(statement.options(joinedload(AgendaPoint.meeting))))


def _answers(db: Session, person: Person) -> list[tuple[AttendanceAnswer, Attendance]]:
    statement = (
        select(AttendanceAnswer, Attendance)
        .join(Attendance, Attendance.id == AttendanceAnswer.attendance_id)
        .where(Attendance.person_id == person.id)
        .options(joinedload(Attendance.meeting))
    )
    return [(answer, place) for answer, place in db.execute(statement)]


def _offers(db: Session, person: Person) -> list[TimeOffer]:
    statement = select(TimeOffer).where(TimeOffer.offered_by_id == person.id)
    return list(db.scalars(statement.options(joinedload(TimeOffer.meeting))))


def _marks(db: Session, person: Person) -> list[TimeMark]:
    statement = (
        select(TimeMark)
        .join(TimeMark.attendance)
        .where(Attendance.person_id == person.id)
        .options(joinedload(TimeMark.offer).joinedload(TimeOffer.meeting))
    )
    return list(db.scalars(statement))


def _call(meeting: Meeting) -> OwnWord:
    """As the organiser called it; where it is held may since have been changed by somebody."""
    first = next(iter(meeting.changes), None)
    place, link = (first.was_place, first.was_link) if first else (meeting.place, meeting.link)
    return OwnWord(
        kind="meeting",
        id=meeting.id,
        label=_("Meeting you called"),
        written_at=meeting.created_at,
        circle_id=meeting.circle_id,
        parts=said((_("Meeting"), kind_word(meeting.kind)), (_("Place"), place), (_("Link"), link)),
        state=_("Cancelled") if meeting.is_cancelled else "",
    )


def _reason(change: MeetingChange, about: str) -> OwnWord:
    """Of where it is held only what the person changed: the rest was written by somebody else."""
    place = change.now_place if change.now_place != change.was_place else ""
    link = change.now_link if change.now_link != change.was_link else ""
    return OwnWord(
        kind="meeting_change",
        id=change.id,
        label=_("Change of a meeting"),
        written_at=change.at,
        circle_id=change.meeting.circle_id,
        parts=said(
            (_("Reason"), change.reason),
            (_("Place"), place),
            (_("Link"), link),
        ),
        about=about,
    )


def _point(point: AgendaPoint, about: str) -> OwnWord:
    return OwnWord(
        kind="agenda_point",
        id=point.id,
        label=_("Point for a meeting"),
        written_at=point.added_at,
        circle_id=point.meeting.circle_id,
        parts=said((_("Point"), point.text)),
        about=about,
        state=_("Taken back") if point.withdrawn_at else "",
    )


def _answer(answer: AttendanceAnswer, place: Attendance, about: str) -> OwnWord:
    return OwnWord(
        kind="meeting_answer",
        id=answer.id,
        label=_("Answer to a meeting"),
        written_at=answer.answered_at,
        circle_id=place.meeting.circle_id,
        parts=said((_("Answer"), answer_choice(answer.answer)), (_("Words"), answer.words)),
        about=about,
    )


def _offer(offer: TimeOffer, about: str) -> OwnWord:
    return OwnWord(
        kind="time_offer",
        id=offer.id,
        label=_("Another time you offered"),
        written_at=offer.offered_at,
        circle_id=offer.meeting.circle_id,
        parts=said((_("Time"), when(offer.starts_at, offer.ends_at))),
        about=about,
        state=_("Taken back") if offer.withdrawn_at else "",
    )


def _mark(mark: TimeMark, about: str) -> OwnWord:
    offer = mark.offer
    return OwnWord(
        kind="time_mark",
        id=mark.id,
        label=_("Answer to another time"),
        written_at=mark.marked_at,
        circle_id=offer.meeting.circle_id,
        parts=said(
            (_("Time"), when(offer.starts_at, offer.ends_at)),
            (_("Answer"), _("It suits me") if mark.suits else _("It does not suit me")),
        ),
        about=about,
    )
