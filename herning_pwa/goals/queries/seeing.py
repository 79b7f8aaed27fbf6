"""Who can see a goal, by name: the same rule as ``visible_to``, told before and after sending."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from herning_pwa.circles.models import Circle, Role
from herning_pwa.circles.policy import sees_member
from herning_pwa.circles.words import capitalised
from herning_pwa.goals.models import Audience, Goal
from herning_pwa.goals.policy import (
    audiences_for,
    may_change_audience,
    may_share_with,
    named_for,
    sees,
    sees_goal,
)
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.words import audience_phrase, audience_word
from herning_pwa.i18n import _
from herning_pwa.people.models import Person
from herning_pwa.ui.values import Option


@dataclass(frozen=True)
class Seers:
    """Who sees and who does not, each a finished line: "Inger, mormor"."""

    can: list[str] = field(default_factory=list)
    cannot: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Nameable:
    """Somebody who can be let in by name, or no longer."""

    person_id: str = ""
    name: str = ""
    is_in: bool = False


@dataclass(frozen=True)
class Sight:
    """The goal page's "Who can see this?"."""

    audience_label: str = ""
    seers: Seers = field(default_factory=Seers)
    can_change: bool = False
    choices: list[Option] = field(default_factory=list)
    nameable: list[Nameable] = field(default_factory=list)


def who_can_see(
    circle: Circle,
    audience: Audience,
    *,
    author_id: UUID,
    named: Collection[UUID] = (),
    reader: UUID | None = None,
) -> Seers:
    """Everybody in the circle, divided by whether they see a goal with that audience."""
    company = Company(circle, reader)
    places = circle.active_memberships
    seeing = [m for m in places if sees(m, audience, author_id=author_id, named=named)]
    return Seers(
        can=[company.entry(m) for m in seeing],
        cannot=[company.entry(m) for m in places if m not in seeing],
    )


def sight_of(actor: Person, goal: Goal) -> Sight:
    """Who sees the goal as it stands, and what this person may change about it.

    Names only people the reader knows to be in the circle, and who does not see it only to
    those who may change it.
    """
    may_change = may_change_audience(actor, goal)
    company, own = Company(goal.circle, actor.id), actor.membership_in(goal.circle_id)
    known = [m for m in goal.circle.active_memberships if own and sees_member(own, m)]
    seers = Seers(
        can=[company.entry(m) for m in known if sees_goal(m, goal)],
        cannot=[company.entry(m) for m in known if not sees_goal(m, goal)],
    )
    return Sight(
        audience_label=capitalised(audience_phrase(goal.audience)),
        seers=seers if may_change else Seers(can=seers.can),
        can_change=may_change and not goal.is_draft,
        choices=audience_choices(actor, goal) if may_change else [],
        nameable=nameable(actor, goal),
    )


def audience_choices(actor: Person, goal: Goal) -> list[Option]:
    """What this person may choose, each with the names of those who would see it."""
    place = actor.membership_in(goal.circle_id)
    choices = audiences_for(place, goal) if place else []
    return [_choice(actor, goal, audience) for audience in choices]


def _choice(actor: Person, goal: Goal, audience: Audience) -> Option:
    seers = who_can_see(
        goal.circle,
        audience,
        author_id=goal.proposed_by_id,
        named=named_for(goal),
        reader=actor.id,
    )
    return Option(
        value=audience.value,
        label=audience_word(audience),
        note=_seen_by(seers),
        is_chosen=goal.audience is audience,
    )


def _seen_by(seers: Seers) -> str:
    return _("Seen by: {names}.").format(names=" · ".join(seers.can))


def nameable(actor: Person, goal: Goal) -> list[Nameable]:
    """The people this person may let in by name, now."""
    company, named = Company(goal.circle, actor.id), named_for(goal)
    return [
        Nameable(
            person_id=str(m.person_id),
            name=company.entry(m),
            is_in=m.person_id in named,
        )
        for m in goal.circle.active_memberships
        if may_share_with(actor, goal, m) and m.person_id != goal.proposed_by_id
    ]


def network_of(actor: Person, goal: Goal) -> list[Nameable]:
    """The network members who can be named while the goal is still a draft."""
    company, named = Company(goal.circle, actor.id), named_for(goal)
    return [
        Nameable(str(m.person_id), company.entry(m), m.person_id in named)
        for m in goal.circle.active_memberships
        if m.role is Role.NETWORK_MEMBER and m.person_id != actor.id
    ]
