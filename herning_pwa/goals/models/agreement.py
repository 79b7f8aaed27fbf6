"""When a wording is agreed, when it no longer can be, and whose answer is missing.

Set together means: at least one custody parent and the responsible
professional have agreed to the same wording (product rules, section 3).
"""

from __future__ import annotations

from uuid import UUID

from herning_pwa.circles.models import Circle, Membership, Role
from herning_pwa.goals.models.kinds import AnswerKind, Audience
from herning_pwa.goals.models.wording import Wording


def is_agreed_by_both_sides(wording: Wording, circle: Circle) -> bool:
    agreeing = wording.who_said(AnswerKind.AGREE)
    responsible = circle.responsible
    return (
        responsible is not None
        and responsible.person_id in agreeing
        and any(parent.person_id in agreeing for parent in circle.custody_parents)
    )


def can_no_longer_be_agreed(wording: Wording, circle: Circle) -> bool:
    """The responsible professional declined, or every custody parent did."""
    declining = wording.who_said(AnswerKind.DECLINE)
    responsible, parents = circle.responsible, circle.custody_parents
    if responsible is not None and responsible.person_id in declining:
        return True
    return bool(parents) and all(parent.person_id in declining for parent in parents)


def still_to_answer(wording: Wording, circle: Circle) -> list[Membership]:
    """Those whose answer counts and is missing. A wording in force still asks the parents.

    Of what a young person shares with the social worker alone, parents are not asked.
    """
    if not (wording.is_open or wording.is_agreed):
        return []
    asked = [] if wording.goal.audience is Audience.CHILD else circle.custody_parents
    if wording.is_open and circle.responsible is not None:
        asked = [*asked, circle.responsible]
    return [
        place
        for place in asked
        if wording.answer_of(place.person_id) is None
        and not is_asked_later(place.person_id, wording, circle)
    ]


def is_asked(person_id: UUID, wording: Wording, circle: Circle) -> bool:
    """Whether it is this person's turn to answer."""
    return person_id in {place.person_id for place in still_to_answer(wording, circle)}


def is_asked_later(person_id: UUID, wording: Wording, circle: Circle) -> bool:
    """Whoever returned a wording with other words answers once the other side has.

    Other words are an offer, not yet a decision: without this the two sides
    could never be seen to decide about the same words.
    """
    if wording.proposed_by_id != person_id or not wording.is_open:
        return False
    return not any(a.person_id in _other_side(person_id, circle) for a in wording.answers)


def _other_side(person_id: UUID, circle: Circle) -> set[UUID]:
    parents = {m.person_id for m in circle.custody_parents}
    if person_id in parents:
        return {circle.responsible.person_id} if circle.responsible else set()
    return parents


def counts(place: Membership) -> bool:
    """Whether this person's answer can make or break an agreement."""
    return place.role is Role.CUSTODY_PARENT or place.is_responsible
