"""/kreds: the people around the child, and the invitations under way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session, joinedload, selectinload

from herning_pwa import routes
from herning_pwa.circles import policy, words
from herning_pwa.circles.models import Child, Circle, Membership, Role
from herning_pwa.circles.queries.handover import handover_notice
from herning_pwa.circles.queries.suggestions import SuggestionLine, suggestions_here
from herning_pwa.circles.queries.under_way import InvitationRow, invitations_under_way
from herning_pwa.circles.words.children import age_line
from herning_pwa.commitments.queries.pulse import PulseLine, pulse
from herning_pwa.errors import NotFound
from herning_pwa.fields import as_id
from herning_pwa.followup.queries.phases import phase_line, phase_now
from herning_pwa.i18n import _, today
from herning_pwa.people.models import Person

SHOWN_AT_MOST = 80
REMEMBERED = timedelta(days=90)
TOLD_ABOUT_CUSTODY = {Role.CUSTODY_PARENT, Role.PROFESSIONAL}


@dataclass(frozen=True)
class PersonView:
    """Somebody in the circle, as this reader sees them. ``href`` leads to what there is to know."""

    membership_id: str = ""
    name: str = ""
    relation: str = ""
    note: str = ""
    until: str = ""
    shape: str = "circle"
    is_me: bool = False
    href: str = ""


@dataclass(frozen=True)
class GroupView:
    """People under one heading."""

    heading: str = ""
    people: list[PersonView] = field(default_factory=list)


@dataclass(frozen=True)
class ChildLine:
    """``Emil, 9 år``; ``href`` leads on for those who may read more."""

    label: str = ""
    href: str = ""


@dataclass(frozen=True)
class CircleView:
    """The whole page."""

    name: str = ""
    phase: str = ""
    children: list[ChildLine] = field(default_factory=list)
    groups: list[GroupView] = field(default_factory=list)
    pulse: list[PulseLine] = field(default_factory=list)
    past: list[PersonView] = field(default_factory=list)
    takes_part: bool = False
    invitations: list[InvitationRow] = field(default_factory=list)
    can_invite: bool = False
    suggestions: list[SuggestionLine] = field(default_factory=list)
    can_suggest: bool = False
    handover: words.HandoverWords = field(default_factory=words.HandoverWords)
    can_hand_over: bool = False


def circle_page(db: Session, actor: Person, *, circle_id: object) -> CircleView:
    """Raises NotFound. Seven statements and one for the mails, however many people.

    Somebody who stands in no circle (``circle_id`` is none) sees a page without people.
    """
    if circle_id is None:
        return CircleView(name=_("Circle"))
    found = db.execute(
        policy.visible_to(actor)
        .where(Circle.id == as_id(circle_id))
        .options(selectinload(Circle.children))
        .add_columns(phase_now())
    ).one_or_none()
    if found is None:
        raise NotFound
    circle, phase = found
    handover = handover_notice(db, actor, circle.id)
    places = _places(db, actor, circle.id)
    living = [place for place in places if place.is_active]
    return CircleView(
        name=circle.name,
        phase=phase_line(actor, circle.id, phase),
        children=[_child(actor, child) for child in circle.children],
        groups=_groups(actor, living),
        pulse=pulse(db, actor, circle.id, living),
        past=_past(actor, places),
        takes_part=policy.takes_part(actor, circle.id),
        invitations=invitations_under_way(db, actor, circle),
        can_invite=bool(policy.roles_to_invite(actor, circle.id)),
        suggestions=suggestions_here(db, actor, circle),
        can_suggest=policy.may_suggest(actor, circle.id),
        handover=handover,
        can_hand_over=policy.may_hand_over(actor, circle.id) and not handover.href,
    )


def _child(actor: Person, child: Child) -> ChildLine:
    href = routes.child(child.id) if policy.sees_child(actor, child) else ""
    return ChildLine(age_line(child), href)


def _places(db: Session, actor: Person, circle_id: UUID) -> Sequence[Membership]:
    """The living places first, then for those who decide the ones that are over."""
    return db.scalars(
        policy.places_visible_to(actor)
        .where(Membership.circle_id == circle_id)
        .options(joinedload(Membership.person))
        .order_by(Membership.is_active.desc(), Membership.started_at, Membership.id)
        .limit(SHOWN_AT_MOST)
    ).all()


def _groups(actor: Person, living: Sequence[Membership]) -> list[GroupView]:
    """Family, network, professionals; a heading without people is left out."""
    headings = dict.fromkeys(words.group_word(role) for role in Role)
    by_heading: dict[str, list[PersonView]] = {heading: [] for heading in headings}
    for place in living:
        by_heading[words.group_word(place.role)].append(_person(actor, place))
    return [GroupView(heading, people) for heading, people in by_heading.items() if people]


def _past(actor: Person, places: Sequence[Membership]) -> list[PersonView]:
    """Who took part until lately, once each, and is not here again."""
    here = {place.person_id for place in places if place.is_active}
    since = today() - REMEMBERED
    over = [
        place
        for place in places
        if place.over_after and place.over_after >= since and place.person_id not in here
    ]
    latest = {place.person_id: place for place in sorted(over, key=lambda p: p.started_at)}
    return [_person(actor, place) for place in latest.values()]


def _person(actor: Person, place: Membership) -> PersonView:
    is_me = place.person_id == actor.id
    return PersonView(
        membership_id=str(place.id),
        name=place.person.first_name,
        relation=words.capitalised(words.relation_word(place.relation, place.role)),
        note=place_note(actor, place),
        until=words.took_part(place.over_after) or words.until(place.last_day),
        shape=words.voice_shape(place.role),
        is_me=is_me,
        href=routes.person(place.id) if is_me or policy.takes_part(actor, place.circle_id) else "",
    )


def place_note(actor: Person, place: Membership) -> str:
    """Custody is said only to those who decide, and to oneself."""
    if place.is_responsible:
        return _("Has the responsibility in the municipality")
    own = actor.membership_in(place.circle_id)
    is_told = place.person_id == actor.id or (own is not None and own.role in TOLD_ABOUT_CUSTODY)
    return words.role_note(place.role) if is_told else ""
