"""Who writes and reads "Sådan forstod vi det", and who sees what is said to it; decision 13.

Everything here is about a meeting the reader is known to see (``meetings.policy.visible_to``).
"""

from __future__ import annotations

from herning_pwa.circles.models import Membership, Role
from herning_pwa.meetings.models import (
    Answer,
    Meeting,
    MeetingSummary,
    SummaryReply,
    sent_of,
)
from herning_pwa.people.models import Person


def may_sum_up(actor: Person, meeting: Meeting) -> bool:
    """A professional who called the meeting or is responsible, from the meeting's day on."""
    place = actor.membership_in(meeting.circle_id)
    return place is not None and sums_up(place, meeting)


def sums_up(place: Membership, meeting: Meeting) -> bool:
    """The rule of ``may_sum_up`` for a living place at hand."""
    writes = place.is_responsible or meeting.organiser_id == place.person_id
    on_time = meeting.day_has_come and not meeting.is_cancelled
    return place.role is Role.PROFESSIONAL and writes and on_time


def may_see_summary(reader: Person, summary: MeetingSummary) -> bool:
    """A draft is for those who write it. What was sent is for all who see the meeting."""
    return summary.is_sent or may_sum_up(reader, summary.meeting)


def may_reply(actor: Person, summary: MeetingSummary) -> bool:
    """Everybody invited, except who sent it; to the newest version only."""
    meeting = summary.meeting
    invited = meeting.attendance_of(actor) is not None
    living = actor.membership_in(meeting.circle_id) is not None
    return invited and living and summary is sent_of(meeting) and summary.sent_by_id != actor.id


def asked_to_reply(summary: MeetingSummary) -> list[Membership]:
    """Those invited who are in the circle now and had not said that they would not come."""
    came = {
        attendance.person_id
        for attendance in summary.meeting.attendances
        if attendance.answer is not Answer.NOT_COMING
    }
    return [
        place
        for place in summary.meeting.circle.active_memberships
        if place.person_id in came and place.person_id != summary.sent_by_id
    ]


def may_see_replies(reader: Person, meeting: Meeting) -> bool:
    """Who has confirmed, and every comment: the professionals at the meeting."""
    place = reader.membership_in(meeting.circle_id)
    return place is not None and sees_replies(place)


def sees_replies(place: Membership) -> bool:
    """The rule of ``may_see_replies`` for a living place at hand."""
    return place.role is Role.PROFESSIONAL


def may_see_reply(reader: Person, reply: SummaryReply) -> bool:
    """Two homes: one's own, what was shared with all, and for professionals the rest."""
    own = reply.person_id == reader.id
    return own or reply.is_shared or may_see_replies(reader, reply.summary.meeting)
