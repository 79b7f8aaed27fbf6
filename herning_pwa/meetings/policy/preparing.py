"""Who may prepare for a meeting, and who reads it. Product rules, sections 2 and 5; decision 12.

Everything here is about a meeting the reader is known to see (``meetings.policy.visible_to``).
"""

from __future__ import annotations

from herning_pwa.circles.models import Membership, Role
from herning_pwa.meetings.models import Meeting, Preparation
from herning_pwa.meetings.policy import may_answer
from herning_pwa.people.models import Person


def leader_of(meeting: Meeting) -> Membership | None:
    """The professional who receives what is not for the others.

    It is the one who called the meeting; when a parent did, or that professional has left, it is
    the responsible one. A parent never receives it: it may be about the other home.
    """
    called = (
        place
        for place in meeting.circle.active_memberships
        if place.person_id == meeting.organiser_id and place.role is Role.PROFESSIONAL
    )
    return next(called, meeting.circle.responsible)


def receives_preparations(reader: Person, meeting: Meeting) -> bool:
    """The leader and the responsible professional, each as of now."""
    return any(
        place is not None and place.person_id == reader.id
        for place in (leader_of(meeting), meeting.circle.responsible)
    )


def may_prepare(actor: Person, meeting: Meeting) -> bool:
    return may_answer(actor, meeting)


def may_write_to_leader(actor: Person, meeting: Meeting) -> bool:
    """The two private questions are for families and network: professionals work together."""
    place = actor.membership_in(meeting.circle_id)
    return (
        place is not None and place.role is not Role.PROFESSIONAL and leader_of(meeting) is not None
    )


def may_see_answers(reader: Person, preparation: Preparation) -> bool:
    """The three answers."""
    own = preparation.person_id == reader.id
    return own or preparation.is_shared or receives_preparations(reader, preparation.meeting)


def may_see_private(reader: Person, preparation: Preparation) -> bool:
    """What is not to be talked about, and who comes along. Sharing does not open it."""
    leader = leader_of(preparation.meeting)
    return reader.id == preparation.person_id or (
        leader is not None and leader.person_id == reader.id
    )
