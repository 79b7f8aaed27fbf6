"""What has happened to a meeting, told in sentences from the beginning."""

from __future__ import annotations

from dataclasses import dataclass

from herning_pwa.i18n import _, stamp
from herning_pwa.meetings.models import Change, Meeting, MeetingChange
from herning_pwa.meetings.words import chosen_line, machine_time, when, where


@dataclass(frozen=True)
class StoryLine:
    """One thing that happened."""

    sentence: str = ""
    reason: str = ""
    at: str = ""  # 24. nov. 2026 kl. 14.05
    at_machine: str = ""


def story(meeting: Meeting, *, sees_place: bool) -> list[StoryLine]:
    """``sees_place`` is whether the reader may know where a home visit is."""
    called = StoryLine(
        sentence=_("{name} called the meeting.").format(name=meeting.organiser.first_name),
        at=stamp(meeting.created_at),
        at_machine=machine_time(meeting.created_at),
    )
    return [called, *(_line(change, sees_place=sees_place) for change in meeting.changes)]


def _line(change: MeetingChange, *, sees_place: bool) -> StoryLine:
    return StoryLine(
        sentence=_sentence(change, sees_place=sees_place),
        reason=change.reason,
        at=stamp(change.at),
        at_machine=machine_time(change.at),
    )


def _sentence(change: MeetingChange, *, sees_place: bool) -> str:
    name = change.by.first_name
    if change.what is Change.CANCELLED:
        return _("{name} cancelled the meeting.").format(name=name)
    if change.what is Change.MOVED and change.now_starts_at and change.now_ends_at:
        moved = _("{name} moved the meeting from {was} to {now}.").format(
            name=name,
            was=when(change.was_starts_at, change.was_ends_at),
            now=when(change.now_starts_at, change.now_ends_at),
        )
        return f"{moved} {chosen_line()}" if change.offer_id else moved
    if not sees_place:
        return _("{name} changed where the meeting is.").format(name=name)
    return _place_sentence(
        name,
        was=where(change.was_place, change.was_link),
        now=where(change.now_place, change.now_link),
    )


def _place_sentence(name: str, *, was: str, now: str) -> str:
    if was == now:
        return _("{name} changed the link for the video meeting.").format(name=name)
    if not was:
        return _("{name} set the place: {now}.").format(name=name, now=now)
    if not now:
        return _("{name} removed the place: {was}.").format(name=name, was=was)
    return _("{name} changed the place from {was} to {now}.").format(name=name, was=was, now=now)
