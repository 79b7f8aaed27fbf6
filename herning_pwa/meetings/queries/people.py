"""The people of a meeting: who is invited, what they answered, who could be invited."""

from __future__ import annotations

from dataclasses import dataclass

from herning_pwa.circles.models import Circle, Membership
from herning_pwa.circles.policy import sees_member
from herning_pwa.circles.words import relation_word, voice_shape
from herning_pwa.i18n import _
from herning_pwa.meetings import policy
from herning_pwa.meetings.models import Attendance, Meeting
from herning_pwa.meetings.words import answer_line, answer_word
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class InvitedPerson:
    """One invited person, with as much of the answer as the reader may see."""

    name: str = ""
    relation: str = ""
    shape: str = ""  # the voice's mark: circle, star, square or diamond
    answer: str = ""  # coming, not_coming, video, another_time; empty when none or hidden
    answer_line: str = ""
    words: str = ""


def invited_people(actor: Person, meeting: Meeting) -> list[InvitedPerson]:
    places = {m.person_id: m for m in meeting.circle.memberships}
    return [_row(actor, a, places[a.person_id]) for a in meeting.attendances]


def _row(reader: Person, attendance: Attendance, place: Membership) -> InvitedPerson:
    sees_answer = policy.may_see_answer(reader, attendance)
    name, is_me = attendance.person.first_name, attendance.person_id == reader.id
    sees_words = policy.may_see_words(reader, attendance)
    stands = sees_answer and attendance.answer and not attendance.answered_before_the_move
    return InvitedPerson(
        name=_("{name} (you)").format(name=name) if is_me else name,
        relation=relation_word(place.relation, place.role),
        shape=voice_shape(place.role),
        answer=attendance.answer.value if stands and attendance.answer else "",
        answer_line=_line(reader, attendance, place) if sees_answer else _("Answer not shown"),
        words=attendance.words if sees_words else "",
    )


def _line(reader: Person, attendance: Attendance, place: Membership) -> str:
    if not place.is_active:
        return _("Is no longer in the circle")
    if attendance.person_id == reader.id:
        return answer_line(attendance.meeting, attendance)
    if attendance.answer is None:
        return _("Has not answered")
    said = answer_word(attendance.answer)
    if not attendance.meeting.is_open:
        return _("Answered: {answer}").format(answer=said)
    if attendance.answered_before_the_move:
        return _("Answered before the move: {answer}").format(answer=said)
    return said[:1].upper() + said[1:]


def people_to_invite(actor: Person, circle: Circle, *, but: set[object]) -> list[Option]:
    """The living members the actor knows of, as checkboxes; without ``but`` (person ids)."""
    own = actor.membership_in(circle.id)
    return [
        Option(
            value=str(m.person_id),
            label=m.person.first_name,
            note=relation_word(m.relation, m.role),
        )
        for m in circle.active_memberships
        if own and sees_member(own, m) and m.person_id not in but
    ]
