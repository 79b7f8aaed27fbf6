"""Putting the agenda in order, and leaving a goal out of it this time."""

from __future__ import annotations

from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import Invalid, NotFound, require
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import AgendaPlace, Meeting
from herning_pwa.meetings.queries.agenda import AgendaItem, agenda, visible_goals
from herning_pwa.people.models import Person

UP, DOWN = -1, 1


def move_up(db: Session, actor: Person, *, meeting_id: object, key: object) -> None:
    """Talk about this one place earlier. Raises NotFound, NotAllowed, MeetingClosed."""
    _move(db, actor, meeting_id, key, UP)


def move_down(db: Session, actor: Person, *, meeting_id: object, key: object) -> None:
    """Talk about this one place later. Raises NotFound, NotAllowed, MeetingClosed."""
    _move(db, actor, meeting_id, key, DOWN)


def leave_out(db: Session, actor: Person, *, meeting_id: object, key: object) -> None:
    """Do not take this goal up at this meeting. What a person has added is theirs to withdraw.

    Raises NotFound, NotAllowed, MeetingClosed, Invalid.
    """
    _set_off(db, actor, meeting_id, key, is_off=True)


def take_in(db: Session, actor: Person, *, meeting_id: object, key: object) -> None:
    """Take a goal up after all. Raises NotFound, NotAllowed, MeetingClosed."""
    _set_off(db, actor, meeting_id, key, is_off=False)


def _move(db: Session, actor: Person, meeting_id: object, key: object, by: int) -> None:
    """The order the organiser saw becomes the meeting's; the first cannot come earlier."""
    meeting, items = _to_order(db, actor, meeting_id)
    wanted = _find(items, key)
    keys = [item.key for item in items if not item.is_off]
    if wanted.is_off:
        return
    at = keys.index(wanted.key)
    to = at + by
    if not 0 <= to < len(keys):
        return
    keys[at], keys[to] = keys[to], keys[at]
    for position, each in enumerate(keys):
        _place(meeting, each).position = position
    record(db, actor, "meeting.agenda_ordered", meeting)


def _set_off(db: Session, actor: Person, meeting_id: object, key: object, *, is_off: bool) -> None:
    meeting, items = _to_order(db, actor, meeting_id)
    item = _find(items, key)
    if item.kind == "point":
        raise Invalid({"": _("Only the person who added the point can take it off.")})
    if item.is_off == is_off:
        return
    place = _place(meeting, item.key)
    place.is_off, place.position = is_off, len(items)
    record(db, actor, "meeting.agenda_ordered", meeting)


def _to_order(db: Session, actor: Person, meeting_id: object) -> tuple[Meeting, list[AgendaItem]]:
    """The meeting, held, and its agenda as the organiser sees it."""
    meeting = policy.hold_meeting(db, actor, meeting_id)
    meeting.refuse_if_closed()
    require(policy.may_arrange(actor, meeting))
    goals = visible_goals(db, actor, meeting.circle_id)
    return meeting, agenda(db, actor, meeting, goals)


def _find(items: list[AgendaItem], key: object) -> AgendaItem:
    """The item with this key, when the organiser sees it; raises NotFound."""
    found = next((item for item in items if item.key == key), None)
    if found is None:
        raise NotFound
    return found


def _place(meeting: Meeting, key: str) -> AgendaPlace:
    row = next((row for row in meeting.places if row.key == key), None)
    if row is None:
        row = AgendaPlace(key=key, position=0, is_off=False)
        meeting.places.append(row)
    return row
