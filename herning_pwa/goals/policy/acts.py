"""Who may do what with a goal. Each answer presumes the goal was found through ``visible_to``."""

from __future__ import annotations

from uuid import UUID

from herning_pwa.circles.models import Child, Circle, Membership, Role
from herning_pwa.goals.models import Audience, Goal, Lifecycle, Step, Whose, Wording
from herning_pwa.goals.models.agreement import counts, is_asked_later
from herning_pwa.goals.policy.sight import WITH_THE_CHILD, sees_goal
from herning_pwa.people.models import Person

PROPOSE = frozenset(
    {Role.CUSTODY_PARENT, Role.YOUNG_PERSON, Role.NETWORK_MEMBER, Role.PROFESSIONAL}
)
NAME_STEP_OWNERS = PROPOSE - {Role.NETWORK_MEMBER}


def _place(actor: Person, goal: Goal) -> Membership | None:
    return actor.membership_in(goal.circle_id)


def _decides(actor: Person, goal: Goal) -> bool:
    place = _place(actor, goal)
    return place is not None and place.decides and sees_goal(place, goal)


def _is_author(actor: Person, goal: Goal) -> bool:
    return goal.proposed_by_id == actor.id


def may_propose(actor: Person, circle_id: UUID) -> bool:
    place = actor.membership_in(circle_id)
    return place is not None and place.role in PROPOSE


def belongings_for(actor: Person, circle: Circle) -> list[tuple[Whose, UUID | None]]:
    """Whose goal this person can say it is. Parents' own goals: oneself, or by a professional."""
    place = actor.membership_in(circle.id)
    children = [(Whose.CHILD, child.id) for child in circle.children]
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
    place, wording = _place(actor, goal), goal.open_wording or goal.current_wording
    if place is None or wording is None or not _decides(actor, goal):
        return False
    if wording.answer_of(actor.id) is not None:
        return False
    if wording.is_open:
        return not is_asked_later(actor.id, wording, goal.circle)
    return goal.is_in_force and place.role is Role.CUSTODY_PARENT


def may_return(actor: Person, goal: Goal) -> bool:
    """Only those whose answer counts: other words ask everybody anew."""
    place = _place(actor, goal)
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
    return _decides(actor, goal)


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
    return own.person_id == actor.id if own else _decides(actor, goal)


def may_change_audience(actor: Person, goal: Goal) -> bool:
    """A child's private goal by the child; a parent's own by that parent; else who decides."""
    if goal.is_draft:
        return _is_author(actor, goal)
    if goal.audience is Audience.CHILD:
        return _is_author(actor, goal)
    if goal.whose is Whose.PARENT and goal.parent_id is not None:
        return actor.id == goal.parent_id
    place = _place(actor, goal)
    return place is not None and counts(place)


def may_share_with(actor: Person, goal: Goal, place: Membership) -> bool:
    """Name somebody who may also see: network members of a core goal; by the responsible
    professional also an informed parent (forældreansvarsloven § 23)."""
    own = _place(actor, goal)
    if own is None or not place.is_active or place.circle_id != goal.circle_id:
        return False
    if place.role is Role.INFORMED_PARENT:
        return own.is_responsible and goal.audience in WITH_THE_CHILD and not goal.is_draft
    if place.role is not Role.NETWORK_MEMBER or goal.audience is not Audience.CORE:
        return False
    return _is_author(actor, goal) if goal.is_draft else _decides(actor, goal)


def may_add_step(actor: Person, goal: Goal) -> bool:
    place = _place(actor, goal)
    if place is None or place.role not in PROPOSE or goal.is_ended:
        return False
    return not goal.is_draft or _is_author(actor, goal)


def may_name_step_owner(actor: Person, goal: Goal) -> bool:
    """Network members promise for themselves alone."""
    place = _place(actor, goal)
    return place is not None and (
        place.role in NAME_STEP_OWNERS or (goal.is_draft and _is_author(actor, goal))
    )


def may_own_step(place: Membership, goal: Goal) -> bool:
    """A step goes to somebody who takes part and sees the goal. Before sending, sight is not
    settled yet: proposing asks again."""
    return place.role in PROPOSE and (goal.is_draft or sees_goal(place, goal))


def _step_lives(step: Step) -> bool:
    goal = step.goal
    return not step.is_withdrawn and not goal.is_ended and goal.lifecycle is not Lifecycle.DRAFT


def may_tick_step(actor: Person, step: Step) -> bool:
    return _step_lives(step) and (step.person_id == actor.id or _decides(actor, step.goal))


def may_take_step(actor: Person, step: Step) -> bool:
    return (
        _step_lives(step)
        and not step.is_done
        and step.person_id != actor.id
        and may_add_step(actor, step.goal)
    )


def may_withdraw_step(actor: Person, step: Step) -> bool:
    """Who has it, who added it, and those who decide. In a draft, its author."""
    goal = step.goal
    if step.is_withdrawn or step.is_done or goal.is_ended:
        return False
    return actor.id in {step.person_id, step.added_by_id} or _decides(actor, goal)
