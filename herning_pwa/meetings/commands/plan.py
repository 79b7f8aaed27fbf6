"""Planning a meeting."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from herning_pwa.activity.commands import record
from herning_pwa.errors import NotFound, require
from herning_pwa.fields import as_id, checking
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.commands.letters import write_letters
from herning_pwa.meetings.commands.written import (
    read_link,
    read_people,
    read_place,
    read_points,
    read_span,
)
from herning_pwa.meetings.models import AgendaPoint, Kind, Meeting
from herning_pwa.people.models import Person


def plan_meeting(
    db: Session,
    actor: Person,
    *,
    circle_id: object,
    form_key: object,
    kind: object,
    day: object,
    start: object,
    end: object,
    people: object,
    place: object = "",
    link: object = "",
    points: object = "",
) -> Meeting:
    """Call a meeting and invite ``people`` (a list of person ids) and oneself.

    ``form_key`` is the filled-in form's own id: sent twice, it gives the first
    meeting again. Raises NotFound, NotAllowed, Invalid.
    """
    own = actor.membership_in(as_id(circle_id))
    if own is None:
        raise NotFound
    require(policy.may_plan(actor, own.circle_id))
    key = as_id(form_key)
    planned = _planned_from(db, actor, own.circle_id, key)
    if planned is not None:
        return planned
    with checking() as check:
        what = check.choice("kind", kind, Kind, missing=_("Choose what kind of meeting it is."))
        span = read_span(check, day, start, end)
        where, video = read_place(check, place), read_link(check, link)
        invited = read_people(check, own, people, but=[actor])
        wishes = read_points(check, points)
    assert what  # noqa: S101 - checking() has raised otherwise
    assert span  # noqa: S101
    meeting = Meeting(
        circle_id=own.circle_id,
        organiser_id=actor.id,
        form_key=key,
        kind=what,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        place=where,
        link=video,
        sequence=0,
        points=[AgendaPoint(person_id=actor.id, text=text) for text in wishes],
    )
    for person in [actor, *invited]:
        meeting.invite(person, by=actor)
    meeting.stand_by_the_time(actor)
    return _keep(db, actor, meeting)


def _planned_from(db: Session, actor: Person, circle_id: UUID, key: UUID) -> Meeting | None:
    """Raises NotFound for a form that was sent about another circle: its meeting is not shown
    to the people of this one."""
    planned = db.scalar(
        select(Meeting).where(Meeting.organiser_id == actor.id, Meeting.form_key == key)
    )
    if planned is not None and planned.circle_id != circle_id:
        raise NotFound
    return planned


def _keep(db: Session, actor: Person, meeting: Meeting) -> Meeting:
    """Save the new meeting, or give the one a second tap saved a moment earlier."""
    key = meeting.form_key
    try:
        with db.begin_nested():
            db.add(meeting)
    except IntegrityError:
        planned = _planned_from(db, actor, meeting.circle_id, key)
        if planned is None:
            raise
        return planned
    record(db, actor, "meeting.planned", meeting)
    write_letters(db, actor, meeting)
    return meeting
