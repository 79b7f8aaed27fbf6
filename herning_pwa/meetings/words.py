"""Meetings in words: kinds, answers, times."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date

from herning_pwa.i18n import (
    LOCALE,
    _,
    clock_time,
    local,
    long_date,
    moment,
    relative_day,
    today,
    week_number,
)
from herning_pwa.meetings.models import Answer, Attendance, Kind, Meeting, Says, TimeOffer


def chosen_line() -> str:
    """Why a meeting stands at the time that was chosen for it."""
    return _("It is one of the times you were asked about.")


def kind_word(kind: Kind) -> str:
    return {
        Kind.NETWORK: _("Network meeting"),
        Kind.FOLLOW_UP: _("Follow-up meeting"),
        Kind.STATUS: _("Status meeting"),
        Kind.TALK: _("Conversation"),
        Kind.HOME_VISIT: _("Home visit"),
    }[kind]


def kind_hint(kind: Kind) -> str:
    """What the kind is for, in one short sentence."""
    return {
        Kind.NETWORK: _("The people around the child meet."),
        Kind.FOLLOW_UP: _("We look at how it goes with the goals."),
        Kind.STATUS: _("The professionals tell how it is going."),
        Kind.TALK: _("A few people talk something through."),
        Kind.HOME_VISIT: _("A professional visits the family."),
    }[kind]


def answer_choice(answer: Answer) -> str:
    """What the person says by pressing the button."""
    return {
        Answer.COMING: _("I am coming"),
        Answer.NOT_COMING: _("I am not coming"),
        Answer.VIDEO: _("I will join by video"),
        Answer.ANOTHER_TIME: _("Can we find another time?"),
    }[answer]


def answer_word(answer: Answer) -> str:
    """What the others read beside the person's name."""
    return {
        Answer.COMING: _("is coming"),
        Answer.NOT_COMING: _("is not coming"),
        Answer.VIDEO: _("joins by video"),
        Answer.ANOTHER_TIME: _("asks for another time"),
    }[answer]


def own_answer(answer: Answer) -> str:
    """What the person reads about their own answer."""
    return {
        Answer.COMING: _("You are coming."),
        Answer.NOT_COMING: _("You are not coming."),
        Answer.VIDEO: _("You will join by video."),
        Answer.ANOTHER_TIME: _("You have asked for another time."),
    }[answer]


def answer_line(meeting: Meeting, own: Attendance | None) -> str:
    """How the person stands to the meeting, said to that person."""
    if own is None:
        return _("You are not invited.")
    if own.answer is None:
        return _("You have not answered yet.") if meeting.is_open else _("You did not answer.")
    if not meeting.is_open:
        return _("Your answer was: {answer}").format(answer=answer_choice(own.answer))
    if own.answered_before_the_move:
        return _("You answered before the meeting was moved. Answer again.")
    return own_answer(own.answer)


def closed_line(meeting: Meeting) -> str:
    """Why nothing can be done with it any more; empty while something can."""
    if meeting.is_cancelled:
        return _("The meeting has been cancelled.")
    return _("The meeting is over.") if meeting.is_over else ""


def saved_line(at: datetime) -> str:
    """``Gemt 14.05``, and the day when it was not today."""
    day = local(at).date()
    if day == today():
        return _("Saved at {time}").format(time=clock_time(at))
    return _("Saved {day} at {time}").format(day=relative_day(day), time=clock_time(at))


def if_shared() -> str:
    """Who reads it when the writer lets everybody at the meeting do so."""
    return _("If you share it, {names} can read it.")


def clock_span(starts_at: datetime, ends_at: datetime) -> str:
    """``kl. 14.05–15.00`` on Copenhagen's clock."""
    return _("at {start}–{end}").format(start=clock_time(starts_at), end=clock_time(ends_at))


def called(meeting: Meeting) -> str:
    """``Netværksmøde, tirsdag den 24. november kl. 14.05``."""
    return f"{kind_word(meeting.kind)}, {moment(meeting.starts_at)}"


def when(starts_at: datetime, ends_at: datetime) -> str:
    """``tirsdag den 24. november kl. 14.05–15.00``."""
    return f"{long_date(local(starts_at).date())} {clock_span(starts_at, ends_at)}"


def when_parts(meeting: Meeting | TimeOffer) -> tuple[str, str, str]:
    """``tirsdag den 24. november``, ``kl. 14.05–15.00`` and ``uge 48``."""
    day = local(meeting.starts_at).date()
    return long_date(day), clock_span(meeting.starts_at, meeting.ends_at), week_word(day)


def week_word(day: date) -> str:
    """``uge 48``."""
    return _("week {number}").format(number=week_number(day))


def month_word(day: date) -> str:
    """``nov.``: on the calendar leaf."""
    return format_date(day, "MMM", locale=LOCALE)


def where(place: str, link: str) -> str:
    """The place in a few words; empty when none is agreed."""
    return place or (_("By video") if link else "")


def told_place(meeting: Meeting, *, sees_place: bool) -> str:
    """The place; of a home visit that is not the reader's to know, who tells it."""
    if sees_place or not meeting.place:
        return meeting.place
    return _("{name} tells you where it is.").format(name=meeting.organiser.first_name)


def machine_time(at: datetime) -> str:
    """For ``<time datetime>``: Copenhagen's clock with its offset."""
    return local(at).isoformat(timespec="minutes")


def preparation_question(name: str) -> str:
    """What each part of a preparation answers."""
    return {
        "going_well": _("What is going well?"),
        "hard": _("What is hard?"),
        "next_steps": _("What should happen now?"),
        "unspoken": _("I do not want this talked about in front of the others"),
        "companion": _("I bring somebody to support me"),
    }[name]


def says_word(says: Says) -> str:
    """What the person says to a summary by pressing the button."""
    return {
        Says.CONFIRMED: _("Yes, that is right"),
        Says.COMMENTED: _("I have a comment"),
    }[says]
