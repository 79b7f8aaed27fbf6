"""Who can see what one says about a meeting, told by the rules that decide it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from herning_pwa.circles.models import Circle, Membership
from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Attendance, Meeting
from herning_pwa.meetings.queries.at_meeting import load_meeting
from herning_pwa.people.models import Person
from herning_pwa.ui.values import SightLine


@dataclass(frozen=True)
class MeetingSight:
    """For the answer, its words, which times suit, and what the whole meeting reads."""

    answer: SightLine = field(default_factory=SightLine)
    words: SightLine = field(default_factory=SightLine)
    marks: SightLine = field(default_factory=SightLine)
    meeting: SightLine = field(default_factory=SightLine)


def sight_there(
    own: Membership,
    seeing: Collection[Membership],
    there: Collection[Membership],
    *,
    sentence: str = "",
) -> SightLine:
    """Who of those ``there``, at the same meeting, sees it. They know of one another."""
    return sight_line(own, seeing, among=there, met=there, sentence=sentence)


def sight_of_meeting(actor: Person, meeting: Meeting) -> MeetingSight:
    own, asked = actor.membership_in(meeting.circle_id), meeting.attendance_of(actor)
    if own is None:
        return MeetingSight()
    invited = {attendance.person_id for attendance in meeting.attendances}
    places = meeting.circle.active_memberships
    there = [place for place in places if policy.sees_meeting(place, invited)]
    if asked is None:
        return MeetingSight(meeting=_of_meeting(own, there))
    return MeetingSight(
        answer=_of_answer(
            own, asked, there, policy.may_see_answer, _("Your answer can be seen by {names}.")
        ),
        words=_of_answer(
            own, asked, there, policy.may_see_words, _("Only {names} can see your words.")
        ),
        marks=_of_answer(
            own, asked, there, policy.may_see_marks, _("Only {names} can see which times suit you.")
        ),
        meeting=_of_meeting(own, there),
    )


def _of_answer(
    own: Membership,
    asked: Attendance,
    there: list[Membership],
    may_see: Callable[[Person, Attendance], bool],
    sentence: str,
) -> SightLine:
    """Those of the meeting who may see it and who may not; empty when nobody else may."""
    seeing = [place for place in there if may_see(place.person, asked)]
    if all(place.person_id == own.person_id for place in seeing):
        return SightLine()
    return sight_there(own, seeing, there, sentence=sentence)


def _of_meeting(own: Membership, there: list[Membership]) -> SightLine:
    """Who is left out is told only to those who decide who is asked."""
    line = sight_line(own, there, met=there)
    return line if own.decides else replace(line, cannot=[])


def sight_of_answer(db: Session, actor: Person, *, meeting_id: object) -> SightLine:
    """Who will see the actor's answer, where it is given without opening the meeting."""
    return sight_of_meeting(actor, load_meeting(db, actor, meeting_id)).answer


def sight_of_plan(actor: Person, circle: Circle) -> str:
    """Who will see a meeting besides those the person chooses to invite."""
    also = [
        place.person.first_name
        for place in circle.active_memberships
        if place.person_id != actor.id and policy.sees_meeting(place, invited=())
    ]
    if not also:
        return _("Those you invite can see the meeting. Nobody else.")
    return _(
        "Those you invite can see the meeting. {name} can see it too, as social worker."
    ).format(name=also[0])
