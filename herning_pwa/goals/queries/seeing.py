"""Who can see a goal, by name: the same rule as ``visible_to``, told before and after sending."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from uuid import UUID

from herning_pwa.circles.models import Circle, Membership, Role
from herning_pwa.circles.policy import sees_member
from herning_pwa.circles.queries.sight import sight_line
from herning_pwa.circles.words import capitalised
from herning_pwa.goals.models import Audience, Goal
from herning_pwa.goals.policy import (
    audiences_for,
    may_change_audience,
    may_share_with,
    must_say_why,
    named_for,
    reads_why,
    sees,
    sees_goal,
)
from herning_pwa.goals.queries.company import Company
from herning_pwa.goals.queries.sight_story import SightTurn, sight_story
from herning_pwa.goals.words import audience_phrase, audience_word
from herning_pwa.i18n import _, names
from herning_pwa.people.models import Person
from herning_pwa.preview.policy import may_look_as_others
from herning_pwa.ui.values import Option, SightLine


@dataclass(frozen=True)
class Nameable:
    """Somebody who can be let in by name, or no longer; some of them with a reason."""

    person_id: str = ""
    name: str = ""
    is_in: bool = False
    must_say_why: bool = False


@dataclass(frozen=True)
class Sight:
    """The goal page's "Who can see this?"."""

    audience_label: str = ""
    line: SightLine = field(default_factory=SightLine)
    can_change: bool = False
    choices: list[Option] = field(default_factory=list)
    nameable: list[Nameable] = field(default_factory=list)
    why_line: SightLine = field(default_factory=SightLine)
    history: list[SightTurn] = field(default_factory=list)
    can_look_as_others: bool = False


def who_sees(
    circle: Circle,
    audience: Audience,
    *,
    author_id: UUID,
    named: Collection[UUID] = (),
    child_id: UUID | None = None,
) -> list[Membership]:
    """The places in the circle that see a sent goal with that audience."""
    return [
        place
        for place in circle.active_memberships
        if sees(place, audience, author_id=author_id, named=named, child_id=child_id)
    ]


def sight_of(actor: Person, goal: Goal) -> Sight:
    """Who sees the goal as it stands, how it came to that, and what this person may change.

    Names only people the reader knows to be in the circle, and who does not see it only to
    those who may change it.
    """
    own = actor.membership_in(goal.circle_id)
    if own is None:
        return Sight()
    may_change = may_change_audience(actor, goal)
    places = goal.circle.active_memberships
    line = sight_line(own, [m for m in places if sees_goal(m, goal)])
    return Sight(
        audience_label=capitalised(audience_phrase(goal.audience)),
        line=line if may_change else replace(line, cannot=[]),
        can_change=may_change and not goal.is_draft,
        choices=audience_choices(actor, goal) if may_change else [],
        nameable=nameable(actor, goal),
        why_line=sight_line(own, [m for m in places if reads_why(m)]),
        history=sight_story(actor, goal),
        can_look_as_others=may_look_as_others(actor, goal.circle_id),
    )


def audience_choices(actor: Person, goal: Goal) -> list[Option]:
    """What this person may choose, each with the names of those who would see it."""
    own = actor.membership_in(goal.circle_id)
    if own is None:
        return []
    return [_choice(own, goal, audience) for audience in audiences_for(own, goal)]


def _choice(own: Membership, goal: Goal, audience: Audience) -> Option:
    seeing = who_sees(
        goal.circle,
        audience,
        author_id=goal.proposed_by_id,
        named=named_for(goal),
        child_id=goal.child_id,
    )
    return Option(
        value=audience.value,
        label=audience_word(audience),
        note=_both_sides(own, seeing),
        is_chosen=goal.audience is audience,
    )


def _both_sides(own: Membership, seeing: list[Membership]) -> str:
    """Everybody by first name: who would see it, and who would not."""
    line = sight_line(own, seeing, names_at_most=len(seeing)).line
    without = [
        place.person.first_name
        for place in own.circle.active_memberships
        if place not in seeing and sees_member(own, place)
    ]
    if not without:
        return line
    return f"{line} " + _("Not by {names}.").format(names=names(without))


def nameable(actor: Person, goal: Goal) -> list[Nameable]:
    """The people this person may let in by name, now."""
    company, named = Company(goal.circle, actor.id), named_for(goal)
    return [
        Nameable(
            person_id=str(m.person_id),
            name=company.entry(m),
            is_in=m.person_id in named,
            must_say_why=must_say_why(m),
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
