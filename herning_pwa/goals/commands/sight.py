"""Changing who can see a goal. Every change is a turn in the goal's story."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from herning_pwa import clock
from herning_pwa.activity.commands import record
from herning_pwa.circles.models import Membership
from herning_pwa.errors import NotFound, require
from herning_pwa.fields import Check, as_id, checking, plain
from herning_pwa.goals.models import Audience, Goal, GoalShare, TurnKind
from herning_pwa.goals.policy import (
    audiences_for,
    may_change_audience,
    may_share_with,
    must_say_why,
    named_for,
    sees_goal,
)
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.find import goal_to_change
from herning_pwa.goals.queries.others import others_words
from herning_pwa.i18n import _
from herning_pwa.people.freshness import sensitive, sensitive_when
from herning_pwa.people.models import Person

WIDER = (Audience.CHILD, Audience.PARENTS, Audience.CORE, Audience.CIRCLE)


def _opens_to_more(db: Session, actor: Person, *, goal_id: object, audience: object) -> bool:
    goal, chosen = goal_to_change(db, actor, goal_id), plain(audience)
    return chosen in WIDER[WIDER.index(goal.audience) + 1 :]


@sensitive_when(_opens_to_more)
def change_audience(db: Session, actor: Person, *, goal_id: object, audience: object) -> None:
    goal = goal_to_change(db, actor, goal_id)
    require(may_change_audience(actor, goal))
    place = actor.membership_in(goal.circle_id)
    with checking() as check:
        missing = _("Choose who can see the goal.")
        chosen = check.choice("audience", audience, Audience, missing=missing)
        if chosen and (place is None or chosen not in audiences_for(place, goal)):
            check.refuse("audience", missing)
        before, goal.audience = goal.audience, chosen or goal.audience
        refuse_blind_steps(check, goal)
        if WIDER.index(goal.audience) > WIDER.index(before):
            _refuse_to_publish(check, goal, others_words(db, actor, goal))
    if goal.audience is not before:
        goal.note(TurnKind.AUDIENCE_CHANGED, actor, value=goal.audience, was=before)
        record(db, actor, "goal.audience_changed", goal)


def _refuse_to_publish(check: Check, goal: Goal, writers: set[UUID]) -> None:
    """What somebody wrote for fewer eyes is not shown to more by somebody else (decision 5)."""
    if writers:
        check.refuse(
            "audience",
            _(
                "{names} has written here while fewer could see it. "
                "Propose a new goal if more people shall be with you."
            ).format(names=Company(goal.circle).names(writers)),
        )


@sensitive
def share_goal(db: Session, actor: Person, *, goal_id: object, person_id: object) -> None:
    """Let one named network member see the goal as well. Doing it twice changes nothing."""
    goal = goal_to_change(db, actor, goal_id)
    place = _place(goal, person_id)
    require(may_share_with(actor, goal, place) and not must_say_why(place))
    _let_in(db, actor, goal, place)


@sensitive
def share_with_parent(
    db: Session, actor: Person, *, goal_id: object, person_id: object, reason: object
) -> None:
    """Let a parent without custody see the goal, because … (forældreansvarsloven § 23)."""
    goal = goal_to_change(db, actor, goal_id)
    place = _place(goal, person_id)
    require(may_share_with(actor, goal, place) and must_say_why(place))
    with checking() as check:
        missing = _("Write why {name} should see the goal.").format(name=place.person.first_name)
        why = check.text("reason", reason, missing=missing)
    _let_in(db, actor, goal, place, why)


def _let_in(db: Session, actor: Person, goal: Goal, place: Membership, why: str = "") -> None:
    if place.person_id in named_for(goal):
        return
    goal.shares.append(GoalShare(person_id=place.person_id, shared_by_id=actor.id, reason=why))
    goal.note(TurnKind.SHARED, actor, about_id=place.person_id)  # why is not for the story
    record(db, actor, "goal.shared", goal)


def end_share(db: Session, actor: Person, *, goal_id: object, person_id: object) -> None:
    """That person no longer sees the goal, from now on."""
    goal = goal_to_change(db, actor, goal_id)
    place = _place(goal, person_id)
    require(may_share_with(actor, goal, place))
    living = [s for s in goal.shares if s.person_id == place.person_id and s.is_living]
    if not living:
        return
    for share in living:
        share.until = clock.now()
    with checking() as check:
        refuse_blind_steps(check, goal)
    goal.note(TurnKind.SHARE_ENDED, actor, about_id=place.person_id)
    record(db, actor, "goal.share_ended", goal)


def _place(goal: Goal, person_id: object) -> Membership:
    wanted = as_id(person_id)
    place = next((m for m in goal.circle.active_memberships if m.person_id == wanted), None)
    if place is None:
        raise NotFound
    return place


def choose_audience(
    check: Check, actor: Person, goal: Goal, audience: object, named: object
) -> None:
    place = actor.membership_in(goal.circle_id)
    chosen = check.choice("audience", audience, Audience, missing=_("Choose who can see the goal."))
    if place is None or (chosen and chosen not in audiences_for(place, goal)):
        check.refuse("audience", _("Choose who can see the goal."))
    if check.problems or chosen is None:
        return
    goal.audience = chosen
    _name(actor, goal, named)
    refuse_blind_steps(check, goal)


def _name(actor: Person, goal: Goal, named: object) -> None:
    wanted = {plain(value) for value in named} if isinstance(named, list | tuple) else set()
    for place in goal.circle.active_memberships:
        if str(place.person_id) in wanted and may_share_with(actor, goal, place):
            goal.shares.append(GoalShare(person_id=place.person_id, shared_by_id=actor.id))


def refuse_blind_steps(check: Check, goal: Goal) -> None:
    """Nobody has a step on a goal they cannot see."""
    company = Company(goal.circle)
    blind = [
        step.person_id
        for step in goal.living_steps
        if not step.is_done
        and not _owner_sees(step.person_id, goal.circle.active_memberships, goal)
    ]
    if blind:
        check.refuse(
            "audience",
            _("{names} has a step, but would not see the goal. Let them see it first.").format(
                names=company.names(blind)
            ),
        )


def _owner_sees(person_id: UUID, places: list[Membership], goal: Goal) -> bool:
    return any(m.person_id == person_id and sees_goal(m, goal) for m in places)
