"""Who may do what with a goal. Each answer presumes the goal was found through ``visible_to``."""

from __future__ import annotations

from uuid import UUID

from herning_pwa.circles.models import Child, Circle, Membership, Role
from herning_pwa.goals.models import Audience, Goal, Whose, Wording
from herning_pwa.goals.models.agreement import counts, is_asked_later
from herning_pwa.goals.policy.sight import WITH_THE_CHILD, sees_goal
from herning_pwa.people.models import Person

PROPOSE = frozenset(
    {Role.CUSTODY_PARENT, Role.YOUNG_PERSON, Role.NETWORK_MEMBER, Role.PROFESSIONAL}
)


def place_of(actor: Person, goal: Goal) -> Membership | None:
    return actor.membership_in(goal.circle_id)


def decides(actor: Person, goal: Goal) -> bool:
    place = place_of(actor, goal)
    return place is not None and place.decides and sees_goal(place, goal)


def is_author(actor: Person, goal: Goal) -> bool:
    return goal.proposed_by_id == actor.id


def may_propose(actor: Person, circle_id: UUID) -> bool:
    place = actor.membership_in(circle_id)
    return place is not None and place.role in PROPOSE


def belongings_for(actor: Person, circle: Circle) -> list[tuple[Whose, UUID | None]]:
    """Whose goal this person can say it is. Parents' own goals: oneself, or by a professional.
    A young person speaks for no brother or sister."""
    place = actor.membership_in(circle.id)
    is_young = place is not None and place.role is Role.YOUNG_PERSON
    children = [
        (Whose.CHILD, child.id)
        for child in circle.children
        if not is_young or child.person_id == actor.id
    ]
    parents = [
        (Whose.PARENT, m.person_id)
        for m in circle.custody_parents
        if m.person_id == actor.id or (place and place.role is Role.PROFESSIONAL)
    ]
    return [(Whose.FAMILY, None), *children, *parents]


def may_propose_change(actor: Person, goal: Goal) -> bool:
    return goal.is_in_force and goal.open_wording is None and may_propose(actor, goal.circle_id)


def may_answer(actor: Person, goal: Goal) -> bool:
    """The open words, or as a late custody parent the words in force. Never twice."""
    place, wording = place_of(actor, goal), goal.open_wording or goal.current_wording
    if place is None or wording is None or not decides(actor, goal):
        return False
    if wording.answer_of(actor.id) is not None:
        return False
    if wording.is_open:
        return not is_asked_later(actor.id, wording, goal.circle)
    return goal.is_in_force and place.role is Role.CUSTODY_PARENT


def may_return(actor: Person, goal: Goal) -> bool:
    """Only those whose answer counts: other words ask everybody anew."""
    place = place_of(actor, goal)
    return place is not None and counts(place) and may_answer(actor, goal)


def may_withdraw(actor: Person, goal: Goal) -> bool:
    """A new goal by who proposed it; a change by who worded it."""
    wording = goal.open_wording
    if wording is None:
        return False
    owner = wording.proposed_by_id if goal.is_in_force else goal.proposed_by_id
    return owner == actor.id


def may_steer(actor: Person, goal: Goal) -> bool:
    """Begin, pause, resume, finish, end, set the achievement, choose the focus."""
    return decides(actor, goal)


def asked_children(goal: Goal) -> list[Child]:
    """The children of ten or more whom the goal concerns and who may see it."""
    return [
        child
        for child in goal.concerned_children
        if child.is_asked_for_a_view and _child_sees(child, goal)
    ]


def _own_place(child: Child, goal: Goal) -> Membership | None:
    places = goal.circle.active_memberships
    return next((m for m in places if child.person_id and m.person_id == child.person_id), None)


def _child_sees(child: Child, goal: Goal) -> bool:
    place = _own_place(child, goal)
    return sees_goal(place, goal) if place else goal.audience in WITH_THE_CHILD


def may_record_view(actor: Person, goal: Goal, child: Child) -> bool:
    """The child, when it can sign in; else somebody who decides writes what it said."""
    wording: Wording | None = goal.open_wording or goal.current_wording
    if wording is None or goal.is_ended or child not in asked_children(goal):
        return False
    own = _own_place(child, goal)
    return own.person_id == actor.id if own else decides(actor, goal)


def may_change_audience(actor: Person, goal: Goal) -> bool:
    """A child's private goal by the child; a parent's own by that parent; else who decides."""
    if goal.is_draft:
        return is_author(actor, goal)
    if goal.audience is Audience.CHILD:
        return is_author(actor, goal)
    if goal.whose is Whose.PARENT and goal.parent_id is not None:
        return actor.id == goal.parent_id
    place = place_of(actor, goal)
    return place is not None and counts(place)


def may_share_with(actor: Person, goal: Goal, place: Membership) -> bool:
    """Name somebody who may also see: network members of a core goal; by the responsible
    professional also an informed parent (forældreansvarsloven § 23)."""
    own = place_of(actor, goal)
    if own is None or not place.is_active or place.circle_id != goal.circle_id:
        return False
    if place.role is Role.INFORMED_PARENT:
        return own.is_responsible and goal.audience in WITH_THE_CHILD and not goal.is_draft
    if place.role is not Role.NETWORK_MEMBER or goal.audience is not Audience.CORE:
        return False
    return is_author(actor, goal) if goal.is_draft else decides(actor, goal)


def must_say_why(place: Membership) -> bool:
    """A parent without custody sees nothing by default: each share has its reason."""
    return place.role is Role.INFORMED_PARENT


def reads_why(place: Membership) -> bool:
    """Why somebody was let in is for the responsible professional and the custody parents."""
    return counts(place)
