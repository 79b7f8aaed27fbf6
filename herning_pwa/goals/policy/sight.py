"""Who may see a goal. Default is no.

Who sees is one table, used both by ``visible_to`` (what the database gives a
person) and ``sees`` (what "Who can see this?" promises before sending).
"""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, or_, select

from herning_pwa import clock
from herning_pwa.circles.models import Child, Membership, Role
from herning_pwa.goals.models import Audience, Goal, GoalShare, Lifecycle, Whose
from herning_pwa.people.models import Person

EVERYBODY_BUT_CHILD = frozenset({Audience.CIRCLE, Audience.CORE, Audience.PARENTS})
WITH_THE_CHILD = frozenset({Audience.CIRCLE, Audience.CORE})

SEES_BY_ROLE: dict[Role, frozenset[Audience]] = {
    Role.CUSTODY_PARENT: EVERYBODY_BUT_CHILD,
    Role.PROFESSIONAL: EVERYBODY_BUT_CHILD,
    Role.YOUNG_PERSON: WITH_THE_CHILD,
    Role.NETWORK_MEMBER: frozenset({Audience.CIRCLE}),
}
SEES_WHEN_NAMED: dict[Role, frozenset[Audience]] = {
    Role.NETWORK_MEMBER: frozenset({Audience.CORE}),
    Role.INFORMED_PARENT: WITH_THE_CHILD,
}
SEES_OWN: dict[Role, frozenset[Audience]] = {
    Role.YOUNG_PERSON: frozenset({Audience.CHILD}),
    Role.NETWORK_MEMBER: frozenset({Audience.CORE}),
}
SEES_WHEN_RESPONSIBLE = frozenset({Audience.CHILD})
MAY_CHOOSE: dict[Role, tuple[Audience, ...]] = {
    Role.CUSTODY_PARENT: (Audience.CIRCLE, Audience.CORE, Audience.PARENTS),
    Role.PROFESSIONAL: (Audience.CIRCLE, Audience.CORE, Audience.PARENTS),
    Role.YOUNG_PERSON: (Audience.CIRCLE, Audience.CORE, Audience.CHILD),
    Role.NETWORK_MEMBER: (Audience.CIRCLE, Audience.CORE),
}


def sees(
    place: Membership,
    audience: Audience,
    *,
    author_id: UUID,
    named: Collection[UUID] = (),
    child_id: UUID | None = None,
) -> bool:
    """Whether this living place in the circle sees a sent goal with that audience.

    ``child_id`` is whose goal it is, when it is one child's own.
    """
    role = place.role
    if place.person_id != author_id and _is_anothers(place, child_id):
        return False
    return (
        audience in SEES_BY_ROLE.get(role, ())
        or (place.person_id in named and audience in SEES_WHEN_NAMED.get(role, ()))
        or (place.person_id == author_id and audience in SEES_OWN.get(role, ()))
        or (place.is_responsible and audience in SEES_WHEN_RESPONSIBLE)
    )


def _is_anothers(place: Membership, child_id: UUID | None) -> bool:
    """Whether a goal is a brother's or sister's own: a plan for siblings together keeps each
    child's own parts apart (barnets lov § 91)."""
    if child_id is None or place.role is not Role.YOUNG_PERSON:
        return False
    own = {child.id for child in place.circle.children if child.person_id == place.person_id}
    return child_id not in own


def sees_goal(place: Membership, goal: Goal) -> bool:
    """The same question about a goal as it stands."""
    return sees(
        place,
        goal.audience,
        author_id=goal.proposed_by_id,
        named=named_for(goal),
        child_id=goal.child_id,
    )


def named_for(goal: Goal) -> set[UUID]:
    """Who has been let in by name. A share does not outlive the place it was given to."""
    since = {m.person_id: m.started_at for m in goal.circle.active_memberships}
    return {
        share.person_id
        for share in goal.shares
        if share.is_living and share.since >= since.get(share.person_id, share.since)
    }


def visible_to(actor: Person) -> Select[Goal]:
    """The goals this person sees. Every look-up of a goal starts here."""
    sent = and_(Goal.lifecycle != Lifecycle.DRAFT, _in_sight(actor))
    own_draft = and_(Goal.lifecycle == Lifecycle.DRAFT, Goal.proposed_by_id == actor.id)
    mine = and_(
        Membership.circle_id == Goal.circle_id,
        Membership.person_id == actor.id,
        Membership.is_active,
    )
    return select(Goal).join(Membership, mine).where(or_(sent, own_draft))


def _in_sight(actor: Person) -> ColumnElement[bool]:
    now = clock.now()
    named = Goal.shares.any(
        and_(
            GoalShare.person_id == actor.id,
            GoalShare.since <= now,
            GoalShare.since >= Membership.started_at,
            or_(GoalShare.until.is_(None), GoalShare.until > now),
        )
    )
    seen = or_(
        _table(SEES_BY_ROLE),
        and_(_table(SEES_WHEN_NAMED), named),
        and_(_table(SEES_OWN), Goal.proposed_by_id == actor.id),
        and_(Membership.is_responsible, Goal.audience.in_(SEES_WHEN_RESPONSIBLE)),
    )
    return and_(seen, _is_nobody_elses(actor))


def _is_nobody_elses(actor: Person) -> ColumnElement[bool]:
    """The rule of ``_is_anothers``, for the database."""
    own = select(Child.id).where(Child.person_id == actor.id)
    return or_(
        Membership.role != Role.YOUNG_PERSON,
        Goal.child_id.is_(None),
        Goal.proposed_by_id == actor.id,
        Goal.child_id.in_(own),
    )


def _table(table: dict[Role, frozenset[Audience]]) -> ColumnElement[bool]:
    rows = [
        and_(Membership.role == role, Goal.audience.in_(audiences))
        for role, audiences in table.items()
    ]
    return or_(false(), *rows)


def audiences_for(place: Membership, goal: Goal) -> list[Audience]:
    """The audiences this person may choose.

    Nobody may hide a goal from its own author, nor a child's goal from a child who is to be
    asked about it (barnets lov § 5).
    """
    author = next(
        (m for m in goal.circle.active_memberships if m.person_id == goal.proposed_by_id), None
    )
    choices = MAY_CHOOSE.get(place.role, ())
    if not goal.is_draft:
        choices = tuple(a for a in choices if a is not Audience.CHILD)
    if goal.whose is Whose.CHILD and any(c.is_asked_for_a_view for c in goal.concerned_children):
        choices = tuple(a for a in choices if a is not Audience.PARENTS)
    return [
        choice
        for choice in choices
        if author is None or sees(author, choice, author_id=goal.proposed_by_id)
    ]
